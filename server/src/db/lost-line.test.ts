import { setTimeout as pause } from 'node:timers/promises';
import { itemsOfDomains } from '@parindex/core';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createApiServer } from '../app.ts';
import { sealOnce } from '../audit/seal.ts';
import { startTcpProxy, type TcpProxy } from '../external-services/testing/tcp-proxy.ts';
import { hashOfToken } from '../http/admission.ts';
import { anotherProcess, startTestServer, type TestServer } from '../testing/test-server.ts';
import { ask, change, makeWorld, type World } from '../testing/world.ts';
import { inBackgroundOf } from './background.ts';
import { connectPool } from './connect.ts';
import { urlAs } from './prepare.ts';
import { inTransaction, type Writing } from './transaction.ts';

const LONGEST_SILENCE = 2_000;

let server: TestServer;
let world: World;
let line: TcpProxy;
let behind: TestServer;
beforeAll(async () => {
  const made = await startTestServer();
  // Straight to PostgreSQL: the line is the story's own.
  server = { ...made, urls: { ...made.urls, app: urlAs(made.urls.super, { role: 'parindex_app', password: 'app-test' }) } };
  world = await makeWorld(server);
});
afterAll(() => server.close());
beforeEach(async () => {
  const url = new URL(server.urls.app);
  line = await startTcpProxy(url.hostname, Number(url.port));
  url.host = `127.0.0.1:${line.port}`;
  behind = await anotherProcess({ ...server, urls: { ...server.urls, app: url.href } }, server.clock, { longestSilence: LONGEST_SILENCE });
});
afterEach(async () => {
  await behind.close();
  await line.close();
});

const sheet = () => `/api/rounds/${world.round}/sheets/tinh-minh-hoa-01`;
const justify = (number: number) => change({ item: itemsOfDomains(world.scheme.domains)[number]?.code as string }, 0, { justification: `Lần ${number}` });
const declare = (process: TestServer, entry: object) => ask(process, world.people.an, 'POST', `${sheet()}/entries`, { entries: [entry] });
const asOwner = <T>({ pool }: TestServer, work: (db: Writing) => Promise<T>) =>
  inTransaction(pool, { session: hashOfToken(world.people.dung.token).toString('hex') }, server.clock.now(), true, work);

describe('[F103] a line to the database that goes silent', () => {
  it('is given up, and the next save goes over a new one: nothing is started anew', async () => {
    expect((await declare(behind, justify(0))).status).toBe(201);
    line.silence();
    const entry = justify(1);
    const lines: Record<string, unknown>[] = [];
    const app = await createApiServer(behind.context, { accessLog: { write: (text) => void lines.push(JSON.parse(text)) } });
    const logged = { ...behind, app };
    const lost = await declare(logged, entry);
    expect(lost).toMatchObject({ status: 503, body: { code: 'notReady' } });
    expect((await declare(logged, entry)).status).toBe(201);
    await app.close();
    // One line says that it was refused and why, and of the next save that all is well.
    expect(lines.filter(({ method }) => method === 'POST')).toEqual([
      expect.objectContaining({ level: 'error', status: 503, problem: 'notReady', cause: expect.stringMatching(/\w/) }),
      expect.objectContaining({ level: 'info', status: 201 }),
    ]);
  });

  it('does not keep the process from ending', async () => {
    expect((await declare(behind, justify(2))).status).toBe(201);
    line.silence();
    line.set('silent');
    await behind.close();
    behind = await anotherProcess(server);
  }, 10_000);

  it('holds up neither the sealer nor a job: both give it up and go on over a new one', async () => {
    const url = new URL(server.urls.jobs);
    url.host = `127.0.0.1:${line.port}`;
    const jobs = connectPool(url.href, 1, { longestSilence: LONGEST_SILENCE });
    await sealOnce(jobs, server.clock.now());
    line.silence();
    await expect(sealOnce(jobs, server.clock.now())).rejects.toThrow();
    expect((await declare(server, justify(4))).status).toBe(201);
    // Rows wait until every transaction of their age has ended, whosever it is.
    await expect.poll(() => sealOnce(jobs, server.clock.now())).toMatchObject({ count: expect.any(Number) });
    const limits = inBackgroundOf(
      jobs,
      async (db) =>
        (
          await sql<{ limits: string }>`SELECT concat_ws(' ', current_setting('lock_timeout'),
      current_setting('idle_in_transaction_session_timeout')) AS limits`.execute(db)
        ).rows[0]?.limits,
    );
    expect(await limits).toBe('10s 1min');
    await jobs.end();
  });

  it('a host that vanished in the midst of a transaction holds its locks for a minute at most, and for less where the operator says so', async () => {
    const limits = await asOwner(
      behind,
      async (db) =>
        (
          await sql<{ limits: string }>`SELECT concat_ws(' ', current_setting('statement_timeout'),
      current_setting('lock_timeout'), current_setting('idle_in_transaction_session_timeout')) AS limits`.execute(db)
        ).rows[0]?.limits,
    );
    expect(limits).toBe('30s 10s 1min');

    const { rows } = await server.owner.query<{ name: string }>('SELECT current_database() AS name');
    const operator = new pg.Client({ connectionString: server.urls.super });
    await operator.connect();
    await operator.query(`ALTER ROLE parindex_app IN DATABASE ${rows[0]?.name} SET idle_in_transaction_session_timeout = '500ms'`);
    await operator.end();
    const vanished = await anotherProcess({ ...server, urls: { ...server.urls, app: behind.urls.app } }, server.clock, { longestSilence: LONGEST_SILENCE });
    const holding = asOwner(vanished, async (db) => {
      await sql`SELECT app.lock_plan(${world.round})`.execute(db);
      line.silence();
      await pause(3_000);
    });
    await pause(200);
    expect((await declare(server, justify(3))).status).toBe(201);
    await expect(holding).rejects.toThrow();
    await vanished.close();
  });
});
