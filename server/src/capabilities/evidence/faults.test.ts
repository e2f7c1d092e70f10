import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { readdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import * as tus from 'tus-js-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sized } from '../../../../tests/soak.ts';
import { CachedHealth } from '../../external-services/cached-health.ts';
import { openScanner, type Scanner, ScannerDown } from '../../scanner/scanner.ts';
import { provenScanner, signBehind } from '../../scanner/scanner-reach.ts';
import { openFolder } from '../../storage/folder.ts';
import { objectKey } from '../../storage/keys.ts';
import { StorageDown, StorageFull } from '../../storage/storage-faults.ts';
import { anotherProcess, signIn, startTestServer, type TestServer } from '../../testing/test-server.ts';
import { ask, makeWorld, type Person, type World } from '../../testing/world.ts';
import { finishNext } from './finish-upload.ts';
import { scanWaiting } from './scan-waiting.ts';
import { scrub } from './scrub.ts';
import { sweep } from './sweep.ts';
import { STAGES } from './testing/finish-and-die.ts';
import { addressOf, finishAll, sendPiece, uploadFile, workOf } from './testing/upload-file.ts';
import type { EvidenceWork } from './work.ts';

const SHEET = '/api/rounds/minh-hoa-2022/sheets/tinh-minh-hoa-01';
const MOMENT = '2023-01-15T02:00:00Z';
const NODE = process.execPath;
/** So often is tried again what cannot be kept. */
const TRIES = sized(3, 8);
/** As many as upload when the server is killed. */
const BODIES = sized(8, 63);

/** A scanner that does as the story says; the real one's own ways: scanner/scanner.test.ts. */
class ToldScanner implements Scanner {
  says: 'clean' | 'infected' | 'down' = 'clean';
  /** Words of a file that gets no verdict, though the scanner is there. */
  refuses = 'quá giới hạn của máy quét';
  async scan(content: Readable | AsyncIterable<Uint8Array>) {
    if (this.says === 'down') throw new ScannerDown('away (story)');
    const pieces: Uint8Array[] = [];
    for await (const piece of content as AsyncIterable<Uint8Array>) pieces.push(piece);
    if (Buffer.concat(pieces).includes(this.refuses)) throw new ScannerDown('over a limit (story)');
    return this.says === 'clean' ? ({ clean: true } as const) : ({ clean: false, told: 'Minh.Hoa' } as const);
  }
  async version() {
    if (this.says === 'down') throw new ScannerDown('away (story)');
    return 'told';
  }
}

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
  for (const child of apart) child.kill('SIGKILL');
  await work.close();
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const text = (words: string) => Buffer.from(`Báo cáo minh họa: ${words} ${randomUUID()}\n`);
const hex = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const fileOf = (document: string) => `${SHEET}/documents/${document}/versions/1/file`;

/** Begins an upload and sends all its bytes; what checks it is another matter. */
async function send(person: Person, bytes: Uint8Array): Promise<string> {
  const id = randomUUID();
  const begun = await ask(server, person, 'POST', `${SHEET}/uploads`, {
    id,
    document: randomUUID(),
    name: 'báo cáo.txt',
    bytes: bytes.length,
    notSecret: true,
  });
  expect(begun.status).toBe(201);
  expect((await sendPiece(server, person, id, 0, bytes)).status).toBe(204);
  return id;
}

describe('the scanner', () => {
  it('[F27] down: uploads go on, nothing becomes readable or found; back again, all is scanned', async () => {
    const { an } = world.people;
    scanner.says = 'down';
    const brought = await uploadFile(server, work, an, SHEET, 'chờ quét.txt', text('chuyện chờ quét'));
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
    const refused = await uploadFile(server, work, an, SHEET, 'xấu.txt', text('có mã độc'));
    expect([refused.state, refused.refusal?.code]).toEqual(['refused', 'infected']);
    scanner.says = 'down';
    const bytes = text('mã độc về sau');
    const { document } = await uploadFile(server, work, an, SHEET, 'xấu sau.txt', bytes);
    scanner.says = 'infected';
    await scanWaiting(work);
    scanner.says = 'clean';
    const { body } = await ask(server, an, 'GET', `${SHEET}/documents/${document}`);
    expect(body.versions[0].file).toMatchObject({ state: 'infected', sha256: hex(bytes) });
    expect(await server.context.evidence.storage.stat(objectKey(hex(bytes)))).toBeUndefined();
    const { rows } = await server.owner.query(`SELECT content FROM audit WHERE act = 'evidence.scan' AND subject = $1`, [`document:${document}`]);
    expect(rows[0].content).toMatchObject({ found: 'Minh.Hoa', sha256: hex(bytes) });
    expect((await uploadFile(server, work, an, SHEET, 'lại.txt', bytes)).refusal?.code).toBe('infected');
  });

  it('[F27] a file that it gives no verdict on, and one that is lost, hold no other up', async () => {
    const { an } = world.people;
    scanner.says = 'down';
    const lost = text('tệp bị mất khi chờ quét');
    const away = await uploadFile(server, work, an, SHEET, 'mất.txt', lost);
    const refused = await uploadFile(server, work, an, SHEET, 'nặng.txt', text(scanner.refuses));
    const fine = await uploadFile(server, work, an, SHEET, 'thường.txt', text('tệp thường'));
    await rm(join(folder, objectKey(hex(lost))));
    scanner.says = 'clean';
    expect(await scanWaiting(work)).toBe(true);
    const state = async (document: string) => (await ask(server, an, 'GET', `${SHEET}/documents/${document}`)).body.versions[0].file.state;
    expect([await state(fine.document), await state(refused.document)]).toEqual(['readable', 'waitingForScan']);
    // Nothing is left that could be scanned now: it rests.
    expect(await scanWaiting(work)).toBe(false);
    scanner.refuses = 'không còn giới hạn nào';
    await writeFile(join(folder, objectKey(hex(lost))), lost);
    server.clock.set('2023-01-15T03:00:00Z');
    expect(await scanWaiting(work)).toBe(true);
    expect([await state(away.document), await state(refused.document)]).toEqual(['readable', 'readable']);
    server.clock.set(MOMENT);
  });
});

const REAL = process.env['PARINDEX_TEST_CLAMD'];

describe.skipIf(!REAL)('Debian’s clamd', () => {
  it('[F27] keeps out what carries the test file, and lets read what is clean', { timeout: 60_000 }, async () => {
    const real = provenScanner(openScanner(REAL) as Scanner, 20_000_000);
    const scanned: EvidenceWork = { ...work, evidence: { ...work.evidence, scanner: real } };
    const sign: Buffer[] = [];
    for await (const piece of signBehind(0)) sign.push(piece);
    const harmful = Buffer.concat(sign).subarray(30 + 'padding'.length + 30 + 'sign.txt'.length, 30 + 'padding'.length + 30 + 'sign.txt'.length + 68);
    const { an } = world.people;
    expect((await uploadFile(server, scanned, an, SHEET, 'xấu.txt', harmful)).refusal?.code).toBe('infected');
    const good = await uploadFile(server, scanned, an, SHEET, 'tốt.txt', text('sạch'));
    expect((await ask(server, an, 'GET', `${SHEET}/documents/${good.document}`)).body.versions[0].file.state).toBe('readable');
  });
});

describe('a process that dies', () => {
  it('[F25] [F103] at each stage of checking leaves an upload that the next one brings to its end: whole, once, nothing beside', {
    timeout: 60_000,
  }, async () => {
    const { an } = world.people;
    const files = new Map<string, Buffer>();
    for (const stage of STAGES) {
      const bytes = text(stage);
      const id = await send(an, bytes);
      files.set(id, bytes);
      const child = spawn(NODE, [join(import.meta.dirname, 'testing/finish-and-die.ts'), server.urls.jobs, folder, stage], {
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      const [code, signal] = await new Promise<[number | null, string | null]>((resolve) => child.on('exit', (...how) => resolve(how)));
      expect([stage, code, signal]).toEqual([stage, null, 'SIGKILL']);
    }
    // What the dead ones held is free again once their time has run out.
    const done = async () => {
      await finishAll(work);
      const { rows } = await server.owner.query(`SELECT count(*)::int AS n FROM upload WHERE id = ANY ($1) AND state = 'kept'`, [[...files.keys()]]);
      return rows[0].n === files.size;
    };
    await expect.poll(done, { timeout: 30_000, interval: 500 }).toBe(true);
    // The one that died after the record knew no scanner.
    await scanWaiting(work);
    for (const [id, bytes] of files) {
      const { body: upload } = await ask(server, an, 'GET', `/api/uploads/${id}`);
      const answer = await fetch(`${await addressOf(server)}${fileOf(upload.document)}`, { headers: { cookie: `parindex_session=${an.token}` } });
      expect(hex(new Uint8Array(await answer.arrayBuffer()))).toBe(hex(bytes));
      const { rows } = await server.owner.query('SELECT count(*)::int AS n FROM document_version WHERE sha256 = $1', [
        createHash('sha256').update(bytes).digest(),
      ]);
      expect(rows[0].n).toBe(1);
    }
    // The arrival of the one that died after the record is swept after its grace time.
    expect((await sweep(work, -1)).arrivals).toBeLessThanOrEqual(1);
    const left: string[] = [];
    for await (const { id } of server.context.evidence.storage.listArrivals()) left.push(id);
    expect(left).toEqual([]);
  });

  it(`[F32] [F103] while ${BODIES} bodies upload, costs none of them anything: each goes on when the server is back`, { timeout: 180_000 }, async () => {
    const bodies = Array.from({ length: BODIES }, (_, index) => `tinh-minh-hoa-tai-${index + 1}`);
    const people: { body: string; token: string; id: string; bytes: Buffer }[] = [];
    for (const body of bodies) {
      const account = randomUUID();
      await server.owner.query(`INSERT INTO body (id, kind) VALUES ($1, 'province')`, [body]);
      await server.owner.query(`INSERT INTO participant (round_id, body_id, position) VALUES ($1, $2, 100)`, [world.round, body]);
      await server.owner.query('INSERT INTO account (id, email, name, created_at) VALUES ($1, $2, $3, now())', [
        account,
        `${body}@minh-hoa.example`,
        `Người của ${body}`,
      ]);
      await server.owner.query(`INSERT INTO membership (account_id, body_id, role, from_date, granted_at) VALUES ($1, $2, 'clerk', '2022-01-01', now())`, [
        account,
        body,
      ]);
      people.push({ body, token: await signIn(server, account), id: randomUUID(), bytes: randomBytes(200_000) });
    }
    const port = await freePort();
    let running = await serveApart(port);
    let killed = false;
    const uploads = people.map(async ({ body, token, id, bytes }) => {
      const begun = await ask(server, { token }, 'POST', `/api/rounds/${world.round}/sheets/${body}/uploads`, {
        id,
        document: randomUUID(),
        name: 'minh họa.txt',
        bytes: bytes.length,
        notSecret: true,
      });
      expect(begun.status).toBe(201);
      await new Promise<void>((resolve, reject) => {
        new tus.Upload(bytes as never, {
          uploadUrl: `http://127.0.0.1:${port}/api/uploads/${id}`,
          uploadSize: bytes.length,
          chunkSize: 50_000,
          retryDelays: Array.from({ length: 200 }, () => 500),
          headers: { cookie: `parindex_session=${token}` },
          onError: reject,
          onSuccess: () => resolve(),
        }).start();
      });
    });
    // The first is done, the others are on their way.
    await Promise.race(uploads);
    killed = running.kill('SIGKILL');
    await new Promise((resolve) => running.once('exit', resolve));
    const { rows: half } = await server.owner.query(`SELECT count(*)::int AS n FROM upload WHERE id = ANY ($1) AND state = 'receiving'`, [
      people.map(({ id }) => id),
    ]);
    expect(half[0].n).toBeGreaterThan(0);
    running = await serveApart(port);
    await Promise.all(uploads);
    expect(killed).toBe(true);
    for (const { id, bytes } of people) {
      const all: Buffer[] = [];
      for await (const piece of await server.context.evidence.storage.readArrival(id)) all.push(piece);
      expect(hex(Buffer.concat(all))).toBe(hex(bytes));
    }
    await sweep(work, 1e12);
    const { rows } = await server.owner.query(`SELECT count(*)::int AS n FROM upload WHERE id = ANY ($1) AND state = 'received'`, [people.map(({ id }) => id)]);
    expect(rows[0].n).toBe(BODIES);
    running.kill('SIGKILL');
    // Random bytes are no text: none of them would come in, and the next stories need not wait for that.
    await server.owner.query(`UPDATE upload SET state = 'cancelled' WHERE id = ANY ($1)`, [people.map(({ id }) => id)]);
    await server.owner.query(`UPDATE job SET state = 'cancelled', ended_at = now() WHERE id = ANY ($1)`, [people.map(({ id }) => id)]);
  });
});

const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });

const apart: ChildProcess[] = [];

/** The API in a process of its own, listening. */
async function serveApart(port: number): Promise<ChildProcess> {
  const child = spawn(NODE, [join(import.meta.dirname, 'testing/serve-apart.ts'), server.urls.app, server.urls.signOn, folder, String(port), MOMENT], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  apart.push(child);
  await new Promise<void>((resolve, reject) => {
    child.stdout?.once('data', () => resolve());
    child.once('exit', () => reject(new Error('the server ended')));
  });
  return child;
}

describe('the store', () => {
  it('[F103] full or away: the upload stays as it came, and is checked once there is room', async () => {
    const { an } = world.people;
    // What servers had begun that were killed before is due again once their leases are over: it would be taken here.
    const due = async () => {
      await finishAll(work);
      return (await server.owner.query(`SELECT 1 FROM job WHERE state = 'waiting' AND kind = 'evidence.check' AND due_at IS NOT NULL`)).rowCount;
    };
    await expect.poll(due, { timeout: 30_000, interval: 500 }).toBe(0);
    const id = await send(an, text('đĩa đầy'));
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

  it('[F103] silent: who reads files and begins uploads waits, and nobody who saves does', { timeout: 60_000 }, async () => {
    const { an } = world.people;
    const { document } = await uploadFile(server, work, an, SHEET, 'tệp.txt', text('kho im lặng'));
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
    await expect.poll(async () => (await server.owner.query(`SELECT FROM upload WHERE file_name = 'a.txt'`)).rowCount, { timeout: 20_000 }).toBe(8);
    const started = performance.now();
    const saved = await ask(server, an, 'GET', SHEET);
    expect([saved.status, performance.now() - started < 5_000, server.pool.waitingCount]).toEqual([200, true, 0]);
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
    const [changed, lost] = [text('bị sửa'), text('bị mất')];
    for (const bytes of [changed, lost]) await uploadFile(server, work, an, SHEET, 'tệp.txt', bytes);
    const { rm: remove, chmod } = await import('node:fs/promises');
    const at = (bytes: Uint8Array) => join(folder, objectKey(hex(bytes)));
    await chmod(at(changed), 0o600);
    await writeFile(at(changed), text('khác'));
    await remove(at(lost));
    const before = server.clock.now();
    const first = await scrub(work, before, 1);
    expect(first.objects).toBe(1);
    const rest = await scrub(work, before, 10_000);
    expect([...first.changed, ...rest.changed]).toEqual([hex(changed)]);
    expect([...first.missing, ...rest.missing]).toEqual([hex(lost)]);
    const { rows } = await server.owner.query('SELECT count(*)::int AS n FROM content WHERE kept_at IS NOT NULL AND gone_at IS NULL');
    expect(first.objects + rest.objects).toBe(rows[0].n);
  });

  it('[F25] an object that no row points to goes after its grace time, and none that a row needs', async () => {
    const { storage } = server.context.evidence;
    const orphan = text('mồ côi');
    await storage.put(objectKey(hex(orphan)), orphan);
    expect((await sweep(work, 60_000)).objects).toBe(0);
    const { rows } = await server.owner.query(`SELECT encode(c.sha256, 'hex') AS hash FROM content c WHERE c.gone_at IS NULL AND c.check_found = 'whole'`);
    // Another clock than the store's: a grace time long past.
    expect((await sweep({ ...work, clock: { now: () => new Date(Date.now() + 1_000) } }, 0)).objects).toBe(1);
    expect(await storage.stat(objectKey(hex(orphan)))).toBeUndefined();
    for (const { hash } of rows) expect(await storage.stat(objectKey(hash))).toBeDefined();
  });
});

describe('two processes', () => {
  it('[F32] serve one upload: a piece here, a piece there; at the same time only one of them writes', { timeout: 30_000 }, async () => {
    const { an } = world.people;
    const other = await anotherProcess(server);
    try {
      const bytes = Buffer.concat([text('hai máy chủ'), Buffer.alloc(200_000, 'a')]);
      const id = randomUUID();
      await ask(server, an, 'POST', `${SHEET}/uploads`, { id, document: randomUUID(), name: 'hai.txt', bytes: bytes.length, notSecret: true });
      expect((await sendPiece(server, an, id, 0, bytes.subarray(0, 1_000))).headers.get('upload-offset')).toBe('1000');
      expect((await sendPiece(other, an, id, 1_000, bytes.subarray(1_000, 2_000))).headers.get('upload-offset')).toBe('2000');
      const both = await Promise.all([server, other].map((one) => sendPiece(one, an, id, 2_000, bytes.subarray(2_000))));
      // The other waits in vain, or hears that it has come whole meanwhile.
      expect(both.filter(({ status }) => status === 204)).toHaveLength(1);
      await finishAll(work);
      const { body } = await ask(server, an, 'GET', `/api/uploads/${id}`);
      expect(body.state).toBe('kept');
      const { body: document } = await ask(server, an, 'GET', `${SHEET}/documents/${body.document}`);
      expect(document.versions[0].file.sha256).toBe(hex(bytes));
    } finally {
      await other.close();
    }
  });
});

describe('leftovers', () => {
  it('are looked for in the folder too: no half file lies anywhere', () => {
    const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    for (const { name } of names) expect(name).not.toMatch(/tmp/);
  });
});
