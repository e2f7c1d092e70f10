import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPerson } from '../../../testing/add-person.ts';
import { appraiseAllDomains, openExplanation, yesNoCodes } from '../../../testing/appraised-round.ts';
import { startTestServer, type TestServer } from '../../../testing/test-server.ts';
import { ask, change, makeWorld, type Person, type World } from '../../../testing/world.ts';

let server: TestServer;
let world: World;
let [hoa, long, mai] = [] as unknown as [Person, Person, Person];
let [first, second, third] = [] as unknown as [string, string, string];

const ROUND = '/api/rounds/minh-hoa-2022';
const SHEET = `${ROUND}/sheets/tinh-minh-hoa-01`;
const QUESTION = 'Nêu rõ văn bản nào giao chỉ tiêu (minh họa)';
const OTHER_QUESTION = 'Vì sao chưa ban hành quy chế (minh họa)';
const DRAFT = 'Chỉ tiêu giao tại Kế hoạch số 01 (minh họa)';
const WORD = 'Nêu thêm số trang (minh họa)';
const reason = { code: 'notEnoughEvidence', text: 'Tài liệu chưa đủ (minh họa)' };
const OTHER_REASON = 'Không có văn bản của Sở kia (minh họa)';

beforeAll(async () => {
  server = await startTestServer('2023-01-10T02:00:00Z');
  world = await makeWorld(server);
  [first, second, third] = yesNoCodes(world);
  const { owner } = server;
  await owner.query(`INSERT INTO body (id, kind) VALUES ('so-minh-hoa-b', 'department')`);
  await owner.query(
    `INSERT INTO body_name (body_id, position, full_name, short_name, sort_name, search_key) VALUES ('so-minh-hoa-b', 0, 'Sở Minh họa B', 'Sở B', 'Sở B', 'so b')`,
  );
  await owner.query(`INSERT INTO body_attribute (body_id, attribute, position, value) VALUES ('so-minh-hoa-b', 'parent', 0, 'tinh-minh-hoa-01')`);
  await appraiseAllDomains(server, world);
  await openExplanation(server, world);
  hoa = await addPerson(server, 'hoa', 'Ngô Thị Hoa', 'clerk', 'so-minh-hoa-a');
  long = await addPerson(server, 'long', 'Trịnh Văn Long', 'head', 'so-minh-hoa-a');
  mai = await addPerson(server, 'mai', 'Đinh Thị Mai', 'clerk', 'so-minh-hoa-b');
});
afterAll(async () => {
  expect(server.logged).toEqual([]);
  await server.close();
});

const read = async (person: Person) => (await ask(server, person, 'GET', `${SHEET}/explanation`)).body;
const itemOf = async (person: Person, code: string) => (await read(person)).items.find(({ item }: { item: { code: string } }) => item.code === code);
const partOf = async (person: Person, code: string) => (await itemOf(person, code))?.part;
const say = async (person: Person, path: string, body: object) =>
  ask(server, person, 'POST', `${SHEET}/explanation/${path}`, { id: randomUUID(), base: (await read(person)).seq, ...body });
const move = (person: Person, item: string, act: string, more: object = {}) => say(person, `${item}/part`, { act, ...more });
const give = (to: string, item: string, more: object = {}) =>
  ask(server, world.people.an, 'POST', `${SHEET}/assignments`, { to, targets: [{ id: randomUUID(), item }], ...more });
const tasksOf = async (person: Person) =>
  (await ask(server, person, 'GET', '/api/work')).body.tasks.map(({ kind, count }: { kind: string; count: number }) => `${kind} ${count}`);

describe('[F38] departments in the explanation of Tỉnh Minh họa 01', () => {
  it('what was given for the sheet goes on for the explanation; each department is told of its own items once the body is, and of no others', async () => {
    const { an, giang, dung } = world.people;
    for (const [index, item] of [first, second, third].entries())
      expect((await ask(server, an, 'POST', `${SHEET}/entries`, { entries: [change({ item }, index, { 'answer.yes': true })] })).status).toBe(201);
    expect((await give('so-minh-hoa-a', first)).status).toBe(204);
    expect((await give('so-minh-hoa-b', second)).status).toBe(204);
    server.clock.set('2023-02-10T00:00:00Z');
    const appraise = async (item: string, why: object) =>
      ask(server, giang, 'POST', `${SHEET}/items/${item}/appraisal`, {
        id: randomUUID(),
        base: (await read(giang)).seq,
        changes: { 'answer.yes': false },
        reason: why,
      });
    expect((await appraise(first, reason)).status).toBe(201);
    expect((await appraise(second, { ...reason, text: OTHER_REASON })).status).toBe(201);
    expect((await say(giang, `${first}/question`, { text: QUESTION })).status).toBe(201);
    expect((await say(giang, `${second}/question`, { text: OTHER_QUESTION })).status).toBe(201);
    expect(await read(hoa)).toMatchObject({ told: false, items: [] });

    server.clock.set('2023-03-02T00:00:00Z');
    const notice = {
      id: randomUUID(),
      stage: 'appraised',
      bodies: ['tinh-minh-hoa-01'],
      document: { number: '12/BMH-CCHC', date: '2023-03-01' },
      told: ['itemsNotAppraised'],
    };
    expect((await ask(server, dung, 'POST', `${ROUND}/appraisal-notices`, notice)).status).toBe(201);
    expect(await read(hoa)).toMatchObject({
      told: true,
      items: [
        {
          item: { code: first },
          appraised: { points: '0/1', reason },
          question: { text: QUESTION },
          part: { to: { id: 'so-minh-hoa-a' }, state: 'none', moves: [] },
        },
      ],
    });
    expect((await read(hoa)).items).toHaveLength(1);
    // The letter tells of all items: the body reads it, its departments do not.
    const [letter] = (await read(an)).notices.appraised.files as { id: string }[];
    const statusFor = async (person: Person) => (await ask(server, person, 'GET', `${ROUND}/files/${letter?.id}`)).status;
    expect([await statusFor(an), await statusFor(hoa)]).toEqual([200, 404]);
    expect((await read(hoa)).notices.appraised).toMatchObject({ number: '12/BMH-CCHC', files: [] });
    expect((await read(an)).items.map(({ part }: { part: { to: { id: string } } | null }) => part?.to.id)).toEqual(['so-minh-hoa-a', 'so-minh-hoa-b']);
    for (const url of [`${SHEET}/explanation`, `${SHEET}/entries`, SHEET, `${SHEET}/items/${second}/appraisal`])
      for (const said of [OTHER_QUESTION, OTHER_REASON]) expect(JSON.stringify((await ask(server, hoa, 'GET', url)).body)).not.toContain(said);
    // The same by the wall itself, whatever a route asks for; and no points of others' items are added up for a department.
    expect(Object.keys((await ask(server, hoa, 'GET', SHEET)).body.columns)).toEqual(['claimed']);
    expect((await say(hoa, `${first}/proposal`, { kind: 'explains', text: DRAFT })).body.code).toBe('stepClosed');
  });

  it('the specialist writes and submits, the leader returns it with a word and approves it once mended; nobody reaches what another has in hand', async () => {
    const { an, binh, giang } = world.people;
    server.clock.set('2023-03-06T00:00:00Z');
    expect((await say(hoa, second, { kind: 'accepts' })).status).toBe(403);
    expect((await say(hoa, `${second}/proposal`, { kind: 'accepts' })).body.code).toBe('notNow');
    expect((await move(an, first, 'accept')).body.code).toBe('notInHand');
    expect((await say(an, `${first}/proposal`, { kind: 'accepts' })).body.code).toBe('notInHand');
    expect((await say(hoa, `${first}/proposal`, { kind: 'explains' })).body).toMatchObject({ code: 'faulty', faults: [{ code: 'missingKey' }] });
    expect(await tasksOf(hoa)).toContain('writeReplies 1');
    const id = randomUUID();
    const written = { id, base: (await read(hoa)).seq, kind: 'explains', text: DRAFT };
    const url = `${SHEET}/explanation/${first}/proposal`;
    expect(await ask(server, hoa, 'POST', url, written)).toMatchObject({ status: 201, body: { replayed: false } });
    expect((await ask(server, hoa, 'POST', url, written)).body.replayed).toBe(true);
    expect((await partOf(hoa, first)).moves).toEqual(['proposeReply', 'submitReply']);
    expect((await move(hoa, first, 'submit')).status).toBe(201);
    expect((await partOf(hoa, first)).moves).toEqual(['proposeReply', 'recallReply']);
    expect((await move(hoa, first, 'accept')).body.code).toBe('notNow');
    expect(await tasksOf(long)).toContain('decideReplies 1');
    // Nobody takes what its leader has not approved.
    const { proposal } = await partOf(an, first);
    expect((await say(an, first, { kind: 'explains', text: DRAFT, takes: proposal.id })).body.code).toBe('notNow');

    expect((await move(long, first, 'return')).body).toMatchObject({ code: 'faulty', faults: [{ code: 'missingKey' }] });
    expect((await move(long, first, 'return', { reason: WORD })).status).toBe(201);
    expect(await partOf(hoa, first)).toMatchObject({ state: 'returned', said: { text: WORD, by: { name: 'Trịnh Văn Long' } } });
    expect(await tasksOf(hoa)).toContain('returnedReplies 1');
    expect((await say(hoa, `${first}/proposal`, { kind: 'explains', text: `${DRAFT}, trang 2` })).status).toBe(201);
    expect((await move(hoa, first, 'submit')).status).toBe(201);
    expect((await move(long, first, 'accept')).status).toBe(201);
    expect(await partOf(binh, first)).toMatchObject({ state: 'approved', proposal: { text: `${DRAFT}, trang 2` }, moves: ['returnReply', 'take', 'reply'] });
    expect(await tasksOf(an)).toEqual(expect.arrayContaining(['takeReplies 1', 'awaitReplies 1']));

    // Another department, and those who appraise, read none of it by any way.
    for (const person of [mai, giang, world.people.dung, world.people.khanh])
      for (const one of [`${SHEET}/explanation`, `${SHEET}/entries`, SHEET, `${ROUND}/appraisal/bodies/tinh-minh-hoa-01`])
        for (const said of [DRAFT, WORD]) expect(JSON.stringify((await ask(server, person, 'GET', one)).body)).not.toContain(said);
  });

  it('the body returns what it does not take, and answers by what it takes; a department that has it in hand no more reads nothing of it', async () => {
    const { an, binh } = world.people;
    expect((await move(binh, first, 'return', { reason: WORD })).status).toBe(201);
    expect(await tasksOf(hoa)).toContain('returnedReplies 1');
    expect((await move(hoa, first, 'submit')).status).toBe(201);
    expect((await move(long, first, 'accept')).status).toBe(201);
    const { proposal } = await partOf(an, first);
    const taken = { kind: proposal.kind, text: proposal.text, takes: proposal.id };
    expect((await say(hoa, first, taken)).status).toBe(403);
    expect((await say(an, first, taken)).status).toBe(201);
    expect(await itemOf(hoa, first)).toMatchObject({ reply: { text: proposal.text, by: { name: 'Nguyễn Văn An' } }, part: { state: 'reviewed', moves: [] } });

    // The second item is given for the explanation to the first department, with a day of its own; the sheet's own giving stays.
    expect((await give('so-minh-hoa-a', second, { matter: 'explanation', due: '2023-03-08T17:00:00+07:00' })).status).toBe(204);
    expect(await partOf(hoa, second)).toMatchObject({ to: { id: 'so-minh-hoa-a' }, closes: '2023-03-08T10:00:00.000Z', state: 'none' });
    expect((await itemOf(hoa, second)).question.text).toBe(OTHER_QUESTION);
    expect(await read(mai)).toMatchObject({ items: [] });
    const given = (await ask(server, an, 'GET', `${SHEET}/assignments`)).body.assignments;
    expect(given.map(({ target, to }: { target: string; to: { id: string } }) => [target, to.id])).toEqual([
      [first, 'so-minh-hoa-a'],
      [second, 'so-minh-hoa-b'],
    ]);
    expect((await give('so-minh-hoa-a', 'planTasksDone', { matter: 'explanation' })).body.code).toBe('faulty');
    // The body keeps it for itself again.
    expect((await give('tinh-minh-hoa-01', second, { matter: 'explanation' })).status).toBe(204);
    expect(await partOf(an, second)).toBeNull();
    expect((await read(hoa)).items).toHaveLength(1);
  });

  it('after freezing nothing moves', async () => {
    const { an, binh, giang } = world.people;
    expect((await move(an, first, 'return', { reason: WORD })).status).toBe(201);
    expect((await ask(server, binh, 'POST', `${SHEET}/explanation-freezing`, { id: randomUUID(), base: (await read(binh)).seq })).status).toBe(201);
    expect((await say(hoa, `${first}/proposal`, { kind: 'accepts' })).body.code).toBe('explanationFrozen');
    expect((await give('so-minh-hoa-b', first, { matter: 'explanation' })).body.code).toBe('explanationFrozen');
    expect(await read(hoa)).toMatchObject({ state: 'frozen', frozen: null, sendings: [], items: [{ part: { state: 'returned', moves: [] } }] });
    expect((await tasksOf(hoa)).filter((task: string) => task.includes('Replies'))).toEqual([]);
    // What counts is what the body answered; what was sent back stayed within it.
    server.clock.set('2023-03-12T00:00:00Z');
    expect((await itemOf(giang, first)).reply).toMatchObject({ kind: 'explains', text: `${DRAFT}, trang 2` });
    expect((await itemOf(giang, first)).part).toBeNull();
  });
});
