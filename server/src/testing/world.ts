import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { canonicalText, Faults, hashOf, readScheme, readYaml, type Scheme, searchKey } from '@parindex/core';
import { nameSearchText } from '@parindex/core/bodies/index';
import { wrongByDocument } from './answers-by-document.ts';
import type { Asks } from './sit-in-council.ts';
import { signIn, type TestServer } from './test-server.ts';

const ROOT = new URL('../../../', import.meta.url).pathname;

/** An invented body. */
interface InventedBody {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly parent?: string;
}

export const BODIES: readonly InventedBody[] = [
  { id: 'bo-minh-hoa', kind: 'ministry', name: 'Bộ Minh họa' },
  { id: 'bo-minh-hoa-b', kind: 'ministry', name: 'Bộ Minh họa B' },
  { id: 'tinh-minh-hoa-01', kind: 'province', name: 'Tỉnh Minh họa 01' },
  { id: 'tinh-minh-hoa-02', kind: 'province', name: 'Tỉnh Minh họa 02' },
  { id: 'tinh-minh-hoa-03', kind: 'province', name: 'Tỉnh Minh họa 03' },
  { id: 'so-minh-hoa-a', kind: 'department', name: 'Sở Minh họa A', parent: 'tinh-minh-hoa-01' },
];

/** Invented people: who is what, where. */
export const PEOPLE = {
  an: { name: 'Nguyễn Văn An', role: 'clerk', body: 'tinh-minh-hoa-01' },
  binh: { name: 'Trần Thị Bình', role: 'head', body: 'tinh-minh-hoa-01' },
  chi: { name: 'Lê Thị Chi', role: 'clerk', body: 'tinh-minh-hoa-02' },
  dung: { name: 'Phạm Văn Dũng', role: 'owner', body: 'bo-minh-hoa' },
  giang: { name: 'Hoàng Thị Giang', role: 'appraiser', body: 'bo-minh-hoa-b' },
  hanh: { name: 'Vũ Thị Hạnh', role: 'council', body: 'bo-minh-hoa' },
  khanh: { name: 'Đặng Văn Khánh', role: 'auditor', body: null },
  lan: { name: 'Bùi Thị Lan', role: 'administrator', body: null },
  minh: { name: 'Đỗ Văn Minh', role: null, body: null },
} as const;
export type PersonName = keyof typeof PEOPLE;

export interface Person {
  readonly account: string;
  readonly token: string;
  readonly membership: string | undefined;
}

export interface World {
  readonly people: Readonly<Record<PersonName, Person>>;
  readonly scheme: Scheme;
  readonly round: string;
}

/** An edition of the project's, as the database keeps it. */
interface KeptEdition {
  readonly scheme: Scheme;
  readonly document: string;
  readonly cases: string;
  readonly text: string;
  readonly hash: string;
}

let edition: KeptEdition | undefined;

/** The edition of 2022, read once for all stories of a process. */
export function edition2022(): KeptEdition {
  if (edition) return edition;
  const read = (file: string) => readFileSync(`${ROOT}schemes/province-2022/${file}`, 'utf8');
  const document = read('scheme.yaml');
  const scheme = readScheme(readYaml(document).value, new Faults()) as Scheme;
  edition = { scheme, document, cases: read('cases.yaml'), text: canonicalText(scheme), hash: hashOf(scheme) };
  return edition;
}

const MEMBERS_SINCE = '2022-01-01';

/** A small world of invented bodies and people, with an open round in which three provinces score themselves. */
export async function makeWorld(server: TestServer): Promise<World> {
  const { owner, clock } = server;
  for (const { id, kind, name, parent } of BODIES) {
    await owner.query('INSERT INTO body (id, kind, ranked) VALUES ($1, $2, true)', [id, kind]);
    await owner.query('INSERT INTO body_name (body_id, position, full_name, short_name, sort_name, search_key) VALUES ($1, 0, $2, $2, $2, $3)', [
      id,
      name,
      nameSearchText({ full: name, short: name, sort: name }),
    ]);
    await owner.query(`INSERT INTO body_attribute (body_id, attribute, position, value) VALUES ($1, 'type', 0, $2)`, [id, kind]);
    if (parent) await owner.query(`INSERT INTO body_attribute (body_id, attribute, position, value) VALUES ($1, 'parent', 0, $2)`, [id, parent]);
  }
  const people = {} as Record<PersonName, Person>;
  for (const [key, { name, role, body }] of Object.entries(PEOPLE)) {
    const account = randomUUID();
    await owner.query('INSERT INTO account (id, email, name, search_key, created_at) VALUES ($1, $2, $3, $4, $5)', [
      account,
      `${key}@minh-hoa.example`,
      name,
      searchKey(`${name} ${key}@minh-hoa.example`),
      clock.now(),
    ]);
    await owner.query('INSERT INTO credential (account_id) VALUES ($1)', [account]);
    const membership = role === null ? undefined : randomUUID();
    if (membership)
      await owner.query('INSERT INTO membership (id, account_id, body_id, role, from_date, granted_at) VALUES ($1, $2, $3, $4, $5, $6)', [
        membership,
        account,
        body,
        role,
        MEMBERS_SINCE,
        clock.now(),
      ]);
    people[key as PersonName] = { account, membership, token: await signIn(server, account) };
  }
  const { scheme, document, cases, text, hash } = edition2022();
  await owner.query(`INSERT INTO edition (id, state, document, cases, scheme, hash, created_at, adopted_at) VALUES ($1, 'adopted', $2, $3, $4, $5, $6, $6)`, [
    scheme.id,
    document,
    cases,
    text,
    hash,
    clock.now(),
  ]);
  const round = 'minh-hoa-2022';
  await owner.query(
    `INSERT INTO round (id, owner_body, year, title, edition_id, state, created_at, opened_at) VALUES ($1, 'bo-minh-hoa', 2022, 'Kỳ đánh giá minh họa 2022', $2, 'open', $3, $3)`,
    [round, scheme.id, clock.now()],
  );
  await owner.query(`INSERT INTO round_step (round_id, step, opens, closes) VALUES
    ('${round}', 'selfAssessment', '2023-01-01T00:00:00+07:00', '2023-02-01T00:00:00+07:00'),
    ('${round}', 'appraisal', '2023-02-01T00:00:00+07:00', '2023-03-01T00:00:00+07:00'),
    ('${round}', 'secondAppraisal', '2023-03-10T00:00:00+07:00', '2023-03-20T00:00:00+07:00'),
    ('${round}', 'council', '2023-03-20T00:00:00+07:00', '2023-04-01T00:00:00+07:00')`);
  await owner.query(
    `INSERT INTO participant (round_id, body_id, position) VALUES ('${round}', 'tinh-minh-hoa-01', 1), ('${round}', 'tinh-minh-hoa-02', 2), ('${round}', 'tinh-minh-hoa-03', 3)`,
  );
  await owner.query(`INSERT INTO domain_owner (round_id, domain, body_id) VALUES ('${round}', '1', 'bo-minh-hoa-b')`);
  return { people, scheme, round };
}

interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: stories look into answers of every shape.
  readonly body: any;
  readonly headers: Record<string, unknown>;
}

/** Somebody asks the API, as a browser with their session would. */
export async function ask(
  { app }: TestServer,
  person: Pick<Person, 'token'> | undefined,
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  url: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await app.inject({
    method,
    url,
    headers: {
      ...(person ? { cookie: `parindex_session=${person.token}` } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const json = /json/.test(String(response.headers['content-type']));
  const answer = { status: response.statusCode, body: json ? response.json() : response.body, headers: response.headers };
  // Every answer in every story is judged by the document that the API publishes of itself.
  const wrong = json ? await wrongByDocument(app, method, url, answer.status, answer.body) : undefined;
  if (wrong !== undefined) throw new Error(`${wrong}\n${JSON.stringify(answer.body).slice(0, 500)}`);
  return answer;
}

/** The same for what must be done, in a story of which it is a part: answers what was said. */
export const asking =
  (server: TestServer): Asks =>
  async (person, method, url, body) => {
    const answer = await ask(server, person, method, url, body);
    if (answer.status >= 300) throw new Error(`${method} ${url}: ${answer.status} ${JSON.stringify(answer.body).slice(0, 800)}`);
    return answer.body;
  };

/** A change to an item or a figure, under a new id. */
export const change = (target: { item?: string; figure?: string }, base: number, changes: Record<string, unknown>) => ({
  id: randomUUID(),
  ...target,
  base,
  changes,
});
