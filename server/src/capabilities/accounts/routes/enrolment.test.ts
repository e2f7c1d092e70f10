import { DECIDING_ROLES, isDeciding, ROLES } from '@parindex/core/rights/index';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actsOn, codeOf, PASSWORD, sessionOf, setPassword, sumsOn } from '../../../testing/sign-on.ts';
import { startTestServer, type TestServer } from '../../../testing/test-server.ts';
import { addAdministrator, agree, byTwo } from '../../../testing/two-persons.ts';
import { ask, change, makeWorld, type Person, type World } from '../../../testing/world.ts';
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
const readLink = (token: string) => ask(server, undefined, 'POST', '/api/links/reading', { token });

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
    const acts = await actsOn(server, id);
    expect(await sumsOn(server, id)).toEqual([{ by: 'secondFactor', since: '2023-01-10T02:00:00.000Z', count: '5' }]);
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
  beforeAll(() => setPassword(server, world.people.giang));

  it('[F93] whoever decides or reads what is not their own must have a second factor; the core and the database name the same roles', async () => {
    for (const name of ['giang', 'hanh', 'khanh', 'dung', 'binh', 'lan'] as const) {
      await setPassword(server, world.people[name]);
      expect([name, (await signIn(`${name}@minh-hoa.example`)).body.waitsFor]).toEqual([name, 'enrolment']);
    }
    const { rows } = await server.owner.query('SELECT app.roles_with_second_factor() AS roles');
    expect(rows[0].roles).toEqual(DECIDING_ROLES);
    expect(ROLES.filter((role) => !isDeciding(role))).toEqual(['clerk', 'interviewer']);
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
    const acts = await actsOn(server, world.people.giang.account);
    expect(acts.filter(({ act }) => act.startsWith('recoveryCode.'))).toMatchObject(
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
