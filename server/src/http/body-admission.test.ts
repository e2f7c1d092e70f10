import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import { itemsOfDomains } from '@parindex/core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { ask, makeWorld, type PersonName, type World } from '../testing/world.ts';
import { SESSION_COOKIE } from './admission.ts';

const SHEET = '/api/rounds/minh-hoa-2022/sheets/tinh-minh-hoa-01';
/** When self-assessment closes in the world of the tests. */
const CLOSES = Date.parse('2023-02-01T00:00:00+07:00');

let server: TestServer;
let world: World;
let port: number;
const sockets: Socket[] = [];
beforeAll(async () => {
  server = await startTestServer('2023-01-15T02:00:00Z');
  world = await makeWorld(server);
  port = Number(new URL(await server.app.listen({ host: '127.0.0.1', port: 0 })).port);
});
afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  await server.close();
});

const justified = (justification: string) => ({ id: randomUUID(), item: itemsOfDomains(world.scheme.domains)[0]?.code, base: 0, changes: { justification } });

interface Sending {
  readonly who?: PersonName;
  readonly path: string;
  readonly type?: string;
  /** Bytes that are announced. */
  readonly bytes: number | 'chunked';
}

/** A request whose headers are sent; its body comes by and by, or never. */
function begin({ who, path, type = 'application/json', bytes }: Sending) {
  const socket = connect(port, '127.0.0.1');
  sockets.push(socket);
  const answer = new Promise<{ status: number; code: string | undefined }>((resolve, reject) => {
    let text = '';
    socket.setTimeout(15_000, () => reject(new Error(`no answer from ${path}`)));
    socket.on('error', reject);
    socket.on('data', (chunk) => {
      text += chunk.toString('utf8');
      if (text.includes('\r\n\r\n')) resolve({ status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1]), code: /"code":"([a-z]\w+)"/i.exec(text)?.[1] });
    });
  });
  const headers = [
    `POST ${path} HTTP/1.1`,
    'host: 127.0.0.1',
    `content-type: ${type}`,
    bytes === 'chunked' ? 'transfer-encoding: chunked' : `content-length: ${bytes}`,
    ...(who === undefined ? [] : [`cookie: ${SESSION_COOKIE}=${world.people[who].token}`]),
  ];
  socket.write(`${headers.join('\r\n')}\r\n\r\n`);
  return { answer, socket };
}

describe('who may not is answered before a byte of the body has come', () => {
  const EIGHT_MIB = 8 * 1024 * 1024;

  it.each<[string, Sending, { status: number; code: string }]>([
    ['whoever is not signed in', { path: `${SHEET}/entries`, bytes: EIGHT_MIB }, { status: 401, code: 'notSignedIn' }],
    ['whoever is not signed in, in pieces without a length', { path: `${SHEET}/entries`, bytes: 'chunked' }, { status: 401, code: 'notSignedIn' }],
    ['whoever is not signed in, with a file', { path: `${SHEET}/sending`, type: 'application/pdf', bytes: EIGHT_MIB }, { status: 401, code: 'notSignedIn' }],
    ['who signs in with more than a sign-in is', { path: '/api/session', bytes: 20_000 }, { status: 413, code: 'tooLarge' }],
    ['an account without any role', { who: 'minh', path: `${SHEET}/entries`, bytes: EIGHT_MIB }, { status: 403, code: 'refused' }],
    [
      'the head of a body without a part in the sheet, with a file',
      { who: 'chi', path: `${SHEET}/workbook`, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes: EIGHT_MIB },
      { status: 403, code: 'refused' },
    ],
    ['more than a route takes', { who: 'an', path: `${SHEET}/entries`, bytes: EIGHT_MIB + 1 }, { status: 413, code: 'tooLarge' }],
  ])('%s', async (_who, sending, expected) => {
    expect(await begin(sending).answer).toEqual(expected);
  });

  it('an end of the session counts for the next act, not for the next minute', async () => {
    const { owner } = server;
    const save = (text: string) =>
      ask(server, world.people.chi, 'POST', '/api/rounds/minh-hoa-2022/sheets/tinh-minh-hoa-02/entries', {
        entries: [justified(text)],
      });
    expect((await save('Thuyết minh (minh họa)')).status).toBe(201);
    const { rows } = await owner.query("UPDATE session SET expires_at = seen_at - interval '200 years' WHERE account_id = $1 RETURNING account_id", [
      world.people.chi.account,
    ]);
    expect(rows).toHaveLength(1);
    expect((await save('Thuyết minh nữa (minh họa)')).status).toBe(401);
  });
});

it('a body of very many values is refused as soon as they are too many, and nobody waits for the rest of it', async () => {
  const { answer, socket } = begin({ who: 'an', path: `${SHEET}/entries`, bytes: 8_000_001 });
  socket.write(`[${'1,'.repeat(3_999_999)}1]`);
  expect(await answer).toEqual({ status: 413, code: 'tooLarge' });
});

describe('the deadline and a body that is slow', () => {
  const body = () => JSON.stringify({ entries: [justified('Gửi sát giờ (minh họa)')] });
  const sendSlowly = async (seconds: number) => {
    const moment = (milliseconds: number) => new Date(CLOSES - 1_000 + milliseconds).toISOString();
    server.clock.set(moment(0));
    const text = body();
    const { answer, socket } = begin({ who: 'an', path: `${SHEET}/entries`, bytes: Buffer.byteLength(text) });
    // The server has the headers once somebody else's request, sent after them, is answered.
    await ask(server, world.people.an, 'GET', '/api/me');
    server.clock.set(moment(seconds * 1_000));
    socket.write(text);
    return answer;
  };

  it('[F103] whole within five seconds it counts from its headers', async () => {
    expect(await sendSlowly(4)).toEqual({ status: 201, code: undefined });
  });

  it('[F103] later it counts from its last byte', async () => {
    expect(await sendSlowly(20)).toEqual({ status: 409, code: 'stepClosed' });
  });
});

describe('[F95] what comes too slowly', () => {
  it('a body that does not come in its time is broken off, and the log says why', async () => {
    // Only the waiting of the server: the database goes by the real clock.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const { answer, socket } = begin({ who: 'dung', path: `${SHEET}/entries`, bytes: 1_000 });
      const closed = new Promise((resolve) => socket.once('close', resolve));
      answer.catch(() => {});
      socket.write('{');
      await vi.waitFor(() => expect(vi.getTimerCount()).toBeGreaterThan(0), { interval: 1 });
      await ask(server, world.people.an, 'GET', '/api/me');
      expect(socket.destroyed).toBe(false);
      await vi.advanceTimersByTimeAsync(10_100);
      await closed;
      expect(server.logged.splice(0)).toEqual([expect.stringMatching(/entries: the body did not come in time/)]);
    } finally {
      vi.useRealTimers();
    }
  });

  it('headers and whole requests have a time too', () => {
    const { headersTimeout, requestTimeout } = server.app.server as Server;
    expect([headersTimeout, requestTimeout]).toEqual([20_000, 300_000]);
  });
});
