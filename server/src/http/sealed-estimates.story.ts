import { randomUUID } from 'node:crypto';
import { allContracts } from '@parindex/core/contracts/all-contracts';
import { CONSEQUENCES } from '@parindex/core/round/consequences';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SOAK, sized } from '../../../tests/soak.ts';
import { recordAuditedTables } from '../audit/record-audited-tables.ts';
import { sealAll } from '../audit/testing/seal-all.ts';
import { verifyDatabase } from '../capabilities/audit-trail/verify.ts';
import { inBackground } from '../db/background.ts';
import { askToClose } from '../testing/close-round.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { ask, makeWorld, type PersonName, type World } from '../testing/world.ts';
import { MADE } from './testing/rights-judging.ts';
import { type Places, ROWS } from './testing/rights-rows.ts';
import { wordsOfAnswer } from './testing/words-of-answer.ts';

const ROUND = '/api/rounds/minh-hoa-2022';
const PROVINCES = ['tinh-minh-hoa-01', 'tinh-minh-hoa-02'] as const;
/**
 * What surveys gave each, in every form in which it could be told: mean, ballots, points as a fraction and rounded. Nobody has scored
 * anything else, so that a sum or an index that has it in it is the same number.
 */
const SECRETS = {
  'tinh-minh-hoa-01': { mean: '0.7319', answers: '645197', told: /\b0[.,]7319\b|73[.,]19\b|645[.,]?197|\b7319\/1000\b|\b7[.,]3(?:2|19)\b/ },
  'tinh-minh-hoa-02': { mean: '0.6181', answers: '527183', told: /\b0[.,]6181\b|61[.,]81\b|527[.,]?183|\b6181\/1000\b|\b6[.,]18(?:1)?\b/ },
} as const;

let server: TestServer;
let world: World;
let delivery: string;
/** Everybody but the owner. */
const READERS = ['an', 'binh', 'chi', 'hanh', 'giang', 'khanh', 'lan', 'minh'] as const satisfies readonly PersonName[];

/**
 * Whose documents, tables and packages are made and read in `npm test`: of a body, and of those who see all sheets. They are made from
 * what the other routes tell, which everybody is read by; a soak makes everybody's, in each form.
 */
const READ_DOCUMENTS: readonly PersonName[] = ['an', 'hanh'];

beforeAll(async () => {
  // Once appraisal has opened, an appraiser sees sheets too.
  server = await startTestServer('2023-02-10T02:00:00Z');
  world = await makeWorld(server);
  await inBackground(server.owner, 'BEGIN', (db) => recordAuditedTables({ db, account: null, membership: null, receivedAt: server.clock.now() }));
  const rows = PROVINCES.map((body) => ({ body, figure: 'sipas', value: SECRETS[body].mean, answers: SECRETS[body].answers }));
  const sent = await asOwner('POST', '/deliveries', { source: 'Viện Điều tra Minh họa', date: '2022-12-31', rows });
  delivery = sent.body.id;
  const { preview } = (await asOwner('GET', `/deliveries/${delivery}`)).body;
  const agreed = await asOwner('POST', `/deliveries/${delivery}/agreement`, { id: randomUUID(), digest: preview.digest });
  expect([agreed.status, agreed.body.state]).toEqual([201, 'written']);
});
afterAll(() => server.close());

const asOwner = (method: 'GET' | 'POST', part: string, body?: unknown) => ask(server, world.people.dung, method, `${ROUND}${part}`, body);

/** Every address that is read, of the sheets of both provinces, with those that name a thing or a form. */
function addresses(): string[] {
  const item = '8.2.2';
  const places = { world, item, draft: 'khong-co', ...{ reference: randomUUID(), thread: randomUUID(), request: randomUUID() } } satisfies Places;
  const sheets = PROVINCES.map((body) => `${ROUND}/sheets/${body}`);
  const [first] = sheets as [string, string];
  const all = new Set(['/api/audit?limit=200', `${ROUND}/deliveries/${delivery}`, '/api/search?q=minh hoa', '/api/search?q=645197', '/api/search?q=7319']);
  for (const { url } of allContracts.filter(({ method }) => method === 'GET')) all.add(ROWS[`GET ${url}`]?.url?.(places) ?? url);
  const forms = SOAK ? ['/report?format=pdf', '/report?format=html', '/brief?format=pdf'] : ['/report?format=pdf'];
  for (const form of [...forms, '/entries?figure=newEnterprises', '/entries?item=8.1']) all.add(`${first}${form}`);
  for (const address of [...all]) if (address.startsWith(first)) all.add(address.replace(first, sheets[1] as string));
  return [...all];
}

/** Of whose estimates something is told to somebody, with the first address that tells it. */
async function toldTo(person: PersonName): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  const queue = addresses().filter((url) => SOAK || READ_DOCUMENTS.includes(person) || !MADE.test(url));
  const take = async () => {
    for (let url = queue.pop(); url !== undefined; url = queue.pop()) await read(url);
  };
  const read = async (url: string) => {
    const response = await server.app.inject({ method: 'GET', url: encodeURI(url), headers: { cookie: `parindex_session=${world.people[person].token}` } });
    const words = (await wordsOfAnswer(response.headers, response.rawPayload)).replaceAll(url, '');
    for (const body of PROVINCES) if (SECRETS[body].told.test(words)) found[body] ??= url;
  };
  await Promise.all(Array.from({ length: 6 }, take));
  return found;
}

/** Of these people, to whom something is told: whose. */
async function whoIsTold(people: readonly PersonName[] = READERS): Promise<Record<string, string[]>> {
  const told: Record<string, string[]> = {};
  for (const person of people) {
    const bodies = Object.keys(await toldTo(person));
    if (bodies.length > 0) told[person] = bodies.toSorted();
  }
  return told;
}

const sheetOf = async (person: PersonName, body: string) => (await ask(server, world.people[person], 'GET', `${ROUND}/sheets/${body}`)).body;
const codes = (list: { code: string }[]) => list.map(({ code }) => code);
const REASON = 'Theo kế hoạch của kỳ (minh họa)';

describe('[F94] [F18] what surveys gave is sealed while a round runs', () => {
  let reader: string;
  let release: string;

  it('the owner sees it; of everybody else nobody is told it, by whatever route, in whatever form', { timeout: sized(120_000, 600_000) }, async () => {
    expect(Object.keys(await toldTo('dung'))).toEqual(expect.arrayContaining([...PROVINCES]));
    for (const person of READERS) expect([person, await toldTo(person)]).toEqual([person, {}]);
    const { sealed, estimatesReleasedAt } = await sheetOf('an', 'tinh-minh-hoa-01');
    expect({ sealed, estimatesReleasedAt }).toEqual({ sealed: true, estimatesReleasedAt: null });
    // That means were loaded, of whom and by whom, the trail tells all the same.
    const { items } = (await ask(server, world.people.lan, 'GET', '/api/audit?act=delivery.write')).body;
    const [writing] = Object.values(items[0].content.stands.estimate_entry) as object[][];
    expect([items[0].actor.id, writing?.map((row) => Object.keys(row).includes('mean'))]).toEqual([world.people.dung.account, [false, false]]);
    expect(writing).toEqual(PROVINCES.map((body) => expect.objectContaining({ body_id: body, question: 'sipas' })));
  });

  it('an owner names one person with a reason; who is named reads it, and nobody else', { timeout: sized(120_000, 600_000) }, async () => {
    const { hanh, an, minh, dung } = world.people;
    expect((await ask(server, hanh, 'POST', `${ROUND}/estimates/readers`, { id: randomUUID(), account: hanh.account, reason: REASON })).status).toBe(403);
    const { candidates, state } = (await asOwner('GET', '/estimates')).body;
    expect([state, candidates.map(({ id }: { id: string }) => id).includes(hanh.account)]).toEqual(['sealed', true]);
    // A body's own people cannot be named: theirs comes with the release.
    for (const other of [an, minh, dung])
      expect((await asOwner('POST', '/estimates/readers', { id: randomUUID(), account: other.account, reason: REASON })).body.code).toBe('notNow');
    const naming = { id: randomUUID(), account: hanh.account, reason: REASON };
    const named = await asOwner('POST', '/estimates/readers', naming);
    expect(named).toMatchObject({ status: 201, body: { person: { id: hanh.account }, named: { by: { id: dung.account }, reason: REASON }, ended: null } });
    reader = named.body.id;
    expect((await asOwner('POST', '/estimates/readers', { ...naming, id: randomUUID() })).body.code).toBe('alreadyThere');
    expect(await whoIsTold(['hanh', 'khanh', 'an'])).toEqual({ hanh: [...PROVINCES] });
    expect(await sheetOf('hanh', 'tinh-minh-hoa-01')).toMatchObject({ sealed: false, estimatesReleasedAt: null });
  });

  it('taken back, it is sealed to them again', { timeout: sized(120_000, 600_000) }, async () => {
    const ended = await asOwner('POST', `/estimates/readers/${reader}/end`, { reason: 'Đã họp xong (minh họa)' });
    expect(ended.body.ended).toMatchObject({ by: { id: world.people.dung.account }, reason: 'Đã họp xong (minh họa)' });
    expect((await asOwner('POST', `/estimates/readers/${reader}/end`, { reason: 'Lần nữa' })).body).toEqual(ended.body);
    expect(await toldTo('hanh')).toEqual({});
  });

  it('what releasing it brings is told first; then each body sees its own alone, and those who see all sheets all', {
    timeout: sized(120_000, 600_000),
  }, async () => {
    const { consequences } = (await asOwner('GET', '/estimates')).body;
    expect(codes(consequences)).toEqual(['estimatesReadByAll', 'bodiesWithoutEstimates']);
    const wanted = { id: randomUUID(), reason: REASON, told: ['estimatesReadByAll'] };
    expect((await asOwner('POST', '/estimates/releases', wanted)).body.code).toBe('consequencesUntold');
    const released = await asOwner('POST', '/estimates/releases', { ...wanted, told: CONSEQUENCES });
    expect([released.status, released.body.released.reason]).toEqual([201, REASON]);
    release = released.body.id;
    expect((await asOwner('POST', '/estimates/releases', { ...wanted, id: randomUUID(), told: CONSEQUENCES })).body.code).toBe('alreadyThere');
    expect((await asOwner('GET', '/estimates')).body).toMatchObject({ state: 'released', consequences: [] });
    const all = [...PROVINCES];
    expect(await whoIsTold()).toEqual({
      ...{ an: ['tinh-minh-hoa-01'], binh: ['tinh-minh-hoa-01'], chi: ['tinh-minh-hoa-02'] },
      ...{ hanh: all, giang: all, khanh: all },
      // Who reads the trail alone reads there what was loaded.
      lan: all,
    });
    const sheet = await sheetOf('an', 'tinh-minh-hoa-01');
    expect(sheet).toMatchObject({ sealed: false, estimatesReleasedAt: released.body.released.at });
    expect(sheet.columns.claimed.points.sources.find(({ source }: { source: string }) => source === 'satisfaction').points).toBe('7319/1000');
    // Every document that has its points says since when they are known.
    for (const document of ['brief', 'workbook']) {
      const headers = { cookie: `parindex_session=${world.people.an.token}` };
      const response = await server.app.inject({ method: 'GET', url: `${ROUND}/sheets/tinh-minh-hoa-01/${document}`, headers });
      const words = await wordsOfAnswer(response.headers, response.rawPayload);
      expect([document, /7,32\/10/.test(words), /công bố lúc/.test(words)]).toEqual([document, true, true]);
    }
  });

  it('taken back while the round is open, it is sealed again; and the trail holds every step', { timeout: sized(120_000, 600_000) }, async () => {
    const back = await asOwner('POST', `/estimates/releases/${release}/withdrawal`, { reason: 'Nạp nhầm kỳ (minh họa)' });
    expect(back.body.withdrawn).toMatchObject({ reason: 'Nạp nhầm kỳ (minh họa)' });
    expect(await whoIsTold(['an', 'hanh'])).toEqual({});
    const { items } = (await ask(server, world.people.lan, 'GET', '/api/audit?act=estimates')).body;
    expect(items.map(({ act }: { act: string }) => act)).toEqual([
      'estimates.withdrawRelease',
      'estimates.release',
      'estimates.endReader',
      'estimates.nameReader',
    ]);
    await sealAll(server);
    const found: unknown[] = [];
    await verifyDatabase(server.urls.owner, {}, { found: (finding) => found.push(finding), purged: () => {} });
    expect([found, server.logged]).toEqual([[], []]);
  });

  it('closing the round opens it: both persons are told, and the sheet, the brief and the workbook say that the closing did', async () => {
    const opened = async () =>
      (await asOwner('GET', '/closing')).body.open.filter(({ code, text }: { code: string; text: string }) => code === 'estimatesOpened' && text);
    expect(await opened()).toHaveLength(1);
    const untold = { id: randomUUID(), kind: 'close', reason: REASON, told: CONSEQUENCES.filter((code) => code !== 'estimatesOpened') };
    expect((await asOwner('POST', '/requests', untold)).body.code).toBe('consequencesUntold');
    const decide = await askToClose(server, world.people.dung, world.round);
    expect((await decide()).status).toBe(200);
    expect(await opened()).toEqual([]);
    expect(await sheetOf('an', 'tinh-minh-hoa-01')).toMatchObject({ sealed: false, estimatesOpenedByClosing: true });
    const headers = { cookie: `parindex_session=${world.people.an.token}` };
    for (const document of ['brief', 'workbook']) {
      const response = await server.app.inject({ method: 'GET', url: `${ROUND}/sheets/tinh-minh-hoa-01/${document}`, headers });
      const words = await wordsOfAnswer(response.headers, response.rawPayload);
      expect([document, /7,32\/10/.test(words), /mở khi đóng kỳ, lúc/.test(words), /công bố lúc/.test(words)]).toEqual([document, true, true, false]);
    }
  });
});
