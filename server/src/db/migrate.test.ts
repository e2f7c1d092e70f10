import { randomBytes, randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { nameSearchText } from '@parindex/core/bodies/index';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { sealAll } from '../audit/testing/seal-all.ts';
import { restoreBackup } from '../backup/restore.ts';
import type { Finding } from '../capabilities/audit-trail/findings.ts';
import { verifyDatabase } from '../capabilities/audit-trail/verify.ts';
import { upgradeDatabase } from '../capabilities/operation/upgrade-database.ts';
import { COPIED_ROUND, LIVED_AT, LIVED_ROUND } from '../testing/lived-round.ts';
import { signIn, startTestServer } from '../testing/test-server.ts';
import { ask, change } from '../testing/world.ts';
import { migrate } from './migrate.ts';
import { urlAs } from './prepare.ts';

const FOLDER = new URL('./migrations/', import.meta.url).pathname;
let database: string;
let url: string;
let folder: string;

async function withClient<T>(address: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

beforeEach(async () => {
  database = `test_${randomBytes(6).toString('hex')}`;
  folder = mkdtempSync(path.join(tmpdir(), 'parindex-migrations-'));
  cpSync(FOLDER, folder, { recursive: true });
  await withClient(inject('postgres'), (client) => client.query(`CREATE DATABASE ${database} OWNER parindex_owner ENCODING 'UTF8' TEMPLATE template0`));
  url = urlAs(inject('postgres'), { role: 'parindex_owner', password: 'owner-test', database });
});
afterEach(async () => {
  await withClient(inject('postgres'), (client) => client.query(`DROP DATABASE ${database} WITH (FORCE)`));
  rmSync(folder, { recursive: true, force: true });
});

describe('migrations', () => {
  it('are applied once among many processes that start at the same moment', async () => {
    const applied = await Promise.all(Array.from({ length: 4 }, () => migrate(url)));
    expect(applied.flat()).toEqual([...new Set(applied.flat())]);
    expect(applied.flat()).toContain('2026-11-24-rounds-people-ledger');
    expect(await migrate(url)).toEqual([]);
  });

  it('go forward over data that is there, and one that fails leaves all as it was', async () => {
    await migrate(url);
    await withClient(url, (client) => client.query(`INSERT INTO body (id, kind) VALUES ('tinh-minh-hoa-01', 'province')`));
    writeFileSync(path.join(folder, '9000-01-01-torn.sql'), `ALTER TABLE body ADD COLUMN colour text; UPDATE body SET colour = 'đỏ'; SELECT 1 / 0;`);
    await expect(migrate(url, folder)).rejects.toThrow(/division by zero/);
    expect(await withClient(url, async (client) => (await client.query('SELECT * FROM body')).rows[0])).not.toHaveProperty('colour');
    writeFileSync(path.join(folder, '9000-01-01-torn.sql'), `ALTER TABLE body ADD COLUMN colour text; UPDATE body SET colour = 'đỏ';`);
    expect(await migrate(url, folder)).toEqual(['9000-01-01-torn']);
    expect(await withClient(url, async (client) => (await client.query('SELECT id, colour FROM body')).rows)).toEqual([
      { id: 'tinh-minh-hoa-01', colour: 'đỏ' },
    ]);
  });

  it('refuse a database that has gone further than this release', async () => {
    writeFileSync(path.join(folder, '9000-01-01-later.sql'), 'SELECT 1;');
    await migrate(url, folder);
    await expect(migrate(url)).rejects.toThrow(/9000-01-01-later/);
  });
});

describe('functions and policies', () => {
  const definitions = () =>
    withClient(url, async (client) => ({
      functions: (
        await client.query(
          `SELECT pg_get_functiondef(oid) AS text, proacl::text FROM pg_proc WHERE pronamespace = 'app'::regnamespace ORDER BY oid::regprocedure::text`,
        )
      ).rows,
      policies: (await client.query('SELECT * FROM pg_policies ORDER BY tablename, policyname')).rows,
    }));

  it('are made anew when their text has changed: as the files say, whatever was there', async () => {
    await migrate(url);
    const before = await definitions();
    await withClient(url, async (client) => {
      await client.query(`CREATE FUNCTION app.of_before() RETURNS boolean LANGUAGE sql AS 'SELECT true'`);
      await client.query(`CREATE POLICY of_before ON cell TO parindex_app USING (app.of_before())`);
      await client.query(`DROP POLICY cell_read ON cell`);
      await client.query(`DROP FUNCTION app.receipt`);
      await client.query(`CREATE FUNCTION app.receipt(code text) RETURNS text LANGUAGE sql AS 'SELECT code'`);
      await client.query(`CREATE OR REPLACE FUNCTION app.refuse_change() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'`);
    });
    expect(await migrate(url)).toEqual([]);
    expect(await definitions()).not.toEqual(before);
    await withClient(url, (client) => client.query(`UPDATE migration_repeatable SET hash = 'of the release before'`));
    expect(await migrate(url)).toEqual([]);
    expect(await definitions()).toEqual(before);
  });

  it('are not put back by a program of an older release: it does not start', async () => {
    await migrate(url);
    const before = await definitions();
    await withClient(url, async (client) => {
      await client.query(`DROP POLICY cell_read ON cell`);
      await client.query(`UPDATE migration_repeatable SET release = release + 1, hash = 'of the release after'`);
    });
    await expect(migrate(url)).rejects.toThrow(/an older program does not put its own back/);
    expect(await definitions()).not.toEqual(before);
  });

  it('are away while a migration runs: it may change what they read, and one that calls them fails on an empty database and on one that is there', async () => {
    writeFileSync(path.join(folder, '9000-01-01-calls.sql'), 'SELECT app.today();');
    await expect(migrate(url, folder)).rejects.toThrow(/9000-01-01-calls.*app\.today/);
    await migrate(url);
    const before = await definitions();
    await expect(migrate(url, folder)).rejects.toThrow(/9000-01-01-calls.*app\.today/);
    expect(await definitions()).toEqual(before);
    writeFileSync(path.join(folder, '9000-01-01-calls.sql'), 'ALTER TABLE cell ALTER round_id TYPE varchar(100);');
    expect(await migrate(url, folder)).toEqual(['9000-01-01-calls']);
    expect((await definitions()).functions).toEqual(before.functions);
  });
});

/** Every table with its rows, as they stand. */
const allRows = (address: string) =>
  withClient(address, async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname NOT LIKE 'migration%' ORDER BY 1`,
    );
    const all: Record<string, object[]> = {};
    for (const { name } of tables) all[name] = (await client.query(`SELECT to_jsonb(t) AS row FROM ${name} t ORDER BY 1`)).rows.map(({ row }) => row);
    return all;
  });

describe('a database of the release before', () => {
  /** What that release wrote itself while it was lived in (testing/lived-round.ts), as its own backup keeps it. */
  const LANDED = { last: '2026-11-24-rounds-people-ledger', lines: new URL('./testing/2026-11-24-lived.jsonl', import.meta.url) };

  it('[F100] comes to the present with all that was written in it: kept to the letter, served, worked on, and held by the trail', async () => {
    const later = readdirSync(folder).filter((name) => name.slice(0, -'.sql'.length) > LANDED.last);
    for (const name of later) rmSync(path.join(folder, name));
    expect(await migrate(url, folder)).toEqual([LANDED.last]);
    const file = path.join(folder, 'lived.parindex');
    writeFileSync(file, gzipSync(readFileSync(LANDED.lines)));
    await restoreBackup({ ownerUrl: url, file, kind: 'real', moment: new Date(LIVED_AT) });
    const { audit: told = [], ...before } = await allRows(url);
    expect(Object.values(before).flat().length).toBeGreaterThan(80);

    expect(await upgradeDatabase(url, new Date(LIVED_AT))).toEqual(later.map((name) => name.slice(0, -'.sql'.length)).toSorted());
    expect(await upgradeDatabase(url, new Date(LIVED_AT))).toEqual([]);
    const { audit = [], ...kept } = await allRows(url);
    // What that release called frozen or not is a state of three since (2026-11-29).
    const participant = before['participant']?.map(({ frozen, ...row }: { frozen?: boolean }) => ({ ...row, state: frozen ? 'frozen' : 'open' }));
    // Waits after failed sign-ins began anew when guessed names came to be kept as hashes alone (2026-12-08).
    // Names are found by their abbreviations too since (2026-12-19), as the core makes them.
    type Row = { full_name: string; short_name: string; sort_name: string };
    const body_name = (before['body_name'] as Row[] | undefined)?.map((row) => ({
      ...row,
      search_key: nameSearchText({ full: row.full_name, short: row.short_name, sort: row.sort_name }),
    }));
    expect(kept).toMatchObject({ ...before, participant, body_name, sign_in_slowing: [] });
    expect(audit.slice(0, -1)).toEqual(told);
    expect(audit.at(-1)).toMatchObject({ act: 'installation.tellRegisters' });

    const server = await startTestServer(LIVED_AT, 'real', database);
    try {
      const as = async (name: string) => {
        const { rows } = await server.owner.query<{ id: string }>('SELECT id FROM account WHERE email = $1', [`${name}@minh-hoa.example`]);
        return { token: await signIn(server, rows[0]?.id as string) };
      };
      const [an, binh, dung, lan] = [await as('an'), await as('binh'), await as('dung'), await as('lan')];
      const round = `/api/rounds/${LIVED_ROUND}`;
      const sheet = `${round}/sheets/tinh-minh-hoa-01`;
      const shown = await ask(server, an, 'GET', sheet);
      expect(shown.body).toMatchObject({ seq: 3, state: 'open' });
      expect(shown.body.items[0].stages.claimed.fields).toEqual({ 'answer.yes': true, justification: 'Theo kế hoạch (minh họa)' });
      expect((await ask(server, dung, 'GET', `${round}/extensions`)).body.items).toHaveLength(3);
      expect((await ask(server, dung, 'GET', `${round}/takeovers`)).body.takeovers).toMatchObject([{ from: 'mau-cu', to: 'mau-moi' }]);
      expect((await ask(server, dung, 'GET', `/api/rounds/${COPIED_ROUND}`)).body).toMatchObject({ state: 'draft', copiedFrom: LIVED_ROUND });
      expect((await ask(server, lan, 'GET', '/api/people')).body.items).toHaveLength(10);

      const done = async (...[who, method, place, body]: [Parameters<typeof ask>[1], 'POST' | 'PUT', string, unknown]) =>
        expect((await ask(server, who, method, place, body)).status, place).toBeLessThan(300);
      const answers = [change({ item: '1.3' }, 3, { 'answer.yes': true }), change({ item: '2.1' }, 3, { 'answer.points': '1' })];
      await done(an, 'POST', `${sheet}/entries`, { entries: answers });
      await done(binh, 'POST', `${sheet}/freeze`, { id: randomUUID(), base: 5 });
      const { version } = (await ask(server, dung, 'GET', round)).body;
      await done(dung, 'PUT', `${round}/exclusions`, { version, exclusions: [] });

      await sealAll(server);
      const found: Finding[] = [];
      const verdict = await verifyDatabase(server.urls.owner, {}, { found: (finding) => found.push(finding), purged: () => {} });
      expect({ found, unsealed: verdict.unsealed }).toEqual({ found: [], unsealed: 0 });
      expect(verdict.registers).toBeGreaterThan(30);
      expect(server.logged).toEqual([]);
    } finally {
      await server.close();
    }
  });
});
