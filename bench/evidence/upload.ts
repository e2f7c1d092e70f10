import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { closeSync, createReadStream, fsyncSync, openSync, writeSync } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { request } from 'node:http';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { startS3 } from '../../server/src/storage/testing/s3-server.ts';
import { megabytesOf } from '../process-memory.ts';
import { type BenchDatabase, ROUND } from '../server/bench-database.ts';
import { cpuSeconds } from '../server/cpu-time.ts';
import { startServer } from '../server/served.ts';

const MEGABYTE = 1024 ** 2;
const TURNS = 3;

/** A file of lines that no disk and no line can pack. */
function writeText(file: string, bytes: number): void {
  const handle = openSync(file, 'w');
  for (let written = 0; written < bytes; )
    written += writeSync(handle, Buffer.from(`${randomBytes(Math.min(MEGABYTE, bytes - written) / 2 - 1).toString('hex')}\n\n`));
  fsyncSync(handle);
  closeSync(handle);
}

/** Makes a file another one: the same bytes would be stored once. */
function markFile(file: string, turn: number): void {
  const handle = openSync(file, 'r+');
  writeSync(handle, String(turn), 0);
  closeSync(handle);
}

const median = (seconds: readonly number[]): number => {
  const sorted = seconds.toSorted((a, b) => a - b);
  return ((sorted[Math.floor((sorted.length - 1) / 2)] as number) + (sorted[Math.ceil((sorted.length - 1) / 2)] as number)) / 2;
};

/** What the work costs at least: the bytes read once, hashed, written once, and on the disk. */
async function copyWithHash(from: string, to: string): Promise<number> {
  const started = performance.now();
  const hash = createHash('sha256');
  const target = await open(to, 'w');
  for await (const piece of createReadStream(from, { highWaterMark: MEGABYTE })) {
    hash.update(piece);
    await target.write(piece);
  }
  await target.sync();
  await target.close();
  hash.digest();
  return (performance.now() - started) / 1000;
}

/** Resident memory of a process in MB: now, and the most since it began. */
const memoryOf = (pid: number): { now: number; most: number } => ({ now: megabytesOf(pid, 'VmRSS'), most: megabytesOf(pid, 'VmHWM') });

async function send(address: string, token: string, file: string, id: string): Promise<void> {
  const { size } = await stat(file);
  await new Promise<void>((resolve, reject) => {
    const patch = request(`${address}/api/uploads/${id}`, {
      method: 'PATCH',
      headers: {
        cookie: `parindex_session=${token}`,
        'tus-resumable': '1.0.0',
        'upload-offset': '0',
        'content-type': 'application/offset+octet-stream',
        'content-length': String(size),
      },
    });
    patch.on('response', (response) => {
      response.resume();
      if (response.statusCode === 204) resolve();
      else reject(new Error(`the piece was answered ${response.statusCode}`));
    });
    patch.on('error', reject);
    pipeline(createReadStream(file, { highWaterMark: MEGABYTE }), patch).catch(reject);
  });
}

/** One large file over HTTP into a folder, hashed and kept, without a scanner; beside a plain copy with hash on the same disk. */
export async function uploadBench(bench: BenchDatabase, folder: string, bytes: number, bucket: boolean): Promise<void> {
  const file = path.join(folder, 'source.txt');
  writeText(file, bytes);
  const megabytes = bytes / MEGABYTE;
  const copy = path.join(folder, 'copy');
  const s3 = bucket ? await startS3(path.join(folder, 'bucket')) : undefined;
  const store = s3 ? `s3://parindex/minh-hoa?endpoint=http://127.0.0.1:${s3.port}` : path.join(folder, 'store');
  const served = await startServer(bench.urls, store, {
    AWS_ACCESS_KEY_ID: 'S3RVER',
    AWS_SECRET_ACCESS_KEY: 'S3RVER',
    PARINDEX_MOST_FILE_MB: String(Math.ceil(megabytes) + 1),
    PARINDEX_MOST_BODY_MB: String(4 * megabytes),
  });
  try {
    const { token, body } = bench.officers[0] as (typeof bench.officers)[number];
    const api = async (method: string, url: string, content?: object) => {
      const answer = await fetch(served.address + url, {
        method,
        headers: { cookie: `parindex_session=${token}`, ...(content ? { 'content-type': 'application/json' } : {}) },
        ...(content ? { body: JSON.stringify(content) } : {}),
      });
      if (!answer.ok) throw new Error(`${method} ${url}: ${answer.status} ${await answer.text()}`);
      return answer.json();
    };
    const begin = async (size: number) => {
      const id = randomUUID();
      await api('POST', `/api/rounds/${ROUND}/sheets/${body}/uploads`, { id, document: randomUUID(), name: 'minh-hoa.txt', bytes: size, notSecret: true });
      return id;
    };
    // A first, small one: what the code itself needs is there before memory is looked at.
    const small = path.join(folder, 'small.txt');
    writeText(small, 64 * MEGABYTE);
    await send(served.address, token, small, await begin(64 * MEGABYTE));
    await pause(3_000);
    const start = memoryOf(served.pid);
    const copies = [await copyWithHash(file, copy)];
    const uploads: { readonly came: number; readonly kept: number }[] = [];
    const spent = cpuSeconds([served.pid]);
    for (let turn = 0; turn < TURNS; turn++) {
      markFile(file, turn);
      const id = await begin(bytes);
      const began = performance.now();
      const since = () => (performance.now() - began) / 1000;
      await send(served.address, token, file, id);
      const came = since();
      let state = 'received';
      while (state === 'received') {
        await pause(50);
        state = (await api('GET', `/api/uploads/${id}`)).state;
      }
      if (state !== 'kept') throw new Error(`the upload ended as ${state}`);
      uploads.push({ came, kept: since() });
      copies.push(await copyWithHash(file, copy));
    }
    const cpu = (cpuSeconds([served.pid]) - spent) / TURNS;
    const end = memoryOf(served.pid);
    const plain = median(copies);
    const told = (seconds: readonly number[]) =>
      `${seconds.map((each) => each.toFixed(1)).join(', ')} s, median ${(megabytes / median(seconds)).toFixed(0)} MB/s`;
    const share = (seconds: readonly number[]) => `${((100 * plain) / median(seconds)).toFixed(0)} % of the plain copy`;
    const [came, kept] = [uploads.map((upload) => upload.came), uploads.map((upload) => upload.kept)];
    console.log(`${megabytes.toFixed(0)} MB by turns; plain copy with hash: ${told(copies)}`);
    console.log(`over HTTP until it has come: ${told(came)}, ${share(came)}`);
    console.log(`until it is hashed, looked into, kept and recorded: ${told(kept)}, ${share(kept)}`);
    console.log(`processor of the server for one: ${cpu.toFixed(1)} s`);
    console.log(
      `memory of the server: ${start.now.toFixed(0)} MB before, at most ${end.most.toFixed(0)} MB: ${(end.most - Math.max(start.now, start.most)).toFixed(0)} MB more than before`,
    );
  } finally {
    await served.stop();
    await s3?.stop();
  }
}
