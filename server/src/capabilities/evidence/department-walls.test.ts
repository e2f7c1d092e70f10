import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransactionAs } from '../../db/transaction.ts';
import { addPerson } from '../../testing/add-person.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { ask, makeWorld, type Person, type World } from '../../testing/world.ts';
import { uploadFile, workOf } from './testing/upload-file.ts';

const BODY = 'tinh-minh-hoa-01';
const [NOW, BEFORE] = ['minh-hoa-2022', 'minh-hoa-2021'];
const sheetOf = (round: string) => `/api/rounds/${round}/sheets/${BODY}`;
const SHEET = sheetOf(NOW);

/** What all in the installation may know of a round. */
const OF_THE_PLAN = ['participant', 'domain_owner', 'exclusion', 'extension'];

let server: TestServer;
let world: World;
let work: ReturnType<typeof workOf>;
/** Of Sở A, which has an item of this round. */
let hoa: Person;

beforeAll(async () => {
  server = await startTestServer('2023-01-15T02:00:00Z');
  world = await makeWorld(server);
  work = workOf(server);
  const { owner } = server;
  await owner.query(
    `INSERT INTO round (id, owner_body, year, title, edition_id, state, created_at) VALUES ($1, 'bo-minh-hoa', 2021, 'Kỳ minh họa 2021', $2, 'open', now())`,
    [BEFORE, world.scheme.id],
  );
  await owner.query('INSERT INTO participant (round_id, body_id, position) VALUES ($1, $2, 1)', [BEFORE, BODY]);
  await owner.query(`INSERT INTO round_step (round_id, step, opens, closes) VALUES ($1, 'selfAssessment', '2022-01-01', '2023-02-01')`, [BEFORE]);
  hoa = await addPerson(server, 'hoa', 'Ngô Thị Hoa', 'clerk', 'so-minh-hoa-a');
  await give(NOW, '1.1', 'so-minh-hoa-a');
});
afterAll(async () => {
  expect(server.logged).toEqual([]);
  await work.close();
  await server.close();
});

async function give(round: string, item: string, to: string): Promise<string> {
  const id = randomUUID();
  const given = await ask(server, world.people.an, 'POST', `${sheetOf(round)}/assignments`, { to, targets: [{ id, item }] });
  expect(given.status).toBe(204);
  return id;
}
const text = (words: string) => Buffer.from(`Báo cáo minh họa: ${words} ${randomUUID()}\n`);

describe('a department with a part in this round', () => {
  it('[F94] finds, reads and takes over nothing of a round in which it has no part, or has none any more', async () => {
    const { an } = world.people;
    const { document } = await uploadFile(server, work, an, sheetOf(BEFORE), 'kỳ trước.txt', text('chuyện kỳ trước'));
    const found = async () => (await ask(server, hoa, 'GET', `/api/rounds/${BEFORE}/evidence?q=${encodeURIComponent('chuyện kỳ trước')}`)).body.items;
    const offered = (query = '') => ask(server, hoa, 'GET', `${SHEET}/carriable${query}`);
    const carry = () => ask(server, hoa, 'POST', `${SHEET}/carried-documents`, { from: BEFORE, documents: [{ id: randomUUID(), document, version: 1 }] });
    const reachesNothing = async () => {
      expect(await found()).toEqual([]);
      expect((await offered()).body).toEqual({ from: null, items: [] });
      expect((await offered(`?from=${BEFORE}`)).body).toMatchObject({ code: 'refused' });
      expect((await carry()).body).toMatchObject({ code: 'refused' });
    };
    await reachesNothing();
    const part = await give(BEFORE, '1.1', 'so-minh-hoa-a');
    expect(await found()).toMatchObject([{ document }]);
    expect((await offered()).body.items).toMatchObject([{ id: document }]);
    await ask(server, an, 'POST', `${sheetOf(BEFORE)}/assignments/withdrawal`, { ids: [part] });
    await reachesNothing();
    // The wall behind: whatever query somebody forgets to judge, no table of a sheet shows a row of that round.
    const { rows: tables } = await server.owner.query<{ name: string }>(
      `SELECT c.table_name AS name FROM information_schema.columns c WHERE c.table_schema = 'public' AND c.column_name IN ('round_id', 'body_id')
        AND has_table_privilege('parindex_app', c.table_name::regclass, 'SELECT') AND c.table_name <> ALL ($1) GROUP BY c.table_name HAVING count(*) = 2`,
      [OF_THE_PLAN],
    );
    const shown: string[] = [];
    for (const { name } of tables)
      await inTransactionAs(server.context, hoa.account, server.clock.now(), async (db) => {
        const { rows } = await sql`SELECT FROM ${sql.table(name)} WHERE round_id = ${BEFORE}`.execute(db);
        if (rows.length > 0) shown.push(name);
      });
    expect(tables.length).toBeGreaterThan(20);
    expect(shown).toEqual([]);
  });
});
