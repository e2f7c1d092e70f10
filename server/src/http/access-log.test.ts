import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createApiServer } from '../app.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { ask, change, makeWorld, type World } from '../testing/world.ts';

let server: TestServer;
let world: World;
let lines: Record<string, unknown>[] = [];
let text = '';
beforeAll(async () => {
  const made = await startTestServer();
  const app = await createApiServer(made.context, {
    accessLog: {
      write(line) {
        text += line;
        lines.push(JSON.parse(line));
      },
    },
  });
  server = { ...made, app, close: async () => void (await Promise.all([app.close(), made.close()])) };
  world = await makeWorld(server);
  // Asks for the published document once, by which all answers are judged.
  await ask(server, undefined, 'GET', '/api/installation');
});
afterAll(() => server.close());
beforeEach(() => {
  lines = [];
  text = '';
});

const sheet = () => `/api/rounds/${world.round}/sheets/tinh-minh-hoa-01`;
const save = (who: Parameters<typeof ask>[1]) => ask(server, who, 'POST', `${sheet()}/entries`, { entries: [change({ figure: 'so-lieu' }, 0, {})] });

describe('[F95] every request leaves a line', () => {
  it('with id, route, status, time, account, session and address, and the id is answered too', async () => {
    const { headers } = await ask(server, world.people.an, 'GET', sheet());
    expect(lines).toEqual([
      expect.objectContaining({
        level: 'info',
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
        requestId: headers['x-request-id'],
        method: 'GET',
        route: '/api/rounds/:round/sheets/:body',
        status: 200,
        ms: expect.any(Number),
        account: world.people.an.account,
        session: expect.stringMatching(/^[0-9a-f]{16}$/),
        address: '127.0.0.1',
      }),
    ]);
  });

  it('a refusal with its code: 401, 403, 404, 409, 413, 415, 422', async () => {
    await ask(server, undefined, 'GET', sheet());
    await ask(server, world.people.khanh, 'GET', '/api/operation');
    await ask(server, world.people.an, 'GET', '/api/rounds/khong-co');
    await save(undefined);
    await ask(server, world.people.an, 'GET', '/api/khong-co/bi-mat-trong-dia-chi');
    await ask(server, undefined, 'POST', '/api/session', { email: 'lan@minh-hoa.example', password: 'x'.repeat(20_000) });
    await ask(server, undefined, 'POST', '/api/session', { email: 'khong-ai@minh-hoa.example', password: 'mat-khau-doan-mo' });
    server.clock.set('2030-01-01T00:00:00Z');
    await save(world.people.an);
    server.clock.set('2023-01-10T02:00:00Z');
    expect(lines.map(({ status, problem }) => `${status} ${problem}`)).toEqual([
      '401 notSignedIn',
      '403 refused',
      '404 notFound',
      '401 notSignedIn',
      '404 notFound',
      '413 tooLarge',
      '401 wrongCredentials',
      expect.stringMatching(/^(409|422) /),
    ]);
    expect(lines[1]).toMatchObject({ level: 'warn', account: world.people.khanh.account });
  });

  it('of what is no part of the API', async () => {
    await server.app.inject({ url: '/metrics', headers: { host: 'khac.example', cookie: `parindex_session=${world.people.an.token}` } });
    await server.app.inject({ url: '/khong-co/bi-mat' });
    expect(lines.map(({ route, status }) => [route, status])).toEqual([
      ['/metrics', 403],
      [undefined, 404],
    ]);
    expect(text).not.toContain('bi-mat');
  });

  it('of what cannot be read at all, and of an address that is none', async () => {
    const address = await server.app.listen({ host: '127.0.0.1', port: 0 });
    const send = (written: string) =>
      new Promise<void>((resolve, reject) => {
        const socket = connect(Number(new URL(address).port), '127.0.0.1', () => socket.end(written));
        socket
          .on('data', () => {})
          .once('close', () => resolve())
          .once('error', reject);
      });
    await send('KHONG PHAI HTTP\r\n\r\n');
    await send('GET /api/%c0%80 HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n');
    expect(lines).toEqual([
      expect.objectContaining({ level: 'warn', cause: expect.stringMatching(/^HPE_/), address: '127.0.0.1' }),
      expect.objectContaining({ level: 'warn', status: 400, problem: 'unreadable', address: '127.0.0.1' }),
    ]);
  });

  it('without names, mail addresses, secrets, or anything that stood in an address or a body', async () => {
    const { people, round } = world;
    await ask(server, people.an, 'GET', `/api/calendar/bi-mat-cua-lich.ics?q=tim-nguoi`);
    await ask(server, undefined, 'POST', '/api/session', { email: 'an@minh-hoa.example', password: 'mat-khau-doan-mo' });
    await ask(server, people.lan, 'GET', `/api/people/${people.an.account}`);
    expect(lines).toHaveLength(3);
    for (const canary of ['bi-mat', 'tim-nguoi', 'minh-hoa.example', 'doan-mo', people.an.token, round, 'tinh-minh-hoa-01']) expect(text).not.toContain(canary);
  });
});
