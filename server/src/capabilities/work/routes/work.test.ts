import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addPerson } from '../../../testing/add-person.ts';
import { startTestServer, type TestServer } from '../../../testing/test-server.ts';
import { ask, change, makeWorld, type Person, type World } from '../../../testing/world.ts';

let server: TestServer;
let world: World;
let [hoa, long, ngoc] = [] as unknown as [Person, Person, Person];
beforeAll(async () => {
  // Ten days before the end of the self-assessment.
  server = await startTestServer('2023-01-22T03:00:00Z');
  world = await makeWorld(server);
  await server.owner.query(`INSERT INTO body (id, kind) VALUES ('phong-minh-hoa', 'division')`);
  await server.owner.query(
    `INSERT INTO body_name (body_id, position, full_name, short_name, sort_name, search_key) VALUES ('phong-minh-hoa', 0, 'Phòng Minh họa', 'Phòng', 'Phòng', 'phong')`,
  );
  await server.owner.query(`INSERT INTO body_attribute (body_id, attribute, position, value) VALUES ('phong-minh-hoa', 'parent', 0, 'so-minh-hoa-a')`);
  hoa = await addPerson(server, 'hoa', 'Ngô Thị Hoa', 'clerk', 'so-minh-hoa-a');
  long = await addPerson(server, 'long', 'Trịnh Văn Long', 'head', 'so-minh-hoa-a');
  ngoc = await addPerson(server, 'ngoc', 'Mai Thị Ngọc', 'head', 'phong-minh-hoa');
}, 60_000);
afterAll(async () => {
  expect(server.logged).toEqual([]);
  await server.close();
});

const SHEET = '/api/rounds/minh-hoa-2022/sheets/tinh-minh-hoa-01';
const workOf = async (person: Person) => (await ask(server, person, 'GET', '/api/work')).body;
const kindsOf = async (person: Person) => (await workOf(person)).tasks.map(({ kind }: { kind: string }) => kind);
const taskOf = async (person: Person, kind: string) => (await workOf(person)).tasks.find((task: { kind: string }) => task.kind === kind);

it('tells the clerk how many items have no answer, what points they hold, until when, and which is next; the head only where it goes wrong', async () => {
  const { an, binh, chi } = world.people;
  const sheet = (await ask(server, an, 'GET', SHEET)).body;
  const asked = sheet.columns.claimed.points.own;
  const score = await taskOf(an, 'score');
  expect(score).toMatchObject({
    ...{ count: asked.asked, item: '1.1', closes: '2023-01-31T17:00:00.000Z', late: false, held: asked.maximum },
    ...{ round: { id: world.round }, body: { id: 'tinh-minh-hoa-01', name: 'Tỉnh Minh họa 01' } },
  });
  // Nothing is entered after half of the time: it may be late.
  expect(await kindsOf(binh)).toEqual(['unscored']);

  // What is wrong stops the sending; once an item is answered the next one is named.
  const chis = '/api/rounds/minh-hoa-2022/sheets/tinh-minh-hoa-02';
  const entries = [change({ figure: 'planTasksAssigned' }, 0, { value: '16' }), change({ figure: 'planTasksDone' }, 0, { value: '77' })];
  expect((await ask(server, chi, 'POST', `${chis}/entries`, { entries })).status).toBe(201);
  expect(await kindsOf(chi)).toEqual(['mend', 'score']);
  expect(await taskOf(chi, 'mend')).toMatchObject({ count: 1, body: { id: 'tinh-minh-hoa-02' } });
  const mended = { entries: [change({ figure: 'planTasksDone' }, 2, { value: '14' })] };
  expect((await ask(server, chi, 'POST', `${chis}/entries`, mended)).status).toBe(201);
  // Points that rest on nothing are to be explained, and to be proven.
  expect(await kindsOf(chi)).toEqual(['score', 'explain', 'document']);
  expect([await taskOf(chi, 'explain'), await taskOf(chi, 'document')]).toMatchObject([{ count: 1 }, { count: 1 }]);
  const left = await taskOf(chi, 'score');
  expect([left.count, left.item]).toEqual([score.count - 1, '1.2']);
  expect(left.held).not.toBe(score.held);
});

it('a department finds what it was given, its leader what awaits approval; who has nothing yet sees the rounds of the bodies above', async () => {
  const { an } = world.people;
  // Before anything is given, it is no work, yet no silence: the round of the province may give some.
  expect((await workOf(ngoc)).items).toMatchObject([
    {
      phase: 'running',
      role: 'head',
      office: { id: 'phong-minh-hoa', name: 'Phòng Minh họa' },
      sheet: null,
      parts: { of: { id: 'tinh-minh-hoa-01' }, given: 0 },
    },
  ]);
  const target = { id: randomUUID(), item: '1.2' };
  const given = { to: 'so-minh-hoa-a', due: '2023-01-25T17:00:00+07:00', note: 'Minh họa', targets: [target, { id: randomUUID(), figure: 'planTasksDone' }] };
  expect((await ask(server, an, 'POST', `${SHEET}/assignments`, given)).status).toBe(204);
  // The next item of the clerk is none that a department has in hand.
  expect((await taskOf(an, 'score')).item).not.toBe('1.2');
  expect(await workOf(hoa)).toMatchObject({
    parts: 2,
    tasks: [{ kind: 'enter', count: 2, closes: '2023-01-25T10:00:00.000Z', body: { id: 'tinh-minh-hoa-01' } }],
    items: [{ office: { id: 'so-minh-hoa-a' }, parts: { of: { id: 'tinh-minh-hoa-01' }, given: 2, approved: 0 } }],
  });
  const part = { figure: 'planTasksDone' };
  const entered = await ask(server, hoa, 'POST', `${SHEET}/entries`, { entries: [change(part, 0, { value: '9' })] });
  expect(entered.status).toBe(201);
  const submissions = [{ id: randomUUID(), base: entered.body.seq, act: 'submit', ...part }];
  expect((await ask(server, hoa, 'POST', `${SHEET}/part-submissions`, { submissions })).status).toBe(201);
  expect(await kindsOf(long)).toEqual(['decide', 'enter']);
  expect(await taskOf(hoa, 'enter')).toMatchObject({ count: 1 });

  const decisions = [{ id: randomUUID(), base: entered.body.seq + 1, act: 'accept', ...part }];
  expect((await ask(server, long, 'POST', `${SHEET}/decisions`, { decisions })).status).toBe(201);
  // What is approved waits for nobody; that it was given stays said.
  expect(await workOf(long)).toMatchObject({ parts: 2, tasks: [{ kind: 'enter', count: 1 }], items: [{ parts: { given: 2, approved: 1 } }] });
});

it('the owner is told who is late and who will be; a question waits with the one who has waited longest; others see nothing of it', async () => {
  const { an, dung, giang, hanh } = world.people;
  expect(await workOf(dung)).toMatchObject({ items: [{ role: 'owner', bodies: { all: 3, sent: 0, frozen: 0, toFreeze: 0, late: 0 }, sheet: null }] });
  const question = { id: randomUUID(), item: '1.1', text: 'Xin hỏi về thời điểm tính (minh họa)?' };
  expect((await ask(server, an, 'POST', `${SHEET}/questions`, question)).status).toBe(201);
  expect(await taskOf(dung, 'question')).toMatchObject({ count: 1, item: '1.1', question: question.id, body: { name: 'Tỉnh Minh họa 01' } });
  expect((await taskOf(dung, 'question')).first).toMatchObject([{ text: question.text, by: 'Nguyễn Văn An' }]);
  for (const person of [an, giang, hanh]) expect(await kindsOf(person)).not.toContain('question');

  // Half of the time is over, and one has not begun; the day after, few days are left for all three, and the heads hear of theirs.
  expect(await taskOf(dung, 'notBegun')).toMatchObject({ count: 1, first: [{ name: 'Tỉnh Minh họa 03' }] });
  // Home and the board tell the same of who may be late, and so it is a quarter before the end for those who have just begun.
  const mayBeLate = async () => {
    const { rows } = (await ask(server, dung, 'GET', `/api/rounds/${world.round}/board`)).body;
    return rows.flatMap(({ body, pace }: { body: { name: string }; pace: { kind: string } }) => (pace.kind === 'tooSlow' ? [body.name] : []));
  };
  expect(await mayBeLate()).toEqual(['Tỉnh Minh họa 03']);
  expect(await taskOf(dung, 'tooSlow')).toMatchObject({ count: 1 });
  server.clock.set('2023-01-24T11:00:00Z');
  expect(await mayBeLate()).toHaveLength(3);
  expect(await taskOf(dung, 'tooSlow')).toMatchObject({ count: 3 });
  server.clock.set('2023-01-22T03:00:00Z');
  expect(await kindsOf(world.people.binh)).not.toContain('unscored');
  server.clock.set('2023-01-27T03:00:00Z');
  expect(await taskOf(dung, 'notSent')).toMatchObject({ count: 3, late: false, closes: '2023-01-31T17:00:00.000Z' });
  expect(await taskOf(world.people.binh, 'unscored')).toMatchObject({ count: (await taskOf(an, 'score')).count });

  server.clock.set('2023-02-02T03:00:00Z');
  expect((await workOf(dung)).tasks[0]).toMatchObject({ kind: 'overdue', count: 3, late: true, first: [{ name: 'Tỉnh Minh họa 01' }, {}, {}] });
  expect(await kindsOf(giang)).toEqual(expect.not.arrayContaining(['overdue', 'tooSlow']));
  expect((await workOf(hanh)).items).toMatchObject([{ bodies: { all: 3, late: 3 } }]);
  // Late, and so the most urgent thing; now the head hears of it too.
  expect((await workOf(an)).tasks[0]).toMatchObject({ kind: 'score', late: true });
  expect(await kindsOf(world.people.binh)).toContain('unscored');
  expect(await kindsOf(world.people.khanh)).toEqual([]);
});

it('reads no cell of a sheet again that has not changed since', async () => {
  const { chi, dung } = world.people;
  await workOf(dung);
  const before = await workOf(chi);
  // Without its cells a sheet that is read anew would count otherwise.
  await server.owner.query(`ALTER TABLE cell RENAME TO cell_away`);
  try {
    expect((await ask(server, chi, 'GET', '/api/work')).body).toEqual(before);
    expect((await ask(server, dung, 'GET', '/api/work')).status).toBe(200);
  } finally {
    await server.owner.query(`ALTER TABLE cell_away RENAME TO cell`);
  }
});
