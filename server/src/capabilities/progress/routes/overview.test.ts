import { afterAll, beforeAll, expect, it } from 'vitest';
import { allAnswers } from '../../../testing/answer-all.ts';
import { startTestServer, type TestServer } from '../../../testing/test-server.ts';
import { ask, makeWorld, type PersonName, type World } from '../../../testing/world.ts';

let server: TestServer;
let world: World;
const round = '/api/rounds/minh-hoa-2022';
const [ONE, TWO] = ['tinh-minh-hoa-01', 'tinh-minh-hoa-02'] as const;

const as = (person: PersonName, method: 'GET' | 'POST', path: string, body?: unknown) => ask(server, world.people[person], method, `${round}${path}`, body);
const overview = async () => (await as('dung', 'GET', '/overview')).body;

beforeAll(async () => {
  server = await startTestServer('2023-01-09T02:00:00Z');
  world = await makeWorld(server);
  const save = async (person: PersonName, body: string, share: number) => {
    const answers = allAnswers(world.scheme, 0);
    const entries = answers.slice(0, Math.ceil(answers.length * share));
    expect((await as(person, 'POST', `/sheets/${body}/entries`, { entries })).status).toBe(201);
  };
  await save('an', ONE, 1);
  server.clock.set('2023-01-10T02:00:00Z');
  await save('chi', TWO, 0.5);
});
afterAll(async () => {
  expect(server.logged).toEqual([]);
  await server.close();
});

it('[F79] [F107] a round at a glance tells where points are lost over all bodies, and how an item is spread', async () => {
  const told = await overview();
  const board = (await as('dung', 'GET', '/board')).body;
  const answered = board.rows.reduce((sum: number, row: { answered: number; claims: number }) => sum + row.answered - row.claims, 0);
  expect(told.items.reduce((sum: number, item: { answered: number }) => sum + item.answered, 0)).toBe(answered);
  const [costly] = told.items.filter(({ losing }: { losing: number }) => losing > 0);
  const spread = (await as('dung', 'GET', `/overview/items/${costly.code}`)).body;
  expect(spread.values.flatMap(({ bodies }: { bodies: unknown[] }) => bodies)).toHaveLength(costly.answered);
  expect((await as('dung', 'GET', '/overview/items/khong-co')).status).toBe(404);
  expect((await as('an', 'GET', '/overview')).status).toBe(403);
});

it('[F107] and how many of the items that bodies have to score were begun on which day: what does not count for a body is neither asked nor begun', async () => {
  const { bodies, before, pace } = await overview();
  const asked = (await as('dung', 'GET', '/board')).body.rows.map((row: { asked: number }) => row.asked);
  expect([bodies, before, pace.opens]).toEqual([3, null, '2022-12-31T17:00:00.000Z']);
  expect(pace.asked).toBe(asked.reduce((sum: number, one: number) => sum + one, 0));
  const [first, second, ...more] = pace.days;
  // Everything was entered at once: by answers, and by figures where the points go by these.
  expect(first).toEqual({ day: '2023-01-09', count: asked[0] });
  expect(second).toMatchObject({ day: '2023-01-10' });
  expect([second.count > 0, second.count < asked[1], more]).toEqual([true, true, []]);
  await server.owner.query(`INSERT INTO exclusion (round_id, body_id, item, legal_basis) VALUES ($1, $2, '1.1', 'Công văn (minh họa)')`, [world.round, ONE]);
  const excluded = (await overview()).pace;
  expect([excluded.asked, excluded.days[0].count]).toEqual([pace.asked - 1, first.count - 1]);
});

it('[F107] beside the round that it was copied from, counted likewise', async () => {
  const plan = { id: 'minh-hoa-2023', ownerBody: 'bo-minh-hoa', year: 2023, copyFrom: world.round };
  expect((await ask(server, world.people.dung, 'POST', '/api/rounds', plan)).body).toMatchObject({ rankingShown: 'overseers' });
  const told = (await ask(server, world.people.dung, 'GET', '/api/rounds/minh-hoa-2023/overview')).body;
  expect(told).toMatchObject({ bodies: 3, pace: { days: [] }, before: { round: world.round, year: 2022 } });
  const { asked, days } = (await overview()).pace;
  expect([told.before.asked, told.before.days]).toEqual([asked, days]);
});
