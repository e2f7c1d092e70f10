import { execFile } from 'node:child_process';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eraseGone } from '../server/src/capabilities/evidence/erase-gone.ts';
import { scrub } from '../server/src/capabilities/evidence/scrub.ts';
import { sweep } from '../server/src/capabilities/evidence/sweep.ts';
import { pdfOf } from '../server/src/capabilities/evidence/testing/pdf-of.ts';
import { addressOf, finishAll, sendPiece, uploadFile, workOf } from '../server/src/capabilities/evidence/testing/upload-file.ts';
import { readConfig } from '../server/src/config.ts';
import { openStorage } from '../server/src/storage/open-storage.ts';
import { type S3Server, startS3 } from '../server/src/storage/testing/s3-server.ts';
import { startTestServer, type TestServer } from '../server/src/testing/test-server.ts';
import { ask, makeWorld, type World } from '../server/src/testing/world.ts';
import { readZip } from '../server/src/zip/testing/read-zip.ts';
import { ROOT } from './product.ts';

const SHEET = '/api/rounds/minh-hoa-2022/sheets/tinh-minh-hoa-01';

let folder: string;
let s3: S3Server;
let settings: Record<string, string>;
let server: TestServer;
let world: World;
let work: ReturnType<typeof workOf>;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'parindex-bucket-'));
  s3 = await startS3(folder);
  settings = {
    PARINDEX_STORE: `s3://parindex/minh-hoa/kho?endpoint=http://127.0.0.1:${s3.port}`,
    AWS_ACCESS_KEY_ID: 'S3RVER',
    AWS_SECRET_ACCESS_KEY: 'S3RVER',
  };
  const storage = await openStorage(readConfig(settings).storage, 'never-used');
  server = await startTestServer('2023-01-15T02:00:00Z', 'real', 'parindex_template', { storage });
  world = await makeWorld(server);
  work = workOf(server);
});
afterAll(async () => {
  await work?.close();
  await server?.close();
  await s3?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const fileOf = (document: string) => `${SHEET}/documents/${document}/versions/1/file`;

/** Files of the bucket that hold these bytes, or bear them in their name. */
function inBucket(bytes: Buffer): string[] {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return names
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => file.includes(sha256(bytes)) || readFileSync(file).includes(bytes.subarray(0, 64)));
}

async function download(url: string, headers: Record<string, string> = {}): Promise<Buffer> {
  const answer = await fetch((await addressOf(server)) + url, { headers: { cookie: `parindex_session=${world.people.an.token}`, ...headers } });
  expect(answer.ok, `${url}: ${answer.status}`).toBe(true);
  return Buffer.from(await answer.arrayBuffer());
}

const verify = async () => {
  const environment = {
    ...process.env,
    ...settings,
    DATABASE_URL: server.urls.app,
    DATABASE_SIGN_ON_URL: server.urls.signOn,
    DATABASE_JOBS_URL: server.urls.jobs,
    DATABASE_OWNER_URL: server.urls.owner,
  };
  const bin = path.join(ROOT, 'cli/bin/parindex.js');
  const { stdout } = await promisify(execFile)(process.execPath, [bin, 'evidence', 'verify', '--format', 'json'], { env: environment });
  return JSON.parse(stdout) as { objects: number; bytes: number };
};

describe('with its files in a bucket, the whole product', () => {
  it('[F25] [F32] [F23] takes files in pieces over a cut line, shows them, packs them and proves them', async () => {
    const { an } = world.people;
    const text = Buffer.from(`${randomBytes(4_500_000).toString('hex').replaceAll('0', ' ')}\n`);
    const id = randomUUID();
    const begun = { id, document: randomUUID(), name: 'số liệu.txt', bytes: text.length, notSecret: true };
    expect((await ask(server, an, 'POST', `${SHEET}/uploads`, begun)).status).toBe(201);
    // The line is cut in the middle of a piece; what came before is there, and it goes on from there.
    const cut = new AbortController();
    const address = await addressOf(server);
    const pieces = async function* () {
      yield text.subarray(0, 6_000_000);
      setTimeout(() => cut.abort(), 300);
      await new Promise(() => {});
    };
    const patch = {
      method: 'PATCH',
      headers: {
        cookie: `parindex_session=${an.token}`,
        'tus-resumable': '1.0.0',
        'upload-offset': '0',
        'content-type': 'application/offset+octet-stream',
      },
      body: Readable.toWeb(Readable.from(pieces())) as ReadableStream,
      duplex: 'half' as const,
      signal: cut.signal,
    };
    await expect(fetch(`${address}/api/uploads/${id}`, patch)).rejects.toThrow();
    const received = async () => (await ask(server, an, 'GET', `/api/uploads/${id}`)).body.received as number;
    // What was still on the way when the line was cut is sent again, from where the server says that it stands.
    await expect.poll(received, { timeout: 10_000 }).toBeGreaterThan(5_000_000);
    const from = await received();
    expect((await sendPiece(server, an, id, from, text.subarray(from))).status).toBe(204);
    await finishAll(work);
    const { body: upload } = await ask(server, an, 'GET', `/api/uploads/${id}`);
    expect(upload.state).toBe('kept');

    const pdf = pdfOf([{ lines: ['Kế hoạch (minh họa)'] }]);
    const image = await sharp({ create: { width: 600, height: 400, channels: 3, background: '#88aacc' } })
      .png()
      .toBuffer();
    const plan = await uploadFile(server, work, an, SHEET, 'kế hoạch.pdf', pdf);
    const scan = await uploadFile(server, work, an, SHEET, 'ảnh.png', image);
    const again = await uploadFile(server, work, an, SHEET, 'bản sao.pdf', pdf);
    expect([plan.state, scan.state, again.state]).toEqual(['kept', 'kept', 'kept']);

    expect(sha256(await download(fileOf(upload.document)))).toBe(sha256(text));
    expect((await download(fileOf(upload.document), { range: 'bytes=5999990-6000009' })).equals(text.subarray(5_999_990, 6_000_010))).toBe(true);
    expect((await sharp(await download(`${SHEET}/documents/${scan.document}/versions/1/preview`)).metadata()).format).toBe('webp');
    const packed = await readZip(await download(`${SHEET}/package`));
    const hashes = [...packed.values()].map(sha256);
    for (const bytes of [text, pdf, image]) expect(hashes).toContain(sha256(Buffer.from(bytes)));

    expect(await verify()).toMatchObject({ objects: 3, bytes: text.length + pdf.length + image.length });
    expect(await scrub(work, new Date('2100-01-01'), 3)).toMatchObject({ objects: 3, missing: [], changed: [] });
  });

  it('[F103] loses nothing while the bucket is away: what waits is checked when it is back', async () => {
    const { an } = world.people;
    const bytes = pdfOf([{ lines: ['Khi kho tệp mất liên lạc (minh họa)'] }]);
    const id = randomUUID();
    await ask(server, an, 'POST', `${SHEET}/uploads`, { id, document: randomUUID(), name: 'mất kho.pdf', bytes: bytes.length, notSecret: true });
    expect((await sendPiece(server, an, id, 0, bytes)).status).toBe(204);
    const { port } = s3;
    await s3.stop();
    await expect(finishAll(work)).rejects.toThrow();
    expect((await ask(server, an, 'GET', `/api/uploads/${id}`)).body.state).toBe('received');
    const begun = { id: randomUUID(), document: randomUUID(), name: 'trong lúc ấy.pdf', bytes: 10, notSecret: true };
    expect((await ask(server, an, 'POST', `${SHEET}/uploads`, begun)).body).toMatchObject({ status: 503, code: 'storeAway' });
    s3 = await startS3(folder, port);
    await finishAll(work);
    expect((await ask(server, an, 'GET', `/api/uploads/${id}`)).body.state).toBe('kept');
  });

  it('[F116] [F32] removes wholly what two persons decide on, and sweeps what was given up', async () => {
    const { an, dung } = world.people;
    const bytes = Buffer.from(`Nội dung phải gỡ bỏ (minh họa) ${randomBytes(200).toString('hex')}\n`);
    const { document } = await uploadFile(server, work, an, SHEET, 'đưa nhầm.txt', bytes);
    expect(inBucket(bytes)).not.toEqual([]);
    const id = randomUUID();
    expect((await ask(server, an, 'POST', `${SHEET}/documents/${document}/removals`, { id, reason: 'Đưa lên nhầm (minh họa)' })).status).toBe(201);
    expect((await ask(server, dung, 'POST', `/api/removals/${id}/decision`, { decision: 'carriedOut', note: 'Đồng ý (minh họa)' })).status).toBe(201);
    await eraseGone(work);
    expect(inBucket(bytes)).toEqual([]);

    const given = randomUUID();
    await ask(server, an, 'POST', `${SHEET}/uploads`, { id: given, document: randomUUID(), name: 'bỏ dở.txt', bytes: 1_000, notSecret: true });
    await sendPiece(server, an, given, 0, Buffer.alloc(500, 'bỏ dở '));
    await ask(server, an, 'DELETE', `/api/uploads/${given}`);
    await sweep(work, 0);
    const left: string[] = [];
    for await (const arrival of server.context.evidence.storage.listArrivals()) left.push(arrival.id);
    expect(left).toEqual([]);
    expect((await verify()).objects).toBe(4);
    expect(server.logged.filter((line) => line.includes('TypeError'))).toEqual([]);
  });
});
