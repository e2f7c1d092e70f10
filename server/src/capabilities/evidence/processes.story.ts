import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tus from 'tus-js-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sized } from '../../../../tests/soak.ts';
import { CachedHealth } from '../../external-services/cached-health.ts';
import { openFolder } from '../../storage/folder.ts';
import { anotherProcess, signIn, startTestServer, type TestServer } from '../../testing/test-server.ts';
import { ask, makeWorld, type World } from '../../testing/world.ts';
import { scanWaiting } from './scan-waiting.ts';
import { sweep } from './sweep.ts';
import { STAGES } from './testing/finish-and-die.ts';
import { ToldScanner } from './testing/told-scanner.ts';
import { addressOf, finishAll, sendFile, sendPiece, sha256Of, textFile, workOf } from './testing/upload-file.ts';

const SHEET = '/api/rounds/minh-hoa-2022/sheets/tinh-minh-hoa-01';
const MOMENT = '2023-01-15T02:00:00Z';
const NODE = process.execPath;
/** As many as upload when the server is killed. */
const BODIES = sized(8, 63);

let folder: string;
let server: TestServer;
let world: World;
let work: ReturnType<typeof workOf>;
const scanner = new ToldScanner();
const apart: ChildProcess[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parindex-processes-'));
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

const fileOf = (document: string) => `${SHEET}/documents/${document}/versions/1/file`;

describe('a process that dies', () => {
  it('[F25] [F103] at each stage of checking leaves an upload that the next one brings to its end: whole, once, nothing beside', async () => {
    const { an } = world.people;
    const files = new Map<string, Buffer>();
    for (const stage of STAGES) {
      const bytes = textFile(stage);
      const id = await sendFile(server, an, SHEET, bytes);
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
      expect(sha256Of(new Uint8Array(await answer.arrayBuffer()))).toBe(sha256Of(bytes));
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
      expect(sha256Of(Buffer.concat(all))).toBe(sha256Of(bytes));
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

describe('two processes', () => {
  it('[F32] serve one upload: a piece here, a piece there; at the same time only one of them writes', async () => {
    const { an } = world.people;
    const other = await anotherProcess(server);
    try {
      const bytes = Buffer.concat([textFile('hai máy chủ'), Buffer.alloc(200_000, 'a')]);
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
      expect(document.versions[0].file.sha256).toBe(sha256Of(bytes));
    } finally {
      await other.close();
    }
  });
});
