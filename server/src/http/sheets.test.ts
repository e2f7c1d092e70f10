import { randomUUID } from 'node:crypto';
import { itemsOfDomains } from '@parindex/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { ask, change, makeWorld, type World } from '../testing/world.ts';

let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
});
afterAll(() => server.close());

const sheet = '/api/rounds/minh-hoa-2022/sheets/tinh-minh-hoa-01';

describe('An, clerk of Tỉnh Minh họa 01, scores the province', () => {
  it('[F21] finds an empty sheet, declares figures and an answer, and sees the points that the core computes', async () => {
    const { an } = world.people;
    const empty = await ask(server, an, 'GET', sheet);
    expect(server.logged).toEqual([]);
    expect(empty.status).toBe(200);
    expect(empty.body.items).toHaveLength(94);
    expect(empty.body.seq).toBe(0);
    expect(empty.body.columns.claimed.total.points).toBe('0/1');
    const yesNo = itemsOfDomains(world.scheme.domains).find(({ rule, conditions }) => rule.kind === 'yesNo' && conditions.length === 0);
    const saved = await ask(server, an, 'POST', `${sheet}/entries`, {
      entries: [change({ item: yesNo?.code as string }, 0, { 'answer.yes': true, justification: 'Theo Kế hoạch số 01 (minh họa)' })],
    });
    expect(server.logged).toEqual([]);
    expect(saved.body).toMatchObject({ seq: 1, entries: [{ seq: 1, replayed: false }], items: [{ code: yesNo?.code, state: 'scored' }] });
    expect(saved.status).toBe(201);
    const again = await ask(server, an, 'GET', sheet);
    expect(again.body.columns.claimed.total.points).toBe(saved.body.total.points);
    expect(again.body.items.find((item: { code: string }) => item.code === yesNo?.code).stages.claimed).toEqual({
      fields: { 'answer.yes': true, justification: 'Theo Kế hoạch số 01 (minh họa)' },
      seqs: { 'answer.yes': 1, justification: 1 },
    });
  });
  it('is told of a foreign sheet that it is not hers', async () => {
    expect((await ask(server, world.people.chi, 'GET', sheet)).status).toBe(403);
    expect((await ask(server, undefined, 'GET', sheet)).body).toMatchObject({ code: 'notSignedIn', status: 401 });
    expect((await ask(server, world.people.an, 'GET', '/api/rounds/minh-hoa-2022/sheets/khong-co')).status).toBe(404);
    void randomUUID;
  });
});
