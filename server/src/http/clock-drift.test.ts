import { randomUUID } from 'node:crypto';
import { itemsOfDomains } from '@parindex/core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anotherProcess, startTestServer, TestClock, type TestServer } from '../testing/test-server.ts';
import { ask, change, makeWorld, type World } from '../testing/world.ts';
import { leastDrift } from './clock-drift.ts';

/** The machine's clock, as far off as a story says. */
class MachineClock extends TestClock {
  readonly ofMachine = true;
  off = 0;
  override now(): Date {
    return new Date(Date.now() + this.off);
  }
}

const SHEET = '/api/rounds/minh-hoa-2022/sheets/tinh-minh-hoa-01';
let server: TestServer;
let world: World;
let other: TestServer;
const clock = new MachineClock('2023-01-15T02:00:00Z');
beforeAll(async () => {
  server = await startTestServer(new Date().toISOString());
  world = await makeWorld(server);
  await server.owner.query(`UPDATE round_step SET closes = now() + interval '30 days' WHERE step = 'selfAssessment'`);
  other = await anotherProcess(server, clock);
});
afterAll(async () => {
  await other.close();
  await server.close();
});

it('[F35] a server whose clock strays refuses what counts by its moment at once, in either direction, and lets people save', async () => {
  const { an, binh } = world.people;
  const freeze = (base: number) => ask(other, binh, 'POST', `${SHEET}/freeze`, { id: randomUUID(), base });
  const items = itemsOfDomains(world.scheme.domains);
  const save = (number: number) =>
    ask(other, an, 'POST', `${SHEET}/entries`, { entries: [change({ item: items[number]?.code as string }, 0, { justification: 'Minh họa' })] });
  for (const off of [5_000, -5_000]) {
    clock.off = off;
    const refused = await freeze(0);
    expect([refused.status, refused.body.code, Math.round(refused.body.drift / 1_000)]).toEqual([503, 'clockStrays', 5]);
  }
  const saved = await save(0);
  expect(saved.status).toBe(201);
  clock.off = 0;
  expect((await freeze(saved.body.seq)).body.code).not.toBe('clockStrays');
});

it('[F35] what the answer took on its way is not held against a clock', () => {
  const now = performance.now();
  const slow = { at: new Date(Date.now() - 2_000), asked: now - 4_000, heard: now };
  expect(leastDrift({ now: () => new Date() }, slow)).toBeLessThan(250);
});
