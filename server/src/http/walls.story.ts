import { allContracts } from '@parindex/core/contracts/all-contracts';
import type { Role } from '@parindex/core/rights/index';
import { trailKeyName } from '@parindex/core/words/trail-words';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SOAK, sized } from '../../../tests/soak.ts';
import { signIn } from '../testing/test-server.ts';
import { ask } from '../testing/world.ts';
import { CANARIES, CANARY, FIELDS, OPEN_COLUMNS, PERSONAL_FIELDS } from './testing/canaries.ts';
import { type Planted, plantCanaries, type Wall } from './testing/plant-canaries.ts';
import { type Matrix, openAll, startMatrix } from './testing/rights-callers.ts';
import { MADE, wrongWith } from './testing/rights-judging.ts';
import { DEPARTMENTS, inRound, ROWS, type Row } from './testing/rights-rows.ts';
import { BOTH, DEPARTMENT_OF, ELSEWHERE, HERE, type RoundOfWall, tokensOf, type WallCaller, wallCallers } from './testing/wall-callers.ts';
import { wallWrites } from './testing/wall-writes.ts';
import { wordsOfAnswer } from './testing/words-of-answer.ts';

let matrix: Matrix;
let wall: Wall;
let callers: WallCaller[];
let tokens: Map<string, string>;

beforeAll(async () => {
  matrix = await startMatrix();
  callers = await wallCallers(matrix);
  wall = await plantCanaries(matrix);
  tokens = await tokensOf(matrix.server, callers);
});
afterAll(() => matrix.server.close());

/** Addresses of one round that name what is there, or ask for it in another form. */
function further(
  round: RoundOfWall,
  { document, personal, upload, delivery, sending, notice, roundFile, session }: Planted,
  [first, , third]: Wall['items'],
): string[] {
  const at = `/api/rounds/${round}`;
  const sheet = `${at}/sheets/tinh-minh-hoa-01`;
  const ofDocuments = [document, personal].flatMap((id) => ['', '/versions/1/file', '/versions/1/pages'].map((part) => `${sheet}/documents/${id}${part}`));
  return [
    ...ofDocuments,
    `/api/editions/nhap-${round}/requests`,
    ...[`/entries?item=${first}`, `/entries?item=${third}`, `/threads?item=${third}`, '/workbook?kind=blank', '/documents?q=hoangyen'].map(
      (path) => `${sheet}${path}`,
    ),
    ...['/report?format=pdf', '/report?format=html', '/thread-people?kind=internal'].map((path) => `${sheet}${path}`),
    ...[`/carriable?from=${HERE}`, `/carriable?from=${ELSEWHERE}`, `/sendings/${sending}/receipt`, `/sendings/${sending}/file`].map(
      (path) => `${sheet}${path}`,
    ),
    ...['/evidence?q=hoangyen', '/evidence?q=hoangyen&body=tinh-minh-hoa-01', `/deliveries/${delivery}`].map((path) => `${at}${path}`),
    ...[`/notices/${notice}/readings`, `/files/${roundFile}`, `/council/${session}`, `/council/${session}/documents/minutes`].map((path) => `${at}${path}`),
    ...[`/api/uploads/${upload}`, `/api/questions?round=${round}`],
  ];
}

/** Addresses of what is of no round. */
const besides = (): string[] => [
  ...['/api/search?q=hoangyen', '/api/people?search=hoangyen', `/api/handovers/${wall.handover}`, `/api/handovers/${wall.handover}/record`],
  ...[`/api/people/${matrix.places.world.people.minh.account}`, '/api/removals?state=decided', '/api/audit?limit=200', '/api/receipts/0123456789ABCDEF'],
];

const OF_SHEET = '/api/rounds/{round}/sheets/{body}';
const READING = allContracts.filter(({ method }) => method === 'GET');

/** Every address that is read, of both rounds. */
function addresses(): string[] {
  const all = new Set<string>(besides());
  for (const { url } of READING) {
    const address = ROWS[`GET ${url}`]?.url?.(matrix.places) ?? url;
    for (const round of BOTH) all.add(address.replaceAll(HERE, round));
  }
  for (const round of BOTH) for (const url of further(round, wall.rounds[round], wall.items)) all.add(url);
  return [...all];
}

/** What nobody gets an answer from in this world, each with the reason. */
const UNANSWERED = [
  '/api/calendar/{file}', // by a secret address of one's own
  '/api/rounds/{round}/archive', // of a closed round
  '/api/editions/{edition}/files/{file}', // whose readers the story of adoption holds
  // No form stands beside the edition of this story.
  '/api/editions/{edition}/questionnaires/{group}',
  '/api/editions/{edition}/questionnaires/{group}/file',
  // Needs questionnaires beside the edition: its own test tells.
  '/api/rounds/{round}/survey/letter',
  // Where somebody is on the list: its own test tells.
  '/api/rounds/{round}/survey/bodies/{body}/confirmation',
  // Of a closed survey: what they hold, and who reads it, its own story tells.
  '/api/rounds/{round}/survey/answers',
  '/api/rounds/{round}/survey/answers/{group}',
  '/api/rounds/{round}/survey/texts/{group}',
  '/api/rounds/{round}/survey/codebook/{group}',
  '/api/rounds/{round}/survey/syntax/{group}',
  '/api/rounds/{round}/survey/counts',
  // Before a survey is opened, and of a form that was noticed: its own story tells.
  '/api/rounds/{round}/survey/standing',
  '/api/rounds/{round}/survey/quotas',
  '/api/rounds/{round}/survey/fieldwork/back-checks',
  '/api/rounds/{round}/survey/fieldwork/back-checks/{draw}/list',
  '/api/rounds/{round}/survey/reviews/{form}',
  // Of a draw: who reads them, its own story tells.
  '/api/rounds/{round}/survey/draws/{number}/units',
  '/api/rounds/{round}/survey/draws/{number}/files/{file}',
  '/api/purges/{id}/documents',
  '/api/purges/{id}/record',
  '/api/interviews', // for interviewers alone; which addresses, its own story tells
  '/api/removals/{id}/record', // once it is carried out
  '/api/rounds/{round}/sheets/{body}/documents/{document}/versions/{number}/preview', // of a picture
  // Of a closed round: whose readers the story of final results holds.
  '/api/rounds/{round}/final-ranking',
  '/api/rounds/{round}/final-ranking/{body}',
  '/api/rounds/{round}/final-losses',
  '/api/rounds/{round}/improvement-plan/{body}',
  '/api/rounds/{round}/final-workbook',
  '/api/rounds/{round}/final-snapshot',
  '/api/rounds/{round}/closing-letters',
  '/api/rounds/{round}/closing-letters/{body}',
  '/api/rounds/{round}/result-papers/{paper}',
  '/api/rounds/{round}/texts-to-publish',
  '/api/rounds/{round}/texts-to-publish/workbook',
];

/** How somebody stands to the province's sheets, whichever of the two rounds it is in. */
const standingOf = ({ stands }: WallCaller): string => JSON.stringify(BOTH.map((round) => stands[round].toSorted()).toSorted());

/**
 * In `npm test` one of those who stand alike, in whichever of the rounds: both hold the same words, and the rights matrix asks each route as
 * every role from here and from elsewhere. In a soak all.
 */
const asking = (): WallCaller[] =>
  SOAK ? callers : callers.filter((caller, index) => callers.findIndex((one) => standingOf(one) === standingOf(caller)) === index);

interface Reading {
  readonly status: number;
  readonly words: readonly string[];
}

async function read(caller: string, url: string): Promise<Reading> {
  const headers = { cookie: `parindex_session=${tokens.get(caller)}` };
  const response = await matrix.server.app.inject({ method: 'GET', url, headers });
  const words = (await wordsOfAnswer(response.headers, response.rawPayload)).match(CANARY) ?? [];
  return { status: response.statusCode, words: words.filter((word) => !url.includes(word)) };
}

/** All that somebody is told at these addresses: each canary with the first address that tells it. */
async function readAll(caller: string, urls: readonly string[], answered: (url: string, status: number) => void): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const queue = [...urls];
  const take = async () => {
    for (let url = queue.pop(); url !== undefined; url = queue.pop()) {
      const { status, words } = await read(caller, url);
      answered(url, status);
      for (const word of words) found.set(word, found.get(word) ?? url);
    }
  };
  await Promise.all(Array.from({ length: 6 }, take));
  return found;
}

function wrongIn({ name, stands }: WallCaller, found: ReadonlyMap<string, string>): string[] {
  return CANARIES.flatMap(({ word, round, seenBy }) => {
    const may = stands[round].some((standing) => seenBy.includes(standing));
    return may === found.has(word) ? [] : [`${name} ${may ? 'does not find' : 'finds'} ${word} ${found.get(word) ?? ''}`];
  });
}

/** Every row of every table, as the owner sees them. */
async function wholeState(): Promise<unknown> {
  const { owner } = matrix.server;
  const { rows } = await owner.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY 1`,
  );
  const one = ({ name }: { name: string }) => `SELECT '${name}' AS name, md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) AS hash FROM ${name} t`;
  return (await owner.query(`${rows.map(one).join(' UNION ALL ')} ORDER BY 1`)).rows;
}

/** Whether somebody of a department may, by how it stands to the sheet of this round; an owner of whatever body may what any owner may. */
function departmentMay(route: string, row: Row, { name, stands }: WallCaller): boolean {
  const [method, url = ''] = route.split(' ');
  const roles = (name.split(' ')[0] as string).split('+') as Role[];
  // What the owner says to all in the round.
  if (stands[HERE].includes('beside') && row.who === inRound && roles.some((role) => role === 'clerk' || role === 'head')) return true;
  const within = stands[HERE].includes('beside') && url.startsWith(OF_SHEET);
  if (within && roles.some((role) => DEPARTMENTS[`${method} ${url.slice(OF_SHEET.length)}`]?.includes(role))) return true;
  return typeof row.who === 'string' || (roles.includes('owner') && row.who.foreign?.includes('owner') === true);
}

describe('[F33] [F53] [F94] the walls, for whoever is beside, elsewhere, past or early', () => {
  it('knows every column of free text', async () => {
    const { rows } = await matrix.server.owner.query<{ column: string }>(
      `SELECT c.relname || '.' || a.attname AS column FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.atttypid::regtype::text IN ('text', 'text[]', 'json', 'jsonb', 'character varying')
         AND NOT EXISTS (SELECT FROM pg_constraint f WHERE f.conrelid = c.oid AND f.contype = 'f' AND a.attnum = ANY (f.conkey))
         AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'c' AND k.conkey = ARRAY[a.attnum] AND pg_get_constraintdef(k.oid) ~ '= ANY \\(')
         AND a.attname NOT IN ('id', 'round_id', 'body_id', 'hash') ORDER BY 1`,
    );
    const planted = [...Object.values(FIELDS), ...Object.values(PERSONAL_FIELDS)].flatMap(({ columns }) => columns as readonly string[]);
    const open = (column: string) => column in OPEN_COLUMNS || `${column.split('.')[0]}.*` in OPEN_COLUMNS;
    expect(rows.map(({ column }) => column).filter((column) => !planted.includes(column) && !open(column))).toEqual([]);
  });

  it('[F95] tells whoever reads the trail of each act under names alone', async () => {
    const { rows } = await matrix.server.owner.query<{ content: object; erasable: object | null }>(
      'SELECT a.content, p.content AS erasable FROM audit a LEFT JOIN payload p ON p.id = a.payload_id',
    );
    const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
    // Rows stand under their table and their id.
    const keysOfRows = (stands: unknown): string[] =>
      Object.entries(isRecord(stands) ? stands : {}).flatMap(([table, of]) => [
        table,
        ...Object.values(of as object).flatMap((row) => (isRecord(row) ? Object.keys(row) : [])),
      ]);
    const keysIn = (value: unknown): string[] => {
      if (Array.isArray(value)) return value.flatMap(keysIn);
      if (!isRecord(value)) return [];
      return Object.entries(value).flatMap(([key, inner]) => [key, ...(key === 'stands' ? keysOfRows(inner) : keysIn(inner))]);
    };
    const keys = new Set(rows.flatMap(({ content, erasable }) => [...keysIn(content), ...keysIn(erasable)]));
    expect(keys.size).toBeGreaterThan(50);
    expect([...keys].filter((key) => trailKeyName(key, 'vi') === undefined)).toEqual([]);
  });

  it('tells each private field to those who may know it, and to nobody else, by whatever route', { timeout: sized(600_000, 1_800_000) }, async () => {
    const urls = addresses();
    const wrong: string[] = [];
    const answered = new Set<string>();
    const walked = new Set<string>();
    for (const caller of asking()) {
      // What is made anew each time costs most: in `npm test` one person of each standing here reads it, in a soak everybody. Whoever else is told by the routes that it is made from.
      const again = walked.has(JSON.stringify(caller.stands[HERE]));
      walked.add(JSON.stringify(caller.stands[HERE]));
      const found = await readAll(caller.name, again && !SOAK ? urls.filter((url) => !MADE.test(url)) : urls, (url, status) => {
        if (status >= 500) wrong.push(`${caller.name} ${url}: ${status}`);
        if (status < 300) answered.add(url.split('?', 1)[0] as string);
      });
      wrong.push(...wrongIn(caller, found));
    }
    expect(wrong).toEqual([]);
    expect(matrix.server.logged).toEqual([]);
    const forms = READING.map(({ url }) => ({ url, form: new RegExp(`^${url.replaceAll(/\{\w+\}/g, '[^/]+')}$`) }));
    expect(forms.filter(({ form }) => ![...answered].some((url) => form.test(url))).map(({ url }) => url)).toEqual(
      READING.map(({ url }) => url as string).filter((url) => UNANSWERED.includes(url)),
    );
  });

  it('tells an appraiser nothing of it before appraisal opens', async () => {
    const { owner } = matrix.server;
    await owner.query(`UPDATE round_step SET opens = '2023-05-01' WHERE round_id = $1 AND step IN ('appraisal', 'secondAppraisal')`, [HERE]);
    const found = await readAll('appraiser own', addresses(), () => undefined);
    expect([...found].filter(([word]) => !/extensionreason|notice|rounddocument|roundfile/.test(word))).toEqual([]);
    await openAll(matrix);
  });

  it('refuses what others write, and nothing is changed by it', { timeout: 400_000 }, async () => {
    const writes = wallWrites(wall);
    const { app } = matrix.server;
    const write = async (caller: string, { method, url, body }: (typeof writes)[number]) => {
      const headers = { cookie: `parindex_session=${tokens.get(caller)}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
      const answer = await app.inject({ method, url, headers, ...(body === undefined ? {} : { payload: JSON.stringify(body) }) });
      return { status: answer.statusCode, words: answer.body.match(CANARY) ?? [], body: answer.body };
    };
    const before = await wholeState();
    const wrong: string[] = [];
    for (const { name, stands } of asking())
      await Promise.all(
        writes
          .filter(({ may }) => !stands[HERE].some((standing) => may.includes(standing)))
          .map(async (one) => {
            const { status, words } = await write(name, one);
            // Of several items that are entered at once, each is refused by itself.
            const refused = status === 403 || status === 404 || (status === 422 && one.url.endsWith('/entries'));
            if (!refused || words.length > 0) wrong.push(`${one.method} ${one.url} ${name}: ${status} ${words}`);
          }),
      );
    expect(wrong).toEqual([]);
    expect(await wholeState()).toEqual(before);
    // That they were refused for who asked: those who may do it do it by the same words.
    for (const one of writes) {
      if (one.by === undefined) continue;
      const { status, body } = await write(one.by, one);
      expect([one.url, status < 300 ? 'done' : body]).toEqual([one.url, 'done']);
    }
    expect(matrix.server.logged).toEqual([]);
  });

  it('lets a department that has a part in a sheet reach into it and no further, on every route', { timeout: 400_000 }, async () => {
    const wrong: string[] = [];
    const departments = callers.filter(({ name }) => Object.keys(DEPARTMENT_OF).some((department) => name.endsWith(` ${department}`)));
    expect(departments).toHaveLength(6);
    const fresh = await tokensOf(matrix.server, departments);
    for (const [route, row] of Object.entries(ROWS)) {
      const [method, url = ''] = route.split(' ');
      const asking = departments.map(async (caller) => {
        const token = fresh.get(caller.name) as string;
        const { status } = await ask(matrix.server, { token }, method as 'GET', row.url?.(matrix.places) ?? url, row.body?.(matrix.places));
        const fault = wrongWith(row, departmentMay(route, row, caller), true, status);
        if (fault) wrong.push(`${route} ${caller.name}: ${status}, ${fault}`);
      });
      await Promise.all(asking);
      if (row.endsSessions) for (const caller of departments) fresh.set(caller.name, await signIn(matrix.server, caller.account));
    }
    expect(wrong).toEqual([]);
  });
});
