import { itemsOfDomains } from '@parindex/core';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { urlAs } from '../db/prepare.ts';
import { anotherProcess, startTestServer, TestClock, type TestServer } from '../testing/test-server.ts';
import { ask, change, makeWorld, type World } from '../testing/world.ts';

let server: TestServer;
let world: World;
let operator: pg.Client;
let database: string;
beforeAll(async () => {
  const made = await startTestServer();
  // Straight to PostgreSQL, whatever stands before it in this run: these are its own words.
  server = { ...made, urls: { ...made.urls, app: urlAs(made.urls.super, { role: 'parindex_app', password: 'app-test' }) } };
  world = await makeWorld(server);
  database = new URL(server.urls.super).pathname.slice(1);
  operator = new pg.Client({ connectionString: urlAs(server.urls.super, { database: 'postgres' }) });
  await operator.connect();
});
afterAll(async () => {
  await operator.end();
  await server.close();
});

const sheet = () => `/api/rounds/${world.round}/sheets/tinh-minh-hoa-01`;
const show = (process: TestServer) => ask(process, world.people.an, 'GET', sheet());
const declare = (process: TestServer, entry: object) => ask(process, world.people.an, 'POST', `${sheet()}/entries`, { entries: [entry] });
/** A save of an item that no other save of these stories touches. */
const justify = (number: number) => change({ item: itemsOfDomains(world.scheme.domains)[number]?.code as string }, 0, { justification: `Lần ${number}` });

/** A server process of this story alone, whose connections are made after what the operator has set. */
async function inProcess(work: (process: TestServer) => Promise<void>): Promise<void> {
  const process = await anotherProcess(server);
  try {
    await work(process);
    expect(process.logged).toEqual([]);
  } finally {
    await process.close();
  }
}

/** Somebody changes the round's plan, and takes their time over it: whoever saves waits for them. */
async function whilePlanIsHeld(work: () => Promise<void>): Promise<void> {
  await server.owner.query('BEGIN');
  await server.owner.query('SELECT pg_advisory_xact_lock(app.plan_key($1))', [world.round]);
  try {
    await work();
  } finally {
    await server.owner.query('ROLLBACK');
  }
}

const connections = `pg_stat_activity WHERE datname = $1 AND usename = 'parindex_app'`;
const waiting = async () => (await operator.query(`SELECT FROM ${connections} AND wait_event_type = 'Lock'`, [database])).rowCount;
const endConnections = () => operator.query(`SELECT pg_terminate_backend(pid) FROM ${connections}`, [database]);

function expectNotReady({ status, body, headers }: Awaited<ReturnType<typeof ask>>): void {
  expect({ status, body }).toEqual({
    status: 503,
    body: { type: 'urn:parindex:problem:notReady', title: 'Máy chủ chưa sẵn sàng.', status: 503, code: 'notReady' },
  });
  expect(headers['content-type']).toMatch(/^application\/problem\+json/);
}

describe('[F103] what the database refuses is told as not ready, and the same request is kept once the database takes it', () => {
  it('a connection that the administrator ends while a save waits', () =>
    inProcess(async (process) => {
      const entry = justify(0);
      await whilePlanIsHeld(async () => {
        const save = declare(process, entry);
        await expect.poll(waiting).toBe(1);
        await endConnections();
        expectNotReady(await save);
      });
      expect((await declare(process, entry)).body).toMatchObject({ entries: [{ id: entry.id, replayed: false }] });
    }));

  it('connections that end again and again, at whatever point a request is', () =>
    inProcess(async (process) => {
      const entries = Array.from({ length: 40 }, (_, index) => justify(10 + index));
      let over = false;
      const ending = (async () => {
        while (!over) await endConnections();
      })();
      const answers = await Promise.all(entries.map((entry) => declare(process, entry)));
      over = true;
      await ending;
      const refused = answers.filter(({ status }) => status !== 201);
      expect(refused.length).toBeGreaterThan(0);
      refused.forEach(expectNotReady);
      // Whether a save was kept whose answer was lost, the next sending tells; it is kept once.
      for (const entry of entries) expect((await declare(process, entry)).status).toBe(201);
      const { rows } = await server.owner.query('SELECT id, count(*)::int AS n FROM entry WHERE id = ANY ($1) GROUP BY id', [entries.map(({ id }) => id)]);
      expect(rows).toEqual(expect.arrayContaining(entries.map(({ id }) => ({ id, n: 1 }))));
    }));

  it('no room on the database’s disk: 507 and one line, while reading goes on', async () => {
    await server.owner.query(`CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE 'could not extend file "base/1/1": No space left on device' USING ERRCODE = 'disk_full'; END $$`);
    await server.owner.query('CREATE TRIGGER no_room BEFORE INSERT ON entry FOR EACH STATEMENT EXECUTE FUNCTION no_room()');
    const process = await anotherProcess(server);
    const ready = async () => (await process.app.inject({ url: '/api/ready' })).json();
    try {
      const entry = justify(5);
      const { status, body } = await declare(process, entry);
      expect([status, body.code]).toEqual([507, 'storageFull']);
      expect(process.logged).toEqual([expect.stringMatching(/^POST \/api\/rounds\/\S+entries: storageFull: could not extend file[^\n]+$/)]);
      expect(await ready()).toEqual({ status: 'storageFull' });
      expect((await show(process)).status).toBe(200);
      await server.owner.query('DROP TRIGGER no_room ON entry');
      expect((await declare(process, entry)).status).toBe(201);
      server.clock.pass(31_000);
      expect(await ready()).toMatchObject({ status: expect.stringMatching(/^(ready|clockStrays)$/) });
    } finally {
      await server.owner.query('DROP FUNCTION no_room CASCADE');
      await process.close();
    }
  });

  it('a pool that is full is said to be busy, by a server that goes on', async () => {
    // Its clock goes with the database's.
    const process = await anotherProcess(server, Object.assign(new TestClock('2023-01-15'), { now: () => new Date() }));
    const held = await Promise.all(Array.from({ length: 10 }, () => process.pool.connect()));
    const next = process.pool.connect();
    try {
      const { statusCode, json } = await process.app.inject({ url: '/api/ready' });
      expect([statusCode, json()]).toEqual([200, { status: 'busy', waiting: 1 }]);
    } finally {
      for (const client of held) client.release();
      (await next).release();
    }
    expect((await process.app.inject({ url: '/api/ready' })).json()).toEqual({ status: 'ready' });
    await process.close();
  });

  it('a database that takes no connections for a while', () =>
    inProcess(async (process) => {
      await operator.query(`ALTER DATABASE ${database} ALLOW_CONNECTIONS false`);
      await endConnections();
      expectNotReady(await show(process));
      expect((await process.app.inject({ url: '/api/ready' })).json()).toEqual({ status: 'noDatabase' });
      // The process itself lives: nobody is to start it anew for this.
      expect((await process.app.inject({ url: '/api/health' })).statusCode).toBe(200);
      await operator.query(`ALTER DATABASE ${database} ALLOW_CONNECTIONS true`);
      expect((await show(process)).status).toBe(200);
    }));

  it('more connections than it has', () =>
    inProcess(async (process) => {
      await operator.query(`ALTER DATABASE ${database} CONNECTION LIMIT 0`);
      expectNotReady(await show(process));
      await operator.query(`ALTER DATABASE ${database} CONNECTION LIMIT -1`);
      expect((await show(process)).status).toBe(200);
    }));

  it('a role that may not sign on', async () => {
    // A role that is not there, not a wrong password: the PgBouncer of test:debian lets that pass.
    const wrong = { ...server, urls: { ...server.urls, app: urlAs(server.urls.app, { role: 'parindex_nobody' }) } };
    const process = await anotherProcess(wrong);
    expectNotReady(await show(process));
    await process.close();
  });

  it.each([
    ['a lock that it waits for longer than the operator lets it', 'lock_timeout', 1],
    ['an answer that takes longer than the operator lets it', 'statement_timeout', 2],
  ])('%s', async (_, setting, number) => {
    await operator.query(`ALTER ROLE parindex_app IN DATABASE ${database} SET ${setting} = '200ms'`);
    await inProcess(async (process) => {
      const entry = justify(number);
      await whilePlanIsHeld(async () => expectNotReady(await declare(process, entry)));
      expect((await declare(process, entry)).status).toBe(201);
    });
    await operator.query(`ALTER ROLE parindex_app IN DATABASE ${database} RESET ${setting}`);
  });
});
