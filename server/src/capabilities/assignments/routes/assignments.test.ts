import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addPerson } from '../../../testing/add-person.ts';
import { startTestServer, type TestServer } from '../../../testing/test-server.ts';
import { ask, change, makeWorld, type Person, type World } from '../../../testing/world.ts';

let server: TestServer;
let world: World;
let [hoa, long, ngoc] = [] as unknown as [Person, Person, Person];
beforeEach(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
  // Sở Minh họa A has a specialist and a leader, and a division with its head.
  await server.owner.query(`INSERT INTO body (id, kind) VALUES ('phong-minh-hoa', 'division')`);
  await server.owner.query(
    `INSERT INTO body_name (body_id, position, full_name, short_name, sort_name, search_key) VALUES ('phong-minh-hoa', 0, 'Phòng Minh họa', 'Phòng', 'Phòng', 'phong')`,
  );
  await server.owner.query(`INSERT INTO body_attribute (body_id, attribute, position, value) VALUES ('phong-minh-hoa', 'parent', 0, 'so-minh-hoa-a')`);
  hoa = await addPerson(server, 'hoa', 'Ngô Thị Hoa', 'clerk', 'so-minh-hoa-a');
  long = await addPerson(server, 'long', 'Trịnh Văn Long', 'head', 'so-minh-hoa-a');
  ngoc = await addPerson(server, 'ngoc', 'Mai Thị Ngọc', 'head', 'phong-minh-hoa');
});
afterEach(async () => {
  expect(server.logged).toEqual([]);
  await server.close();
});

const sheet = '/api/rounds/minh-hoa-2022/sheets/tinh-minh-hoa-01';
const GIVEN = { to: 'so-minh-hoa-a', due: '2023-01-20T17:00:00+07:00', note: 'Đề nghị gửi trước hạn (minh họa)' };

const post = (person: Person, path: string, body: unknown, method: 'POST' | 'PUT' = 'POST') => ask(server, person, method, `${sheet}/${path}`, body);
const give = (targets: readonly object[], more: object = {}) =>
  post(world.people.an, 'assignments', { ...GIVEN, ...more, targets: targets.map((target) => ({ id: randomUUID(), ...target })) });
const enter = async (person: Person, ...entries: object[]) => asRead(person, await post(person, 'entries', { entries }), entries);
const decide = async (person: Person, base: number, act: 'accept' | 'return', targets: readonly object[], more: object = {}) =>
  asRead(person, await post(person, 'decisions', { decisions: targets.map((target) => ({ id: randomUUID(), base, act, ...target, ...more })) }), targets);
const submit = async (person: Person, base: number, act: 'submit' | 'recall', targets: readonly object[]) =>
  asRead(person, await post(person, 'part-submissions', { submissions: targets.map((target) => ({ id: randomUUID(), base, act, ...target })) }), targets);
const seen = async (person: Person) => (await ask(server, person, 'GET', sheet)).body;

/** Holds what a save has answered against what a reading tells its author then: the workspace lays the one into the other. */
async function asRead(person: Person, saved: Awaited<ReturnType<typeof post>>, about: readonly { item?: string; figure?: string }[]): Promise<typeof saved> {
  if (saved.status !== 201) return saved;
  const read = await seen(person);
  const rows = [
    ...read.items.map((item: { code: string; stages: object }) => ({ kind: 'item', id: item.code, stages: item.stages })),
    ...read.figures.map((figure: { id: string; stages: object }) => ({ kind: 'figure', id: figure.id, stages: figure.stages })),
  ].filter(({ kind, id }) => about.some((target) => (kind === 'item' ? target.item : target.figure) === id));
  const key = ({ kind, id }: { kind: string; id: string }) => `${kind} ${id}`;
  const inOrder = (list: { kind: string; id: string }[]) => list.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
  expect(saved.body.seq).toBe(read.seq);
  expect(inOrder(saved.body.cells)).toEqual(
    inOrder(rows.flatMap(({ kind, id, stages }) => Object.entries(stages).map(([stage, cell]) => ({ kind, id, stage, ...(cell as object) })))),
  );
  expect(inOrder(saved.body.parts)).toEqual(inOrder(read.parts.filter((part: { kind: string; id: string }) => rows.some((row) => key(row) === key(part)))));
  return saved;
}
const claimed = async (person: Person, figure: string) => (await seen(person)).figures.find(({ id }: { id: string }) => id === figure).stages.claimed;
const partOf = async (person: Person, id: string) => (await seen(person)).parts.find((part: { id: string }) => part.id === id);

describe('An gives a part of the sheet to a department', () => {
  it('[F33] who had no part sees nothing; who gets one enters proposals, which count once the leader has approved them', async () => {
    expect((await ask(server, hoa, 'GET', sheet)).status).toBe(403);
    expect((await give([{ item: '1.1' }])).status).toBe(204);
    const list = (await ask(server, world.people.an, 'GET', `${sheet}/assignments`)).body;
    expect(list.assignments).toMatchObject([
      { kind: 'item', target: '1.1', to: { id: 'so-minh-hoa-a', name: 'Sở Minh họa A' }, note: GIVEN.note, standing: null, late: false },
    ]);
    expect(list.departments.map(({ id }: { id: string }) => id)).toEqual(expect.arrayContaining(['tinh-minh-hoa-01', 'so-minh-hoa-a', 'phong-minh-hoa']));

    // With the item come the figures that it is reckoned from, and nothing else.
    expect(await seen(hoa)).toMatchObject({ enters: 'propose' });
    expect((await seen(hoa)).parts.map(({ id }: { id: string }) => id).toSorted()).toEqual(['1.1', 'planTasksAssigned', 'planTasksDone']);
    expect((await enter(hoa, change({ item: '1.2' }, 0, { justification: 'x' }))).body).toMatchObject({
      code: 'notInHand',
      targets: [{ kind: 'item', id: '1.2' }],
    });
    const proposed = await enter(
      hoa,
      change({ figure: 'planTasksAssigned' }, 0, { value: '10' }),
      change({ figure: 'planTasksDone' }, 0, { value: '9' }),
      change({ item: '1.1' }, 0, { justification: 'Theo Báo cáo số 02 (minh họa)' }),
    );
    expect(proposed.status).toBe(201);
    expect(proposed.body.items.find(({ code }: { code: string }) => code === '1.1').points).toBe('27/20');

    // Hoa sees it as it will be; for the body nothing counts yet.
    expect((await claimed(hoa, 'planTasksDone')).fields).toEqual({ value: '9' });
    expect(await claimed(world.people.an, 'planTasksDone')).toBeUndefined();
    expect(await partOf(world.people.an, 'planTasksDone')).toMatchObject({
      standing: 'entered',
      proposed: { fields: { value: '9' } },
      decides: ['return', 'recordDocument'],
    });
    expect((await partOf(hoa, '1.1')).decides).toEqual(['submit']);
    expect((await decide(hoa, 3, 'accept', [{ item: '1.1' }])).status).toBe(403);

    const parts = [{ figure: 'planTasksAssigned' }, { figure: 'planTasksDone' }, { item: '1.1' }];
    expect(await partOf(long, '1.1')).toMatchObject({ mine: true, decides: ['accept', 'return'] });
    const accepted = await decide(long, 3, 'accept', parts);
    expect(accepted.status).toBe(201);
    expect(await claimed(world.people.an, 'planTasksDone')).toEqual({ fields: { value: '9' }, seqs: { value: 5 } });
    expect((await decide(long, 6, 'accept', parts)).body).toMatchObject({ code: 'notNow', refusal: 'approvedAlready' });
    expect((await ask(server, hoa, 'GET', '/api/me/parts')).body.items).toMatchObject([
      { target: '1.1', standing: 'approved', late: false, round: { id: 'minh-hoa-2022' } },
    ]);

    // The ministry reads what counts, and not what was only proposed; the trail holds all of it.
    const acts = async (person: Person) => (await ask(server, person, 'GET', `${sheet}/entries`)).body.items.map(({ act }: { act: string }) => act);
    expect(await acts(world.people.dung)).toEqual(['accept', 'accept', 'accept']);
    expect(await acts(world.people.an)).toEqual(['accept', 'accept', 'accept', 'propose', 'propose', 'propose']);
  });

  it('[F33] [F34] the body puts other points beside a department’s with a reason, returns a part, records a leader’s document; what waits holds up the freeze', async () => {
    await give([{ item: '1.1' }], { due: '2023-01-05T17:00:00+07:00' });
    // A department is late once the day is past; nothing of it counts.
    server.clock.set('2023-01-16T08:00:00+07:00');
    expect((await ask(server, hoa, 'GET', '/api/me/parts')).body.items).toMatchObject([{ late: true, standing: null }]);
    await enter(hoa, change({ figure: 'planTasksAssigned' }, 0, { value: '10' }), change({ figure: 'planTasksDone' }, 0, { value: '10' }));

    // Without a reason the body does not write over what a department has in hand.
    const other = change({ figure: 'planTasksDone' }, 2, { value: '8' });
    const refused = await enter(world.people.an, other);
    expect(refused.body).toMatchObject({ code: 'faulty', faults: [{ code: 'missingKey', path: '/entries/0/reason' }] });
    const notApproved = async () =>
      (await ask(server, world.people.an, 'GET', `${sheet}/review`)).body.findings.filter(({ code }: { code: string }) => code === 'notApproved');
    expect((await notApproved()).map(({ item, figure }: { item: string; figure: string | null }) => figure ?? item).toSorted()).toEqual([
      '1.1',
      'planTasksAssigned',
      'planTasksDone',
    ]);
    const frozen = await post(world.people.binh, 'freeze', { id: randomUUID(), base: 2 });
    expect(frozen.body).toMatchObject({ code: 'mustMend' });

    // Approved on paper: the body records number and date, for whoever was shown it.
    const paper = { document: { number: '12/KH-MH', date: '2023-01-10' } };
    expect((await decide(world.people.an, 2, 'accept', [{ figure: 'planTasksAssigned' }])).body).toMatchObject({ refusal: 'documentNeeded' });
    expect((await decide(world.people.an, 2, 'accept', [{ figure: 'planTasksAssigned' }, { figure: 'planTasksDone' }, { item: '1.1' }], paper)).status).toBe(
      201,
    );
    expect(await notApproved()).toEqual([]);
    const history = (await ask(server, world.people.dung, 'GET', `${sheet}/entries?figure=planTasksDone`)).body.items;
    expect(history).toMatchObject([{ act: 'accept', changes: { value: '10' }, reason: { code: 'document', text: 'Văn bản số 12/KH-MH ngày 10/01/2023' } }]);

    // Both stay as entries, and the department is told.
    expect((await enter(world.people.an, { ...other, base: 5, reason: 'Theo kết quả kiểm tra (minh họa)' })).status).toBe(201);
    expect((await partOf(hoa, 'planTasksDone')).standing).toBe('changed');
    expect((await claimed(world.people.an, 'planTasksDone')).fields).toEqual({ value: '8' });

    // Returned: what counted goes back to the department, and waits there.
    expect((await decide(world.people.an, 6, 'return', [{ figure: 'planTasksDone' }])).body).toMatchObject({ faults: [{ path: '/decisions/0/reason' }] });
    expect((await decide(world.people.an, 6, 'return', [{ figure: 'planTasksDone' }], { reason: 'Thiếu tài liệu (minh họa)' })).status).toBe(201);
    expect((await claimed(world.people.an, 'planTasksDone')).fields).toEqual({});
    expect(await partOf(hoa, 'planTasksDone')).toMatchObject({ standing: 'returned', proposed: { fields: { value: '8' } } });
    expect(await notApproved()).toMatchObject([{ figure: 'planTasksDone', message: 'Đã trả lại Sở Minh họa A; đơn vị chưa gửi lại.' }]);

    // Taken back: the body does it itself, and a department without a part is outside again.
    const ids = (await ask(server, world.people.an, 'GET', `${sheet}/assignments`)).body.assignments.map(({ id }: { id: string }) => id);
    expect((await post(world.people.an, 'assignments/withdrawal', { ids })).status).toBe(204);
    expect((await ask(server, hoa, 'GET', sheet)).status).toBe(403);
    expect((await enter(world.people.an, change({ figure: 'planTasksDone' }, 7, { value: '9' }))).status).toBe(201);
    expect(await notApproved()).toEqual([]);
  });

  it('[F33] the department submits to its leader and recalls until something is decided; the leader is told what waits, and what the check says of it', async () => {
    await give([{ item: '1.1' }, { item: '1.2' }]);
    const parts = [{ figure: 'planTasksAssigned' }, { figure: 'planTasksDone' }, { item: '1.1' }];
    await enter(hoa, change({ figure: 'planTasksAssigned' }, 0, { value: '16' }), change({ figure: 'planTasksDone' }, 0, { value: '77' }));
    const tasks = async (person: Person) => (await ask(server, person, 'GET', '/api/work')).body.tasks;
    const waits = async (person: Person) => {
      const counted = (await tasks(person)).map(({ kind, count }: { kind: string; count: number }) => [kind, count]);
      const { decide: toDecide = 0, returned = 0 } = Object.fromEntries(counted);
      return { toDecide, returned };
    };
    // Nothing waits for the leader before it is submitted.
    expect(await waits(long)).toEqual({ toDecide: 0, returned: 0 });
    expect((await partOf(hoa, '1.1')).decides).toEqual(['submit']);
    expect((await partOf(long, '1.1')).decides).toEqual(['accept']);

    // A part in which nothing is said is neither submitted nor approved; that nothing is to be declared is said in words.
    const empty = await submit(hoa, 2, 'submit', [{ item: '1.2' }]);
    expect(empty.body).toMatchObject({ code: 'notNow', refusal: 'nothingEntered' });
    expect(empty.body.detail).toContain('chưa nhập số liệu hoặc nội dung tự chấm nào nên chưa trình được');
    const approval = await decide(long, 2, 'accept', [{ item: '1.2' }]);
    expect(approval.body).toMatchObject({ code: 'notNow', refusal: 'nothingEntered' });
    expect(approval.body.detail).toContain('Đơn vị chưa nhập gì ở nội dung này');

    // What it lacks is listed, as if it were approved; the sheet that counts says none of it.
    const found = async (person: Person) => (await ask(server, person, 'GET', `${sheet}/proposals/review`)).body.findings;
    const missing = await found(hoa);
    expect(missing.map(({ code, item }: { code: string; item: string }) => `${code} ${item}`)).toEqual(
      expect.arrayContaining(['partOverWhole 1.1', 'unanswered 1.2']),
    );
    expect(missing.every(({ item }: { item: string }) => item === '1.1' || item === '1.2')).toBe(true);
    expect(missing.find(({ code }: { code: string }) => code === 'partOverWhole').message).toMatch(/là 77, lớn hơn .* là 16/);
    expect(await found(long)).toEqual(missing);
    expect(await found(world.people.dung)).toEqual([]);

    expect((await submit(world.people.an, 2, 'submit', parts)).status).toBe(403);
    expect((await submit(hoa, 2, 'submit', [{ item: '2.1.1' }])).body).toMatchObject({ code: 'notInHand' });
    expect((await submit(hoa, 2, 'submit', [...parts, { item: '1.1' }])).body).toMatchObject({ faults: [{ path: '/submissions/3/item' }] });
    expect((await submit(hoa, 2, 'recall', parts)).body).toMatchObject({ code: 'notNow', refusal: 'notSubmitted' });
    expect((await submit(hoa, 2, 'submit', parts)).status).toBe(201);
    expect((await submit(hoa, 5, 'submit', parts)).body).toMatchObject({ code: 'notNow', refusal: 'submittedAlready' });
    expect(await partOf(hoa, 'planTasksDone')).toMatchObject({ standing: 'submitted', proposed: { fields: { value: '77' } }, decides: ['recall'] });
    // One item with its two figures is one matter for the leader.
    expect(await waits(long)).toEqual({ toDecide: 1, returned: 0 });
    expect(await waits(hoa)).toEqual({ toDecide: 0, returned: 0 });

    // Recalled and entered anew; a value entered after submitting takes that part back by itself.
    expect((await submit(hoa, 5, 'recall', parts)).status).toBe(201);
    expect(await waits(long)).toEqual({ toDecide: 0, returned: 0 });
    expect((await submit(hoa, 8, 'submit', parts)).status).toBe(201);
    await enter(hoa, change({ figure: 'planTasksDone' }, 11, { value: '14' }));
    expect((await partOf(hoa, 'planTasksDone')).standing).toBe('entered');
    expect((await submit(hoa, 12, 'submit', [{ figure: 'planTasksDone' }])).status).toBe(201);
    expect((await found(long)).some(({ code }: { code: string }) => code === 'partOverWhole')).toBe(false);

    // In one act some is approved and some returned with its reason; nothing is recalled after.
    const decisions = [
      { id: randomUUID(), base: 13, act: 'accept', figure: 'planTasksAssigned' },
      { id: randomUUID(), base: 13, act: 'return', figure: 'planTasksDone', reason: 'Thiếu tài liệu (minh họa)' },
    ];
    expect((await post(long, 'decisions', { decisions })).status).toBe(201);
    expect((await submit(hoa, 15, 'recall', [{ figure: 'planTasksAssigned' }])).body).toMatchObject({ refusal: 'approvedAlready' });
    expect(await waits(hoa)).toEqual({ toDecide: 0, returned: 1 });
    // Why it came back stands on the home of whoever has to mend it, and by whom; not on that of whoever sent it back.
    expect((await tasks(hoa))[0]).toMatchObject({ kind: 'returned', first: [{ text: 'Thiếu tài liệu (minh họa)', by: 'Trịnh Văn Long' }] });
    expect(await waits(long)).toEqual({ toDecide: 1, returned: 0 });
    expect((await submit(hoa, 15, 'submit', [{ figure: 'planTasksDone' }])).status).toBe(201);
    const acts = (await ask(server, hoa, 'GET', `${sheet}/entries?figure=planTasksDone`)).body.items.map(({ act }: { act: string }) => act);
    expect(acts).toEqual(['submit', 'return', 'submit', 'propose', 'submit', 'recall', 'submit', 'propose']);
    expect((await ask(server, world.people.dung, 'GET', `${sheet}/entries?figure=planTasksDone`)).body.items).toEqual([]);
    const said = await enter(hoa, change({ item: '1.2' }, 16, { justification: 'Năm nay đơn vị không có gì để kê khai (minh họa)' }));
    expect((await submit(hoa, said.body.seq, 'submit', [{ item: '1.2' }])).status).toBe(201);
  });

  it('[F33] a chain with a division and a review: each passes it on in turn; bad assignments are told all at once', async () => {
    const chain = { division: true, review: true, version: 0 };
    expect((await post(hoa, 'assignments/chain', chain, 'PUT')).status).toBe(403);
    expect((await post(world.people.an, 'assignments/chain', chain, 'PUT')).status).toBe(204);
    expect((await post(world.people.an, 'assignments/chain', chain, 'PUT')).body).toMatchObject({ code: 'staleVersion', version: 1 });
    const bad = await give([{ item: '9.9' }, { item: '1.1' }, { item: '1.1' }, {}], { to: 'tinh-minh-hoa-02' });
    expect(bad.body.faults.map(({ path }: { path: string }) => path).toSorted()).toEqual(['/targets/0/item', '/targets/2/item', '/targets/3/item', '/to']);

    await give([{ figure: 'planTasksDone' }], { person: hoa.account });
    await enter(hoa, change({ figure: 'planTasksDone' }, 0, { value: '9' }));
    const part = [{ figure: 'planTasksDone' }];
    expect((await decide(long, 1, 'accept', part)).body).toMatchObject({ refusal: 'notPassed' });
    expect((await decide(ngoc, 1, 'accept', part)).status).toBe(201);
    expect((await partOf(hoa, 'planTasksDone')).standing).toBe('passed');
    // What was entered after one looked is not approved unseen.
    await enter(hoa, change({ figure: 'planTasksDone' }, 2, { value: '10' }));
    expect((await decide(ngoc, 2, 'accept', part)).body).toMatchObject({ code: 'conflict' });
    await decide(ngoc, 3, 'accept', part);
    const id = randomUUID();
    const approval = { decisions: [{ id, base: 4, act: 'accept', figure: 'planTasksDone' }] };
    expect((await post(long, 'decisions', approval)).body).toMatchObject({ seq: 5, entries: [{ id, seq: 5, replayed: false }] });
    const waiting = (await ask(server, world.people.an, 'GET', `${sheet}/review`)).body.findings.filter(({ code }: { code: string }) => code === 'notApproved');
    expect(waiting).toMatchObject([{ message: 'Sở Minh họa A đã duyệt; chờ rà soát theo quy trình duyệt của cơ quan.' }]);
    expect((await decide(world.people.an, 5, 'accept', part)).status).toBe(201);
    expect((await partOf(hoa, 'planTasksDone')).standing).toBe('reviewed');
    // A division’s head returns nothing that counts; a leader may.
    expect((await decide(ngoc, 6, 'return', part, { reason: 'x' })).body).toMatchObject({ refusal: 'approvedAlready' });
    expect((await decide(long, 6, 'return', part, { reason: 'Số liệu chưa đúng (minh họa)' })).status).toBe(201);
    expect((await ask(server, hoa, 'GET', '/api/me/parts')).body.items).toMatchObject([{ standing: 'returned', said: 'Số liệu chưa đúng (minh họa)' }]);
  });
});
