// npm run attack: hostile requests, bounded in number and time, against a real installation on this machine; prints what was tried and what was found.
import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { type ClientRequest, type IncomingHttpHeaders, request } from 'node:http';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { itemsOfDomains } from '@parindex/core';
import { allContracts } from '@parindex/core/contracts/all-contracts';
import { type BenchClerk, makeBenchDatabase, ROUND } from '../../bench/server/bench-database.ts';
import { startServer } from '../../bench/server/served.ts';

const MIB = 1024 ** 2;
/** What a clerk at work may notice of it, in milliseconds, and what the process may grow by. */
const MOST_WAIT = 500;
const MOST_GROWTH = 300 * MIB;

const database = await makeBenchDatabase(4, 2);
const server = await startServer(database.urls, database.store);
const [own, , victim, , worker] = database.officers as [BenchClerk, BenchClerk, BenchClerk, BenchClerk, BenchClerk];
const item = itemsOfDomains(database.scheme.domains)[0]?.code as string;
const entriesOf = ({ body }: BenchClerk) => `/api/rounds/${ROUND}/sheets/${body}/entries`;
let found = 0;
let tried = 0;

interface Sent {
  readonly method?: string;
  readonly path: string;
  readonly body?: string | Buffer;
  readonly by?: BenchClerk | undefined;
  readonly headers?: IncomingHttpHeaders;
}

/** The status of an answer, or how the line ended. */
function send({ method = 'POST', path, body, by, headers = {} }: Sent): Promise<string> {
  return new Promise((resolve) => {
    const sent = request(server.address + path, { method, agent: false, headers: headersOf(by, headers) }, (answer) => {
      answer.resume().on('end', () => resolve(String(answer.statusCode)));
    });
    sent.on('error', (error) => resolve('code' in error ? String(error.code) : error.message));
    sent.setTimeout(60_000, () => sent.destroy(new Error('no answer in a minute')));
    sent.end(body);
  });
}

const headersOf = (by: BenchClerk | undefined, headers: IncomingHttpHeaders) => ({
  'content-type': 'application/json',
  ...(by === undefined ? {} : { cookie: `parindex_session=${by.token}` }),
  ...headers,
});

/** A body that is announced and does not come. */
function beginSlowly(path: string, bytes: number, type: string, by?: BenchClerk): ClientRequest {
  const sent = request(server.address + path, {
    method: 'POST',
    agent: false,
    headers: headersOf(by, { 'content-type': type, 'content-length': String(bytes) }),
  });
  sent.on('error', () => {});
  sent.write('%PDF-1.7');
  return sent;
}

const residentBytes = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1]) * 1024;

const counted = (answers: readonly string[]) =>
  Object.entries(Object.groupBy(answers, (answer) => answer))
    .map(([answer, list]) => `${list?.length} × ${answer}`)
    .join(', ');

function judge(what: string, told: string, faults: readonly (string | false)[]): void {
  tried += 1;
  const real = faults.filter((fault) => fault !== false);
  if (real.length > 0) found += 1;
  console.log(`${real.length > 0 ? 'FOUND' : 'held '} ${what}: ${told}${real.length > 0 ? ` — ${real.join('; ')}` : ''}`);
}

const fiveHundreds = (answers: readonly string[]) => {
  const failed = answers.filter((answer) => /^5\d\d$/.test(answer) && answer !== '503');
  return failed.length > 0 && `${failed.length} answers of ${failed[0]}`;
};

/** Attacks while a clerk saves; judged by what the clerk and the process's memory notice. */
async function whileSomebodyWorks(what: string, attack: () => Promise<readonly string[]>): Promise<void> {
  const clerk = spawn(
    process.execPath,
    [new URL('clerk.ts', import.meta.url).pathname, JSON.stringify({ address: server.address, round: ROUND, ...worker, item })],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  ) as ChildProcess & { stdout: NodeJS.ReadableStream };
  const lines = createInterface({ input: clerk.stdout })[Symbol.asyncIterator]();
  await lines.next();
  await pause(1_000);
  const before = residentBytes();
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, residentBytes());
  }, 50);
  const answers = await attack();
  await pause(500);
  clearInterval(watch);
  clerk.kill('SIGTERM');
  const { taken, statuses } = JSON.parse((await lines.next()).value as string) as { taken: number[]; statuses: Record<string, number> };
  await once(clerk, 'close').catch(() => {});
  const sorted = taken.toSorted((a, b) => a - b);
  const p95 = sorted[Math.ceil(0.95 * sorted.length) - 1] ?? Number.NaN;
  judge(
    what,
    `${counted(answers)}; a clerk's ${taken.length} saves p95 ${p95.toFixed(0)} ms (${JSON.stringify(statuses)}), memory +${((most - before) / MIB).toFixed(0)} MB`,
    [
      p95 > MOST_WAIT && `a save waits over ${MOST_WAIT} ms`,
      most - before > MOST_GROWTH && `over ${MOST_GROWTH / MIB} MB more`,
      Object.keys(statuses).some((status) => status !== '201') && 'saves were not kept',
      fiveHundreds(answers),
    ],
  );
}

const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index));

try {
  const ones = `[${'1,'.repeat(4 * MIB - 2)}1]`;
  const flood = (by?: BenchClerk) => Promise.all(times(200, () => send({ path: entriesOf(own), body: ones, by })));
  await whileSomebodyWorks('200 bodies of 8 MB full of numbers at once, not signed in', () => flood());
  await whileSomebodyWorks('200 bodies of 8 MB full of numbers at once, signed in', () => flood(own));
  const entry = () => `{"id":"${randomUUID()}","item":"${item}","base":0,"changes":{${times(24, (key) => `"k${key}":{}`).join(',')}}}`;
  const crowded = `{"entries":[${times(500, entry).join(',')}]}`;
  await whileSomebodyWorks('100 saves of 500 entries that are all faults, signed in', () =>
    Promise.all(times(100, () => send({ path: entriesOf(own), body: crowded, by: own }))),
  );
  await whileSomebodyWorks('400 bodies of 32 MB that are announced and never come, half of them signed in', async () => {
    const slow = times(400, (index) =>
      beginSlowly(`/api/rounds/${ROUND}/sheets/${own.body}/sending`, 32 * MIB, 'application/pdf', index % 2 === 0 ? own : undefined),
    );
    await pause(12_000);
    for (const one of slow) one.destroy();
    return [];
  });
  await whileSomebodyWorks('600 guesses of a password in a row of twenty at a time', async () => {
    const answers: string[] = [];
    for (let row = 0; row < 30; row += 1)
      answers.push(
        ...(await Promise.all(
          times(20, () => send({ path: '/api/session', body: JSON.stringify({ email: 'ai-do@minh-hoa.example', password: randomBytes(9).toString('hex') }) })),
        )),
      );
    return answers;
  });

  const begin = async (by: BenchClerk) => {
    const id = randomUUID();
    const body = JSON.stringify({ id, document: randomUUID(), name: 'minh họa.txt', bytes: 9, notSecret: true });
    const status = await send({ path: `/api/rounds/${ROUND}/sheets/${by.body}/uploads`, body, by });
    if (status !== '201') throw new Error(`an upload was not begun: ${status}`);
    return id;
  };
  const [mine, theirs] = [await begin(own), await begin(victim)];
  const piece = {
    method: 'PATCH',
    body: 'nine byte',
    by: own,
    headers: { 'content-type': 'application/offset+octet-stream', 'tus-resumable': '1.0.0', 'upload-offset': '0' },
  };
  const ways = [`${mine}?x=/${theirs}`, `${mine}/../${theirs}`, `${mine}%2F${theirs}`, `${mine}#/${theirs}`, `${mine};/${theirs}`, theirs];
  const answers: string[] = [];
  for (const way of ways) answers.push(await send({ ...piece, path: `/api/uploads/${way}` }));
  const { rows } = await database.owner.query<{ state: string }>('SELECT state FROM upload WHERE id = $1', [theirs]);
  judge('writing into an upload of somebody else', `${ways.length} addresses, ${counted(answers)}`, [
    rows[0]?.state !== 'receiving' && `theirs is ${rows[0]?.state}`,
  ]);

  const statuses: string[] = [];
  for (const { method, url } of allContracts)
    for (const by of [undefined, own]) {
      const path = url.replaceAll(/\{(\w+)\}/g, (_, name: string) => (name === 'round' ? ROUND : name === 'body' ? victim.body : randomUUID()));
      if (path.includes('/events')) continue;
      statuses.push(
        await send({ method, path, by, ...(method === 'GET' ? {} : { body: `{"id":"${randomUUID()}","x":${'['.repeat(190)}${']'.repeat(190)}}` }) }),
      );
    }
  judge('every operation without a session and in a sheet of somebody else, with a body that fits none', counted(statuses), [fiveHundreds(statuses)]);
} finally {
  await server.stop();
  await database.stop();
}
console.log(`${tried} attacks, ${found} got through`);
process.exitCode = found > 0 ? 1 : 0;
