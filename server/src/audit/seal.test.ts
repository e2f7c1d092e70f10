import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sized } from '../../../tests/soak.ts';
import { verifyDatabase } from '../capabilities/audit-trail/verify.ts';
import { makeFirstKeys } from '../capabilities/operation/rotate-keys.ts';
import { connectPool, queriesOver } from '../db/connect.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { countUnsealed } from './queries/seal.ts';
import { recordAct } from './record.ts';
import { sealOnce, startSealer } from './seal.ts';
import { sealAll } from './testing/seal-all.ts';

let server: TestServer;
let jobs: pg.Pool;
let writers: pg.Client[];

const WRITERS = 4;

beforeAll(async () => {
  server = await startTestServer();
  await makeFirstKeys(server.urls.owner, server.context.keys, server.clock.now());
  jobs = connectPool(server.urls.jobs, 3);
  writers = await Promise.all(
    Array.from({ length: WRITERS }, async () => {
      const client = new pg.Client({ connectionString: server.urls.owner });
      await client.connect();
      return client;
    }),
  );
});
afterAll(async () => {
  await Promise.all([jobs.end(), ...writers.map((client) => client.end())]);
  await server.close();
});

let acts = 0;

/** Writes an audit row in the transaction that is open; answers its subject. */
async function act(client: pg.Client): Promise<string> {
  acts += 1;
  const subject = `body:${acts}` as const;
  const acting = { db: queriesOver(client as unknown as pg.PoolClient), account: null, membership: null, receivedAt: server.clock.now() };
  await recordAct(acting, {
    act: 'body.change',
    subject,
    content: { count: String(acts) },
    ...(acts % 3 === 0 ? { erasable: { note: `Ghi chú ${acts}` } } : {}),
  });
  return subject;
}

const seal = (most?: number) => sealOnce(jobs, server.clock.now(), most, server.context.keys);

/** The subjects in the blocks, in their order. */
async function sealedSubjects(): Promise<string[]> {
  const { rows } = await server.owner.query<{ subject: string }>(
    'SELECT a.subject FROM seal s CROSS JOIN LATERAL unnest(s.rows) WITH ORDINALITY r (n, position) JOIN audit a ON a.n = r.n ORDER BY s.number, r.position',
  );
  return rows.map(({ subject }) => subject);
}

async function findings(): Promise<string[]> {
  const found: string[] = [];
  await verifyDatabase(server.urls.owner, { keys: server.context.keys.seals() }, { found: (finding) => found.push(JSON.stringify(finding)), purged: () => {} });
  return found;
}

type Move = { readonly who: number; readonly does: 'write' | 'commit' | 'abort' | 'savepoint' } | { readonly seals: 1 | 2; readonly most: number };

const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ who: fc.nat(WRITERS - 1), does: fc.constant('write' as const) }) },
  {
    weight: 4,
    arbitrary: fc.record({ who: fc.nat(WRITERS - 1), does: fc.constantFrom('commit' as const, 'commit' as const, 'abort' as const, 'savepoint' as const) }),
  },
  { weight: 3, arbitrary: fc.record({ seals: fc.constantFrom(1 as const, 2 as const), most: fc.constantFrom(1, 2, 3, 100) }) },
);

/** Four writers whose transactions lie across each other, some given up, and one sealer or two at once. */
async function play(moves: readonly Move[], kept: string[]): Promise<void> {
  const open: (string[] | undefined)[] = Array.from({ length: WRITERS });
  const end = async (who: number, how: 'COMMIT' | 'ROLLBACK') => {
    if (!open[who]) return;
    await writers[who]?.query(how);
    if (how === 'COMMIT') kept.push(...(open[who] ?? []));
    open[who] = undefined;
  };
  const write = async (who: number, given: boolean) => {
    const client = writers[who] as pg.Client;
    if (!open[who]) {
      await client.query('BEGIN');
      open[who] = [];
    }
    if (!given) return void open[who]?.push(await act(client));
    // A part that is given up inside a transaction that goes on.
    await client.query('SAVEPOINT part');
    await act(client);
    await client.query('ROLLBACK TO part');
  };
  for (const step of moves) {
    if ('seals' in step) await Promise.all(Array.from({ length: step.seals }, () => seal(step.most)));
    else if (step.does === 'commit') await end(step.who, 'COMMIT');
    else if (step.does === 'abort') await end(step.who, 'ROLLBACK');
    else await write(step.who, step.does === 'savepoint');
  }
  for (let who = 0; who < WRITERS; who += 1) await end(who, who % 2 === 0 ? 'COMMIT' : 'ROLLBACK');
}

describe('the sealer', () => {
  it('[F95] leaves a row alone while a transaction as old as it runs, and takes it after', async () => {
    const [slow, quick] = writers as [pg.Client, pg.Client];
    await slow.query('BEGIN');
    const first = await act(slow);
    const second = await act(quick);
    expect(await seal()).toBeUndefined();
    const third = await act(slow);
    await slow.query('COMMIT');
    await sealAll(server, server.context.keys);
    expect(await sealedSubjects()).toEqual([first, second, third]);
    expect(await seal()).toBeUndefined();
    expect(await findings()).toEqual([]);
  });

  it('[F95] neither skips nor doubles a row, whatever lies across each other', async () => {
    const kept = await sealedSubjects();
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 5, maxLength: 40, size: 'max' }), async (moves) => {
        await play(moves, kept);
        await sealAll(server, server.context.keys);
        expect((await sealedSubjects()).toSorted()).toEqual(kept.toSorted());
      }),
      { numRuns: sized(15, 60) },
    );
    expect(await findings()).toEqual([]);
  });

  it('[F95] goes on after the trail was moved into a PostgreSQL whose transactions count anew, and loses no row that waited or was being written', async () => {
    const kept = await sealedSubjects();
    const [waits, writes] = writers as [pg.Client, pg.Client];
    kept.push(await act(waits));
    // As after pg_dump and pg_restore: the ids of the cluster it came from lie far ahead.
    await server.owner.query(`INSERT INTO seal_epoch (number, cluster, after_n, after_block, horizon, begun_at)
      SELECT max(e.number) + 1, 'elsewhere', 0, (SELECT max(number) FROM seal), '9000000000000000', now() FROM seal_epoch e`);
    kept.push(await act(waits));
    expect(await countUnsealed(queriesOver(server.owner as unknown as pg.PoolClient))).toBe(2);
    expect(await findings()).toEqual([]);
    await writes.query('BEGIN');
    kept.push(await act(writes));
    const sealing = seal();
    await expect.poll(async () => (await server.owner.query(`SELECT FROM pg_locks WHERE relation = 'audit'::regclass AND NOT granted`)).rowCount).toBe(1);
    await writes.query('COMMIT');
    expect(await sealing).toMatchObject({ count: 3, moved: true });
    expect(await seal()).toBeUndefined();
    kept.push(await act(waits));
    expect(await countUnsealed(queriesOver(server.owner as unknown as pg.PoolClient))).toBe(1);
    expect((await sealAll(server, server.context.keys))?.moved).toBeUndefined();
    expect((await sealedSubjects()).toSorted()).toEqual(kept.toSorted());
    expect(await findings()).toEqual([]);
    // What is slipped in below is still told from what waits.
    await server.owner.query('BEGIN');
    await server.owner.query(
      `INSERT INTO audit (n, at, act, subject, content, hash, xid) OVERRIDING SYSTEM VALUE SELECT -1, at, act, subject, content, hash, '1' FROM audit ORDER BY n LIMIT 1`,
    );
    const { rows } = await server.owner.query<{ below: boolean }>(
      'SELECT a.xid < p.horizon OR a.n <= p.after_n AS below FROM audit a CROSS JOIN app.sealing_place() p WHERE a.n = -1',
    );
    expect(rows).toEqual([{ below: true }]);
    await server.owner.query('ROLLBACK');
  });

  it('[F95] races itself safely beside writers at full speed, and stops cleanly', async () => {
    const others = connectPool(server.urls.jobs, 2);
    const { keys } = server.context;
    const context = { clock: server.clock, log: (text: string, error: unknown) => server.logged.push(`${text} ${error}`) };
    const stops = [startSealer({ ...context, pool: jobs, keys }), startSealer({ ...context, pool: others, keys })];
    const kept = await sealedSubjects();
    let over = false;
    const race = async () => {
      while (!over) await Promise.all([seal(7), sealOnce(others, server.clock.now(), 5, keys)]);
    };
    const racing = race();
    await Promise.all(
      writers.map(async (client, who) => {
        for (let turn = 0; turn < 60; turn += 1) {
          await client.query('BEGIN');
          const written = [await act(client)];
          if (turn % 3 === who % 3) written.push(await act(client), await act(client));
          const gone = (turn + who) % 5 === 0;
          await client.query(gone ? 'ROLLBACK' : 'COMMIT');
          if (!gone) kept.push(...written);
        }
      }),
    );
    over = true;
    await racing;
    await Promise.all(stops.map((stop) => stop()));
    await sealAll(server, server.context.keys);
    await others.end();
    expect(server.logged).toEqual([]);
    expect((await sealedSubjects()).toSorted()).toEqual(kept.toSorted());
    expect(await findings()).toEqual([]);
  });
});
