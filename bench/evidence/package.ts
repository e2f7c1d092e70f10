// node bench/evidence/package.ts: a sheet's evidence as one ZIP over HTTP, thrown away. Words: --gigabytes 20 --files 100
import { createReadStream } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { keepDocuments } from '../../server/src/capabilities/evidence/testing/kept-documents.ts';
import { sparseObjects } from '../../server/src/capabilities/evidence/testing/sparse-objects.ts';
import { objectKey } from '../../server/src/storage/keys.ts';
import { megabytesOf } from '../process-memory.ts';
import { makeBenchDatabase, ROUND } from '../server/bench-database.ts';
import { cpuSeconds } from '../server/cpu-time.ts';
import { startServer } from '../server/served.ts';

const { values } = parseArgs({ options: { gigabytes: { type: 'string', default: '20' }, files: { type: 'string', default: '100' } } });
const MEGABYTE = 1024 * 1024;
const files = Number(values.files);
const each = Math.ceil((Number(values.gigabytes) * 1024 * MEGABYTE) / files);

/** Reads a stream to its end and throws it away; the bytes, the seconds, how it ends. */
async function drain(stream: AsyncIterable<Buffer>): Promise<{ bytes: number; seconds: number; end: Buffer }> {
  const started = performance.now();
  let bytes = 0;
  let end: Buffer = Buffer.alloc(0);
  for await (const piece of stream) {
    bytes += piece.length;
    end = piece.length >= 400 ? piece.subarray(-400) : Buffer.concat([end, piece]).subarray(-400);
  }
  return { bytes, seconds: (performance.now() - started) / 1000, end };
}

async function* allOf(paths: readonly string[]): AsyncGenerator<Buffer> {
  for (const one of paths) yield* createReadStream(one);
}

const bench = await makeBenchDatabase(1, 1);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void bench.stop().then(() => process.exit(1)));
try {
  const served = await startServer({ app: bench.urls.app, signOn: bench.urls.signOn, keys: bench.urls.keys }, bench.store);
  const officer = bench.officers[0] as (typeof bench.officers)[number];
  const { rows } = await bench.owner.query<{ id: string }>(`SELECT account_id AS id FROM membership WHERE role = 'clerk' LIMIT 1`);
  const objects = await sparseObjects(
    bench.store,
    Array.from({ length: files }, (_, index) => each + index),
  );
  await keepDocuments(bench.owner, { round: ROUND, body: officer.body, account: rows[0]?.id as string }, objects);
  const paths = objects.map(({ sha256 }) => path.join(bench.store, objectKey(sha256.toString('hex'))));

  const plain = await drain(allOf(paths));
  const [before, spent] = [megabytesOf(served.pid, 'VmRSS'), cpuSeconds([served.pid])];
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const url = `${served.address}/api/rounds/${ROUND}/sheets/${officer.body}/package`;
    get(url, { headers: { cookie: `parindex_session=${officer.token}` } }, resolve).on('error', reject);
  });
  if (answer.statusCode !== 200) throw new Error(`the package: ${answer.statusCode}`);
  const packed = await drain(answer);
  // The end of the larger form has a signature of its own.
  if (packed.bytes > 2 ** 32 && !packed.end.includes(Buffer.from('PK\u0006\u0006', 'latin1'))) throw new Error('the package is no ZIP64');
  const speed = ({ bytes, seconds }: typeof plain) => bytes / MEGABYTE / seconds;
  console.log(`${files} files: ${plain.bytes} bytes; the package: ${packed.bytes} bytes`);
  console.log(`read plainly, in the same pieces: ${speed(plain).toFixed(0)} MB/s`);
  console.log(`as a package over HTTP, hashed on the way: ${speed(packed).toFixed(0)} MB/s, ${(speed(packed) / speed(plain)).toFixed(2)} × the plain reading`);
  console.log(`processor of the server: ${((1024 * (cpuSeconds([served.pid]) - spent) * MEGABYTE) / packed.bytes).toFixed(1)} s a GB`);
  console.log(`memory of the server: ${before.toFixed(0)} MB before, ${megabytesOf(served.pid, 'VmHWM').toFixed(0)} MB at most since its start`);
  await served.stop();
} finally {
  await bench.stop();
}
