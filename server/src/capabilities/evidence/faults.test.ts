import { randomUUID } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { readdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sized } from '../../../../tests/soak.ts';
import { CachedHealth } from '../../external-services/cached-health.ts';
import { openScanner, type Scanner } from '../../scanner/scanner.ts';
import { provenScanner, signBehind } from '../../scanner/scanner-reach.ts';
import { openFolder } from '../../storage/folder.ts';
import { objectKey } from '../../storage/keys.ts';
import { StorageDown, StorageFull } from '../../storage/storage-faults.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { ask, makeWorld, type World } from '../../testing/world.ts';
import { finishNext } from './finish-upload.ts';
import { scanWaiting } from './scan-waiting.ts';
import { scrub } from './scrub.ts';
import { sweep } from './sweep.ts';
import { ToldScanner } from './testing/told-scanner.ts';
import { finishAll, sendFile, sendPiece, sha256Of, textFile, uploadFile, workOf } from './testing/upload-file.ts';
import type { EvidenceWork } from './work.ts';

const SHEET = '/api/rounds/minh-hoa-2022/sheets/tinh-minh-hoa-01';
const MOMENT = '2023-01-15T02:00:00Z';
/** So often is tried again what cannot be kept. */
const TRIES = sized(3, 8);

let folder: string;
let server: TestServer;
let world: World;
let work: ReturnType<typeof workOf>;
const scanner = new ToldScanner();
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parindex-faults-'));
  server = await startTestServer(MOMENT, 'real', 'parindex_template', {
    storage: await openFolder(folder),
    scanner,
    scannerState: new CachedHealth(() => scanner.version(), { now: () => new Date() }),
  });
  world = await makeWorld(server);
  work = workOf(server);
});
afterAll(async () => {
  await work.close();
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const fileOf = (document: string) => `${SHEET}/documents/${document}/versions/1/file`;

describe('the scanner', () => {
  it('[F27] down: uploads go on, nothing becomes readable or found; back again, all is scanned', async () => {
    const { an } = world.people;
    scanner.says = 'down';
    const brought = await uploadFile(server, work, an, SHEET, 'chờ quét.txt', textFile('chuyện chờ quét'));
    expect(brought.state).toBe('kept');
    const state = async () => (await ask(server, an, 'GET', `${SHEET}/documents/${brought.document}`)).body.versions[0].file.state;
    expect(await state()).toBe('waitingForScan');
    const read = await ask(server, an, 'GET', fileOf(brought.document));
    expect([read.status, read.body.code, read.body.state]).toEqual([409, 'notReadable', 'waitingForScan']);
    const hits = async () => (await ask(server, an, 'GET', '/api/rounds/minh-hoa-2022/evidence?q=chuyen+cho+quet')).body.items.length;
    expect(await hits()).toBe(0);
    expect(await scanWaiting(work)).toBe(false);
    scanner.says = 'clean';
    expect(await scanWaiting(work)).toBe(true);
    expect(await state()).toBe('readable');
    expect(await hits()).toBe(1);
  });

  it('[F27] what it finds at arrival is refused; what it finds later goes, and its record stays', async () => {
    const { an } = world.people;
    scanner.says = 'infected';
    const refused = await uploadFile(server, work, an, SHEET, 'xấu.txt', textFile('có mã độc'));
    expect([refused.state, refused.refusal?.code]).toEqual(['refused', 'infected']);
    scanner.says = 'down';
    const bytes = textFile('mã độc về sau');
    const { document } = await uploadFile(server, work, an, SHEET, 'xấu sau.txt', bytes);
    scanner.says = 'infected';
    await scanWaiting(work);
    scanner.says = 'clean';
    const { body } = await ask(server, an, 'GET', `${SHEET}/documents/${document}`);
    expect(body.versions[0].file).toMatchObject({ state: 'infected', sha256: sha256Of(bytes) });
    expect(await server.context.evidence.storage.stat(objectKey(sha256Of(bytes)))).toBeUndefined();
    const { rows } = await server.owner.query(`SELECT content FROM audit WHERE act = 'evidence.scan' AND subject = $1`, [`document:${document}`]);
    expect(rows[0].content).toMatchObject({ found: 'Minh.Hoa', sha256: sha256Of(bytes) });
    expect((await uploadFile(server, work, an, SHEET, 'lại.txt', bytes)).refusal?.code).toBe('infected');
  });

  it('[F27] a file that it gives no verdict on, and one that is lost, hold no other up', async () => {
    const { an } = world.people;
    scanner.says = 'down';
    const lost = textFile('tệp bị mất khi chờ quét');
    const away = await uploadFile(server, work, an, SHEET, 'mất.txt', lost);
    const refused = await uploadFile(server, work, an, SHEET, 'nặng.txt', textFile(scanner.refuses));
    const fine = await uploadFile(server, work, an, SHEET, 'thường.txt', textFile('tệp thường'));
    await rm(join(folder, objectKey(sha256Of(lost))));
    scanner.says = 'clean';
    expect(await scanWaiting(work)).toBe(true);
    const state = async (document: string) => (await ask(server, an, 'GET', `${SHEET}/documents/${document}`)).body.versions[0].file.state;
    expect([await state(fine.document), await state(refused.document)]).toEqual(['readable', 'waitingForScan']);
    // Nothing is left that could be scanned now: it rests.
    expect(await scanWaiting(work)).toBe(false);
    scanner.refuses = 'không còn giới hạn nào';
    await writeFile(join(folder, objectKey(sha256Of(lost))), lost);
    server.clock.set('2023-01-15T03:00:00Z');
    expect(await scanWaiting(work)).toBe(true);
    expect([await state(away.document), await state(refused.document)]).toEqual(['readable', 'readable']);
    server.clock.set(MOMENT);
  });
});

const REAL = process.env['PARINDEX_TEST_CLAMD'];

describe.skipIf(!REAL)('Debian’s clamd', () => {
  it('[F27] keeps out what carries the test file, and lets read what is clean', async () => {
    const real = provenScanner(openScanner(REAL) as Scanner, 20_000_000);
    const scanned: EvidenceWork = { ...work, evidence: { ...work.evidence, scanner: real } };
    const sign: Buffer[] = [];
    for await (const piece of signBehind(0)) sign.push(piece);
    const harmful = Buffer.concat(sign).subarray(30 + 'padding'.length + 30 + 'sign.txt'.length, 30 + 'padding'.length + 30 + 'sign.txt'.length + 68);
    const { an } = world.people;
    expect((await uploadFile(server, scanned, an, SHEET, 'xấu.txt', harmful)).refusal?.code).toBe('infected');
    const good = await uploadFile(server, scanned, an, SHEET, 'tốt.txt', textFile('sạch'));
    expect((await ask(server, an, 'GET', `${SHEET}/documents/${good.document}`)).body.versions[0].file.state).toBe('readable');
  });
});

describe('the store', () => {
  it('[F103] full or away: the upload stays as it came, and is checked once there is room', async () => {
    const { an } = world.people;
    const id = await sendFile(server, an, SHEET, textFile('đĩa đầy'));
    const { storage } = server.context.evidence;
    const full = Object.assign(Object.create(storage), {
      readArrival: storage.readArrival.bind(storage),
      withArrivalFile: storage.withArrivalFile.bind(storage),
      dropArrival: storage.dropArrival.bind(storage),
      keepArrival: () => Promise.reject(new StorageFull(new Error('ENOSPC'))),
    });
    const broken: EvidenceWork = { ...work, evidence: { ...work.evidence, storage: full } };
    // However often it is tried meanwhile.
    for (let times = 0; times < TRIES; times += 1) await expect(finishNext(broken)).rejects.toThrow(StorageFull);
    expect((await ask(server, an, 'GET', `/api/uploads/${id}`)).body.state).toBe('received');
    await finishAll(work);
    expect((await ask(server, an, 'GET', `/api/uploads/${id}`)).body.state).toBe('kept');
  });

  it('[F103] silent: who reads files and begins uploads waits, and nobody who saves does', async () => {
    const { an } = world.people;
    const { document } = await uploadFile(server, work, an, SHEET, 'tệp.txt', textFile('kho im lặng'));
    const { storage } = server.context.evidence;
    const silence = new EventEmitter();
    const silent = async () => {
      await once(silence, 'over');
      throw new StorageDown(new Error('silent (story)'));
    };
    Object.assign(storage, { read: silent, stat: silent });
    storage.arrivals.getUpload = silent;
    const begin = () => ask(server, an, 'POST', `${SHEET}/uploads`, { id: randomUUID(), document: randomUUID(), name: 'a.txt', bytes: 3, notSecret: true });
    // More than there are connections.
    const waiting = Array.from({ length: 8 }, () => [ask(server, an, 'GET', fileOf(document)), begin()]).flat();
    await expect.poll(async () => (await server.owner.query(`SELECT FROM upload WHERE file_name = 'a.txt'`)).rowCount).toBe(8);
    const saved = await ask(server, an, 'GET', SHEET);
    // While all of them still wait.
    expect([saved.status, server.pool.waitingCount]).toEqual([200, 0]);
    silence.emit('over');
    expect(new Set((await Promise.all(waiting)).map(({ status, body }) => `${status} ${body.code}`))).toEqual(new Set(['503 storeAway']));
    for (const name of ['read', 'stat']) Reflect.deleteProperty(storage, name);
    Reflect.deleteProperty(storage.arrivals, 'getUpload');
    // Whoever begins again has it made.
    const { rows } = await server.owner.query(`SELECT id, document_id FROM upload WHERE file_name = 'a.txt' LIMIT 1`);
    const [{ id, document_id: begun }] = rows;
    expect((await ask(server, an, 'POST', `${SHEET}/uploads`, { id, document: begun, name: 'a.txt', bytes: 3, notSecret: true })).status).toBe(201);
    expect((await sendPiece(server, an, id, 0, Buffer.from('abc'))).status).toBe(204);
    await server.owner.query(`UPDATE upload SET state = 'cancelled' WHERE file_name = 'a.txt'`);
    await server.owner.query(`UPDATE job SET state = 'cancelled', ended_at = now() WHERE id IN (SELECT id FROM upload WHERE file_name = 'a.txt')`);
  });

  it('[F25] what is changed or lost in it, the scrub finds and names; it goes on where it was broken off', async () => {
    const { an } = world.people;
    const [changed, lost] = [textFile('bị sửa'), textFile('bị mất')];
    for (const bytes of [changed, lost]) await uploadFile(server, work, an, SHEET, 'tệp.txt', bytes);
    const { rm: remove, chmod } = await import('node:fs/promises');
    const at = (bytes: Uint8Array) => join(folder, objectKey(sha256Of(bytes)));
    await chmod(at(changed), 0o600);
    await writeFile(at(changed), textFile('khác'));
    await remove(at(lost));
    const before = server.clock.now();
    const first = await scrub(work, before, 1);
    expect(first.objects).toBe(1);
    const rest = await scrub(work, before, 10_000);
    expect([...first.changed, ...rest.changed]).toEqual([sha256Of(changed)]);
    expect([...first.missing, ...rest.missing]).toEqual([sha256Of(lost)]);
    const { rows } = await server.owner.query('SELECT count(*)::int AS n FROM content WHERE kept_at IS NOT NULL AND gone_at IS NULL');
    expect(first.objects + rest.objects).toBe(rows[0].n);
  });

  it('[F25] an object that no row points to goes after its grace time, and none that a row needs', async () => {
    const { storage } = server.context.evidence;
    const orphan = textFile('mồ côi');
    await storage.put(objectKey(sha256Of(orphan)), orphan);
    expect((await sweep(work, 60_000)).objects).toBe(0);
    const { rows } = await server.owner.query(`SELECT encode(c.sha256, 'hex') AS hash FROM content c WHERE c.gone_at IS NULL AND c.check_found = 'whole'`);
    // Another clock than the store's: a grace time long past.
    expect((await sweep({ ...work, clock: { now: () => new Date(Date.now() + 1_000) } }, 0)).objects).toBe(1);
    expect(await storage.stat(objectKey(sha256Of(orphan)))).toBeUndefined();
    for (const { hash } of rows) expect(await storage.stat(objectKey(hash))).toBeDefined();
  });
});

describe('leftovers', () => {
  it('are looked for in the folder too: no half file lies anywhere', () => {
    const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    for (const { name } of names) expect(name).not.toMatch(/tmp/);
  });
});
