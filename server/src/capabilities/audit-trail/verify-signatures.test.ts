import { generateKeyPairSync, sign } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { KeptAnchor } from '@parindex/core/contracts/schemas/index';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readHead } from '../../audit/head.ts';
import { type BlockSignature, type SignedBlock, signBlock } from '../../audit/sign-block.ts';
import { sealAll } from '../../audit/testing/seal-all.ts';
import { queriesOver } from '../../db/connect.ts';
import { newSecretsKey } from '../../keys/key-file.ts';
import { Keys } from '../../keys/keys.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { ask, makeWorld, type World } from '../../testing/world.ts';
import { openKeys } from '../operation/open-keys.ts';
import { makeFirstKeys, rotateKeys } from '../operation/rotate-keys.ts';
import { type Finding, findingText } from './findings.ts';
import { rewriteTrail } from './testing/rewrite-trail.ts';
import { type Verdict, type VerifyAgainst, verifyTrail } from './verify.ts';

let server: TestServer;
let world: World;
/** Somebody who has the database in their hands, and not the folder of the keys. */
let intruder: pg.Client;
let keys: Keys;
let stolen: Keys;
let anchor: KeptAnchor;
let [first, second] = ['', ''];

/** Somebody looks into the trail, which is an act, and it is sealed. */
async function live(signing?: Keys): Promise<void> {
  await ask(server, world.people.khanh, 'GET', '/api/audit');
  await sealAll(server, signing);
}

beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
  keys = server.context.keys;
  intruder = new pg.Client({ connectionString: server.urls.super });
  await intruder.connect();
  // Blocks 1 and 2 are of the time before there were keys, 3 and 4 of the first key, 5 and 6 of the second.
  await live();
  await live();
  await makeFirstKeys(server.urls.owner, keys, server.clock.now());
  await live(keys);
  await live(keys);
  // Taken while it signed; of what is rotated the part that signs is gone from the folder.
  stolen = new Keys(path.join(keys.folder, 'stolen'));
  for (const name of readdirSync(keys.folder).filter((name) => name.startsWith('seals-')))
    stolen.add(JSON.parse(readFileSync(path.join(keys.folder, name), 'utf8')));
  server.clock.pass(1_000);
  await rotateKeys(server.urls.owner, keys, server.clock.now());
  await live(keys);
  await live(keys);
  [first, second] = keys.seals().map(({ id }) => id) as [string, string];
  anchor = await readHead(queriesOver(server.owner as unknown as pg.PoolClient));
});
afterAll(async () => {
  await intruder.end();
  await server.close();
});

/** What a check says after a tampering, which is taken back. */
async function after(
  tampering: string | (() => Promise<void>),
  held: VerifyAgainst = { keys: keys.seals() },
): Promise<Verdict & { readonly found: readonly Finding[] }> {
  const found: Finding[] = [];
  await intruder.query('BEGIN');
  try {
    await intruder.query('SET LOCAL session_replication_role = replica');
    if (typeof tampering === 'string') await intruder.query(tampering);
    else await tampering();
    return { ...(await verifyTrail(intruder, held, { found: (finding) => found.push(finding), purged: () => {} })), found };
  } finally {
    await intruder.query('ROLLBACK');
  }
}

const CUT = (block: number) =>
  `WITH cut AS (DELETE FROM seal WHERE number > ${block} RETURNING rows) DELETE FROM audit WHERE n IN (SELECT unnest(rows) FROM cut)`;
const rewriteSigned = (sign: (block: SignedBlock) => BlockSignature | null) => () => rewriteTrail(intruder, sign);

describe('[F95] seals are signed by a key that the database does not hold', () => {
  it('and a check says which key signed which blocks, and which are older than signing', async () => {
    const { found, signatures } = await after('SELECT');
    expect(found).toEqual([]);
    expect(signatures).toEqual({
      keys: [
        { key: first, first: 3, last: 4, blocks: 2 },
        { key: second, first: 5, last: 6, blocks: 2 },
      ],
      beforeSigning: 2,
    });
  });

  it('whose file its user alone reads, and of which only what verifies is kept once another signs', () => {
    const names = readdirSync(keys.folder).filter((name) => name.startsWith('seals-'));
    expect(names).toHaveLength(2);
    for (const name of names) expect(statSync(path.join(keys.folder, name)).mode & 0o777).toBe(0o600);
    expect(names.map((name) => readFileSync(path.join(keys.folder, name), 'utf8').includes('PRIVATE KEY'))).toEqual([false, true]);
  });

  it('a chain rebuilt whole with right hashes is caught', async () => {
    const rebuilt = await after(() => rewriteTrail(intruder));
    expect(rebuilt.found).toEqual(
      [
        ...[3, 4].map((block) => ({ code: 'signatureWrong', block, key: first })),
        { code: 'notAsKeyTells', block: 4, key: second },
        ...[5, 6].map((block) => ({ code: 'signatureWrong', block, key: second })),
      ].toSorted((one, other) => one.block - other.block || (one.code < other.code ? 1 : -1)),
    );
  });

  const own = generateKeyPairSync('ed25519').privateKey;
  const forged: readonly (readonly [what: string, sign: (block: SignedBlock) => BlockSignature | null, codes: readonly string[]])[] = [
    ['with the signatures left away', () => null, ['notAsKeyTells', 'notSigned']],
    ['signed by a key of the forger’s own', ({ hash }) => ({ key: 'khoa-khac', signature: sign(null, hash, own) }), ['keyUnknown', 'notAsKeyTells']],
    ['by such a key under a known name', ({ hash }) => ({ key: second, signature: sign(null, hash, own) }), ['notAsKeyTells', 'signatureWrong']],
    ['by a key that was stolen before it was replaced', (block) => signBlock(stolen, block), ['keyReplaced', 'notAsKeyTells']],
  ];
  it.each(forged)('so is one rebuilt %s', async (_what, sign, codes) => {
    const { found } = await after(rewriteSigned(sign));
    expect([...new Set(found.map(({ code }) => code))].toSorted()).toEqual(codes);
    expect(findingText(found[0] as Finding, 'vi')).not.toContain('undefined');
  });

  it('what was sealed before there was a key is held by what the key says of it', async () => {
    await intruder.query('SELECT');
    const { found } = await after(async () => {
      await intruder.query(CUT(4));
      await rewriteTrail(intruder, () => null);
    });
    expect(found.map(({ code }) => code)).toContain('notAsKeyTells');
    expect((await after(CUT(3))).found.map(({ code }) => code)).toEqual(['endsBeforeKey']);
    // A backup may be of a time before the newest key.
    expect((await after(CUT(3), { keys: keys.seals(), mayBeOlder: true })).found).toEqual([]);
  });

  it('an anchor carries the signature of its block, and a forged one is found out', async () => {
    expect(anchor).toMatchObject({ number: 6, key: second, signature: expect.stringMatching(/=$/) });
    const against = (given: KeptAnchor) => after('SELECT', { keys: keys.seals(), anchor: given });
    expect((await against(anchor)).found).toEqual([]);
    expect((await against({ ...anchor, count: anchor.count + 1 })).found.map(({ code }) => code).toSorted()).toEqual(['anchorForged', 'rewritten']);
    expect((await after(CUT(5), { keys: keys.seals(), anchor })).found.map(({ code }) => code)).toEqual(['tailCut']);
  });

  it('nothing is sealed while the key is away, and it goes on once it is back', async () => {
    await ask(server, world.people.khanh, 'GET', '/api/audit');
    await expect(sealAll(server, new Keys(path.join(keys.folder, 'away')))).rejects.toThrow('Thiếu khóa ký niêm phong');
    await sealAll(server, keys);
    expect((await after('SELECT')).signatures.keys.at(-1)).toEqual({ key: second, first: 5, last: 7, blocks: 3 });
  });

  it('a start refuses to seal without the key of the last block, until one is made in its place where it is lost', async () => {
    const { app, signOn, jobs, owner } = server.urls;
    const database = { kind: 'real' as const, folder: undefined, app, signOn, jobs, owner, stop: async () => {} };
    const open = (keyFolder: string | undefined) => openKeys({ keyFolder }, database, server.clock.now());
    expect((await open(keys.folder)).seals().at(-1)?.id).toBe(second);
    await expect(open(undefined)).rejects.toThrow('PARINDEX_KEYS');
    const elsewhere = path.join(keys.folder, 'elsewhere');
    new Keys(elsewhere).add(newSecretsKey(server.clock.now()));
    await expect(open(elsewhere)).rejects.toThrow(`Thiếu khóa ký niêm phong ${second}`);
    await rotateKeys(owner, new Keys(elsewhere), server.clock.now());
    expect((await open(elsewhere)).seals()).toHaveLength(1);
    await sealAll(server, new Keys(elsewhere));
    // Of the blocks before, whose key is gone, it says so.
    const { found } = await after('SELECT', { keys: new Keys(elsewhere).seals() });
    expect(found).toEqual([
      { code: 'keyUnknown', key: first, numbers: '3–4' },
      { code: 'keyUnknown', key: second, numbers: '5–7' },
    ]);
  });
});
