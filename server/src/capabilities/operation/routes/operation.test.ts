import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { operationAnswer } from '@parindex/core/contracts/schemas/index';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sealAll } from '../../../audit/testing/seal-all.ts';
import { recordBackup } from '../../../backup/record.ts';
import { writeBackup } from '../../../backup/write.ts';
import { startTestServer, type TestServer } from '../../../testing/test-server.ts';
import { ask, makeWorld, type World } from '../../../testing/world.ts';

let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
});
afterAll(() => server.close());

const MIGRATIONS = readdirSync(new URL('../../../db/migrations', import.meta.url)).filter((name) => name.endsWith('.sql'));

describe('Lan, administrator of the whole installation, looks after it', () => {
  it('sees release, database, migrations, and that no backup is known here', async () => {
    const { status, body } = await ask(server, world.people.lan, 'GET', '/api/operation');
    expect(status).toBe(200);
    expect(operationAnswer.safeParse(body).error).toBeUndefined();
    const { rows } = await server.owner.query<{ server_version: string }>('SHOW server_version');
    expect(body).toMatchObject({
      database: { version: rows[0]?.server_version, migrations: MIGRATIONS.map((name) => name.replace(/\.sql$/, '')).toSorted() },
      lastBackup: null,
      trail: { number: 0, at: null, waitingSince: null },
      askedAt: server.clock.now().toISOString(),
    });
    expect(body.release).toMatch(/^\d+\.\d+\.\d+/);
  });

  it('sees what waits to be sealed, and when it was last', async () => {
    await ask(server, world.people.an, 'POST', '/api/me/corrections', { field: 'name', value: 'Nguyễn Văn Ân', reason: 'Theo quyết định (minh họa)' });
    expect((await ask(server, world.people.lan, 'GET', '/api/operation')).body.trail).toMatchObject({
      number: 0,
      unsealed: 1,
      waitingSince: server.clock.now().toISOString(),
    });
    await sealAll(server);
    expect((await ask(server, world.people.lan, 'GET', '/api/operation')).body.trail).toEqual({
      number: 1,
      at: server.clock.now().toISOString(),
      unsealed: 0,
      waitingSince: null,
    });
  });

  it('[F100] sees of which moment the last backup is', async () => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'parindex-operation-')), 'sao-luu');
    const moment = new Date('2022-12-31T10:00:00Z');
    await recordBackup(server.urls.owner, await writeBackup(server.urls.owner, file, moment, []), moment, []);
    expect((await ask(server, world.people.lan, 'GET', '/api/operation')).body.lastBackup).toEqual({ at: moment.toISOString() });
    const { body } = await ask(server, world.people.khanh, 'GET', '/api/audit?act=installation.backUp');
    expect(body.items).toMatchObject([{ act: 'installation.backUp', actor: null, content: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/) } }]);
    rmSync(path.dirname(file), { recursive: true });
  });

  it('alone: an auditor and an owner may not', async () => {
    expect((await ask(server, world.people.khanh, 'GET', '/api/operation')).status).toBe(403);
    expect((await ask(server, world.people.dung, 'GET', '/api/operation')).status).toBe(403);
    expect((await ask(server, undefined, 'GET', '/api/operation')).status).toBe(401);
    expect(server.logged).toEqual([]);
  });
});
