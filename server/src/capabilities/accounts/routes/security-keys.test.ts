import type { FastifyRequest } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOf, sessionOf } from '../../../testing/sign-on.ts';
import { SoftwareKey } from '../../../testing/software-key.ts';
import { startTestServer, type TestServer } from '../../../testing/test-server.ts';
import { addAdministrator, byTwo } from '../../../testing/two-persons.ts';
import { ask, makeWorld, type PersonName, type World } from '../../../testing/world.ts';
import { hashPassword } from '../sign-on/password-hash.ts';
import { relyingPartyOf } from '../sign-on/relying-party.ts';

let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
  await server.owner.query('UPDATE credential SET password_hash = $1', [await hashPassword(PASSWORD)]);
});
afterAll(() => server.close());

const PASSWORD = 'ốc sên đi xe đạp';
/** Of the test's server, which has no configured address. */
const HERE = { origin: 'http://localhost', rpId: 'localhost' };
const MINUTE = 60_000;

type Session = { token: string };
const signIn = async (name: PersonName): Promise<Session> =>
  sessionOf(await ask(server, undefined, 'POST', '/api/session', { email: `${name}@minh-hoa.example`, password: PASSWORD }));
const challenge = async (by: Session): Promise<string> => (await ask(server, by, 'POST', '/api/session/challenge')).body.challenge;
const offer = (by: Session) => ask(server, by, 'POST', '/api/me/security-keys/challenge');
const add = (by: Session, name: string, attestation: object) => ask(server, by, 'POST', '/api/me/security-keys', { name, attestation });
const give = (by: Session, assertion: object) => ask(server, by, 'POST', '/api/session/second-factor', { assertion });
const confirm = (by: Session, proof: object) => ask(server, by, 'POST', '/api/session/confirmation', proof);
const keysOf = async (by: Session) => (await ask(server, by, 'GET', '/api/me/security-keys')).body.items;
const actsOf = async (name: PersonName, act: string) =>
  (await server.owner.query('SELECT content FROM audit WHERE subject = $1 AND act = $2 ORDER BY n', [`account:${world.people[name].account}`, act])).rows;
const added = async (by: Session, name: string, key: SoftwareKey) => add(by, name, key.attest((await offer(by)).body.challenge, HERE));

describe('[F93] Giang, appraiser, has a security key and no device', () => {
  const key = new SoftwareKey();
  const second = new SoftwareKey();
  let giang: Session;

  it('is asked to enrol, and does by the key: the session is complete, and ten recovery codes come with it', async () => {
    const waiting = await signIn('giang');
    const asked = await offer(waiting);
    expect(asked).toMatchObject({
      status: 201,
      body: {
        rp: { id: 'localhost' },
        attestation: 'none',
        excludeCredentials: [],
        authenticatorSelection: { userVerification: 'preferred', residentKey: 'discouraged' },
      },
    });
    expect((await add(waiting, '', key.attest(asked.body.challenge, HERE))).status).toBe(422);
    const enrolled = await add(waiting, 'Khóa USB', key.attest(asked.body.challenge, HERE));
    expect(enrolled).toMatchObject({
      status: 201,
      body: { waitsFor: null, secondFactor: { enrolled: true, device: false, securityKeys: 1, required: true, recoveryCodes: 10 } },
    });
    expect(enrolled.body.recoveryCodes).toHaveLength(10);
    giang = sessionOf(enrolled);
    expect(await keysOf(giang)).toEqual([{ id: expect.any(String), name: 'Khóa USB', madeAt: '2023-01-10T02:00:00.000Z', usedAt: null }]);
    expect((await ask(server, waiting, 'GET', '/api/session')).status).toBe(401);
  });

  it('signs in by password and key; the right password alone adds no other key', async () => {
    const waiting = await signIn('giang');
    expect((await ask(server, waiting, 'GET', '/api/session')).body).toMatchObject({
      waitsFor: 'secondFactor',
      secondFactor: { device: false, securityKeys: 1 },
    });
    expect((await offer(waiting)).body.code).toBe('secondFactorNeeded');
    expect((await ask(server, waiting, 'POST', '/api/me/second-factor')).body.code).toBe('secondFactorNeeded');
    const complete = await give(waiting, key.assert(await challenge(waiting), HERE));
    expect(complete).toMatchObject({ status: 200, body: { waitsFor: null, memberships: [{ role: 'appraiser' }] } });
    giang = sessionOf(complete);
    expect((await keysOf(giang))[0].usedAt).toBe('2023-01-10T02:00:00.000Z');
    expect((await actsOf('giang', 'session.open')).at(-1)).toMatchObject({ content: { by: 'securityKey' } });
  });

  it('what was signed serves once, in its session, within five minutes, and after the newest challenge alone', async () => {
    const [one, other] = [await signIn('giang'), await signIn('giang')];
    const signed = key.assert(await challenge(one), HERE);
    await challenge(other);
    expect((await give(other, signed)).body.code).toBe('wrongCredentials');
    const complete = await give(one, signed);
    expect(complete.status).toBe(200);
    // The same again, in the session that it completed: nothing waits there.
    expect((await confirm(sessionOf(complete), { assertion: signed })).body.code).toBe('wrongCredentials');
    // A wrong answer uses the challenge up.
    const late = await signIn('giang');
    const text = await challenge(late);
    expect((await give(late, key.assert('x'.repeat(43), HERE))).status).toBe(401);
    expect((await give(late, key.assert(text, HERE))).status).toBe(401);
    const before = await challenge(late);
    await challenge(late);
    expect((await give(late, key.assert(before, HERE))).status).toBe(401);
    const lapsed = key.assert(await challenge(late), HERE);
    server.clock.pass(5 * MINUTE);
    expect((await give(late, lapsed)).status).toBe(401);
    server.clock.pass(20 * MINUTE);
    const end = await signIn('giang');
    expect((await give(end, key.assert(await challenge(end), HERE))).status).toBe(200);
  });

  it('what a page at another address had signed is refused, for another host or another origin', async () => {
    const waiting = await signIn('giang');
    for (const page of [
      { origin: 'https://parindex.example', rpId: 'localhost' },
      { origin: 'http://localhost', rpId: 'parindex.example' },
    ])
      expect((await give(waiting, key.assert(await challenge(waiting), page))).body.code).toBe('wrongCredentials');
    expect((await give(waiting, key.assert(await challenge(waiting), HERE))).status).toBe(200);
  });

  it('a counter that goes back is refused, and the trail tells that a copy may be about; one that nobody signed says nothing', async () => {
    const waiting = await signIn('giang');
    const { counter } = key;
    const forged = key.assert(await challenge(waiting), HERE, counter - 2);
    expect((await give(waiting, { ...forged, signature: Buffer.from('0006', 'hex').toString('base64url') })).status).toBe(401);
    expect(await actsOf('giang', 'securityKey.refuse')).toHaveLength(0);
    for (const wrong of [counter - 1, counter])
      expect((await give(waiting, key.assert(await challenge(waiting), HERE, wrong))).body.code).toBe('wrongCredentials');
    expect(await actsOf('giang', 'securityKey.refuse')).toHaveLength(2);
    server.clock.pass(20 * MINUTE);
    const again = await signIn('giang');
    const complete = await give(again, key.assert(await challenge(again), HERE, counter + 1));
    expect(complete.status).toBe(200);
    giang = sessionOf(complete);
  });

  it('is asked again before a second key is added and before one is removed; the key answers in place of the password', async () => {
    server.clock.pass(5 * MINUTE);
    expect((await offer(giang)).body.code).toBe('confirmationNeeded');
    expect((await confirm(giang, { assertion: key.assert(await challenge(giang), HERE) })).status).toBe(204);
    expect((await actsOf('giang', 'session.confirm')).at(-1)).toMatchObject({ content: { by: 'securityKey' } });
    const twice = await added(giang, 'Hai lần', key);
    expect(twice.body.code).toBe('notNow');
    const asked = await offer(giang);
    expect(asked.body.excludeCredentials).toEqual([{ id: key.id, type: 'public-key', transports: ['usb'] }]);
    const attestation = second.attest(asked.body.challenge, HERE);
    const whole = await add(giang, 'Điện thoại', attestation);
    expect(whole).toMatchObject({ status: 201, body: { recoveryCodes: null, secondFactor: { securityKeys: 2, recoveryCodes: 10 } } });
    giang = sessionOf(whole);
    // The challenge has served.
    expect((await add(giang, 'Điện thoại', attestation)).body.code).toBe('notNow');
    server.clock.pass(5 * MINUTE);
    const [first] = await keysOf(giang);
    expect((await ask(server, giang, 'DELETE', `/api/me/security-keys/${first.id}`)).body.code).toBe('confirmationNeeded');
    expect((await confirm(giang, { password: PASSWORD })).status).toBe(204);
    expect((await ask(server, giang, 'DELETE', `/api/me/security-keys/${first.id}`)).status).toBe(204);
    const waiting = await signIn('giang');
    expect((await give(waiting, key.assert(await challenge(waiting), HERE))).body.code).toBe('wrongCredentials');
    expect((await give(waiting, second.assert(await challenge(waiting), HERE))).status).toBe(200);
  });

  it('the last second factor of whoever must have one stays; a device beside it lets it go, and the codes stay', async () => {
    const [last] = await keysOf(giang);
    const remove = () => ask(server, giang, 'DELETE', `/api/me/security-keys/${last.id}`);
    expect((await remove()).body).toMatchObject({ code: 'notNow', detail: expect.stringContaining('cuối cùng') });
    expect(await keysOf(giang)).toHaveLength(1);
    const { secret } = (await ask(server, giang, 'POST', '/api/me/second-factor')).body;
    giang = sessionOf(await ask(server, giang, 'PUT', '/api/me/second-factor', { code: codeOf(server, secret) }));
    expect((await remove()).status).toBe(204);
    expect((await ask(server, giang, 'GET', '/api/session')).body.secondFactor).toMatchObject({
      enrolled: true,
      device: true,
      securityKeys: 0,
      recoveryCodes: 10,
    });
  });
});

describe('[F93] keys of others, and keys that are taken away', () => {
  const [ofAn, ofKhanh] = [new SoftwareKey(), new SoftwareKey()];

  it('another account’s key opens nothing, nor can anybody remove it or see its name', async () => {
    const an = sessionOf(await added(await signIn('an'), 'Khóa của An', ofAn));
    const khanh = sessionOf(await added(await signIn('khanh'), 'Khóa của Khánh', ofKhanh));
    const waiting = await signIn('khanh');
    expect((await give(waiting, ofAn.assert(await challenge(waiting), HERE))).body.code).toBe('wrongCredentials');
    expect((await ask(server, khanh, 'DELETE', `/api/me/security-keys/${(await keysOf(an))[0].id}`)).status).toBe(404);
    expect((await keysOf(khanh)).map(({ name }: { name: string }) => name)).toEqual(['Khóa của Khánh']);
    expect((await added(khanh, 'Của người khác', ofAn)).body.code).toBe('notNow');
    const exported = (await ask(server, an, 'GET', '/api/me/export')).body;
    expect(exported.securityKeys).toEqual([{ name: 'Khóa của An', madeAt: expect.any(String), usedAt: null }]);
    expect(JSON.stringify(exported)).not.toContain(ofAn.id);
  });

  it('a clerk, who needs no second factor, removes the last one; the recovery codes go with it', async () => {
    const waiting = await signIn('an');
    const an = sessionOf(await give(waiting, ofAn.assert(await challenge(waiting), HERE)));
    expect((await ask(server, an, 'DELETE', `/api/me/security-keys/${(await keysOf(an))[0].id}`)).status).toBe(204);
    expect((await ask(server, an, 'GET', '/api/session')).body.secondFactor).toEqual({
      ...{ enrolled: false, device: false, securityKeys: 0, required: false, recoveryCodes: 0 },
    });
    expect((await ask(server, an, 'POST', '/api/session/challenge')).body.code).toBe('notNow');
    expect((await ask(server, await signIn('an'), 'GET', '/api/session')).body.waitsFor).toBeNull();
  });

  it('a reset by two persons takes the keys away as well, and the person enrols anew', async () => {
    const { lan, khanh } = world.people;
    const tam = await addAdministrator(server, 'tam', 'Vương Văn Tám', null);
    await byTwo(server, [lan, tam], khanh.account, { kind: 'secondFactor' });
    expect((await server.owner.query('SELECT FROM security_key WHERE account_id = $1', [khanh.account])).rowCount).toBe(0);
    expect((await ask(server, await signIn('khanh'), 'GET', '/api/session')).body.waitsFor).toBe('enrolment');
    expect(server.logged).toEqual([]);
  });

  it('keys prove themselves to the configured address, whatever a request says; to its own only where none is configured', () => {
    const request = { protocol: 'http', headers: { host: 'gia-mao.example:81' } } as FastifyRequest;
    expect(relyingPartyOf({ origin: 'https://cchc.example:8443/' }, request)).toEqual({ id: 'cchc.example', origin: 'https://cchc.example:8443' });
    expect(relyingPartyOf({ origin: undefined }, request)).toEqual({ id: 'gia-mao.example', origin: 'http://gia-mao.example:81' });
  });
});
