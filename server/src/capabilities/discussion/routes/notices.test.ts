import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordAuditedTables } from '../../../audit/record-audited-tables.ts';
import { sealAll } from '../../../audit/testing/seal-all.ts';
import { inBackground } from '../../../db/background.ts';
import { inTransactionAs } from '../../../db/transaction.ts';
import { startTestServer, type TestServer } from '../../../testing/test-server.ts';
import { ask, makeWorld, type PersonName, type World } from '../../../testing/world.ts';
import { verifyDatabase } from '../../audit-trail/verify.ts';

const ROUND = '/api/rounds/minh-hoa-2022';
const NOTICES = `${ROUND}/notices`;
const QUESTIONS = `${ROUND}/sheets/tinh-minh-hoa-01/questions`;

let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startTestServer('2023-02-10T02:00:00Z');
  world = await makeWorld(server);
  await inBackground(server.owner, 'BEGIN', (db) => recordAuditedTables({ db, account: null, membership: null, receivedAt: server.clock.now() }));
});
afterAll(() => server.close());

const as = (person: PersonName, method: 'GET' | 'POST', url: string, body?: unknown) => ask(server, world.people[person], method, url, body);
const noticesOf = async (person: PersonName, query = '') => (await as(person, 'GET', `${NOTICES}${query}`)).body.items;
const questionsOf = async (person: PersonName, query = '') => (await as(person, 'GET', `/api/questions${query}`)).body.items;

describe('[F114] guidance and announcements of a round', () => {
  it('are published by its owner, read by all in it at their item, and withdrawn in sight', async () => {
    const guidance = { id: randomUUID(), kind: 'guidance', item: '1.1', text: 'Tính theo ngày ban hành văn bản.' };
    const announcement = { id: randomUUID(), kind: 'announcement', item: null, text: 'Tập huấn ngày 15/02/2023 (minh họa).' };
    for (const notice of [guidance, announcement]) {
      const published = await as('dung', 'POST', NOTICES, notice);
      expect(published.status).toBe(201);
      expect(published.body).toMatchObject({ ...notice, question: null, publishedBy: { name: 'Phạm Văn Dũng' }, publishedAt: '2023-02-10T02:00:00.000Z' });
    }
    for (const person of ['an', 'chi', 'giang', 'hanh', 'khanh'] as const) {
      expect((await noticesOf(person, '?item=1.1')).map(({ text }: { text: string }) => text).toSorted()).toEqual(
        [guidance.text, announcement.text].toSorted(),
      );
      expect((await noticesOf(person, '?item=1.2')).map(({ text }: { text: string }) => text)).toEqual([announcement.text]);
    }
    expect((await as('an', 'POST', NOTICES, { ...guidance, id: randomUUID() })).status).toBe(403);
    expect((await as('minh', 'GET', NOTICES)).status).toBe(403);
    const wrong = await as('dung', 'POST', NOTICES, { id: randomUUID(), kind: 'answer', item: '99.9', text: ' ' });
    expect(wrong.body.faults.map(({ code, path }: { code: string; path: string }) => `${code} ${path}`).toSorted()).toEqual([
      'emptyText /text',
      'unknownId /item',
      'unknownValue /kind',
    ]);

    const withdrawal = `${NOTICES}/${announcement.id}/withdrawal`;
    expect((await as('an', 'POST', withdrawal)).status).toBe(403);
    const withdrawn = await as('dung', 'POST', withdrawal);
    expect(withdrawn.body).toMatchObject({ text: null, withdrawnAt: '2023-02-10T02:00:00.000Z' });
    expect((await as('dung', 'POST', withdrawal)).body).toEqual(withdrawn.body);
    expect(await noticesOf('chi', '?item=1.2')).toEqual([withdrawn.body]);
  });
});

describe('[F114] questions to the owner of a round', () => {
  it('a body asks; the owner alone knows who; what is answered all can read at the item, and nobody can tell whose question it was', async () => {
    const question = { id: randomUUID(), item: '1.2', text: 'Tỉnh Minh họa 01 ban hành kế hoạch ngày 20/01 thì tính thế nào?' };
    const asked = await as('an', 'POST', QUESTIONS, question);
    expect(asked.status).toBe(201);
    expect(asked.body).toMatchObject({ ...question, body: { name: 'Tỉnh Minh họa 01' }, askedBy: { name: 'Nguyễn Văn An' }, answer: null });
    expect((await as('chi', 'POST', QUESTIONS, { ...question, id: randomUUID() })).status).toBe(403);
    expect((await as('an', 'POST', QUESTIONS, { ...question, id: randomUUID(), item: '9.9' })).body.faults[0].code).toBe('unknownId');

    expect(await questionsOf('binh')).toEqual([asked.body]);
    expect(await questionsOf('dung', '?state=open&item=1.2')).toEqual([asked.body]);
    for (const person of ['chi', 'giang', 'hanh', 'khanh', 'lan', 'minh'] as const) expect(await questionsOf(person)).toEqual([]);

    const answer = { id: randomUUID(), question: 'Kế hoạch ban hành sau ngày 15/01 thì tính thế nào?', text: 'Được một nửa số điểm.' };
    const url = `${ROUND}/questions/${question.id}/answer`;
    for (const person of ['an', 'chi', 'giang', 'hanh'] as const) expect([403, 404]).toContain((await as(person, 'POST', url, answer)).status);
    server.clock.pass(1_000);
    const answered = await as('dung', 'POST', url, answer);
    expect(answered.status).toBe(201);
    expect((await as('dung', 'POST', url, { ...answer, id: randomUUID() })).body.code).toBe('notNow');

    for (const person of ['an', 'chi', 'giang', 'hanh', 'khanh'] as const) {
      const [found] = await noticesOf(person, '?item=1.2');
      expect(found).toMatchObject({ kind: 'answer', item: '1.2', ...answer });
      if (person !== 'an') expect(JSON.stringify(found)).not.toMatch(/Minh họa 01|tinh-minh-hoa|Nguyễn Văn An/);
    }
    expect((await questionsOf('an', '?state=answered'))[0].answer).toEqual(answered.body);
    expect(await questionsOf('dung', '?state=open')).toEqual([]);
  });

  it('[F94] the database itself shows the question, and that it was asked, to the body and the owner alone', async () => {
    const { rows: tables } = await server.owner.query(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND has_table_privilege('parindex_app', oid, 'SELECT')`,
    );
    const { rows: questions } = await server.owner.query('SELECT id FROM question');
    const marks = [questions[0].id, 'ban hành kế hoạch ngày 20/01'];
    const seen = (person: PersonName) =>
      inTransactionAs(server.context, world.people[person].account, server.clock.now(), async (db) => {
        const found: string[] = [];
        for (const { name } of tables) {
          const { rows } = await sql<{ row: string }>`SELECT to_jsonb(t)::text AS row FROM ${sql.table(name)} t`.execute(db);
          if (rows.some(({ row }) => marks.some((mark) => row.includes(mark)))) found.push(name);
        }
        return found.toSorted();
      });
    for (const person of ['chi', 'giang', 'hanh', 'khanh', 'lan', 'minh'] as const) expect([person, await seen(person)]).toEqual([person, []]);
    expect(await seen('dung')).toEqual(['audit', 'question']);
    expect(await seen('binh')).toEqual(['payload', 'question']);
    const publish = (person: PersonName) =>
      inTransactionAs(server.context, world.people[person].account, server.clock.now(), (db) =>
        sql`INSERT INTO notice (id, round_id, kind, text, published_by, published_at) VALUES (${randomUUID()}, 'minh-hoa-2022', 'guidance', 'x', ${world.people[person].account}, app.moment())`.execute(
          db,
        ),
      );
    for (const person of ['an', 'giang', 'hanh', 'lan'] as const) await expect(publish(person)).rejects.toThrow(/row-level security/);
  });

  it('[F95] the trail tells each act, and the check of all that is kept finds nothing wrong', async () => {
    const { rows } = await server.owner.query(`SELECT DISTINCT act FROM audit WHERE act ~ '^(notice|question)\\.' ORDER BY act`);
    expect(rows.map(({ act }) => act)).toEqual(['notice.publish', 'notice.withdraw', 'question.answer', 'question.ask']);
    await sealAll(server);
    const found: unknown[] = [];
    await verifyDatabase(server.urls.owner, {}, { found: (finding) => found.push(finding), purged: () => {} });
    expect(found).toEqual([]);
    expect(server.logged).toEqual([]);
  });
});
