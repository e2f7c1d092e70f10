import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransactionAs } from '../../../db/transaction.ts';
import { textOf } from '../../../file-inspection/testing/text-of.ts';
import { allAnswers } from '../../../testing/answer-all.ts';
import { appraiseAllDomains, yesNoCodes } from '../../../testing/appraised-round.ts';
import { askToClose } from '../../../testing/close-round.ts';
import { startTestServer, type TestServer } from '../../../testing/test-server.ts';
import { ask, change, makeWorld, type PersonName, type World } from '../../../testing/world.ts';

const ROUND = '/api/rounds/minh-hoa-2022';
const TEXTS = '/texts-to-publish';
const ONE = 'tinh-minh-hoa-01';
const CLAIMED = 'Kế hoạch do bà Trần Thị Minh Họa lập, điện thoại 0912 345 678; bà Trần Thị Minh Họa đã nghỉ (minh họa).';
const REFUSED = 'Ông Lê Văn Thử chưa ký văn bản (minh họa).';

let server: TestServer;
let world: World;
let item: string;
beforeAll(async () => {
  server = await startTestServer('2023-01-09T02:00:00Z');
  world = await makeWorld(server);
  await appraiseAllDomains(server, world);
  [item] = yesNoCodes(world);
});
afterAll(async () => {
  expect(server.logged).toEqual([]);
  await server.close();
});

const as = (person: PersonName, method: 'GET' | 'PUT' | 'POST', url: string, body?: unknown) =>
  ask(server, world.people[person], method, `${ROUND}${url}`, body);

/** The workbook as text. */
async function bookOf(person: PersonName): Promise<string> {
  const answer = await server.app.inject({
    ...{ method: 'GET', url: `${ROUND}${TEXTS}/workbook` },
    headers: { cookie: `parindex_session=${world.people[person].token}` },
  });
  expect(answer.statusCode).toBe(200);
  return textOf(answer.rawPayload, 'ly-do.xlsx');
}

describe('[F116] personal data in reasons and explanations are masked before they are published', () => {
  it('is for a closed round alone: nothing is given out or masked while it runs', async () => {
    const saved = await as('an', 'POST', `/sheets/${ONE}/entries`, { entries: allAnswers(world.scheme, 0) });
    expect(saved.status).toBe(201);
    const claim = change({ item }, saved.body.seq, { justification: CLAIMED });
    expect((await as('an', 'POST', `/sheets/${ONE}/entries`, { entries: [claim] })).status).toBe(201);
    server.clock.set('2023-02-10T00:00:00Z');
    const { seq } = (await as('giang', 'GET', `/sheets/${ONE}`)).body;
    const refusal = { id: randomUUID(), base: seq, changes: { 'answer.yes': false }, reason: { code: 'other', text: REFUSED } };
    expect((await as('giang', 'POST', `/sheets/${ONE}/items/${item}/appraisal`, refusal)).status).toBe(201);
    server.clock.set('2023-03-21T02:00:00Z');
    for (const url of [TEXTS, `${TEXTS}/workbook`]) expect((await as('dung', 'GET', url)).body.code).toBe('notNow');
    expect((await (await askToClose(server, world.people.dung, world.round))()).status).toBe(200);
  });

  it('finds them in the version that stands, and gives out nothing of what is found until somebody has looked', async () => {
    const { counts, items } = (await as('dung', 'GET', TEXTS)).body;
    expect(counts).toEqual({ found: 2, open: 2, looked: 0, all: 2, masked: 0 });
    expect(items).toMatchObject([
      { body: { id: ONE }, item: { code: item }, kind: 'justification', text: CLAIMED, found: ['Trần Thị Minh Họa', '0912 345 678'], mask: null },
      { kind: 'appraised', text: REFUSED, found: ['Lê Văn Thử'], version: 0, mask: null },
    ]);
    expect((await as('dung', 'GET', `${TEXTS}?limit=1`)).body).toMatchObject({ items: [{ kind: 'justification' }], next: expect.any(String) });
    const book = await bookOf('dung');
    for (const part of ['Kế hoạch do bà […] lập, điện thoại […]; bà […] đã nghỉ (minh họa).', 'Ông […] chưa ký văn bản (minh họa).', '(chưa xem xét)'])
      expect(book).toContain(part);
    for (const person of ['Hoàng Thị Giang', 'Nguyễn Văn An']) expect(book).not.toContain(person);
  });

  it('lets the owner alone say what is masked: each time as it stands, over nothing that another said meanwhile', async () => {
    const { items } = (await as('dung', 'GET', TEXTS)).body;
    const [claim, reason] = items.map(({ id }: { id: string }) => `${TEXTS}/${ONE}/${id}`);
    for (const person of ['an', 'binh', 'giang', 'hanh', 'khanh'] as const)
      for (const [method, url] of [
        ['GET', TEXTS],
        ['GET', `${TEXTS}/workbook`],
        ['PUT', claim],
      ] as const)
        expect([person, (await as(person, method, url, method === 'PUT' ? { passages: [], version: 0 } : undefined)).status]).toEqual([person, 403]);
    const absent = await as('dung', 'PUT', claim, { passages: ['Trần Thị Minh Họa', '0999'], version: 0 });
    expect(absent.body.faults).toMatchObject([{ code: 'notInText', path: '/passages/1' }]);
    expect((await as('dung', 'PUT', `${TEXTS}/${ONE}/${randomUUID()}`, { passages: [], version: 0 })).status).toBe(404);
    const masked = { passages: ['Trần Thị Minh Họa'], version: 0 };
    for (const _ of ['said', 'said again'])
      expect((await as('dung', 'PUT', claim, masked)).body).toMatchObject({
        version: 1,
        mask: { passages: ['Trần Thị Minh Họa'], by: { name: 'Phạm Văn Dũng' } },
      });
    expect((await as('dung', 'PUT', claim, { passages: [], version: 0 })).body.code).toBe('staleVersion');
    expect((await as('dung', 'PUT', reason, { passages: [], version: 0 })).body).toMatchObject({ version: 1, mask: { passages: [] } });
    expect((await as('dung', 'GET', TEXTS)).body).toMatchObject({ counts: { found: 0, open: 0, looked: 2, all: 2, masked: 1 }, items: [] });
    // What the owner left stands; nothing is called not looked at any more.
    const book = await bookOf('dung');
    for (const part of ['Kế hoạch do bà […] lập, điện thoại 0912 345 678; bà […] đã nghỉ (minh họa).', REFUSED]) expect(book).toContain(part);
    expect(book).not.toContain('(chưa xem xét)');
    expect((await as('dung', 'PUT', claim, { passages: ['Trần Thị Minh Họa', '0912 345 678'], version: 1 })).body.version).toBe(2);
    expect(await bookOf('dung')).toContain('điện thoại […];');
  });

  it('is held by the database: nobody else reads or says it, nothing of it is changed, and it holds none of the words', async () => {
    const asPerson = <T>(person: PersonName, work: Parameters<typeof inTransactionAs<T>>[3]) =>
      inTransactionAs(server.context, world.people[person].account, server.clock.now(), work);
    const rows = (person: PersonName) => asPerson(person, async (db) => (await db.selectFrom('text_mask').select('id').execute()).length);
    expect([await rows('dung'), await rows('khanh'), await rows('an'), await rows('chi')]).toEqual([3, 3, 0, 0]);
    const copy = (person: PersonName) =>
      asPerson(person, (db) =>
        sql`INSERT INTO text_mask (id, round_id, body_id, seq, field, version, spans, made_by, made_at)
          SELECT ${randomUUID()}, round_id, body_id, seq, 'reason', 1, '[]', app.account(), app.moment() FROM entry LIMIT 1`.execute(db),
      );
    for (const person of ['an', 'khanh'] as const) await expect(copy(person)).rejects.toThrow('row-level security');
    for (const change of ['UPDATE text_mask SET version = 9', 'DELETE FROM text_mask']) await expect(server.owner.query(change)).rejects.toThrow();
    const { rows: all } = await server.owner.query('SELECT to_jsonb(m)::text AS said FROM text_mask m');
    for (const { said } of all) expect(said).not.toMatch(/Trần|0912/);
  });
});
