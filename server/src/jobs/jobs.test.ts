import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { inBackgroundOf } from '../db/background.ts';
import { connectPool } from '../db/connect.ts';
import { inTransactionAs } from '../db/transaction.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { makeWorld, type PersonName, type World } from '../testing/world.ts';
import { cancelJob, forgetEnded, holdJob, makeJobDue, releaseJob, renewJob, sendJob } from './queries/jobs.ts';
import { type JobKind, type RunningJob, runNext } from './run-job.ts';
import { startJobs } from './start-jobs.ts';

/** One of the kinds that a request may send. */
const KIND = 'evidence.check';

let server: TestServer;
let world: World;
/** Two processes, as far as the database can tell. */
let pools: readonly [pg.Pool, pg.Pool];
beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
  pools = [connectPool(server.urls.jobs, 3), connectPool(server.urls.jobs, 3)];
});
afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.end()));
  await server.close();
});
beforeEach(async () => void (await server.owner.query('DELETE FROM job')));

const as = <T>(person: PersonName, work: Parameters<typeof inTransactionAs<T>>[3]): Promise<T> =>
  inTransactionAs(server.context, world.people[person].account, server.clock.now(), work);

async function send(person: PersonName, later = false): Promise<string> {
  const id = randomUUID();
  const { account, membership } = world.people[person];
  await as(person, (db) => sendJob(db, { id, kind: KIND, account, membership: membership ?? null, input: { n: 1 }, later }));
  return id;
}

const rowOf = async (id: string) => (await server.owner.query('SELECT * FROM job WHERE id = $1', [id])).rows[0];
const kindOf = (run: JobKind['run'], more: Partial<JobKind> = {}): JobKind => ({ kind: KIND, run, ...more });

it('is done once, by one of many processes, in the name of whoever asked for it', async () => {
  const ids = await Promise.all(Array.from({ length: 6 }, () => send('an')));
  const done: RunningJob[] = [];
  const all = async (pool: pg.Pool) => {
    while (await runNext(pool, [kindOf(async (job) => void done.push(job))]));
  };
  await Promise.all(pools.map(all));
  expect(done.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
  const { account, membership } = world.people.an;
  expect(done[0]).toMatchObject({ account, office: membership ?? null, input: { n: 1 }, attempts: 1 });
  expect(await rowOf(ids[0] as string)).toMatchObject({ state: 'done', holder: null, ended_at: expect.any(Date) });
});

it('goes with the transaction that asked for it, and waits for what is still to come', async () => {
  await expect(
    as('an', async (db) => {
      await sendJob(db, { id: randomUUID(), kind: KIND, account: world.people.an.account, membership: null });
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  const later = await send('an', true);
  const kind = kindOf(async () => {});
  expect(await runNext(pools[0], [kind])).toBe(false);
  await as('an', (db) => makeJobDue(db, later));
  expect(await runNext(pools[0], [kind])).toBe(true);
});

it('is its person’s own to see, to send and to cancel; whoever administers the whole sees all', async () => {
  const id = await send('an');
  const seen = (person: PersonName) => as(person, async (db) => (await db.selectFrom('job').select('id').execute()).map((row) => row.id));
  expect(await seen('an')).toEqual([id]);
  expect(await seen('lan')).toEqual([id]);
  expect(await seen('chi')).toEqual([]);
  expect(await as('chi', (db) => cancelJob(db, id))).toBe(false);
  await expect(as('chi', (db) => sendJob(db, { id: randomUUID(), kind: KIND, account: world.people.an.account, membership: null }))).rejects.toThrow(
    'row-level security',
  );
  expect(await as('an', (db) => cancelJob(db, id))).toBe(true);
  expect(await runNext(pools[0], [kindOf(async () => {})])).toBe(false);
});

it('of another kind, or in an office of somebody else, no request sends', async () => {
  const { account, membership } = world.people.an;
  for (const other of [{ kind: 'evidence.sweep' }, { membership: world.people.binh.membership as string }])
    await expect(as('an', (db) => sendJob(db, { id: randomUUID(), kind: KIND, account, membership: membership ?? null, ...other }))).rejects.toThrow(
      'row-level security',
    );
});

it('is held by a request for a minute at most, and by nobody else’s', async () => {
  const id = await send('an');
  const before = await rowOf(id);
  for (const stranger of ['chi', 'binh', 'lan'] as const) {
    expect(await as(stranger, (db) => holdJob(db, id, randomUUID(), 10))).toBe(false);
    expect(await rowOf(id)).toEqual(before);
  }
  const holder = randomUUID();
  expect(await as('an', (db) => holdJob(db, id, holder, 86_400))).toBe(true);
  const { rows } = await server.owner.query<{ most: boolean }>(`SELECT held_until <= clock_timestamp() + interval '1 minute' AS most FROM job WHERE id = $1`, [
    id,
  ]);
  expect(rows).toEqual([{ most: true }]);
  for (const stranger of ['chi', 'lan'] as const) {
    expect(await as(stranger, (db) => renewJob(db, id, holder, 10))).toBeNull();
    await as(stranger, (db) => releaseJob(db, id, holder));
  }
  expect(await rowOf(id)).toMatchObject({ holder });
  await as('an', (db) => releaseJob(db, id, holder));
  expect(await rowOf(id)).toMatchObject({ holder: null });
});

it('that is cancelled while it goes on is told so, and stays cancelled; how far it has come is seen meanwhile', async () => {
  const id = await send('an');
  const begun = new EventEmitter();
  const running = runNext(pools[0], [
    kindOf(async ({ signal, progress }) => {
      await progress(3, 10);
      begun.emit('begun');
      await once(signal, 'abort');
    }),
  ]);
  await once(begun, 'begun');
  expect(await rowOf(id)).toMatchObject({ state: 'waiting', done_steps: '3', all_steps: '10' });
  expect(await as('an', (db) => cancelJob(db, id))).toBe(true);
  await running;
  expect(await rowOf(id)).toMatchObject({ state: 'cancelled' });
});

it('that breaks off is begun again behind those that were begun less often; what was not its fault does not count', async () => {
  const [first, second] = [await send('an'), await send('an')];
  const order: string[] = [];
  const broken = kindOf(
    async ({ id }) => {
      order.push(id);
      throw new Error('away');
    },
    { attemptsAfter: () => 2 },
  );
  for (let times = 0; times < 8; times += 1) await expect(runNext(pools[0], [broken])).rejects.toThrow('away');
  expect(order.slice(0, 4)).toEqual([first, second, first, second]);
  expect((await rowOf(first)).attempts).toBe(2);
  await runNext(pools[0], [kindOf(async () => {})]);
  expect([(await rowOf(first)).state, (await rowOf(second)).state].toSorted()).toEqual(['done', 'waiting']);
});

it('that breaks off as often as its kind allows has failed for good', async () => {
  const id = await send('an');
  const broken = kindOf(() => Promise.reject(new Error('no')), { mostAttempts: 2 });
  for (let times = 0; times < 2; times += 1) await expect(runNext(pools[0], [broken])).rejects.toThrow('no');
  expect(await runNext(pools[0], [broken])).toBe(false);
  expect(await rowOf(id)).toMatchObject({ state: 'failed', attempts: 2 });
});

it('of a process that was killed is free again once its time has run out', async () => {
  const id = await send('an');
  const child = spawn(process.execPath, [fileURLToPath(new URL('testing/work-and-die.ts', import.meta.url)), server.urls.jobs, KIND], { stdio: 'inherit' });
  await once(child, 'exit');
  expect(child.signalCode).toBe('SIGKILL');
  const kind = kindOf(async () => {});
  expect(await runNext(pools[0], [kind])).toBe(false);
  await expect.poll(() => runNext(pools[0], [kind]), { interval: 500 }).toBe(true);
  expect(await rowOf(id)).toMatchObject({ state: 'done' });
});

it('done again and again is one row for all processes, goes on at once where there is more, and stops cleanly', async () => {
  let [runs, atOnce] = [0, 0];
  const kind = kindOf(
    async () => {
      atOnce += 1;
      expect(atOnce).toBe(1);
      runs += 1;
      await new Promise((resolve) => setTimeout(resolve, 20));
      atOnce -= 1;
      return runs < 5;
    },
    { everySeconds: 600 },
  );
  const stops = pools.map((pool) => startJobs({ pool, log: server.context.log }, [kind]));
  await expect.poll(() => runs).toBe(5);
  await Promise.all(stops.map((stop) => stop()));
  const { rows } = await server.owner.query('SELECT kind, state, due_at > clock_timestamp() AS waits FROM job ORDER BY kind');
  expect(rows).toEqual([
    { kind: KIND, state: 'waiting', waits: true },
    { kind: 'jobs.forget', state: 'waiting', waits: true },
  ]);
  expect(server.logged.filter((line) => line.includes('job'))).toEqual([]);
});

it('of a kind is done by so many at a time as it says, and one that breaks off lets its kind rest', async () => {
  const wakes = new EventEmitter();
  let [most, now, done] = [0, 0, 0];
  const kind = kindOf(
    async () => {
      now += 1;
      most = Math.max(most, now);
      await new Promise((resolve) => setTimeout(resolve, 50));
      now -= 1;
      done += 1;
      if (done === 6) throw new Error('broken off (story)');
    },
    { atOnce: 2, restSeconds: 60 },
  );
  const stop = startJobs({ pool: pools[0], log: server.context.log }, [kind], [wakes]);
  // It has looked, and found nothing.
  await new Promise((resolve) => setTimeout(resolve, 300));
  for (let times = 0; times < 6; times += 1) await send('an');
  wakes.emit('work');
  await expect.poll(() => done, { interval: 20 }).toBeGreaterThanOrEqual(6);
  expect(most).toBe(2);
  await expect.poll(() => server.logged.some((line) => line.includes('broken off (story)')), { interval: 20 }).toBe(true);
  // A look that was under way when it broke off may still have taken one; none begins after.
  await new Promise((resolve) => setTimeout(resolve, 300));
  const before = done;
  expect(before).toBeLessThanOrEqual(7);
  await send('an');
  wakes.emit('work');
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(done).toBe(before);
  await stop();
});

it('that ended long ago is forgotten', async () => {
  const id = await send('an');
  await runNext(pools[0], [kindOf(async () => {})]);
  await server.owner.query(`UPDATE job SET ended_at = ended_at - interval '31 days' WHERE id = $1`, [id]);
  await send('an');
  expect(await inBackgroundOf(pools[0], (db) => forgetEnded(db, 30))).toBe(1);
});

it('[F94] under its role nobody reads what mails and reminders say or to which address they go, nor begins an upload', async () => {
  const refused = [
    'SELECT says FROM mail',
    'SELECT address FROM mail',
    'SELECT told FROM mail',
    'SELECT told FROM reminder',
    'SELECT * FROM mail',
    'INSERT INTO upload DEFAULT VALUES',
  ];
  for (const statement of refused) await expect(pools[0].query(statement), statement).rejects.toThrow('permission denied');
  for (const statement of ['SELECT id, state FROM mail', 'SELECT account_id, key FROM reminder']) await pools[0].query(statement);
});
