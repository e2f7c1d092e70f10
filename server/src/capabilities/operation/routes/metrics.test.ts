import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApiServer } from '../../../app.ts';
import { startTestServer, type TestServer } from '../../../testing/test-server.ts';
import { ask, makeWorld, type World } from '../../../testing/world.ts';

let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
});
afterAll(() => server.close());

const scrape = (headers: Record<string, string> = {}, more: object = {}) =>
  server.app.inject({ url: '/metrics', headers: { host: 'localhost:8080', ...headers }, ...more });

describe('whoever watches over the installation', () => {
  it('reads requests, times, pool, jobs, sealing, sign-ins, mails and room, without a word about a person', async () => {
    const { an, lan } = world.people;
    await ask(server, an, 'GET', `/api/rounds/${world.round}/sheets/tinh-minh-hoa-01`);
    await ask(server, an, 'GET', '/api/operation');
    await ask(server, undefined, 'POST', '/api/session', { email: 'an@minh-hoa.example', password: 'mat-khau-doan-mo' });
    await ask(server, an, 'POST', '/api/me/corrections', { field: 'name', value: 'Nguyễn Văn Ân', reason: 'Theo quyết định (minh họa)' });
    server.clock.pass(90_000);
    await server.owner.query(`INSERT INTO job (id, kind, due_at) VALUES (gen_random_uuid(), 'minh-hoa', now())`);
    const { statusCode, headers, body } = await scrape();
    expect(statusCode).toBe(200);
    expect(headers['content-type']).toMatch(/^text\/plain/);
    const lines = body.split('\n');
    expect(lines).toContain('parindex_requests_total{method="GET",route="/api/rounds/:round/sheets/:body",status="200"} 1');
    expect(lines).toContain('parindex_requests_total{method="GET",route="/api/operation",status="403"} 1');
    expect(lines).toContain('parindex_request_duration_seconds_count{method="GET",route="/api/operation"} 1');
    expect(lines).toContain('parindex_refusals_total{problem="refused"} 1');
    expect(lines).toContain('parindex_failed_sign_ins_total 1');
    expect(lines).toContain('parindex_database_up 1');
    expect(lines).toContain('parindex_database_connections_most 3');
    expect(lines).toContain('parindex_database_waiting 0');
    expect(lines).toContain('parindex_jobs{kind="minh-hoa",state="waiting"} 1');
    expect(lines).toContain('parindex_sealing_lag_seconds 90');
    expect(Number(/^parindex_unsealed_rows (\d+)$/m.exec(body)?.[1])).toBeGreaterThan(0);
    expect(Number(/^parindex_store_free_bytes (\d+)/m.exec(body)?.[1])).toBeGreaterThan(0);
    expect(body).not.toMatch(/^parindex_scanner_up/m);
    for (const canary of [an.account, lan.account, an.token, 'minh-hoa.example', world.round, 'tinh-minh-hoa']) expect(body).not.toContain(canary);
  });

  it('is on this machine, not behind a proxy, or has the token', async () => {
    expect((await scrape({ 'x-forwarded-for': '10.1.2.3' })).statusCode).toBe(403);
    expect((await scrape({ host: 'chamdiem.example.gov.vn' })).statusCode).toBe(403);
    expect((await scrape({}, { remoteAddress: '10.1.2.3' })).statusCode).toBe(403);
    const token = 'minh-hoa-minh-hoa-minh-hoa';
    const app = await createApiServer(server.context, { metricsToken: token });
    const asWith = (authorization?: string) =>
      app.inject({ url: '/metrics', remoteAddress: '10.1.2.3', headers: { host: 'chamdiem.example.gov.vn', ...(authorization ? { authorization } : {}) } });
    expect((await asWith(`Bearer ${token}`)).statusCode).toBe(200);
    expect((await asWith(`Bearer ${token}x`)).statusCode).toBe(401);
    expect((await asWith()).statusCode).toBe(401);
    await app.close();
  });

  it('hears that the database is away, and what this process knows by itself', async () => {
    const { port } = new URL(server.urls.app);
    const away = Object.assign(Object.create(server.pool), {
      options: { ...server.pool.options, connectionString: server.urls.app.replace(`:${port}/`, ':1/') },
    });
    const app = await createApiServer({ ...server.context, pool: away });
    const { body } = await app.inject({ url: '/metrics', headers: { host: 'localhost' } });
    expect(body).toContain('parindex_database_up 0');
    expect(body).toContain('parindex_database_waiting 0');
    expect(body).not.toMatch(/^parindex_jobs\{/m);
    await app.close();
  });

  it('is not told of in the published document', async () => {
    expect((await server.app.inject({ url: '/api/openapi.json' })).json().paths['/metrics']).toBeUndefined();
  });
});
