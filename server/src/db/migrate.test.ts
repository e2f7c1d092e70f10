import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
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
