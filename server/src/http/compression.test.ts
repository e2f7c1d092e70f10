import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import fastify from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { encodingFor, keptAnswer, packAnswers } from './compression.ts';

const LONG = 'Tỉnh Minh họa 01\n'.repeat(10_000);
const kept = keptAnswer(LONG);
const app = fastify();
beforeAll(() => {
  packAnswers(app);
  app.get('/kept', (_request, reply) => reply.type('text/plain; charset=utf-8').send(kept));
  app.get('/large', (_request, reply) => reply.type('text/plain; charset=utf-8').send(LONG));
  app.get('/bytes', (_request, reply) => reply.type('application/pdf').send(Buffer.from(LONG)));
});
afterAll(() => app.close());

const get = (url: string, encoding = 'gzip, deflate, br', method: 'GET' | 'HEAD' = 'GET') =>
  app.inject({ method, url, headers: { 'accept-encoding': encoding } });

it.each([
  ['gzip, deflate, br', 'br'],
  ['br;q=0, gzip', 'gzip'],
  ['BR ; q=0.5', 'br'],
  ['*', 'br'],
  ['identity', undefined],
  [undefined, undefined],
])('of “%s” takes %s', (accepted, encoding) => expect(encodingFor(accepted)).toBe(encoding));

it('[F103] packs what is large, a few answers at a time; beyond that they go as they are, and all of them are right', async () => {
  for (const url of ['/kept', '/large']) {
    const answers = await Promise.all(Array.from({ length: 60 }, () => get(url)));
    const packed = answers.filter(({ headers }) => headers['content-encoding'] === 'br');
    if (url === '/large') expect(packed.length).toBeLessThanOrEqual(16);
    expect(packed.length).toBeGreaterThanOrEqual(8);
    for (const { headers, rawPayload } of answers) {
      expect(headers['vary']).toBe('accept-encoding');
      expect((headers['content-encoding'] === 'br' ? brotliDecompressSync(rawPayload) : rawPayload).toString()).toBe(LONG);
      expect(Number(headers['content-length'])).toBe(rawPayload.length);
    }
  }
  expect(gunzipSync((await get('/kept', 'gzip')).rawPayload).toString()).toBe(LONG);
  expect((await get('/kept', 'identity')).rawPayload.toString()).toBe(LONG);
  expect((await get('/bytes')).headers['content-encoding']).toBeUndefined();
  expect((await get('/kept', 'br', 'HEAD')).headers['content-encoding']).toBeUndefined();
});
