import { readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Secret } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readOnce } from '../../db/background.ts';
import { keyOfSecret, SecretUnreadable } from '../../keys/encrypt-secret.ts';
import { Keys } from '../../keys/keys.ts';
import { codeOf } from '../../testing/sign-on.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { ask, makeWorld, type World } from '../../testing/world.ts';
import { readSecret } from '../accounts/sign-on/stored-secret.ts';
import { checkSecretKeys } from './reencrypt-secrets.ts';
import { makeFirstKeys, rotateKeys } from './rotate-keys.ts';

let server: TestServer;
let world: World;
let keys: Keys;
/** What the devices of two people hold. */
let [ofAn, ofBinh] = ['', ''];

beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
  keys = server.context.keys;
  await makeFirstKeys(server.urls.owner, keys, server.clock.now());
  const { an, binh } = world.people;
  [ofAn, ofBinh] = [await enrol(an), await enrol(binh)];
});
afterAll(() => server.close());

/** Somebody enrols a device by what their screen shows. */
async function enrol(person: { readonly account: string; token: string }): Promise<string> {
  const { secret } = (await ask(server, person, 'POST', '/api/me/second-factor')).body;
  const confirmed = await ask(server, person, 'PUT', '/api/me/second-factor', { code: codeOf(server, secret) });
  expect(confirmed.status).toBe(200);
  person.token = /^parindex_session=([^;]+);/.exec(String(confirmed.headers['set-cookie']))?.[1] as string;
  return secret;
}

/** Whether a device's code still proves who somebody is: it lets them replace the device. */
async function proves(person: { readonly account: string; token: string }, secret: string): Promise<boolean> {
  server.clock.pass(60_000);
  const next = (await ask(server, person, 'POST', '/api/me/second-factor')).body.secret;
  const answer = await ask(server, person, 'PUT', '/api/me/second-factor', { code: codeOf(server, next, 9), current: codeOf(server, secret) });
  expect(answer.body.code).toBe('wrongCredentials');
  const right = await ask(server, person, 'PUT', '/api/me/second-factor', { code: codeOf(server, next), current: codeOf(server, secret) });
  if (right.status !== 200) return false;
  person.token = /^parindex_session=([^;]+);/.exec(String(right.headers['set-cookie']))?.[1] as string;
  if (person.account === world.people.an.account) ofAn = next;
  else ofBinh = next;
  return true;
}

const storedOf = async ({ account }: { readonly account: string }): Promise<string> =>
  (await server.owner.query('SELECT totp_secret FROM credential WHERE account_id = $1', [account])).rows[0].totp_secret;

const check = (folder: Keys) => readOnce(server.urls.signOn, (db) => checkSecretKeys(db, folder));

describe('[F93] the secrets of second factors', () => {
  it('stand nowhere in the database: whoever has its address has none', async () => {
    const { rows } = await server.owner.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')`,
    );
    let all = '';
    for (const { name } of rows) all += JSON.stringify((await server.owner.query(`SELECT t::text AS row FROM ${name} t`)).rows);
    expect(all).toContain('aes-256-gcm:');
    for (const secret of [ofAn, ofBinh]) {
      const bytes = Buffer.from(Secret.fromBase32(secret).bytes);
      for (const form of [secret, secret.toLowerCase(), bytes.toString('hex'), bytes.toString('base64'), bytes.toString('base64url')])
        expect(all).not.toContain(form);
    }
  });

  it('moved to another account open nothing there', async () => {
    const { an, binh } = world.people;
    expect(readSecret(keys, an.account, await storedOf(an))).toBe(ofAn);
    expect(() => readSecret(keys, binh.account, String(ofAn))).toThrow(SecretUnreadable);
    const moved = await storedOf(an);
    expect(() => readSecret(keys, binh.account, moved)).toThrow(SecretUnreadable);
    const bent = moved.slice(0, -2) + (moved.endsWith('AA') ? 'BB' : 'AA');
    expect(() => readSecret(keys, an.account, bent)).toThrow(SecretUnreadable);
  });

  it('a rotation encrypts all of them anew, devices go on, and the trail tells it', async () => {
    const { an, binh, lan } = world.people;
    const before = keyOfSecret(await storedOf(an));
    expect(await proves(an, ofAn)).toBe(true);
    // One is shown and not confirmed yet: it goes along.
    const shown = (await ask(server, binh, 'POST', '/api/me/second-factor')).body.secret;
    server.clock.pass(1_000);
    expect(await rotateKeys(server.urls.owner, keys, server.clock.now())).toMatchObject({ written: 2, lost: [] });
    const newest = keys.secrets().at(-1)?.id;
    expect([keyOfSecret(await storedOf(an)), keyOfSecret(await storedOf(binh))]).toEqual([newest, newest]);
    expect(newest).not.toBe(before);
    expect(keys.secrets().map(({ id }) => id)).toEqual([before, newest]);
    for (const name of readdirSync(keys.folder)) expect(statSync(path.join(keys.folder, name)).mode & 0o777).toBe(0o600);
    server.clock.pass(60_000);
    const confirmed = await ask(server, binh, 'PUT', '/api/me/second-factor', { code: codeOf(server, shown), current: codeOf(server, ofBinh) });
    expect(confirmed.status).toBe(200);
    ofBinh = shown;
    expect(await proves(an, ofAn)).toBe(true);
    await check(keys);
    const told = await server.owner.query(`SELECT content FROM audit WHERE act = 'installation.rotateKeys'`);
    expect(told.rows).toMatchObject([{ content: { keys: { secrets: newest, seals: keys.seals().at(-1)?.id }, written: '2', lost: '0' } }]);
    expect(JSON.stringify(told.rows)).not.toContain(lan.token);
  });

  it('a start without the key, with a wrong one, or with secrets in plain text refuses and says what to do', async () => {
    const { an } = world.people;
    await expect(check(new Keys(path.join(keys.folder, 'elsewhere')))).rejects.toThrow(/^Khóa mã hóa .* không có trong .*elsewhere/);
    // Nor does a rotation pass over it, and it makes nothing.
    const away = new Keys(path.join(keys.folder, 'elsewhere'));
    await expect(rotateKeys(server.urls.owner, away, server.clock.now())).rejects.toThrow('--lost');
    await makeFirstKeys(server.urls.owner, away, server.clock.now());
    expect(away.secrets()).toEqual([]);
    const newest = path.join(keys.folder, `secrets-${keys.secrets().at(-1)?.id}.json`);
    const right = readFileSync(newest, 'utf8');
    writeFileSync(newest, right.replace(/"key": "..../, '"key": "AAAA'));
    await expect(check(new Keys(keys.folder))).rejects.toThrow(/hoặc tệp khóa không đúng/);
    writeFileSync(newest, '{}');
    await expect(check(new Keys(keys.folder))).rejects.toThrow(/bị hỏng/);
    writeFileSync(newest, right);
    await server.owner.query('UPDATE credential SET totp_secret = $2 WHERE account_id = $1', [an.account, ofAn]);
    await expect(check(keys)).rejects.toThrow(/chưa mã hóa/);
    // As an installation from before is brought to the present.
    await makeFirstKeys(server.urls.owner, keys, server.clock.now());
    expect(readSecret(keys, an.account, await storedOf(an))).toBe(ofAn);
    await check(keys);
  });

  it('where the key is lost for good they are given up, their owners enrol anew, and the trail tells whose', async () => {
    const { an, binh } = world.people;
    for (const { id } of keys.secrets()) renameSync(path.join(keys.folder, `secrets-${id}.json`), path.join(keys.folder, `lost-${id}`));
    server.clock.pass(1_000);
    const { lost } = await rotateKeys(server.urls.owner, keys, server.clock.now(), 'giveUp');
    expect([...lost].toSorted()).toEqual([an.account, binh.account].toSorted());
    await check(keys).catch((error) => expect.fail(String(error)));
    const { rows } = await server.owner.query(`SELECT totp_secret, totp_confirmed_at FROM credential WHERE account_id = ANY ($1)`, [lost]);
    expect(rows).toEqual(lost.map(() => ({ totp_secret: null, totp_confirmed_at: null })));
    const told = await server.owner.query(`SELECT subject FROM audit WHERE act = 'secondFactor.reset' AND content->>'keyLost' = 'true'`);
    expect(told.rows).toHaveLength(2);
    await enrol(an);
  });
});
