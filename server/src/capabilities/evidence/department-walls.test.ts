import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransactionAs } from '../../db/transaction.ts';
import { addPerson } from '../../testing/add-person.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { ask, change, makeWorld, type Person, type World } from '../../testing/world.ts';
import { textFile, uploadFile, workOf } from './testing/upload-file.ts';

const BODY = 'tinh-minh-hoa-01';
const [NOW, BEFORE] = ['minh-hoa-2022', 'minh-hoa-2021'];
const sheetOf = (round: string) => `/api/rounds/${round}/sheets/${BODY}`;
const SHEET = sheetOf(NOW);

/** What all in the installation may know of a round. */
const OF_THE_PLAN = ['participant', 'domain_owner', 'exclusion', 'extension'];

let server: TestServer;
let world: World;
let work: ReturnType<typeof workOf>;
/** Hoa and Long are of Sở A, which has an item of this round; Ngọc of a division of it; Khoa of Sở B, which has another item. */
let [hoa, long, ngoc, khoa] = [] as unknown as [Person, Person, Person, Person];

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
  await owner.query(`INSERT INTO body (id, kind) VALUES ('so-minh-hoa-b', 'department'), ('phong-minh-hoa', 'division')`);
  await owner.query(
    `INSERT INTO body_attribute (body_id, attribute, position, value) VALUES ('so-minh-hoa-b', 'parent', 0, $1), ('phong-minh-hoa', 'parent', 0, 'so-minh-hoa-a')`,
    [BODY],
  );
  hoa = await addPerson(server, 'hoa', 'Ngô Thị Hoa', 'clerk', 'so-minh-hoa-a');
  long = await addPerson(server, 'long', 'Trịnh Văn Long', 'head', 'so-minh-hoa-a');
  ngoc = await addPerson(server, 'ngoc', 'Mai Thị Ngọc', 'clerk', 'phong-minh-hoa');
  khoa = await addPerson(server, 'khoa', 'Lý Văn Khoa', 'clerk', 'so-minh-hoa-b');
  await give(NOW, '1.1', 'so-minh-hoa-a');
  await give(NOW, '1.2', 'so-minh-hoa-b');
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

describe('a department with a part in this round', () => {
  it('[F94] finds, reads and takes over nothing of a round in which it has no part, or has none any more', async () => {
    const { an } = world.people;
    const { document } = await uploadFile(server, work, an, sheetOf(BEFORE), 'kỳ trước.txt', textFile('chuyện kỳ trước'));
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
      `SELECT t.relname AS name FROM pg_class t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attname IN ('round_id', 'body_id')
        WHERE t.relnamespace = 'public'::regnamespace AND t.relkind = 'r' AND has_table_privilege('parindex_app', t.oid, 'SELECT') AND t.relname <> ALL ($1)
        GROUP BY t.relname HAVING count(*) = 2`,
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
  it('[F94] changes what it brought itself, and nothing that the body or a department beside it brought', async () => {
    const { an } = world.people;
    const read = async (person: Person, document: string) => (await ask(server, person, 'GET', `${SHEET}/documents/${document}`)).body;
    const describeIt = async (person: Person, document: string) => {
      const { version, versions } = await read(person, document);
      const facts = { ...versions[0].facts, subject: `Trích yếu của ${person.account}` };
      return ask(server, person, 'PATCH', `${SHEET}/documents/${document}/description`, { version, number: 1, facts });
    };
    const beginVersion = (person: Person, document: string) =>
      ask(server, person, 'POST', `${SHEET}/uploads`, { id: randomUUID(), document, name: 'bản sau.txt', bytes: 10, notSecret: true });
    const brought = {
      an: (await uploadFile(server, work, an, SHEET, 'của tỉnh.txt', textFile('của tỉnh'))).document,
      hoa: (await uploadFile(server, work, hoa, SHEET, 'của Sở A.txt', textFile('của Sở A'))).document,
      khoa: (await uploadFile(server, work, khoa, SHEET, 'của Sở B.txt', textFile('của Sở B'))).document,
    };
    const people = { an, hoa, long, ngoc, khoa };
    const of = { an: ['an', 'hoa', 'khoa'], hoa: ['hoa'], long: ['hoa'], ngoc: ['hoa'], khoa: ['khoa'] };
    for (const [name, person] of Object.entries(people))
      for (const [bringer, document] of Object.entries(brought)) {
        const theirs = of[name as keyof typeof of].includes(bringer);
        expect([name, bringer, (await read(person, document)).changeable]).toEqual([name, bringer, theirs]);
        expect([name, bringer, (await describeIt(person, document)).status]).toEqual([name, bringer, theirs ? 200 : 403]);
        const begun = await beginVersion(person, document);
        expect([name, bringer, begun.status]).toEqual([name, bringer, theirs ? 201 : 403]);
        if (theirs) await ask(server, person, 'DELETE', `/api/uploads/${begun.body.id}`);
      }
    // The wall behind.
    const change = (person: Person, document: string) =>
      inTransactionAs(server.context, person.account, server.clock.now(), async (db) => {
        const { numAffectedRows: versions } = await sql`UPDATE document_version SET subject = 'x' WHERE document_id = ${document}`.execute(db);
        const { numAffectedRows: documents } = await sql`UPDATE document SET access = 'restricted' WHERE id = ${document}`.execute(db);
        return [Number(versions), Number(documents)];
      });
    expect(await change(khoa, brought.hoa)).toEqual([0, 0]);
    expect(await change(hoa, brought.an)).toEqual([0, 0]);
    expect(await change(hoa, brought.hoa)).toEqual([1, 1]);
  });

  it('[F94] slips no version under a document that another has on its way', async () => {
    const document = randomUUID();
    const begin = (person: Person) =>
      ask(server, person, 'POST', `${SHEET}/uploads`, { id: randomUUID(), document, name: 'một.txt', bytes: 10, notSecret: true });
    expect((await begin(hoa)).status).toBe(201);
    expect((await begin(khoa)).status).toBe(403);
    expect((await begin(hoa)).status).toBe(201);
    expect((await begin(world.people.an)).status).toBe(201);
  });

  it('[F33] [F94] reads what is proposed, noted and told at its own part, and nothing of that at a part beside it', async () => {
    const { an } = world.people;
    await ask(server, an, 'POST', `${SHEET}/assignments`, { to: 'so-minh-hoa-a', note: 'Dặn riêng Sở A', targets: [{ id: randomUUID(), item: '1.1' }] });
    const propose = (person: Person, item: string, base: number, justification: string) =>
      ask(server, person, 'POST', `${SHEET}/entries`, { entries: [change({ item }, base, { justification })] });
    expect((await propose(hoa, '1.1', 0, 'Đề xuất của Sở A')).status).toBe(201);
    expect((await propose(khoa, '1.2', 1, 'Đề xuất của Sở B')).status).toBe(201);
    const returned = await ask(server, an, 'POST', `${SHEET}/decisions`, {
      decisions: [{ id: randomUUID(), item: '1.1', act: 'return', base: 2, reason: 'Trả lại riêng Sở A' }],
    });
    expect(returned.status).toBe(201);
    const said = ['Dặn riêng Sở A', 'Đề xuất của Sở A', 'Trả lại riêng Sở A', 'Đề xuất của Sở B'];
    const told = async (person: Person) => {
      const answers = await Promise.all(
        ['', '/entries', '/entries?item=1.1', '/assignments', '/review'].map((path) => ask(server, person, 'GET', `${SHEET}${path}`)),
      );
      const all = JSON.stringify([...answers, await ask(server, person, 'GET', '/api/me/parts')].map(({ body }) => body));
      return said.filter((words) => all.includes(words));
    };
    expect(await told(an)).toEqual(said);
    for (const person of [hoa, long, ngoc]) expect(await told(person)).toEqual(said.slice(0, 3));
    expect(await told(khoa)).toEqual(said.slice(3));
    expect(await told(world.people.dung)).toEqual([]);
  });
});
