import { sessionAnswer } from '@parindex/core/contracts/schemas/index';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actsOn, codeOf, PASSWORD, sessionOf, setPassword, sumsOn } from '../../../testing/sign-on.ts';
import { startTestServer, type TestServer } from '../../../testing/test-server.ts';
import { ask, makeWorld, type World } from '../../../testing/world.ts';
import { hashPassword } from '../sign-on/password-hash.ts';
import { tellRefusals } from '../sign-on/tell-refusals.ts';

let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
});
afterAll(() => server.close());

const signIn = (email: string, password = PASSWORD, headers: Record<string, string> = {}) =>
  ask(server, undefined, 'POST', '/api/session', { email, password }, headers);

describe('An, clerk, signs in', () => {
  const email = 'an@minh-hoa.example';
  beforeAll(() => setPassword(server, world.people.an));

  it('by the password alone, and out again', async () => {
    const opened = await signIn(email);
    expect(opened.body).toMatchObject({ waitsFor: null, secondFactor: { enrolled: false, required: false } });
    expect(sessionAnswer.safeParse(opened.body).error).toBeUndefined();
    const an = sessionOf(opened);
    expect((await ask(server, an, 'GET', '/api/session')).body.memberships).toEqual([
      { id: world.people.an.membership, role: 'clerk', body: { id: 'tinh-minh-hoa-01', name: 'Tỉnh Minh họa 01' } },
    ]);
    // Signing in again, wrongly or rightly, from the same browser: the session that it forgets ends.
    expect((await ask(server, an, 'POST', '/api/session', { email, password: 'sai hoàn toàn' })).body.code).toBe('wrongCredentials');
    const again = await ask(server, an, 'POST', '/api/session', { email, password: PASSWORD });
    expect(again.status).toBe(201);
    expect((await ask(server, an, 'GET', '/api/session')).status).toBe(401);
    const out = await ask(server, sessionOf(again), 'DELETE', '/api/session');
    expect(out.status).toBe(204);
    expect(String(out.headers['set-cookie'])).toMatch(/^parindex_session=; Max-Age=0/);
    expect((await ask(server, an, 'GET', '/api/session')).status).toBe(401);
  });

  it('a session ends after an hour idle, and after twelve in all', async () => {
    const idle = sessionOf(await signIn(email));
    server.clock.pass(59 * 60_000);
    expect((await ask(server, idle, 'GET', '/api/session')).status).toBe(200);
    server.clock.pass(60 * 60_000);
    expect((await ask(server, idle, 'GET', '/api/session')).status).toBe(401);
    const busy = sessionOf(await signIn(email));
    for (let minutes = 0; minutes < 12 * 60 - 30; minutes += 30) {
      server.clock.pass(30 * 60_000);
      expect((await ask(server, busy, 'GET', '/api/session')).status).toBe(200);
    }
    server.clock.pass(30 * 60_000);
    expect((await ask(server, busy, 'GET', '/api/session')).status).toBe(401);
  });

  it('is slowed after five failures, from whatever address, and free again after the right one', async () => {
    const wrong = (address: string) =>
      server.app.inject({ method: 'POST', url: '/api/session', remoteAddress: address, payload: { email, password: 'sai hoàn toàn' } });
    for (let failure = 1; failure <= 5; failure += 1) expect((await wrong(`192.0.2.${failure}`)).statusCode).toBe(401);
    const held = await wrong('192.0.2.9');
    expect(held.statusCode).toBe(429);
    expect(held.json()).toMatchObject({ code: 'tooManyTries', retryAfter: 1 });
    expect(held.headers['retry-after']).toBe('1');
    // Another account from the same address is not held up.
    expect(
      (await server.app.inject({ method: 'POST', url: '/api/session', remoteAddress: '192.0.2.1', payload: { email: 'chi@minh-hoa.example', password: 'x' } }))
        .statusCode,
    ).toBe(401);
    server.clock.pass(1000);
    expect((await wrong('192.0.2.1')).statusCode).toBe(401);
    expect((await signIn(email)).headers['retry-after']).toBe('2');
    server.clock.pass(2000);
    expect((await signIn(email)).status).toBe(201);
    expect((await signIn(email, 'sai hoàn toàn')).status).toBe(401);
    expect((await signIn(email)).status).toBe(201);
  });

  it('an account that is not there is answered, slowed and recorded as one that is', async () => {
    const ghost = 'khong-co@minh-hoa.example';
    const [there, absent] = [await signIn('chi@minh-hoa.example', 'x'), await signIn(ghost, 'x')];
    expect(absent.body).toEqual(there.body);
    for (let failure = 2; failure <= 5; failure += 1) await signIn(ghost, 'x');
    expect(await signIn(ghost, 'x')).toMatchObject({ status: 429, body: { retryAfter: 1 } });
    server.clock.pass(15 * 60_000);
    await tellRefusals(server.context);
    expect(await actsOn(server, 'unknown')).toMatchObject([{ act: 'session.refused', actor: null }]);
    expect(await sumsOn(server, 'unknown')).toMatchObject([{ by: 'password', count: '5' }]);
    // Who nobody is stands nowhere in clear.
    const { rows } = await server.owner.query(
      `SELECT s.who AS kept FROM sign_in_slowing s UNION ALL SELECT p.content::text FROM payload p UNION ALL SELECT a.content::text FROM audit a`,
    );
    expect(JSON.stringify(rows)).not.toContain('khong-co');
  });

  it('a stranger’s guesses do not hold her up where she has signed in before; her own there do', async () => {
    const opened = await signIn(email);
    const device = /parindex_device=([^;]+);[^,]*Path=\/api; HttpOnly; SameSite=Lax/.exec(String(opened.headers['set-cookie']))?.[1];
    expect(device).toMatch(/^[\w-]{43}$/);
    const atHome = (password = PASSWORD) => signIn(email, password, { cookie: `parindex_device=${device}` });
    for (let guess = 0; guess < 10; guess += 1) {
      expect((await signIn(email, 'sai hoàn toàn')).status).toBe(401);
      server.clock.pass(guess < 4 ? 0 : 2 ** (guess - 4) * 1000);
    }
    await signIn(email, 'sai hoàn toàn');
    expect((await signIn(email)).status).toBe(429);
    // Nor where she is signed in, and the browser keeps nothing of the device: her own guesses there are counted by themselves.
    const here = sessionOf(opened);
    const confirm = (password: string) => ask(server, here, 'POST', '/api/session/confirmation', { password });
    expect((await confirm(PASSWORD)).status).toBe(204);
    for (let guess = 0; guess < 5; guess += 1) expect((await confirm('sai hoàn toàn')).status).toBe(401);
    expect((await confirm(PASSWORD)).status).toBe(429);
    const signedIn = await atHome();
    expect(signedIn.status).toBe(201);
    // What the device keeps stays.
    expect(String(signedIn.headers['set-cookie'])).not.toContain('parindex_device');
    expect((await signIn(email)).status).toBe(429);
    // Its own guesses are counted.
    for (let guess = 0; guess < 5; guess += 1) expect((await atHome('sai hoàn toàn')).status).toBe(401);
    expect(await atHome()).toMatchObject({ status: 429, body: { retryAfter: 1 } });
    await server.owner.query('DELETE FROM sign_in_slowing');
  });

  const from = (address: string, name: string) =>
    server.app.inject({ method: 'POST', url: '/api/session', remoteAddress: address, payload: { email: `${name}@minh-hoa.example`, password: 'x' } });

  it('one address is not tried without end, and counts as one row; nor is one network of many', async () => {
    for (const [index, address] of ['2001:db8:0:7::1', '2001:db8:0:7f:ffff::2'].entries()) expect((await from(address, `khach-${index}`)).statusCode).toBe(401);
    const { rows } = await server.owner.query(`UPDATE refused_sign_in SET count = 100 WHERE address = '2001:db8:0:0::/56' RETURNING quarter`);
    expect(rows).toHaveLength(1);
    const held = await from('2001:db8:0:7::3', 'khach-3');
    expect(held.statusCode).toBe(429);
    const wait = Math.ceil((rows[0].quarter.getTime() + 15 * 60_000 - server.clock.now().getTime()) / 1000);
    expect(held.json().retryAfter).toBe(wait);
    expect((await from('2001:db8:0:100::1', 'khach-4')).statusCode).toBe(401);
    await server.owner.query(`UPDATE refused_sign_in SET count = 99 WHERE address = '2001:db8:0:100::/56'`);
    expect((await from('2001:db8:0:200::1', 'khach-5')).statusCode).toBe(401);
    expect((await from('2001:db8:0:300::1', 'khach-6')).statusCode).toBe(429);
    expect((await from('2001:db8:1:300::1', 'khach-6')).statusCode).toBe(401);
    server.clock.pass(wait * 1000);
    expect((await from('2001:db8:0:7::3', 'khach-3')).statusCode).toBe(401);
  });

  it('a flood of guesses from many addresses holds up those that guess, and nobody else on an unknown device', async () => {
    const guessing = async (addresses: number) => {
      const quarter = new Date(Math.floor(server.clock.now().getTime() / 900_000) * 900_000);
      const sql = `INSERT INTO refused_sign_in SELECT $1, NULL, 'password', '198.51.100.' || n, 100 FROM generate_series(1, $2::integer) n`;
      await server.owner.query(sql, [quarter, addresses]);
    };
    server.clock.pass(15 * 60_000);
    await guessing(20);
    // Whoever has mistyped nothing goes in, and may mistype.
    const open = () => server.app.inject({ method: 'POST', url: '/api/session', remoteAddress: '203.0.113.7', payload: { email, password: PASSWORD } });
    expect((await open()).statusCode).toBe(201);
    expect((await from('203.0.113.7', 'khach-7')).statusCode).toBe(401);
    expect((await open()).statusCode).toBe(201);
    // An address that guesses waits earlier than at other times.
    await server.owner.query(`UPDATE refused_sign_in SET count = 20 WHERE address = '203.0.113.7'`);
    expect((await open()).statusCode).toBe(429);
    for (const third of ['100', '200']) expect((await from(`2001:db8:2:${third}::1`, `khach-${third}`)).statusCode).toBe(401);
    await server.owner.query(`UPDATE refused_sign_in SET count = 20 WHERE starts_with(address, '2001:db8:2:')`);
    expect((await from('2001:db8:2:300::1', 'khach-8')).statusCode).toBe(429);
    server.clock.pass(15 * 60_000);
    expect((await open()).statusCode).toBe(201);
  });

  it('of many guesses at once none goes uncounted', async () => {
    const email = 'giang@minh-hoa.example';
    const answers = await Promise.all(Array.from({ length: 12 }, () => signIn(email, 'x')));
    const judged = answers.filter(({ status }) => status === 401).length;
    const { rows } = await server.owner.query(`SELECT failures FROM sign_in_slowing WHERE who = encode(sha256(convert_to($1, 'UTF8')), 'hex')`, [email]);
    expect(rows[0].failures).toBe(judged);
    expect(judged).toBeLessThanOrEqual(5);
    expect(answers.every(({ status }) => status === 401 || status === 429)).toBe(true);
  });

  it('is told all faults of a bad request at once', async () => {
    const answer = await ask(server, undefined, 'POST', '/api/session', { email: 'không phải thư', password: '', more: 1 });
    expect(answer).toMatchObject({ status: 422, body: { code: 'faulty' } });
    expect(answer.body.faults.map(({ path }: { path: string }) => path).toSorted()).toEqual(['/email', '/more', '/password']);
    expect((await ask(server, undefined, 'POST', '/api/session', { email, password: 'a'.repeat(201) })).body.faults[0]).toMatchObject({
      code: 'textTooLong',
      path: '/password',
    });
  });

  it('is refused where another site made the browser send it', async () => {
    const body = { email, password: PASSWORD };
    for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }, { origin: 'https://xau.example' }, { origin: 'null' }])
      expect((await ask(server, undefined, 'POST', '/api/session', body, headers as Record<string, string>)).body.code).toBe('crossSite');
    expect((await ask(server, world.people.an, 'DELETE', '/api/me/sessions', undefined, { origin: 'https://xau.example' })).body.code).toBe('crossSite');
    expect((await ask(server, world.people.an, 'GET', '/api/session', undefined, { 'sec-fetch-site': 'cross-site' })).status).toBe(200);
    expect((await ask(server, undefined, 'POST', '/api/session', body, { 'sec-fetch-site': 'same-origin' })).status).toBe(201);
  });
});

describe('behind TLS, and in the sandbox', () => {
  it('the cookie is marked Secure where people come by https', async () => {
    const { createApiServer } = await import('../../../app.ts');
    await setPassword(server, world.people.an);
    const app = await createApiServer({ ...server.context, origin: 'https://chamdiem.example', log: () => {} });
    const answer = await app.inject({ method: 'POST', url: '/api/session', payload: { email: 'an@minh-hoa.example', password: PASSWORD } });
    expect(String(answer.headers['set-cookie'])).toMatch(/; HttpOnly; SameSite=Lax; Secure$/);
    await app.close();
  });

  it('[F93] a second factor is offered in the sandbox, not required; whoever enrolled one is asked for it', async () => {
    const sandbox = await startTestServer('2023-01-10T02:00:00Z', 'sandbox');
    try {
      const { people } = await makeWorld(sandbox);
      await sandbox.owner.query('UPDATE credential SET password_hash = $2 WHERE account_id = $1', [people.binh.account, await hashPassword(PASSWORD)]);
      const open = () => ask(sandbox, undefined, 'POST', '/api/session', { email: 'binh@minh-hoa.example', password: PASSWORD }, { host: 'localhost' });
      const opened = await open();
      expect(opened.body).toMatchObject({ waitsFor: null, secondFactor: { enrolled: false, required: false } });
      const binh = sessionOf(opened);
      const { secret } = (await ask(sandbox, binh, 'POST', '/api/me/second-factor', undefined, { host: 'localhost' })).body;
      expect((await ask(sandbox, binh, 'PUT', '/api/me/second-factor', { code: codeOf(sandbox, secret) }, { host: 'localhost' })).status).toBe(200);
      expect((await open()).body.waitsFor).toBe('secondFactor');
    } finally {
      await sandbox.close();
    }
  });
});
