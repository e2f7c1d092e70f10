import { sessionAnswer } from '@parindex/core/contracts/schemas/index';
import { DECIDING_ROLES, isDeciding, ROLES } from '@parindex/core/rights/index';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOf, sessionOf } from '../../../testing/sign-on.ts';
import { startTestServer, type TestServer } from '../../../testing/test-server.ts';
import { addAdministrator, agree, byTwo } from '../../../testing/two-persons.ts';
import { ask, change, makeWorld, type Person, type PersonName, type World } from '../../../testing/world.ts';
import { hashPassword } from '../sign-on/password-hash.ts';
import { tellRefusals } from '../sign-on/tell-refusals.ts';

let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
});
afterAll(() => server.close());

const PASSWORD = 'ốc sên đi xe đạp';
const signIn = (email: string, password = PASSWORD, headers: Record<string, string> = {}) =>
  ask(server, undefined, 'POST', '/api/session', { email, password }, headers);
const readLink = (token: string) => ask(server, undefined, 'POST', '/api/links/reading', { token });
const setPassword = async (name: PersonName) =>
  server.owner.query('UPDATE credential SET password_hash = $2, password_set_at = $3 WHERE account_id = $1', [
    world.people[name].account,
    await hashPassword(PASSWORD),
    server.clock.now(),
  ]);
const actsOn = async (account: string) =>
  (await server.owner.query<{ act: string; actor: string | null }>('SELECT act, actor FROM audit WHERE subject = $1 ORDER BY n', [`account:${account}`])).rows;

/** Refused sign-ins that the trail tells, in sums. */
const sumsOn = async (account: string) =>
  (
    await server.owner.query<{ content: object }>(`SELECT content FROM audit WHERE subject = $1 AND act = 'session.refused' ORDER BY n`, [`account:${account}`])
  ).rows.map(({ content }) => content);

const SHEET = '/api/rounds/minh-hoa-2022/sheets/tinh-minh-hoa-02';

describe('Lan, administrator, invites Quý to lead Tỉnh Minh họa 02', () => {
  const email = 'quy@minh-hoa.example';
  let id: string;
  let link: string;
  let secret: string;
  let quy: { token: string };
  /** The second administrator. */
  let tam: Person;
  beforeAll(async () => {
    tam = await addAdministrator(server, 'tam', 'Vương Văn Tám', null);
  });

  it('gets a link that says whose it is, and is kept only as its hash', async () => {
    const invited = await ask(server, world.people.lan, 'POST', '/api/people', {
      email: 'Quy@Minh-Hoa.example',
      name: 'Trương Văn Quý',
      memberships: [{ body: 'tinh-minh-hoa-02', role: 'head', from: '2023-01-01' }],
      reason: 'Theo quyết định (minh họa)',
    });
    expect(server.logged).toEqual([]);
    expect(invited).toMatchObject({ status: 201, body: { link: null, code: expect.stringMatching(/^(?:[A-Z2-9]{4}-?){3}$/) } });
    id = invited.body.id;
    const { body: list } = await ask(server, tam, 'GET', '/api/account-requests');
    link = await agree(server, tam, list.items[0].id, invited.body.code);
    expect((await readLink(link)).body).toEqual({
      purpose: 'invitation',
      name: 'Trương Văn Quý',
      email,
      expiresAt: '2023-01-17T02:00:00.000Z',
    });
    const { rows } = await server.owner.query('SELECT * FROM one_time_link WHERE account_id = $1', [id]);
    expect(JSON.stringify(rows)).not.toContain(link);
  });

  it('Quý is refused a common password, then sets a good one, once', async () => {
    const weak = await ask(server, undefined, 'POST', '/api/links/password', { token: link, password: 'matkhau12345' }, { 'accept-language': 'en' });
    expect(weak).toMatchObject({ status: 422, body: { code: 'weakPassword', reasons: ['common'], path: '/password' } });
    expect(weak.body.detail).toMatch(/commonly made of/);
    expect(await ask(server, undefined, 'POST', '/api/links/password', { token: link, password: PASSWORD })).toMatchObject({ status: 200, body: { email } });
    expect(await ask(server, undefined, 'POST', '/api/links/password', { token: link, password: PASSWORD })).toMatchObject({
      status: 410,
      body: { code: 'linkSpent' },
    });
    expect((await readLink(link)).status).toBe(410);
    expect((await readLink('x'.repeat(43))).status).toBe(404);
  });

  it('[F93] must enrol a second factor before anything else: the session reaches nothing but that', async () => {
    const opened = await signIn(email);
    expect(opened).toMatchObject({
      status: 201,
      body: { person: { id, email }, waitsFor: 'enrolment', secondFactor: { enrolled: false, required: true }, memberships: [] },
    });
    expect(String(opened.headers['set-cookie'])).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/);
    const waiting = sessionOf(opened);
    expect((await ask(server, waiting, 'GET', SHEET)).body.code).toBe('secondFactorNeeded');
    expect((await ask(server, waiting, 'GET', '/api/me')).body.code).toBe('secondFactorNeeded');
    expect((await ask(server, waiting, 'POST', '/api/session/second-factor', { code: '000000' })).body.code).toBe('notNow');
    expect((await ask(server, waiting, 'GET', '/api/session')).body).toMatchObject({ waitsFor: 'enrolment' });

    const offered = await ask(server, waiting, 'POST', '/api/me/second-factor');
    expect(offered.status).toBe(201);
    secret = offered.body.secret;
    expect(offered.body.uri).toMatch(/^otpauth:\/\/totp\/ParIndex:quy%40minh-hoa\.example\?/);
    expect((await ask(server, waiting, 'PUT', '/api/me/second-factor', { code: codeOf(server, secret, 5) })).body.code).toBe('wrongCredentials');
    const confirmed = await ask(server, waiting, 'PUT', '/api/me/second-factor', { code: codeOf(server, secret) });
    expect(confirmed).toMatchObject({
      status: 200,
      body: { waitsFor: null, secondFactor: { enrolled: true, required: true }, memberships: [{ role: 'head' }] },
    });
    quy = sessionOf(confirmed);
    expect(quy.token).not.toBe(waiting.token);
    // The token that the browser had before is of no use any more.
    expect((await ask(server, waiting, 'GET', '/api/session')).status).toBe(401);
  });

  it('[F93] signs in with a code afterwards; a code serves once, one step off is taken, two are not', async () => {
    const opened = sessionOf(await signIn(email));
    expect((await ask(server, opened, 'GET', '/api/session')).body).toMatchObject({ waitsFor: 'secondFactor', secondFactor: { enrolled: true } });
    const give = (code: string) => ask(server, opened, 'POST', '/api/session/second-factor', { code });
    // The code that enrolled has served.
    expect((await give(codeOf(server, secret))).body.code).toBe('wrongCredentials');
    // The right password alone does not replace the device.
    expect((await ask(server, opened, 'POST', '/api/me/second-factor')).body.code).toBe('secondFactorNeeded');
    server.clock.pass(60_000);
    expect((await give(codeOf(server, secret, 2))).body.code).toBe('wrongCredentials');
    expect((await give(codeOf(server, secret, -2))).body.code).toBe('wrongCredentials');
    const complete = await give(codeOf(server, secret, 1));
    expect(complete).toMatchObject({ status: 200, body: { waitsFor: null } });
    expect((await ask(server, sessionOf(complete), 'POST', '/api/session/second-factor', { code: '123456' })).body.code).toBe('notNow');
    quy = sessionOf(complete);
  });

  it('replaces the device only by a code of the old one too', async () => {
    server.clock.pass(60_000);
    const next = (await ask(server, quy, 'POST', '/api/me/second-factor')).body.secret;
    expect((await ask(server, quy, 'PUT', '/api/me/second-factor', { code: codeOf(server, next) })).body.code).toBe('wrongCredentials');
    const replaced = await ask(server, quy, 'PUT', '/api/me/second-factor', { code: codeOf(server, next), current: codeOf(server, secret) });
    expect(replaced.status).toBe(200);
    [secret, quy] = [next, sessionOf(replaced)];
  });

  it('works on the sheet, until Lan ends all sessions in one act', async () => {
    const figure = (await ask(server, quy, 'GET', SHEET)).body.figures[0].id;
    expect((await ask(server, quy, 'POST', `${SHEET}/entries`, { entries: [change({ figure }, 0, { value: '12', source: 'Báo cáo minh họa' })] })).status).toBe(
      201,
    );
    server.clock.pass(60_000);
    const second = sessionOf(await signIn(email));
    const complete = sessionOf(await ask(server, second, 'POST', '/api/session/second-factor', { code: codeOf(server, secret) }));
    const { body } = await ask(server, quy, 'GET', '/api/me/sessions');
    // From the enrolment, the one that replaced the device, and this one.
    expect(body.items).toHaveLength(3);
    expect(body.items.filter(({ current }: { current: boolean }) => current)).toHaveLength(1);
    expect(JSON.stringify(body)).not.toContain('token');
    const ended = await ask(server, world.people.lan, 'DELETE', `/api/people/${id}/sessions`);
    expect(ended).toMatchObject({ status: 200, body: { sessions: 3, tokens: 0 } });
    for (const session of [quy, complete]) expect((await ask(server, session, 'GET', SHEET)).body.code).toBe('notSignedIn');
  });

  it('[F95] every act of it is in the trail, by whoever did it; failures by nobody', async () => {
    server.clock.pass(15 * 60_000);
    await tellRefusals(server.context);
    const acts = await actsOn(id);
    expect(await sumsOn(id)).toEqual([{ by: 'secondFactor', since: '2023-01-10T02:00:00.000Z', count: '5' }]);
    expect(acts.map(({ act }) => act)).toEqual([
      'accountRequest.ask',
      'person.invite',
      'membership.grant',
      'accountRequest.carryOut',
      'link.use',
      'session.passwordTaken',
      'secondFactor.offer',
      'secondFactor.enrol',
      'recoveryCode.make',
      'session.passwordTaken',
      'session.open',
      'secondFactor.offer',
      'secondFactor.enrol',
      'session.passwordTaken',
      'session.open',
      'session.endAll',
      // Five wrong codes, told as one sum when their quarter of an hour is over.
      'session.refused',
    ]);
    expect(new Set(acts.filter(({ act }) => act === 'session.refused').map(({ actor }) => actor))).toEqual(new Set([null]));
    expect(acts.find(({ act }) => act === 'session.endAll')?.actor).toBe(world.people.lan.account);
    expect(acts.find(({ act }) => act === 'link.use')?.actor).toBe(id);
    expect(server.logged).toEqual([]);
  });

  it('[F93] loses the device: two administrators take the factor away, and Quý enrols anew', async () => {
    const { lan } = world.people;
    await byTwo(server, [lan, tam], id, { kind: 'secondFactor' });
    expect((await signIn(email)).body.waitsFor).toBe('enrolment');
  });

  it('a newer link withdraws the older one; setting a password by it ends the sessions', async () => {
    const { lan } = world.people;
    const reset = async () => (await byTwo(server, [lan, tam], id, { kind: 'password' })).token;
    const [old, fresh] = [await reset(), await reset()];
    expect((await readLink(old)).body.code).toBe('linkSpent');
    expect((await readLink(fresh)).body.purpose).toBe('reset');
    const waiting = sessionOf(await signIn(email));
    expect((await ask(server, undefined, 'POST', '/api/links/password', { token: fresh, password: 'thuyen.giay.mua.rao.84' })).status).toBe(200);
    expect((await ask(server, waiting, 'GET', '/api/session')).status).toBe(401);
    expect((await signIn(email)).status).toBe(401);
    expect((await signIn(email, 'thuyen.giay.mua.rao.84')).status).toBe(201);
    const third = await reset();
    server.clock.pass(24 * 3_600_000);
    expect((await ask(server, undefined, 'POST', '/api/links/password', { token: third, password: PASSWORD })).body.code).toBe('linkSpent');
  });
});

describe('Giang, appraiser, has lost her device', () => {
  const email = 'giang@minh-hoa.example';
  let secret: string;
  let codes: string[];
  let giang: { token: string };
  const waiting = async () => sessionOf(await signIn(email));
  const give = async (code: string) => ask(server, await waiting(), 'POST', '/api/session/second-factor', { code });
  beforeAll(() => setPassword('giang'));

  it('[F93] whoever decides or reads what is not their own must have a second factor; the core and the database name the same roles', async () => {
    for (const name of ['giang', 'hanh', 'khanh', 'dung', 'binh', 'lan'] as const) {
      await setPassword(name);
      expect([name, (await signIn(`${name}@minh-hoa.example`)).body.waitsFor]).toEqual([name, 'enrolment']);
    }
    const { rows } = await server.owner.query('SELECT app.roles_with_second_factor() AS roles');
    expect(rows[0].roles).toEqual(DECIDING_ROLES);
    expect(ROLES.filter((role) => !isDeciding(role))).toEqual(['clerk']);
  });

  it('[F93] with the enrolment came ten recovery codes, told once and kept as hashes', async () => {
    const session = await waiting();
    secret = (await ask(server, session, 'POST', '/api/me/second-factor')).body.secret;
    // A recovery code is none of a new device.
    expect((await ask(server, session, 'PUT', '/api/me/second-factor', { code: 'aaaa-bbbb-cccc-dddd' })).status).toBe(422);
    const enrolled = await ask(server, session, 'PUT', '/api/me/second-factor', { code: codeOf(server, secret) });
    codes = enrolled.body.recoveryCodes;
    giang = sessionOf(enrolled);
    expect(enrolled.body.secondFactor).toEqual({ enrolled: true, device: true, securityKeys: 0, required: true, recoveryCodes: 10 });
    expect(new Set(codes).size).toBe(10);
    expect(codes.every((code) => /^[a-z2-7]{4}(-[a-z2-7]{4}){3}$/.test(code))).toBe(true);
    const { rows } = await server.owner.query('SELECT r.*, encode(code_hash, $1) AS hash FROM recovery_code r', ['hex']);
    for (const code of codes) expect(JSON.stringify(rows)).not.toContain(code.replaceAll('-', ''));
    expect((await ask(server, giang, 'GET', '/api/session')).body).not.toHaveProperty('recoveryCodes');
  });

  it('[F93] one stands in for the device, however it is typed, and serves once; she is told how many are left, and the trail that one was used', async () => {
    const [first = '', second = ''] = codes;
    const given = await give(first.toUpperCase().replaceAll('-', ' '));
    const elsewhere = sessionOf(given);
    expect(given.body).toMatchObject({ waitsFor: null, secondFactor: { recoveryCodes: 9 } });
    expect((await give(first)).body.code).toBe('wrongCredentials');
    expect((await give('aaaa-bbbb-cccc-dddd')).body.code).toBe('wrongCredentials');
    // With it she replaces the device that she lost; a wrong code of the new one spends none.
    const next = (await ask(server, giang, 'POST', '/api/me/second-factor')).body.secret;
    expect((await ask(server, giang, 'PUT', '/api/me/second-factor', { code: codeOf(server, next, 5), current: second })).status).toBe(401);
    const replaced = await ask(server, giang, 'PUT', '/api/me/second-factor', { code: codeOf(server, next), current: second });
    // Whoever found the device is out: her other sessions end, and the codes beside it are void.
    expect(replaced).toMatchObject({ status: 200, body: { recoveryCodes: { length: 10 }, secondFactor: { recoveryCodes: 10 } } });
    giang = sessionOf(replaced);
    expect((await ask(server, giang, 'GET', '/api/session')).status).toBe(200);
    expect((await ask(server, elsewhere, 'GET', '/api/session')).status).toBe(401);
    expect((await give(codes[2] ?? '')).body.code).toBe('wrongCredentials');
    codes = replaced.body.recoveryCodes;
    expect((await ask(server, giang, 'GET', '/api/me/recovery-codes')).body).toEqual({
      made: 10,
      left: 10,
      madeAt: server.clock.now().toISOString(),
      usedAt: null,
    });
    const acts = await actsOn(world.people.giang.account);
    expect(acts.filter(({ act }) => act.startsWith('recoveryCode.'))).toEqual(
      ['make', 'use', 'use', 'make'].map((verb) => ({ act: `recoveryCode.${verb}`, actor: world.people.giang.account })),
    );
    await server.owner.query('DELETE FROM sign_in_slowing');
  });

  it('[F93] new ones void the old ones; without a second factor there are none, and who loses theirs loses them too', async () => {
    const made = await ask(server, giang, 'POST', '/api/me/recovery-codes');
    expect(made.status).toBe(201);
    expect((await give(codes[5] ?? '')).body.code).toBe('wrongCredentials');
    expect((await give(made.body.codes[5])).status).toBe(200);
    expect((await ask(server, world.people.an, 'POST', '/api/me/recovery-codes')).body.code).toBe('notNow');
    await byTwo(server, [world.people.lan, await addAdministrator(server, 'chin', 'Vương Văn Chín', null)], world.people.giang.account, {
      kind: 'secondFactor',
    });
    expect((await signIn(email)).body).toMatchObject({ waitsFor: 'enrolment', secondFactor: { recoveryCodes: 0 } });
    expect((await ask(server, await waiting(), 'POST', '/api/session/second-factor', { code: made.body.codes[6] })).body.code).toBe('notNow');
  });
});

describe('An, clerk, signs in', () => {
  const email = 'an@minh-hoa.example';
  beforeAll(() => setPassword('an'));

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
    expect(await actsOn('unknown')).toEqual([{ act: 'session.refused', actor: null }]);
    expect(await sumsOn('unknown')).toMatchObject([{ by: 'password', count: '5' }]);
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
    await setPassword('an');
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
