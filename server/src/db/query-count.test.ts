import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { ask, makeWorld, type World } from '../testing/world.ts';

let server: TestServer;
let world: World;
const asked: string[] = [];
/** What frames a request's transaction; the rest are its queries. */
const FRAME = /^(?:BEGIN|SELECT app\.begin_request|COMMIT|ROLLBACK)/;

beforeAll(async () => {
  server = await startTestServer('2023-01-15T00:00:00Z');
  server.pool.on('connect', (client: pg.PoolClient) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    Object.assign(client, {
      query: (...args: unknown[]) => {
        const text = typeof args[0] === 'string' ? args[0] : (args[0] as { text: string }).text;
        if (!FRAME.test(text)) asked.push(text);
        return query(...args);
      },
    });
  });
  world = await makeWorld(server);
});
afterAll(() => server.close());

/** How many queries a request makes, once the edition has been read. */
async function queriesOf(person: 'an' | 'dung', url: string): Promise<number> {
  await ask(server, world.people[person], 'GET', url);
  asked.length = 0;
  const { status, body } = await ask(server, world.people[person], 'GET', url);
  expect(status).toBe(200);
  expect(body).toBeTruthy();
  return asked.length;
}

describe('queries of a request', () => {
  it('are few for a sheet of 94 items, and as many for 630 bodies as for 3', async () => {
    const [sheet, list] = [`/api/rounds/${world.round}/sheets/tinh-minh-hoa-01`, `/api/rounds/${world.round}/sheets`];
    const board = `/api/rounds/${world.round}/board`;
    const count = async () => ({
      sheet: await queriesOf('an', sheet),
      review: await queriesOf('an', `${sheet}/review`),
      list: await queriesOf('dung', list),
      board: await queriesOf('dung', board),
      boardBody: await queriesOf('dung', `${board}/bodies/tinh-minh-hoa-01`),
    });
    const few = await count();
    expect(few.sheet).toBeGreaterThan(0);
    expect(few.sheet).toBeLessThanOrEqual(8);
    expect(few.review).toBeLessThanOrEqual(few.sheet + 1);
    expect(few.list).toBeLessThanOrEqual(10);
    // One more where sheets have changed since the last look.
    expect(few.board).toBeLessThanOrEqual(9);
    expect(few.boardBody).toBeLessThanOrEqual(10);
    const ids = Array.from({ length: 627 }, (_, index) => `xa-minh-hoa-${index + 1}`);
    await server.owner.query(`INSERT INTO body (id, kind) SELECT id, 'commune' FROM unnest($1::text[]) AS id`, [ids]);
    await server.owner.query(`INSERT INTO participant (round_id, body_id, position) SELECT $1, id, 10 FROM unnest($2::text[]) AS id`, [world.round, ids]);
    expect(await count()).toEqual(few);
    const seen: string[] = [];
    for (let next: string | null = ''; next !== null; ) {
      const { body } = await ask(server, world.people.dung, 'GET', next === '' ? list : `${list}?after=${next}`);
      seen.push(...body.sheets.map((sheet: { body: { id: string } }) => sheet.body.id));
      next = body.next;
    }
    expect(seen).toHaveLength(630);
    expect(new Set(seen).size).toBe(630);
  });
});
