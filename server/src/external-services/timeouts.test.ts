import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { itemsOfDomains } from '@parindex/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scanWaiting } from '../capabilities/evidence/scan-waiting.ts';
import { uploadFile, workOf } from '../capabilities/evidence/testing/upload-file.ts';
import { openScanner, type Scanner } from '../scanner/scanner.ts';
import { type SpeakingClamd, startSpeakingClamd } from '../scanner/testing/speaking-clamd.ts';
import { withCircuitBreaker } from '../scanner/with-circuit-breaker.ts';
import { openBucket } from '../storage/s3.ts';
import { answers } from '../storage/storage.ts';
import { bucketAt, type S3Server, startS3 } from '../storage/testing/s3-server.ts';
import { anotherProcess, startTestServer, TestClock, type TestServer } from '../testing/test-server.ts';
import { ask, change, makeWorld, type World } from '../testing/world.ts';
import { CachedHealth } from './cached-health.ts';
import { startTcpProxy, type TcpProxy } from './testing/tcp-proxy.ts';

const SHEET = '/api/rounds/minh-hoa-2022/sheets/tinh-minh-hoa-01';
/** Milliseconds: of silence, and for which what is silent is left alone. */
const [SILENCE, REST] = [700, 600];
const BOTH = ['toStore', 'toScanner'] as const;

const folder = mkdtempSync(join(tmpdir(), 'parindex-silence-'));
const lines = {} as Record<(typeof BOTH)[number], TcpProxy>;
const told: string[] = [];
const clock = { now: () => new Date(Date.now() + passed) };
let passed = 0;
let s3: S3Server;
let clamd: SpeakingClamd;
let server: TestServer;
let watched: TestServer;
let world: World;
let work: ReturnType<typeof workOf>;
beforeAll(async () => {
  s3 = await startS3(folder);
  clamd = await startSpeakingClamd((content) => (content.toString('latin1') === 'zVERSION\0' ? 'ClamAV minh họa' : 'stream: OK'));
  lines.toStore = await startTcpProxy('127.0.0.1', s3.port);
  lines.toScanner = await startTcpProxy('127.0.0.1', clamd.port);
  const log = (text: string) => told.push(text);
  const storage = openBucket(bucketAt(lines.toStore.port), { silence: SILENCE, rest: REST, log });
  const silences = { connecting: SILENCE, greeting: SILENCE, scanning: SILENCE };
  const scanner = withCircuitBreaker(openScanner(`tcp://127.0.0.1:${lines.toScanner.port}`, silences) as Scanner, log, REST);
  server = await startTestServer('2023-01-15T02:00:00Z', 'real', 'parindex_template', {
    ...{ storage, scanner },
    scannerState: new CachedHealth(() => scanner.version(), clock),
    storeState: new CachedHealth(() => answers(storage), clock),
  });
  world = await makeWorld(server);
  work = workOf(server);
  watched = await anotherProcess(server, Object.assign(new TestClock('2023-01-15T02:00:00Z'), { now: () => new Date() }));
});
afterAll(async () => {
  await work.close();
  await watched.close();
  await server.close();
  for (const line of Object.values(lines)) await line.close();
  await clamd.close();
  await s3.stop();
  rmSync(folder, { recursive: true, force: true });
});

let saves = 0;
async function save(): Promise<{ status: number; ms: number }> {
  const item = itemsOfDomains(world.scheme.domains)[saves]?.code as string;
  saves += 1;
  const began = performance.now();
  const { status } = await ask(server, world.people.an, 'POST', `${SHEET}/entries`, { entries: [change({ item }, 0, { justification: `Lần ${saves}` })] });
  return { status, ms: performance.now() - began };
}

const begin = async () => {
  const began = performance.now();
  const sent = { id: randomUUID(), document: randomUUID(), name: 'a.txt', bytes: 3, notSecret: true };
  const { status, body } = await ask(server, world.people.an, 'POST', `${SHEET}/uploads`, sent);
  return { status, code: body.code, ms: performance.now() - began };
};

/** What the load balancer and the monitoring hear, once what was known is too old. */
async function heard() {
  passed += 60_000;
  await Promise.all([server.context.evidence.storeState.now(), server.context.evidence.scannerState.now()]);
  const ready = await watched.app.inject({ url: '/api/ready' });
  const { body } = await watched.app.inject({ url: '/metrics', headers: { host: 'localhost' } });
  return {
    status: ready.statusCode,
    without: ready.json().without,
    store: /^parindex_store_up (\d)/m.exec(body)?.[1],
    scanner: /^parindex_scanner_up (\d)/m.exec(body)?.[1],
  };
}

const silence = (line: TcpProxy) => {
  told.length = 0;
  line.set('silent');
  line.silence();
};

describe('[F103] a store of files that goes silent', () => {
  it('keeps nobody from saving, is soon not asked any more, is told of in one line, by ready and by the metrics, and heals', async () => {
    expect((await uploadFile(server, work, world.people.an, SHEET, 'trước.txt', Buffer.from('trước khi im lặng\n'))).state).toBe('kept');
    expect(await heard()).toEqual({ status: 200, without: undefined, store: '1', scanner: '1' });
    silence(lines.toStore);
    const waiting = Array.from({ length: 4 }, begin);
    expect(await save()).toMatchObject({ status: 201 });
    for (const { status, code } of await Promise.all(waiting)) expect([status, code]).toEqual([503, 'storeAway']);
    const refused = await begin();
    expect([refused.status, refused.ms < SILENCE]).toEqual([503, true]);
    expect(await save()).toMatchObject({ status: 201 });
    expect(told).toEqual(['the store of files does not answer']);
    expect(server.logged).toEqual([]);
    expect(await heard()).toEqual({ status: 200, without: ['store'], store: '0', scanner: '1' });
    lines.toStore.set('open');
    await expect.poll(async () => (await begin()).status, { interval: 100 }).toBe(201);
    expect(told).toEqual(['the store of files does not answer', 'the store of files answers again']);
    expect(await heard()).toMatchObject({ without: undefined, store: '1' });
  });
});

describe('[F27] [F103] a scanner that goes silent', () => {
  it('keeps nobody from saving or from bringing files, which wait for it; it is told of in one line and heals', async () => {
    await heard();
    silence(lines.toScanner);
    const states: string[] = [];
    let last = 0;
    for (let times = 0; times < 3; times += 1) {
      const began = performance.now();
      states.push((await uploadFile(server, work, world.people.an, SHEET, 'chờ.txt', Buffer.from(`chờ quét ${times}\n`))).state);
      last = performance.now() - began;
    }
    expect(states).toEqual(['kept', 'kept', 'kept']);
    expect(last).toBeLessThan(10_000);
    expect(await save()).toMatchObject({ status: 201 });
    expect(told).toEqual(['the scanner does not answer']);
    expect(server.logged).toEqual([]);
    expect(await heard()).toEqual({ status: 200, without: ['scanner'], store: '1', scanner: '0' });
    const { rows: waiting } = await server.owner.query(`SELECT count(*)::int AS n FROM content WHERE scan = 'waiting'`);
    expect(waiting[0].n).toBe(3);
    lines.toScanner.set('open');
    await expect.poll(() => scanWaiting(work), { interval: 100 }).toBe(true);
    expect(told).toEqual(['the scanner does not answer', 'the scanner answers again']);
    const { rows } = await server.owner.query(`SELECT count(*)::int AS n FROM content WHERE scan = 'waiting'`);
    expect(rows[0].n).toBe(0);
    expect(await heard()).toMatchObject({ without: undefined, scanner: '1' });
  });
});
