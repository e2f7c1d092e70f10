import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { itemsOfDomains } from '@parindex/core';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFirstKeys } from '../server/src/capabilities/operation/rotate-keys.ts';
import { migrate, ROLES } from '../server/src/db/migrate.ts';
import { prepareDatabase, urlAs } from '../server/src/db/prepare.ts';
import { Keys } from '../server/src/keys/keys.ts';
import { type EmbeddedPostgres, openEmbedded } from '../server/src/postgres/open.ts';
import { addressOf } from '../server/src/testing/address-of.ts';
import { TestClock, type TestServer } from '../server/src/testing/test-server.ts';
import { makeWorld, type World } from '../server/src/testing/world.ts';
import { itInSoak } from './it-in-soak.ts';
import { ROOT } from './product.ts';
import { sized } from './soak.ts';

const PASSWORDS = { owner: 'owner-crash', app: 'app-crash', signOn: 'sign-on-crash', jobs: 'jobs-crash', retention: 'retention-crash' };
/** Each story fills a sheet of its own. */
const PROVINCES = ['tinh-minh-hoa-01', 'tinh-minh-hoa-02', 'tinh-minh-hoa-03'] as const;
let folder: string;
let database: EmbeddedPostgres;
let world: World;
let server: ChildProcess;
let address: string;

const as = (role: keyof typeof PASSWORDS) => urlAs(database.url('postgres'), { role: ROLES[role], password: PASSWORDS[role], database: 'crash' });
const open = () => openEmbedded({ root: ROOT, folder, real: false, say: () => {} });

/** A server process of its own, as an office runs it. */
async function startServer(): Promise<void> {
  const child = spawn(process.execPath, [path.join(ROOT, 'server/src/main.ts')], {
    env: {
      ...process.env,
      PORT: '0',
      DATABASE_URL: as('app'),
      DATABASE_SIGN_ON_URL: as('signOn'),
      DATABASE_JOBS_URL: as('jobs'),
      PARINDEX_STORE: path.join(folder, 'evidence'),
      PARINDEX_KEYS: path.join(folder, 'keys'),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  server = child;
  address = await addressOf(child);
}

const killServer = () => server.kill('SIGKILL');
const killDatabase = () => process.kill(Number(readFileSync(path.join(folder, 'cluster-18', 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL');

/** As whoever looks after the machine does: what is left of the database is cleared away, and it is started again. */
async function startDatabaseAgain(): Promise<void> {
  await database.stop().catch(() => {});
  database = await open();
}

async function withOwner<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: as('owner') });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'parindex-crash-'));
  chmodSync(folder, 0o755);
  database = await open();
  await prepareDatabase(database.url('postgres'), 'crash', PASSWORDS);
  await migrate(as('owner'));
  await makeFirstKeys(as('owner'), new Keys(path.join(folder, 'keys')), new Date());
  world = await withOwner(async (owner) => {
    await owner.query(`INSERT INTO installation (kind) VALUES ('real')`);
    const made = await makeWorld({ owner, clock: new TestClock('2023-01-10T00:00:00Z') } as unknown as TestServer);
    await owner.query(`UPDATE round_step SET opens = now() - interval '1 day', closes = now() + interval '1 day' WHERE step = 'selfAssessment'`);
    await owner.query(
      `INSERT INTO membership (account_id, body_id, role, from_date, granted_at) SELECT $1, b, 'clerk', '2022-01-01', now() FROM unnest($2::text[]) AS b`,
      [made.people.an.account, PROVINCES.slice(1)],
    );
    return made;
  });
  await startServer();
}, 60_000);
afterAll(async () => {
  server?.kill('SIGKILL');
  await database?.stop();
  rmSync(folder, { recursive: true, force: true });
});

interface Save {
  readonly id: string;
  readonly item: string;
  readonly base: number;
  readonly changes: Record<string, unknown>;
}

async function send(body: string, save: Save) {
  const response = await fetch(`${address}/api/rounds/${world.round}/sheets/${body}/entries`, {
    method: 'POST',
    headers: { cookie: `parindex_session=${world.people.an.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ entries: [save] }),
  });
  const { seq, code } = (await response.json()) as { seq?: number; code?: string };
  return { status: response.status, type: response.headers.get('content-type'), code, seq };
}

/** So many saves come through before something dies. */
const SAVES = sized(30, 100);
const WRITERS = 8;
const TURNS_UNTIL_AN_ITEM_COMES_AGAIN = 11;

/** People who save into one sheet at once, each in items of their own, so that none meets another's change. */
class Rush {
  readonly sent: Save[] = [];
  readonly acknowledged = new Set<string>();
  readonly refusals: Omit<Awaited<ReturnType<typeof send>>, 'seq'>[] = [];
  readonly #body: string;
  readonly #writers: Promise<void>[];
  #over = false;

  constructor(body: string) {
    this.#body = body;
    this.#writers = Array.from({ length: WRITERS }, (_, number) => this.#write(number));
  }

  async #write(number: number): Promise<void> {
    const codes = itemsOfDomains(world.scheme.domains).map(({ code }) => code);
    let base = 0;
    for (let turn = 0; !this.#over; turn++) {
      const item = codes[number + WRITERS * (turn % TURNS_UNTIL_AN_ITEM_COMES_AGAIN)] as string;
      const save = { id: randomUUID(), item, base, changes: { justification: `người ${number}, lần ${turn}` } };
      this.sent.push(save);
      // The line breaks with the server: what became of the save is not known, and there is nobody to ask.
      const seq = await this.#sendUntilKept(save).catch(() => undefined);
      if (seq === undefined) return;
      base = seq;
    }
  }

  async #sendUntilKept(save: Save): Promise<number | undefined> {
    for (;;) {
      const { seq, ...answer } = await send(this.#body, save);
      if (answer.status === 201) {
        this.acknowledged.add(save.id);
        return seq;
      }
      this.refusals.push(answer);
      await pause(20);
    }
  }

  untilAcknowledged(more: number): Promise<void> {
    const least = this.acknowledged.size + more;
    return expect.poll(() => this.acknowledged.size).toBeGreaterThan(least);
  }

  async stop(): Promise<void> {
    this.#over = true;
    await Promise.all(this.#writers);
  }

  /** What was acknowledged is there. Whoever got no answer sends again: what was there is recognised, what was lost is kept now, nothing comes twice. */
  async expectKept(): Promise<void> {
    const stored = await withOwner(
      async (client) => (await client.query<{ id: string; seq: number }>('SELECT id, seq FROM entry WHERE body_id = $1 ORDER BY seq', [this.#body])).rows,
    );
    const ids = new Set(stored.map(({ id }) => id));
    expect([...this.acknowledged].filter((id) => !ids.has(id))).toEqual([]);
    expect(stored.map(({ seq }) => seq)).toEqual(stored.map((_, index) => index + 1));
    for (const save of this.sent.filter(({ id }) => !this.acknowledged.has(id))) expect((await send(this.#body, save)).status).toBe(201);
    const after = await withOwner(
      async (client) =>
        (
          await client.query<{ entries: number; told: number }>(
            `SELECT (SELECT count(*)::int FROM entry WHERE body_id = $1) AS entries,
              (SELECT count(*)::int FROM audit WHERE act = 'sheet.declare' AND body_id = $1) AS told`,
            [this.#body],
          )
        ).rows[0],
    );
    expect(after).toEqual({ entries: this.sent.length, told: this.sent.length });
  }
}

const ready = async () => {
  const response = await fetch(`${address}/api/ready`);
  return [response.status, ((await response.json()) as { status: string }).status];
};

describe('in the middle of saves', () => {
  itInSoak(
    '[F103] the server process dies: every save that was acknowledged is kept, none is doubled, and the next process goes on',
    {
      timeout: 120_000,
    },
    async () => {
      const rush = new Rush(PROVINCES[0]);
      await rush.untilAcknowledged(SAVES);
      killServer();
      await rush.stop();
      await startServer();
      await rush.expectKept();
    },
  );

  itInSoak(
    '[F103] the database dies: the server says that it is not ready, and goes on by itself once the database is back',
    { timeout: 120_000 },
    async () => {
      const rush = new Rush(PROVINCES[1]);
      await rush.untilAcknowledged(SAVES);
      killDatabase();
      await expect.poll(() => rush.refusals.length).toBeGreaterThan(50);
      expect(await ready()).toEqual([503, 'noDatabase']);
      await startDatabaseAgain();
      await rush.untilAcknowledged(SAVES);
      await rush.stop();
      expect(await ready()).toEqual([200, 'ready']);
      expect(rush.refusals.filter(({ status, code, type }) => status !== 503 || code !== 'notReady' || !type?.startsWith('application/problem+json'))).toEqual(
        [],
      );
      expect(server.exitCode).toBeNull();
      await rush.expectKept();
    },
  );

  it('[F103] the whole machine dies: every save that was acknowledged is kept, none is doubled, and it goes on', async () => {
    const rush = new Rush(PROVINCES[2]);
    await rush.untilAcknowledged(SAVES);
    killDatabase();
    killServer();
    await rush.stop();
    await startDatabaseAgain();
    await startServer();
    await rush.expectKept();
  });
});
