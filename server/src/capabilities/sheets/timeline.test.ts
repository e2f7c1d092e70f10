import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allAnswers } from '../../testing/answer-all.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { ask, makeWorld, type World } from '../../testing/world.ts';

let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startTestServer('2023-01-10T02:00:00Z');
  world = await makeWorld(server);
}, 120_000);
afterAll(() => server?.close());

const SHEET = '/api/rounds/minh-hoa-2022/sheets/tinh-minh-hoa-01';

describe('how the sheet of Tỉnh Minh họa 01 came to be', () => {
  it('[F107] is told by day in Vietnam: who wrote in it, and the points that stood at the end of the day', async () => {
    const { an, chi } = world.people;
    const answers = allAnswers(world.scheme, 0);
    const [first, ...others] = [answers.slice(0, 5), answers.slice(5, 30), answers.slice(30)];
    expect((await ask(server, an, 'GET', `${SHEET}/timeline`)).body.days).toEqual([]);
    await ask(server, an, 'POST', `${SHEET}/entries`, { entries: first });
    // 23:30 in Vietnam is the same day; 00:30 the next one, though the day in London is the same.
    server.clock.set('2023-01-10T16:30:00Z');
    await ask(server, an, 'POST', `${SHEET}/entries`, { entries: others[0] });
    server.clock.set('2023-01-10T17:30:00Z');
    await ask(server, an, 'POST', `${SHEET}/entries`, { entries: others[1] });
    const { status, body } = await ask(server, an, 'GET', `${SHEET}/timeline`);
    expect(status).toBe(200);
    expect(body.days.map(({ day, writers }: { day: string; writers: unknown }) => ({ day, writers }))).toEqual([
      { day: '2023-01-10', writers: [{ name: 'Nguyễn Văn An', entries: first.length + (others[0]?.length ?? 0) }] },
      { day: '2023-01-11', writers: [{ name: 'Nguyễn Văn An', entries: others[1]?.length }] },
    ]);
    const sheet = (await ask(server, an, 'GET', SHEET)).body;
    expect(body.days.at(-1)).toMatchObject({ points: sheet.columns.claimed.points.own.points, answered: body.days.at(-1).asked });
    const [before, after] = body.days
      .map(({ points }: { points: string }) => points.split('/').map(Number))
      .map(([n, d]: number[]) => (n as number) / (d as number));
    expect(before).toBeLessThan(after);
    expect((await ask(server, chi, 'GET', `${SHEET}/timeline`)).status).not.toBe(200);
  });
});
