import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Decrypter } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sealAll } from '../audit/testing/seal-all.ts';
import { readSecret } from '../capabilities/accounts/sign-on/stored-secret.ts';
import type { Finding } from '../capabilities/audit-trail/findings.ts';
import { verifyTrail } from '../capabilities/audit-trail/verify.ts';
import { checkSecretKeys } from '../capabilities/operation/reencrypt-secrets.ts';
import { makeFirstKeys, rotateKeys } from '../capabilities/operation/rotate-keys.ts';
import { readOnce } from '../db/background.ts';
import { Keys } from '../keys/keys.ts';
import { codeOf } from '../testing/sign-on.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { ask, makeWorld, type World } from '../testing/world.ts';
import { makeIdentity, readIdentities } from './encryption.ts';
import { recordBackup } from './record.ts';
import { restoreBackup } from './restore.ts';
import { writeBackup } from './write.ts';

let folder: string;
let server: TestServer;
let world: World;
let keys: Keys;
let recipient: string;
let identities: string[];
let secret: string;
const fileNamed = (name: string) => path.join(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'parindex-encrypted-'));
  server = await startTestServer();
  world = await makeWorld(server);
  keys = server.context.keys;
  await makeFirstKeys(server.urls.owner, keys, server.clock.now());
  const { an } = world.people;
  secret = (await ask(server, an, 'POST', '/api/me/second-factor')).body.secret;
  const enrolled = await ask(server, an, 'PUT', '/api/me/second-factor', { code: codeOf(server, secret) });
  expect(enrolled.status).toBe(200);
  await sealAll(server, keys);
  recipient = await makeIdentity(fileNamed('identity.txt'), server.clock.now());
  identities = readIdentities(fileNamed('identity.txt'));
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const backUp = async (name: string): Promise<string> => {
  const moment = server.clock.now();
  const tail = await writeBackup(server.urls.owner, fileNamed(name), moment, [recipient]);
  await recordBackup(server.urls.owner, tail, moment, [recipient]);
  return fileNamed(name);
};

/** Another machine with an empty database, to which a backup, an identity and a copy of the keys are brought. */
async function withAnother<T>(work: (there: TestServer, keys: Keys) => Promise<T>): Promise<T> {
  const there = await startTestServer();
  try {
    const brought = path.join(folder, path.basename(there.urls.owner));
    cpSync(keys.folder, brought, { recursive: true });
    return await work(there, new Keys(brought));
  } finally {
    await there.close();
  }
}

/** Restores, if the trail is as it was written, and says what is not. */
async function restore(there: TestServer, file: string, by: readonly string[], held: Keys): Promise<Finding[]> {
  const found: Finding[] = [];
  await restoreBackup({
    ...{ ownerUrl: there.urls.owner, file, identities: by, kind: 'real', moment: there.clock.now() },
    async judge(client) {
      await verifyTrail(client, { keys: held.seals(), mayBeOlder: true }, { found: (finding) => found.push(finding), purged: () => {} });
      if (found.length > 0) throw new Error('the trail was changed');
    },
  });
  return found;
}

describe('[F100] a backup is encrypted to whoever keeps it', () => {
  it('and the drill: keys are rotated, a backup is made, and restored on another machine with the identity and the keys', async () => {
    server.clock.pass(60_000);
    await rotateKeys(server.urls.owner, keys, server.clock.now());
    await sealAll(server, keys);
    const file = await backUp('drill.parindex');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    await withAnother(async (there, held) => {
      expect(await restore(there, file, identities, held)).toEqual([]);
      await sealAll(there, held);
      const found: Finding[] = [];
      await there.owner.query('BEGIN');
      const { signatures, unsealed } = await verifyTrail(there.owner, { keys: held.seals() }, { found: (finding) => found.push(finding), purged: () => {} });
      await there.owner.query('COMMIT');
      expect(found).toEqual([]);
      expect(unsealed).toBe(0);
      expect(signatures.keys.map(({ key }) => key)).toEqual(keys.seals().map(({ id }) => id));
      await readOnce(there.urls.signOn, (db) => checkSecretKeys(db, held));
      const { rows } = await there.owner.query('SELECT totp_secret FROM credential WHERE account_id = $1', [world.people.an.account]);
      expect(readSecret(held, world.people.an.account, rows[0].totp_secret)).toBe(secret);
      // Without the keys the secrets of devices stay closed, and the start says which is missing.
      await expect(readOnce(there.urls.signOn, (db) => checkSecretKeys(db, new Keys(fileNamed('none'))))).rejects.toThrow('Khóa mã hóa');
    });
    const { rows } = await server.owner.query(`SELECT content FROM audit WHERE act = 'installation.backUp'`);
    expect(rows).toMatchObject([{ content: { encryptedTo: [recipient] } }]);
  });

  it('nothing of it can be read without the identity, and age itself reads it', async () => {
    const bytes = readFileSync(await backUp('closed.parindex'));
    expect(bytes.subarray(0, 22).toString()).toBe('age-encryption.org/v1\n');
    expect(() => gunzipSync(bytes)).toThrow();
    const decrypter = new Decrypter();
    for (const identity of identities) decrypter.addIdentity(identity);
    expect(gunzipSync(await decrypter.decrypt(bytes)).toString()).toContain('"format":"parindex-backup/1"');
  });

  it('a forged, cut or foreign one is refused by name, and so is one without its identity', async () => {
    const file = await backUp('whole.parindex');
    const bytes = readFileSync(file);
    const bent = (at: number) => Buffer.concat([bytes.subarray(0, at), Buffer.from([(bytes[at] as number) ^ 1]), bytes.subarray(at + 1)]);
    await makeIdentity(fileNamed('other.txt'), server.clock.now());
    const header = bytes.indexOf('\n---') + 60;
    const refused: readonly (readonly [what: string, content: Buffer, by: readonly string[], why: RegExp])[] = [
      ['without an identity', bytes, [], /đã được mã hóa; cần tệp khóa giải mã/],
      ['by another identity', bytes, readIdentities(fileNamed('other.txt')), /không mã hóa cho khóa giải mã này/],
      ['with a byte changed', bent(header + 500), identities, /đã bị sửa hoặc bị cắt ngang/],
      ['with a byte of its end changed', bent(bytes.length - 3), identities, /đã bị sửa hoặc bị cắt ngang/],
      ['with a byte of its head changed', bent(60), identities, /phần đầu tệp đã bị sửa/],
      ['cut', bytes.subarray(0, bytes.length - 100), identities, /đã bị sửa hoặc bị cắt ngang/],
      ['cut in its head', bytes.subarray(0, 80), identities, /phần đầu tệp đã bị sửa/],
    ];
    await withAnother(async (there, held) => {
      for (const [what, content, by, why] of refused) {
        writeFileSync(fileNamed('bad.parindex'), content);
        await expect(restore(there, fileNamed('bad.parindex'), by, held), what).rejects.toThrow(why);
      }
      writeFileSync(fileNamed('no-identity.txt'), 'khác\n');
      expect(() => readIdentities(fileNamed('no-identity.txt'))).toThrow('không phải tệp khóa giải mã');
      expect((await there.owner.query('SELECT FROM account')).rowCount).toBe(0);
    });
  });

  it('to several, each of whom opens it', async () => {
    const second = await makeIdentity(fileNamed('second.txt'), server.clock.now());
    await writeBackup(server.urls.owner, fileNamed('two.parindex'), server.clock.now(), [recipient, second]);
    await withAnother(async (there, held) => {
      expect(await restore(there, fileNamed('two.parindex'), readIdentities(fileNamed('second.txt')), held)).toEqual([]);
    });
    await expect(writeBackup(server.urls.owner, fileNamed('x'), server.clock.now(), ['age1khac'])).rejects.toThrow('PARINDEX_BACKUP_RECIPIENTS');
  });
});
