import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { itemsOfDomains } from '@parindex/core';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from '../server/src/db/migrate.ts';
import { prepareDatabase, urlAs } from '../server/src/db/prepare.ts';
import { type EmbeddedPostgres, openEmbedded } from '../server/src/postgres/open.ts';
import { TestClock, type TestServer } from '../server/src/testing/test-server.ts';
import { makeWorld, type World } from '../server/src/testing/world.ts';
import { ROOT } from './product.ts';

const PASSWORDS = { owner: 'owner-crash', app: 'app-crash', jobs: 'jobs-crash', retention: 'retention-crash' };
let folder: string;
let database: EmbeddedPostgres;
let world: World;
let server: ChildProcess | undefined;

const as = (role: keyof typeof PASSWORDS) => urlAs(database.url('postgres'), { role: `parindex_${role}`, password: PASSWORDS[role], database: 'crash' });
const open = () => openEmbedded({ root: ROOT, folder, real: false, say: () => {} });

/** A server process of its own, as an office runs it. */
async function startServer(): Promise<string> {
  const child = spawn(process.execPath, [path.join(ROOT, 'server/src/main.ts')], {
    env: { ...process.env, PORT: '0', DATABASE_URL: as('app'), DATABASE_JOBS_URL: as('jobs') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  server = child;
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
      const address = /http:\/\/\S+/.exec(said)?.[0];
      if (address) resolve(address.replace('localhost', '127.0.0.1'));
    });
    child.on('close', () => reject(new Error(`the server ended: ${said}`)));
  });
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
  world = await withOwner(async (owner) => {
    await owner.query(`INSERT INTO installation (kind) VALUES ('real')`);
    const made = await makeWorld({ owner, clock: new TestClock('2023-01-10T00:00:00Z') } as unknown as TestServer);
    await owner.query(`UPDATE round_step SET opens = now() - interval '1 day', closes = now() + interval '1 day' WHERE step = 'selfAssessment'`);
    return made;
  });
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

describe('a machine that dies in the middle of saves', () => {
  it('[F103] keeps every save that was acknowledged, doubles none, and goes on', { timeout: 120_000 }, async () => {
    const codes = itemsOfDomains(world.scheme.domains).map(({ code }) => code);
    let address = await startServer();
    const sent: Save[] = [];
    const acknowledged = new Set<string>();
    let dead = false;
    const send = async (save: Save) => {
      const response = await fetch(`${address}/api/rounds/${world.round}/sheets/tinh-minh-hoa-01/entries`, {
        method: 'POST',
        headers: { cookie: `parindex_session=${world.people.an.token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ entries: [save] }),
      });
      const { seq } = (await response.json()) as { seq: number };
      return { status: response.status, seq };
    };
    // Each writer has items of their own, so that none meets another's change.
    const writer = async (number: number) => {
      let base = 0;
      for (let turn = 0; !dead; turn++) {
        const save = { id: randomUUID(), item: codes[number + 8 * (turn % 11)] as string, base, changes: { justification: `người ${number}, lần ${turn}` } };
        sent.push(save);
        // The line breaks with the machine: what came back is not known.
        const answer = await send(save).catch(() => undefined);
        if (answer?.status !== 201) continue;
        acknowledged.add(save.id);
        base = answer.seq;
      }
    };
    const writers = Array.from({ length: 8 }, (_, number) => writer(number));
    await expect.poll(() => acknowledged.size, { timeout: 20_000 }).toBeGreaterThan(100);
    const postmaster = Number(readFileSync(path.join(folder, 'cluster-18', 'postmaster.pid'), 'utf8').split('\n')[0]);
    process.kill(postmaster, 'SIGKILL');
    server?.kill('SIGKILL');
    dead = true;
    await Promise.all(writers);

    await database.stop().catch(() => {});
    database = await open();
    address = await startServer();
    const stored = await withOwner(async (client) => (await client.query<{ id: string; seq: number }>('SELECT id, seq FROM entry ORDER BY seq')).rows);
    const ids = new Set(stored.map(({ id }) => id));
    expect([...acknowledged].filter((id) => !ids.has(id))).toEqual([]);
    expect(stored.map(({ seq }) => seq)).toEqual(stored.map((_, index) => index + 1));
    // Whoever got no answer sends again: what was there is recognised, what was lost is kept now, nothing comes twice.
    for (const save of sent.filter(({ id }) => !acknowledged.has(id))) expect((await send(save)).status).toBe(201);
    const after = await withOwner(
      async (client) =>
        (
          await client.query<{ entries: number; told: number }>(
            `SELECT (SELECT count(*)::int FROM entry) AS entries, (SELECT count(*)::int FROM audit WHERE act = 'sheet.declare') AS told`,
          )
        ).rows[0],
    );
    expect(after).toEqual({ entries: sent.length, told: sent.length });
  });
});
