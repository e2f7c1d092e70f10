import { generateKeyPairSync, sign } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SealKey } from '../../keys/key-file.ts';
import { addPerson } from '../../testing/add-person.ts';
import { adoptByTwo } from '../../testing/adopt-edition.ts';
import { SMALL_CASES, smallDocument } from '../../testing/small-edition.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { ask, makeWorld, type World } from '../../testing/world.ts';
import { signedEdition, statementOf } from '../editions/sign-edition.ts';
import { type Finding, findingText } from './findings.ts';
import { type AdoptedEditionRow, streamAdoptedEditions } from './queries/verify.ts';
import { verifyTrail } from './verify.ts';
import { checkEditions } from './verify-editions.ts';

let server: TestServer;
let world: World;
/** Somebody who has the database in their hands, with every right of its superuser. */
let intruder: pg.Client;
let keys: readonly SealKey[];

beforeAll(async () => {
  server = await startTestServer('2023-01-10T02:00:00Z');
  world = await makeWorld(server);
  const second = await addPerson(server, 'thao', 'Mạc Thị Thảo', 'owner', 'bo-minh-hoa');
  await server.owner.query(`UPDATE credential SET password_hash = 'x' WHERE account_id = $1`, [second.account]);
  for (const id of ['mau-1', 'mau-2']) {
    await ask(server, world.people.dung, 'POST', '/api/editions', { document: smallDocument(id), cases: SMALL_CASES });
    await adoptByTwo(server, { asks: world.people.dung, decides: second }, id);
  }
  keys = server.context.keys.seals();
  intruder = new pg.Client({ connectionString: server.urls.super });
  await intruder.connect();
});
afterAll(async () => {
  await intruder.end();
  await server.close();
});

/** What a check of the editions says after a tampering, which is taken back. */
async function after(tampering: string, known: readonly SealKey[] = keys): Promise<Finding[]> {
  const found: Finding[] = [];
  await intruder.query('BEGIN');
  try {
    await intruder.query('SET LOCAL session_replication_role = replica');
    await intruder.query(tampering);
    await checkEditions(intruder, known, (code, told) => found.push({ code, ...told }));
    return found;
  } finally {
    await intruder.query('ROLLBACK');
  }
}

const inEdition = (change: string) => `UPDATE edition SET ${change} WHERE id = 'mau-1'`;
/** A text in which an item gives twice as many points as was decided. */
const DOUBLED = `scheme = replace(scheme::text, '"maximum":"1"', '"maximum":"2"')::json`;
const REHASHED = `hash = encode(sha256(convert_to(replace(scheme::text, '"maximum":"1"', '"maximum":"2"'), 'UTF8')), 'hex')`;

describe('[F95] adopted editions are held against what was signed of them', () => {
  it('an untouched database has nothing to tell, and says how many it read', async () => {
    expect(await after('SELECT')).toEqual([]);
    await intruder.query('BEGIN');
    const verdict = await verifyTrail(intruder, { keys }, { found: (finding) => expect.fail(findingText(finding, 'en')), purged: () => {} });
    await intruder.query('ROLLBACK');
    const { rows } = await server.owner.query(`SELECT count(*)::int AS adopted FROM edition WHERE state = 'adopted'`);
    expect(verdict.editions).toBe(rows[0].adopted);
  });

  it.each([
    ['its text', inEdition(DOUBLED), ['editionChanged']],
    ['its text with a hash that fits', inEdition(`${DOUBLED}, ${REHASHED}`), ['editionSignatureWrong']],
    ['the day from which it holds', inEdition(`effective_from = '2020-01-01'`), ['editionSignatureWrong']],
    ['the number of its decision', inEdition(`decision_number = '99/QĐ-BMH'`), ['editionSignatureWrong']],
    ['its signature, by that of another edition', inEdition(`signature = (SELECT o.signature FROM edition o WHERE o.id = 'mau-2')`), ['editionSignatureWrong']],
    ['its signature, which is taken away', inEdition('signing_key = NULL, signature = NULL'), ['editionNotSigned']],
  ])('an edition is named of which somebody changed %s', async (_what, tampering, codes) => {
    const found = await after(tampering);
    expect(found.map(({ code }) => code)).toEqual(codes);
    for (const finding of found) expect(findingText(finding, 'vi')).toMatch(/ tiêu chí mau-1 /);
  });

  it('a signature of the forger’s own is none, under a name of their own or under that of the key', async () => {
    const own = generateKeyPairSync('ed25519').privateKey;
    const [key] = keys as [SealKey];
    for (const [name, code] of [
      ['khoa-khac', 'editionKeyUnknown'],
      [key.id, 'editionSignatureWrong'],
    ] as const) {
      await intruder.query('BEGIN');
      let row: AdoptedEditionRow | undefined;
      for await (const each of streamAdoptedEditions(intruder)) if (each.id === 'mau-1') row = each;
      await intruder.query('ROLLBACK');
      const signature = sign(null, Buffer.from(statementOf(name, signedEdition(row as AdoptedEditionRow))), own).toString('hex');
      expect(await after(inEdition(`signing_key = '${name}', signature = '\\x${signature}'`))).toEqual([{ code, edition: 'mau-1', key: name }]);
    }
  });

  it('a key that another had replaced signs no edition any more; one that is away cannot be verified', async () => {
    const [key] = keys as [SealKey];
    const newer: SealKey = { ...key, id: `9${key.id.slice(1)}`, madeAt: new Date(key.madeAt.getTime() - 1_000) };
    expect((await after('SELECT', [key, newer])).map(({ code, edition }) => `${edition} ${code}`)).toEqual([
      'mau-1 editionKeyReplaced',
      'mau-2 editionKeyReplaced',
    ]);
    expect((await after('SELECT', [])).map(({ code }) => code)).toEqual(['editionKeyUnknown', 'editionKeyUnknown']);
  });
});
