import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransactionAs } from '../../../db/transaction.ts';
import { textOf } from '../../../file-inspection/testing/text-of.ts';
import { allAnswers } from '../../../testing/answer-all.ts';
import { appraiseAllDomains, yesNoCodes } from '../../../testing/appraised-round.ts';
import { askToClose } from '../../../testing/close-round.ts';
import { startTestServer, type TestServer } from '../../../testing/test-server.ts';
import { ask, makeWorld, type PersonName, type World } from '../../../testing/world.ts';

const ROUND = '/api/rounds/minh-hoa-2022';
const ONE = 'tinh-minh-hoa-01';

let server: TestServer;
let world: World;
/** An item that was refused, and one that nobody decided otherwise. */
let refused: string;
let kept: string;
beforeAll(async () => {
  server = await startTestServer('2023-01-09T02:00:00Z');
  world = await makeWorld(server);
  await appraiseAllDomains(server, world);
  [refused, kept] = yesNoCodes(world);
  expect((await as('an', 'POST', `/sheets/${ONE}/entries`, { entries: allAnswers(world.scheme, 0) })).status).toBe(201);
  server.clock.set('2023-02-10T00:00:00Z');
  const { seq } = (await as('giang', 'GET', `/sheets/${ONE}`)).body;
  const verdict = { id: randomUUID(), base: seq, changes: { 'answer.yes': false }, reason: { code: 'other', text: 'Không thấy văn bản (minh họa)' } };
  expect((await as('giang', 'POST', `/sheets/${ONE}/items/${refused}/appraisal`, verdict)).status).toBe(201);
});
afterAll(async () => {
  expect(server.logged).toEqual([]);
  await server.close();
});

const as = (person: PersonName, method: 'GET' | 'POST' | 'PUT', url: string, body?: unknown) =>
  ask(server, world.people[person], method, `${ROUND}${url}`, body);
const TASKS = `/improvement-tasks/${ONE}`;
const set = (person: PersonName, ...tasks: object[]) => as(person, 'PUT', TASKS, { tasks });
const task = (more: object = {}) => ({
  ...{ item: refused, version: 0, measure: 'Ban hành kế hoạch trước 31/12 (minh họa)', lead: 'Phòng Minh họa', due: '2023-12-15', state: 'open' },
  ...{ product: 'Quyết định ban hành kế hoạch (minh họa)', note: null, document: null },
  ...more,
});

describe('[F112] what a body does about the points that it lost', () => {
  it('is set once the round is closed, by its own people, for items that lost points, and read by whoever sees the round', async () => {
    expect((await set('an', task())).body.code).toBe('notNow');
    server.clock.set('2023-03-21T00:00:00Z');
    expect((await (await askToClose(server, world.people.dung, world.round))()).status).toBe(200);
    const [other] = (await as('an', 'GET', `/final-ranking/${ONE}`)).body.losses.filter(({ code }: { code: string }) => code !== refused);
    expect((await set('an', task(), task({ item: other.code }))).body.tasks).toMatchObject(
      [refused, other.code].toSorted().map((item) => ({ item, version: 1, state: 'open', late: false, changedBy: { id: world.people.an.account } })),
    );
    expect((await as('dung', 'GET', TASKS)).body).toMatchObject({ mayWrite: false, before: null, tasks: [{ version: 1 }, { version: 1 }] });
    for (const person of ['dung', 'giang', 'chi'] as const) expect((await set(person, task({ version: 1 }))).status).toBe(403);
    expect((await as('chi', 'GET', TASKS)).status).toBe(403);
    const seen = await inTransactionAs(server.context, world.people.chi.account, server.clock.now(), (db) =>
      db.selectFrom('improvement_task').select('id').execute(),
    );
    expect(seen).toEqual([]);
  });

  it('goes from state to state as the table has it; what was changed since, says nothing, or lost no points is refused by name and nothing is written', async () => {
    const faulty = await set('an', task({ version: 1, state: 'done' }), task({ item: kept }));
    expect(faulty.body.faults.map(({ code, path }: { code: string; path: string }) => [code, path])).toEqual([
      ['missingKey', '/tasks/0/note'],
      ['unknownId', '/tasks/1/item'],
    ]);
    expect((await set('an', task({ lead: 'Phòng khác (minh họa)' }))).body.code).toBe('staleVersion');
    const done = task({ version: 1, state: 'done', note: 'Đã ban hành (minh họa)', document: { number: '12/KH-MH', date: '2023-11-30' } });
    expect((await set('an', done)).status).toBe(200);
    // The same again changes nothing.
    expect((await set('an', done)).status).toBe(200);
    expect((await set('an', task({ version: 2, state: 'dropped', note: 'Không còn cần (minh họa)' }))).body.code).toBe('notNow');
    const told = (await as('an', 'GET', TASKS)).body.tasks.find(({ item }: { item: string }) => item === refused);
    expect(told).toMatchObject({ version: 2, state: 'done', document: { number: '12/KH-MH', date: '2023-11-30' } });
    expect((await set('an', task({ version: 2 }))).status).toBe(200);
    // Each is told by the trail as it stands.
    const { rows } = await server.owner.query(`SELECT count(*)::int AS acts FROM audit WHERE act = 'improvement.set'`);
    expect(rows).toEqual([{ acts: 4 }]);
  });

  it('is ended where its closing was undone, and nothing else is set then; past the handler neither', async () => {
    const [row] = (await as('an', 'GET', TASKS)).body.tasks.filter(({ item }: { item: string }) => item !== refused);
    await server.owner.query(`UPDATE round SET state = 'open', closed_at = NULL`);
    const note = 'Kết quả kỳ đánh giá được xem xét lại (minh họa)';
    const sent = task({ item: row.item, version: 1, note });
    expect((await set('an', { ...sent, state: 'open', note: null, lead: 'Phòng khác' })).body.code).toBe('notNow');
    expect((await set('an', task({ item: kept }))).body.code).toBe('notNow');
    const past = inTransactionAs(server.context, world.people.an.account, server.clock.now(), (db) =>
      db.updateTable('improvement_task').set({ lead: 'Phòng khác', changed_by: world.people.an.account, changed_at: server.clock.now() }).execute(),
    );
    await expect(past).rejects.toThrow('row-level security');
    expect((await as('an', 'GET', TASKS)).body.mayWrite).toBe(true);
    expect((await set('an', { ...sent, state: 'dropped' })).status).toBe(200);
    await server.owner.query(`UPDATE round SET state = 'closed', closed_at = $1`, [server.clock.now()]);
    expect((await set('an', { ...sent, version: 2, state: 'open', note: null })).status).toBe(200);
  });

  it('stands in the plan, waits at home once its day is over, and stands beside the same item of the next round', async () => {
    const answer = await server.app.inject({
      method: 'GET',
      url: `${ROUND}/improvement-plan/${ONE}?format=docx`,
      headers: { cookie: `parindex_session=${world.people.an.token}` },
    });
    const text = await textOf(answer.rawPayload, 'ke-hoach.docx');
    for (const part of [
      ...['Ban hành kế hoạch trước 31/12 (minh họa) Quyết định ban hành kế hoạch (minh họa) Phòng Minh họa 15/12/2023', 'Sản phẩm, kết quả'],
      ...['Theo kết quả cơ quan tự chấm', 'Theo kết quả điều tra xã hội học'],
    ])
      expect(text).toContain(part);

    const waiting = async () => (await ask(server, world.people.an, 'GET', '/api/work')).body.tasks.filter(({ kind }: { kind: string }) => kind === 'improve');
    server.clock.set('2023-12-15T16:59:00Z');
    expect(await waiting()).toEqual([]);
    server.clock.set('2023-12-15T17:00:00Z');
    expect(await waiting()).toMatchObject([{ count: 2, late: true, body: { id: ONE } }]);

    for (const [table, changes] of [
      ['round', { id: 'minh-hoa-2023', year: 2023, copied_from: 'minh-hoa-2022' }],
      ['participant', { round_id: 'minh-hoa-2023' }],
    ] as const)
      await server.owner.query(
        `INSERT INTO ${table} SELECT (jsonb_populate_record(t, $1)).* FROM ${table} t WHERE ${table === 'round' ? 'id' : 'round_id'} = $2`,
        [JSON.stringify(changes), world.round],
      );
    const next = (await ask(server, world.people.an, 'GET', `/api/rounds/minh-hoa-2023/improvement-tasks/${ONE}`)).body;
    expect(next).toMatchObject({ tasks: [], before: { round: 'minh-hoa-2022' } });
    expect(next.before.tasks.find(({ item }: { item: string }) => item === refused)).toMatchObject({
      measure: 'Ban hành kế hoạch trước 31/12 (minh họa)',
      late: true,
    });
  });
});
