import { connect } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let port: number;
beforeAll(async () => {
  server = await startTestServer();
  port = Number(new URL(await server.app.listen({ host: '127.0.0.1', port: 0 })).port);
});
afterAll(() => server.close());

const REQUEST = 'GET /api/openapi.json HTTP/1.1\r\nHost: localhost\r\n\r\n';

/** The number of answers to requests that are sent at once on one connection, and whether it was ended. */
const answersTo = (requests: number) =>
  new Promise<{ answers: number; ended: boolean }>((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(REQUEST.repeat(requests)));
    let text = '';
    const answers = () => text.split('HTTP/1.1 200').length - 1;
    const done = (ended: boolean) => {
      socket.destroy();
      resolve({ answers: answers(), ended });
    };
    socket.setEncoding('latin1').on('data', (piece: string) => {
      text += piece;
      if (answers() === requests) done(false);
    });
    socket.on('error', () => {});
    socket.on('close', () => done(true));
  });

it('[F103] a connection on which request follows request without waiting for answers is ended, before their answers fill the memory', async () => {
  expect(await answersTo(3)).toEqual({ answers: 3, ended: false });
  const before = process.memoryUsage().rss;
  const flood = await answersTo(2_000);
  expect(flood.ended).toBe(true);
  expect(flood.answers).toBeLessThanOrEqual(4);
  expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 ** 2);
});
