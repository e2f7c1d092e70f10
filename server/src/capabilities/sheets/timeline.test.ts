import type { FoldedEntry, Takeover } from '@parindex/core/ledger/index';
import { foldSheet } from '@parindex/core/ledger/index';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allAnswers } from '../../testing/answer-all.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { ask, change, makeWorld, type World } from '../../testing/world.ts';
import { foldDay, NOTHING_FOLDED } from './timeline.ts';

let server: TestServer;
let world: World;
/** Ledgers read, with how many of their entries. */
const read: { readonly text: string; readonly rows: number }[] = [];
beforeAll(async () => {
  server = await startTestServer('2023-01-10T02:00:00Z');
  server.pool.on('connect', (client: pg.PoolClient) => {
    const query = client.query.bind(client) as (...args: unknown[]) => Promise<{ rows: unknown[] }>;
    Object.assign(client, {
      query: async (...args: unknown[]) => {
        const answer = await query(...args);
        const text = typeof args[0] === 'string' ? args[0] : (args[0] as { text: string }).text;
        if (/from "entry"/i.test(text)) read.push({ text, rows: answer.rows.length });
        return answer;
      },
    });
  });
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

  it('reads and folds what was entered since it was last asked for, and no texts', async () => {
    const { an } = world.people;
    const timeline = async () => {
      read.length = 0;
      return (await ask(server, an, 'GET', `${SHEET}/timeline`)).body.days;
    };
    const before = await timeline();
    expect(read).toEqual([]);
    server.clock.set('2023-01-12T02:00:00Z');
    const { seq } = (await ask(server, an, 'GET', SHEET)).body;
    await ask(server, an, 'POST', `${SHEET}/entries`, { entries: [change({ item: '1.1' }, seq, { justification: 'Minh họa' })] });
    const [after, again] = await Promise.all([timeline(), timeline()]);
    expect(again).toEqual(after);
    expect(read.map(({ rows }) => rows)).toEqual([1]);
    expect(read[0]?.text).not.toMatch(/payload/);
    expect(after.slice(0, -1)).toEqual(before);
    expect(after.at(-1)).toMatchObject({ day: '2023-01-12', points: before.at(-1).points });
  });
});

describe('a ledger folded day by day', () => {
  const entry = (seq: number, edition: string, id: string, value: string): FoldedEntry => ({
    seq,
    act: 'declare',
    stage: 'claimed',
    standing: 'effective',
    edition,
    target: { kind: 'item', id },
    changes: { 'answer.points': value },
  });
  const takeover: Takeover = { from: 'a', to: 'b', items: { '1': '2' }, figures: {}, after: 3, dropped: [] };
  const entries = [entry(1, 'a', '1', '0.1'), entry(2, 'a', '1', '0.2'), entry(3, 'a', '1', '0.3'), entry(5, 'b', '2', '0.5')];
  const plain = (sheet: ReturnType<typeof foldSheet>) => [...sheet.columns.claimed].map(([key, { fields }]) => [key, fields]);

  it('is at each day what the entries until then come to, under the present edition', async () => {
    let folded = NOTHING_FOLDED;
    for (const [from, to] of [
      [0, 2],
      [2, 4],
    ] as const) {
      const { so, asNow } = await foldDay(folded, entries.slice(from, to), [takeover]);
      folded = so;
      expect(plain(asNow)).toEqual(plain(foldSheet(entries.slice(0, to), [takeover])));
    }
    expect(folded).toMatchObject({ seq: 5, takeovers: 1 });
  });

  it('lets others have their turn while a day is long', async () => {
    let turns = 0;
    let folding = true;
    const others = (): void => {
      turns += 1;
      if (folding) setImmediate(others);
    };
    others();
    await foldDay(
      NOTHING_FOLDED,
      Array.from({ length: 5_000 }, (_, index) => entry(index + 1, 'a', '1', '0.1')),
      [],
    );
    folding = false;
    expect(turns).toBeGreaterThanOrEqual(10);
  });
});
