import type { KeptAnchor } from '@parindex/core/contracts/schemas/index';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashOfAudit } from '../../audit/hashing.ts';
import { readHead } from '../../audit/head.ts';
import { sealAll } from '../../audit/testing/seal-all.ts';
import { queriesOver } from '../../db/connect.ts';
import { yesNoCodes } from '../../testing/appraised-round.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { ask, change, makeWorld, type World } from '../../testing/world.ts';
import type { Finding, FindingCode, Purged } from './findings.ts';
import { rewriteTrail } from './testing/rewrite-trail.ts';
import { verifyTrail } from './verify.ts';

let server: TestServer;
let world: World;
/** Somebody who has the database in their hands. */
let intruder: pg.Client;
let anchor: KeptAnchor;

const sheet = '/api/rounds/minh-hoa-2022/sheets/tinh-minh-hoa-01';
const queries = () => queriesOver(server.owner as unknown as pg.PoolClient);

/** An saves a claim to the item at a place of the scheme. */
async function save(position: number, base: number): Promise<void> {
  const item = yesNoCodes(world)[position] as string;
  const saved = await ask(server, world.people.an, 'POST', `${sheet}/entries`, {
    entries: [change({ item }, base, { 'answer.yes': true, justification: `Căn cứ số ${position} (minh họa)` })],
  });
  expect(saved.status).toBe(201);
}

beforeAll(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
  intruder = new pg.Client({ connectionString: server.urls.super });
  await intruder.connect();
  for (let turn = 0; turn < 4; turn += 1) {
    await save(turn, turn);
    await ask(server, world.people.khanh, 'GET', '/api/audit');
    await sealAll(server);
  }
  anchor = await readHead(queries());
});
afterAll(async () => {
  await intruder.end();
  await server.close();
});

interface Checked {
  readonly codes: readonly FindingCode[];
  readonly found: readonly Finding[];
  readonly purged: readonly Purged[];
  readonly unsealed: number;
}

/** Runs a tampering and a check after it, and takes the tampering back. */
async function check(tampering: string | (() => Promise<void>), against?: KeptAnchor): Promise<Checked> {
  const [found, purged]: [Finding[], Purged[]] = [[], []];
  await intruder.query('BEGIN');
  try {
    await intruder.query('SET LOCAL session_replication_role = replica');
    if (typeof tampering === 'string') await intruder.query(tampering);
    else await tampering();
    const verdict = await verifyTrail(intruder, { anchor: against }, { found: (finding) => found.push(finding), purged: (one) => purged.push(one) });
    expect(verdict).toMatchObject({ findings: found.length, purged: purged.length });
    return { codes: [...new Set(found.map(({ code }) => code))].toSorted(), found, purged, unsealed: verdict.unsealed };
  } finally {
    await intruder.query('ROLLBACK');
  }
}

/** The row of a view in a block in the middle, and an entry. */
const INNER = '(SELECT rows[2] FROM seal WHERE number = 3)';
const AN_ENTRY = `(SELECT id FROM entry WHERE seq = 2 AND body_id = 'tinh-minh-hoa-01')`;

describe('parindex audit verify', () => {
  it('[F95] finds nothing where nobody touched anything, and says what is not sealed yet', async () => {
    expect(await check('SELECT', anchor)).toMatchObject({ found: [], purged: [], unsealed: 0 });
    await ask(server, world.people.khanh, 'GET', '/api/audit');
    expect(await check('SELECT', anchor)).toMatchObject({ found: [], unsealed: 1 });
  });

  const tamperings: readonly [what: string, tampering: string, codes: readonly FindingCode[]][] = [
    ['an audit row’s actor changed', `UPDATE audit SET actor = gen_random_uuid() WHERE n = ${INNER}`, ['rowChanged']],
    ['an audit row’s time moved by a millisecond', `UPDATE audit SET at = at + interval '1 ms' WHERE n = ${INNER}`, ['rowChanged']],
    ['an audit row changed and hashed anew', `UPDATE audit SET act = 'x', hash = sha256('x') WHERE n = ${INNER}`, ['rootWrong', 'rowChanged']],
    ['a sealed audit row removed', `DELETE FROM audit WHERE n = ${INNER}`, ['rowRemoved']],
    [
      'an audit row added below the seals',
      `INSERT INTO audit (xid, at, act, subject, content, hash) SELECT xid, at, act, 'khac', content, hash FROM audit WHERE n = ${INNER}`,
      ['rowAdded', 'rowChanged'],
    ],
    [
      'two rows of a block in each other’s place',
      `ALTER TABLE audit ALTER n DROP IDENTITY; UPDATE audit SET n = -1 WHERE n = (SELECT rows[1] FROM seal WHERE count > 1 ORDER BY number LIMIT 1);
       UPDATE audit SET n = (SELECT rows[1] FROM seal WHERE count > 1 ORDER BY number LIMIT 1) WHERE n = (SELECT rows[2] FROM seal WHERE count > 1 ORDER BY number LIMIT 1);
       UPDATE audit SET n = (SELECT rows[2] FROM seal WHERE count > 1 ORDER BY number LIMIT 1) WHERE n = -1`,
      ['rootWrong'],
    ],
    [
      'a block’s list of rows turned round',
      'UPDATE seal SET rows = ARRAY[rows[2], rows[1]], first = rows[2], last = rows[1] WHERE number = (SELECT min(number) FROM seal WHERE count = 2)',
      ['orderChanged', 'rootWrong'],
    ],
    [
      'two blocks in each other’s place',
      'UPDATE seal SET number = CASE number WHEN 2 THEN -3 ELSE -2 END WHERE number IN (2, 3); UPDATE seal SET number = -number WHERE number < 0',
      ['blockChanged', 'chainBroken'],
    ],
    ['a block’s time changed', `UPDATE seal SET sealed_at = sealed_at - interval '1 day' WHERE number = 2`, ['blockChanged']],
    ['a block’s hash changed', `UPDATE seal SET hash = sha256('x') WHERE number = 2`, ['blockChanged', 'chainBroken']],
    [
      'a block’s count changed',
      'ALTER TABLE seal DROP CONSTRAINT seal_check; UPDATE seal SET count = count + 1 WHERE number = 2',
      ['blockChanged', 'chainBroken'],
    ],
    ['a block removed from the middle', 'DELETE FROM seal WHERE number = 2', ['blockRemoved', 'chainBroken', 'rowAdded']],
    [
      'a row sealed once more',
      'UPDATE seal SET rows = rows || ARRAY[(SELECT rows[1] FROM seal WHERE number = 1)], count = count + 1 WHERE number = 2',
      ['blockChanged', 'chainBroken', 'orderChanged', 'rootWrong', 'rowTwice'],
    ],
    ['an entry changed', `UPDATE entry SET changes = '{"answer.yes": false}' WHERE id = ${AN_ENTRY}`, ['entryChanged']],
    [
      'an entry’s points changed and hashed anew',
      `UPDATE entry SET points = '9/1', hash = sha256('x') WHERE id = ${AN_ENTRY}`,
      ['entryChanged', 'entryToldOtherwise'],
    ],
    ['an entry removed', `DELETE FROM entry WHERE id = ${AN_ENTRY}`, ['entryRemoved', 'seqMissing']],
    ['the last entry removed', `DELETE FROM entry WHERE seq = 4`, ['entryRemoved']],
    [
      'an entry added',
      `CREATE TEMP TABLE copy ON COMMIT DROP AS SELECT * FROM entry WHERE id = ${AN_ENTRY}; UPDATE copy SET id = gen_random_uuid(), seq = 5; INSERT INTO entry SELECT * FROM copy`,
      ['entryChanged', 'entryUntold'],
    ],
    [
      'two entries in each other’s place',
      `UPDATE entry SET seq = 99 WHERE seq = 2; UPDATE entry SET seq = 2 WHERE seq = 3; UPDATE entry SET seq = 3 WHERE seq = 99`,
      ['entryChanged'],
    ],
    [
      'an entry told twice',
      `INSERT INTO audit (at, actor, office, act, subject, round_id, body_id, content, hash)
       SELECT at, actor, office, act, subject, round_id, body_id, content, hash FROM audit WHERE subject = 'entry:' || ${AN_ENTRY}`,
      ['entryToldTwice'],
    ],
    [
      'a payload changed',
      `UPDATE payload SET content = '{"justification": "khác"}' WHERE id = (SELECT payload_id FROM entry WHERE id = ${AN_ENTRY})`,
      ['payloadChanged'],
    ],
    [
      'a payload’s text taken away by nobody',
      `UPDATE payload SET content = NULL WHERE id = (SELECT payload_id FROM entry WHERE id = ${AN_ENTRY})`,
      ['payloadRemoved'],
    ],
    [
      'a payload said to be purged by an act that is none',
      `UPDATE payload SET content = NULL, purged_by_act = 1 WHERE id = (SELECT payload_id FROM entry WHERE id = ${AN_ENTRY})`,
      ['payloadRemoved'],
    ],
    ['a payload removed', `DELETE FROM payload WHERE id = (SELECT payload_id FROM entry WHERE id = ${AN_ENTRY})`, ['payloadRemoved']],
    [
      'a payload put under a foreign body',
      `UPDATE payload SET body_id = 'tinh-minh-hoa-02' WHERE id = (SELECT payload_id FROM entry WHERE id = ${AN_ENTRY})`,
      ['payloadMoved'],
    ],
    [
      'a payload kept from whoever appraises',
      `UPDATE payload SET kept_inside = true WHERE id = (SELECT payload_id FROM entry WHERE id = ${AN_ENTRY})`,
      ['payloadReachChanged'],
    ],
    // The next seals would take rows twice, or leave some out; what they then make of it is found as it happens.
    [
      'the horizon pushed up past what is not sealed',
      `UPDATE seal SET horizon = '9223372036854775807' WHERE number = (SELECT max(number) FROM seal)`,
      ['rowAdded'],
    ],
  ];
  it.each(tamperings)('[F95] finds %s', async (_what, tampering, codes) => {
    // A ledger that was changed no longer makes what its sheet shows; that is found besides.
    expect((await check(tampering)).codes.filter((code) => code !== 'sheetDiffers')).toEqual(codes);
  });

  it.each([
    ['a cell changed beside the ledger', `UPDATE cell SET fields = fields || '{"justification": "khác"}'`],
    ['a cell removed', `DELETE FROM cell WHERE target = (SELECT min(target) FROM cell)`],
    ['a sheet frozen by nobody', `UPDATE participant SET state = 'frozen'`],
  ])('[F95] finds a sheet that shows something else than its entries make: %s', async (_what, tampering) => {
    expect(new Set((await check(tampering)).codes)).toEqual(new Set(['sheetDiffers']));
  });

  it('[F95] finds a cut tail by the anchor alone', async () => {
    const cut = `WITH cut AS (DELETE FROM seal WHERE number > 2 RETURNING rows) DELETE FROM audit WHERE n IN (SELECT unnest(rows) FROM cut);
      DELETE FROM entry WHERE 'entry:' || id NOT IN (SELECT subject FROM audit);
      DELETE FROM cell WHERE (target_kind, target) NOT IN (SELECT target_kind, target FROM entry)`;
    expect((await check(cut)).codes).toEqual([]);
    expect((await check(cut, anchor)).codes).toEqual(['tailCut']);
  });

  it('[F95] finds a trail that was rewritten whole and in itself consistent by the anchor, where its blocks have no signatures', async () => {
    const rewrite = () => rewriteTrail(intruder);
    expect((await check(rewrite)).codes).toEqual([]);
    expect((await check(rewrite, anchor)).codes).toEqual(['rewritten']);
  });

  it('[F95] tells a lawful purge by its act, and finds nothing wrong with it', async () => {
    const purge = async () => {
      const { rows } = await intruder.query(`SELECT payload_id FROM entry WHERE id = ${AN_ENTRY}`);
      const row = { at: server.clock.now(), actor: null, office: null, act: 'payload.purge', subject: 'payload', round: null, body: null, payloadHash: null };
      const content = { payloads: [rows[0].payload_id] };
      const act = await intruder.query('INSERT INTO audit (at, act, subject, content, hash) VALUES ($1, $2, $3, $4, $5) RETURNING n', [
        row.at,
        row.act,
        row.subject,
        JSON.stringify(content),
        hashOfAudit({ ...row, content }),
      ]);
      await intruder.query('UPDATE payload SET content = NULL, purged_by_act = $2 WHERE id = $1', [rows[0].payload_id, act.rows[0].n]);
      // The text stands in the sheet too, and goes there as well.
      await intruder.query(
        `UPDATE cell c SET fields = c.fields - n.texts FROM entry n WHERE n.id = ${AN_ENTRY} AND c.body_id = n.body_id AND c.target = n.target`,
      );
    };
    const { found, purged } = await check(purge, anchor);
    expect(found).toEqual([]);
    expect(purged).toMatchObject([{ entry: expect.any(String), act: expect.stringMatching(/^\d+$/) }]);
  });
});

describe('the database', () => {
  const acts = (table: string) => [`UPDATE ${table} SET hash = hash`, `DELETE FROM ${table}`, `TRUNCATE ${table} CASCADE`];
  it.each(['entry', 'audit', 'seal'])('[F95] refuses to change, delete or empty %s to every role that serves, and to the owner', async (table) => {
    for (const role of ['app', 'jobs', 'retention', 'owner'] as const) {
      const client = new pg.Client({ connectionString: server.urls[role] });
      await client.connect();
      for (const act of acts(table)) await expect(client.query(act), `${role}: ${act}`).rejects.toMatchObject({ code: '42501' });
      await client.end();
    }
    await expect(server.owner.query(`DELETE FROM ${table}`)).rejects.toThrow(/is refused: its rows are kept as they were written/);
  });

  it('[F95] lets nobody that serves choose an audit row’s number or its transaction', async () => {
    for (const role of ['app', 'retention'] as const) {
      const client = new pg.Client({ connectionString: server.urls[role] });
      await client.connect();
      const given = (columns: string, values: string) =>
        client.query(`INSERT INTO audit (${columns}at, act, subject, content, hash) OVERRIDING SYSTEM VALUE VALUES (${values}now(), 'x', 'x', '{}', '')`);
      await expect(given('xid, ', `'1', `)).rejects.toMatchObject({ code: '42501' });
      await expect(given('n, ', '1, ')).rejects.toMatchObject({ code: '42501' });
      await client.end();
    }
  });
});
