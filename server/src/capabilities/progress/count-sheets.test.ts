import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { allAnswers } from '../../testing/answer-all.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { ask, makeWorld, type PersonName, type World } from '../../testing/world.ts';
import { type CountedSheet, KeptCounts } from './kept-counts.ts';

let server: TestServer;
let world: World;
/** Bodies that take part besides the three of the world. */
const MORE = Array.from({ length: 117 }, (_, index) => `xa-minh-hoa-${index + 1}`);
const round = '/api/rounds/minh-hoa-2022';

beforeAll(async () => {
  server = await startTestServer('2023-01-09T02:00:00Z');
  world = await makeWorld(server);
  await ask(server, world.people.an, 'POST', `${round}/sheets/tinh-minh-hoa-01/entries`, { entries: allAnswers(world.scheme, 0) });
  await server.owner.query(`INSERT INTO body (id, kind) SELECT id, 'commune' FROM unnest($1::text[]) AS id`, [MORE]);
  await server.owner.query(`INSERT INTO participant (round_id, body_id, position) SELECT $1, id, 10 FROM unnest($2::text[]) AS id`, [world.round, MORE]);
  await server.owner.query(
    `INSERT INTO cell (round_id, body_id, stage, target_kind, target, fields, seqs)
      SELECT c.round_id, id, c.stage, c.target_kind, c.target, c.fields, c.seqs FROM cell c, unnest($1::text[]) AS id WHERE c.body_id = 'tinh-minh-hoa-01'`,
    [MORE],
  );
});
afterAll(async () => {
  expect(server.logged).toEqual([]);
  await server.close();
});

const counted = (of: string) => ({ counts: {}, stages: [], decided: new Map(), before: null, of }) as unknown as CountedSheet;

describe('counting the sheets of a round', () => {
  it('is shared by all who ask at once, and lets others have their turn after each sheet', async () => {
    let turn = 0;
    let counting = true;
    const others = (): void => {
      turn += 1;
      if (counting) setImmediate(others);
    };
    /** In which turn of the loop each sheet was counted. */
    const turns: number[] = [];
    const keep = KeptCounts.prototype.keep;
    const kept = vi.spyOn(KeptCounts.prototype, 'keep').mockImplementation(function (this: KeptCounts, from, sheet) {
      turns.push(turn);
      keep.call(this, from, sheet);
    });
    others();
    const person = (name: PersonName, path: string) => ask(server, world.people[name], 'GET', `${round}${path}`);
    const answers = await Promise.all([
      person('dung', '/running-ranking'),
      person('dung', '/running-ranking'),
      person('dung', '/overview'),
      person('dung', '/board'),
    ]);
    counting = false;
    kept.mockRestore();
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(answers.map(({ body }) => body.bodies ?? body.rows.length)).toEqual(Array(4).fill(MORE.length + 3));
    expect(turns).toHaveLength(MORE.length + 3);
    const together = [...Map.groupBy(turns, (at) => at).values()].map(({ length }) => length);
    expect(Math.max(...together)).toBeLessThanOrEqual(2 * answers.length);
  });

  it('goes on by itself where whoever counted before it failed', async () => {
    const counts = new KeptCounts();
    const from = { sheet: 'r/a', mark: '1' };
    const failed = counts.count([from], () => Promise.reject(new Error('away')));
    expect(counts.counting(from)).toBeDefined();
    await Promise.all([expect(failed).rejects.toThrow('away'), counts.counting(from)]);
    expect(counts.counting(from)).toBeUndefined();
  });

  it('keeps what was asked for last, however few sheets other rounds have', () => {
    const counts = new KeptCounts(3);
    const of = (sheet: string, mark = '1') => ({ sheet, mark });
    for (const sheet of ['a/1', 'a/2']) counts.keep(of(sheet), counted(sheet));
    for (let other = 1; other <= 9; other += 1) {
      counts.keep(of(`r${other}/1`), counted('other'));
      expect([counts.find(of('a/1')), counts.find(of('a/2'))]).toEqual([counted('a/1'), counted('a/2')]);
    }
    expect(counts.find(of('r8/1'))).toBeUndefined();
  });

  it('keeps a sheet as each of its readers sees it side by side', () => {
    const counts = new KeptCounts(3);
    const marks = ['with verdicts', 'without'];
    for (const mark of marks) counts.keep({ sheet: 'a/1', mark }, counted(mark));
    expect(marks.map((mark) => counts.find({ sheet: 'a/1', mark }))).toEqual(marks.map(counted));
  });
});
