import { randomUUID } from 'node:crypto';
import { allContracts } from '@parindex/core/contracts/all-contracts';
import * as schemas from '@parindex/core/contracts/schemas/index';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { verifyDatabase } from '../capabilities/audit-trail/verify.ts';
import { LIVED_AT, LIVED_ROUND, liveThroughRound } from '../testing/lived-round.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { ask, makeWorld, type Person } from '../testing/world.ts';

/** Whether the sender gives what is made an id of its own. */
function takesId(schema: unknown): boolean {
  if (typeof schema !== 'object' || schema === null) return false;
  const { properties, ...rest } = schema as { properties?: Record<string, { format?: string }> };
  return properties?.['id']?.format === 'uuid' || Object.values({ ...rest, ...properties }).some(takesId);
}

const shapes = new Map(Object.entries(schemas));
const jsonSchemaOf = (name: string) => z.toJSONSchema(shapes.get(name) as z.ZodType, { io: 'input', unrepresentable: 'any' });
/** What a device may send again because it got no answer. */
const REPEATABLE = allContracts.filter(({ body }) => body && takesId(jsonSchemaOf(body)));
const matches = (template: string, url: string) => new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(url);

/** To come to these takes more than a life through a round. */
const ELSEWHERE = [
  'POST /api/rounds/{round}/sheets/{body}/{kind}/{target}/appraisal',
  'POST /api/rounds/{round}/sheets/{body}/{kind}/{target}/conclusion',
  'POST /api/rounds/{round}/sheets/{body}/decisions',
  'POST /api/rounds/{round}/sheets/{body}/carried-documents',
  'POST /api/rounds/{round}/purges',
  'POST /api/rounds/{round}/sheets/{body}/taking-back',
];

/** Here whatever comes under an id that is known is answered as the first was; what it says beside changes nothing. */
const ANSWERED_AS_THE_FIRST = ['POST /api/rounds/{round}/sheets/{body}/documents', 'POST /api/rounds/{round}/deliveries/{delivery}/agreement'];

/** The same with one word of the sender's changed, where there is one. */
function otherWords(sent: unknown): unknown {
  if (Array.isArray(sent)) return sent.map(otherWords);
  if (typeof sent !== 'object' || sent === null) return sent;
  const entries = Object.entries(sent).map(([key, value]) => [key, WORDS.includes(key) && typeof value === 'string' ? `${value}, khác` : otherWords(value)]);
  return Object.fromEntries(entries);
}
const WORDS = ['reason', 'text', 'justification', 'name', 'number'];
/** What else is changed where there are no words. */
const OTHER: Readonly<Record<string, object>> = {
  'POST /api/handovers': { day: '2024-01-11' },
  'POST /api/rounds/{round}/sheets/{body}/assignments': { due: '2024-01-25T17:00:00+07:00' },
  'POST /api/rounds/{round}/sheets/{body}/freeze': { base: 1 },
  'POST /api/rounds/{round}/sheets/{body}/roll-ups': { figure: 'khac' },
  'POST /api/rounds/{round}/deliveries/{delivery}/agreement': { digest: '0'.repeat(64) },
};

type RecordedRequest = [person: Pick<Person, 'token'> | undefined, method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, sent?: unknown];

it('[F97] whatever a sender has given an id: sent again it is answered and adds nothing; another thing under the id is refused', {
  timeout: 120_000,
}, async () => {
  const server = await startTestServer(LIVED_AT);
  const world = await makeWorld(server);
  const met = new Set<string>();
  const again = async (...[person, method, url, sent]: RecordedRequest) => {
    const contract = REPEATABLE.find((one) => one.method === method && matches(one.url, url));
    if (!contract) return;
    const name = `${method} ${contract.url}`;
    const before = await countsOf(server);
    const { status, body } = await ask(server, person, method, url, sent);
    expect([name, status < 300, body]).toEqual([name, true, body]);
    expect([name, await countsOf(server)]).toEqual([name, before]);
    const other = name in OTHER ? { ...(sent as object), ...OTHER[name] } : otherWords(sent);
    expect([name, JSON.stringify(other) === JSON.stringify(sent)]).toEqual([name, false]);
    const { body: answer } = await ask(server, person, method, url, other);
    expect([name, answer.code]).toEqual([name, ANSWERED_AS_THE_FIRST.includes(name) ? undefined : 'idReused']);
    expect([name, await countsOf(server)]).toEqual([name, before]);
    met.add(name);
  };
  await liveThroughRound(server, world, again);

  const { an, binh, dung } = world.people;
  const sheet = `/api/rounds/${LIVED_ROUND}/sheets/tinh-minh-hoa-01`;
  const thread = randomUUID();
  const comment = () => ({ id: randomUUID(), text: 'Đề nghị xem lại (minh họa)', mentions: [] });
  const acts: readonly RecordedRequest[] = [
    [an, 'POST', `${sheet}/threads`, { id: thread, item: '1.1', kind: 'internal', comment: comment() }],
    [binh, 'POST', `${sheet}/threads/${thread}/comments`, comment()],
    [dung, 'POST', `/api/rounds/${LIVED_ROUND}/notices`, { id: randomUUID(), kind: 'announcement', item: null, text: 'Xin gửi đúng hạn (minh họa)' }],
    [an, 'POST', `${sheet}/uploads`, { id: randomUUID(), document: randomUUID(), name: 'minh họa.txt', bytes: 10, notSecret: true }],
  ];
  for (const asked of acts) {
    const { status, body } = await ask(server, ...asked);
    expect([asked[2], status, body]).toEqual([asked[2], 201, body]);
    await again(...asked);
  }

  expect([...met, ...ELSEWHERE].toSorted()).toEqual(REPEATABLE.map(({ method, url }) => `${method} ${url}`).toSorted());
  const found: unknown[] = [];
  await verifyDatabase(server.urls.owner, undefined, { found: (finding) => found.push(finding), purged: () => {} });
  expect(found).toEqual([]);
  expect(server.logged).toEqual([]);
  await server.close();
});

/** Rows of the trail and of the ledger. */
const countsOf = async ({ owner }: TestServer) =>
  (await owner.query('SELECT (SELECT count(*)::int FROM audit) AS acts, (SELECT count(*)::int FROM entry) AS entries')).rows[0];
