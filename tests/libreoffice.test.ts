import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressOf } from '../server/src/capabilities/evidence/testing/upload-file.ts';
import { KINDS } from '../server/src/file-inspection/kinds.ts';
import { startTestServer, type TestServer } from '../server/src/testing/test-server.ts';
import { ask, change, makeWorld, type World } from '../server/src/testing/world.ts';

const SHEET = '/api/rounds/minh-hoa-2022/sheets/tinh-minh-hoa-01';
const isThere = spawnSync('soffice', ['--version']).status === 0;

let folder: string;
let server: TestServer;
let world: World;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'parindex-libreoffice-'));
  server = await startTestServer();
  world = await makeWorld(server);
});
afterAll(async () => {
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Opens a file in LibreOffice and saves it as another kind. */
function saveAs(name: string, kind: string): void {
  const own = `-env:UserInstallation=file://${folder}/profile`;
  execFileSync('soffice', [own, '--headless', '--convert-to', kind, '--outdir', folder, path.join(folder, name)], { stdio: 'ignore', timeout: 90_000 });
}

async function workbook(bytes?: Buffer): Promise<Response> {
  const headers = { cookie: `parindex_session=${world.people.an.token}` };
  const sent = bytes && { method: 'POST', headers: { ...headers, 'content-type': KINDS.xlsx.mediaType }, body: new Uint8Array(bytes) };
  return fetch(`${await addressOf(server)}${SHEET}/workbook`, sent ?? { headers });
}

describe('LibreOffice', () => {
  it('opens a sheet’s workbook, fills in one figure and gives it back: that one change is seen, and nothing else', async (ctx) => {
    if (!isThere) ctx.skip('không có LibreOffice trên máy này (no LibreOffice here)');
    const entered = [
      change({ figure: 'planTasksDone' }, 0, { value: '1234' }),
      change({ item: '2.4.1' }, 0, { justification: 'Kiểm thử dấu: ưỡ ỷ ặ đ (minh họa)' }),
    ];
    expect((await ask(server, world.people.an, 'POST', `${SHEET}/entries`, { entries: entered })).status).toBe(201);
    writeFileSync(path.join(folder, 'sheet.xlsx'), Buffer.from(await (await workbook()).arrayBuffer()));
    saveAs('sheet.xlsx', 'fods');
    const opened = readFileSync(path.join(folder, 'sheet.fods'), 'utf8');
    expect(opened).toContain('Kiểm thử dấu: ưỡ ỷ ặ đ (minh họa)');
    expect(opened.split('office:value="1234"')).toHaveLength(2);
    writeFileSync(path.join(folder, 'filled.fods'), opened.replace('office:value="1234"', 'office:value="1235"'));
    saveAs('filled.fods', 'xlsx:Calc MS Excel 2007 XML');
    const told = await workbook(readFileSync(path.join(folder, 'filled.xlsx')));
    expect(await told.json()).toMatchObject({
      changes: [{ target: { kind: 'figure', id: 'planTasksDone' }, before: '1234', after: '1235' }],
      conflicts: [],
      refused: [],
    });
  });
});
