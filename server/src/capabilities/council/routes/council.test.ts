import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inTransactionAs } from '../../../db/transaction.ts';
import { textOf } from '../../../file-inspection/testing/text-of.ts';
import { addPerson } from '../../../testing/add-person.ts';
import { appraiseAllDomains, yesNoCodes } from '../../../testing/appraised-round.ts';
import { startTestServer, type TestServer } from '../../../testing/test-server.ts';
import { ask, change, makeWorld, type Person, type World } from '../../../testing/world.ts';

let server: TestServer;
let world: World;
/** Members of the council besides Hạnh. */
let nam: Person;
let oanh: Person;
beforeEach(async () => {
  server = await startTestServer();
  world = await makeWorld(server);
  await appraiseAllDomains(server, world);
  nam = await addPerson(server, 'nam', 'Lý Văn Nam', 'council', 'bo-minh-hoa');
  oanh = await addPerson(server, 'oanh', 'Mai Thị Oanh', 'council', 'bo-minh-hoa');
});
afterEach(async () => {
  expect(server.logged).toEqual([]);
  await server.close();
});

const ROUND = '/api/rounds/minh-hoa-2022';
const COUNCIL = `${ROUND}/council`;
const ONE = 'tinh-minh-hoa-01';
const as = (person: Person, method: 'GET' | 'POST' | 'PUT', url: string, body?: unknown) => ask(server, person, method, url, body);

interface Session {
  readonly id: string;
  readonly url: string;
  read(by?: Person): Promise<ReturnType<typeof JSON.parse>>;
  move(move: string): ReturnType<typeof ask>;
  change(what: (session: ReturnType<typeof JSON.parse>) => object): ReturnType<typeof ask>;
  moveItem(item: string, move: string): ReturnType<typeof ask>;
  vote(by: Person, item: string, choice: string, opinion?: string): ReturnType<typeof ask>;
  conclude(item: string, reason?: string): ReturnType<typeof ask>;
}

/** A session with three members and, of what province 01 claims and the appraiser refused, one item; drafted. */
async function drafted(items: readonly string[], more: object = {}): Promise<Session> {
  const { dung } = world.people;
  const id = randomUUID();
  const url = `${COUNCIL}/${id}`;
  const plan = { way: 'meeting', startsAt: '2023-03-21T01:30:00Z', place: 'Phòng họp số 1 (minh họa)', chair: null, secretary: dung.account, ...more };
  expect((await as(dung, 'POST', COUNCIL, { id, ...plan })).status).toBe(201);
  const read = async (by = dung) => (await as(by, 'GET', url)).body;
  const move = async (wanted: string) => as(dung, 'POST', `${url}/moves`, { version: (await read()).version, move: wanted });
  const change = async (what: (session: ReturnType<typeof JSON.parse>) => object) => {
    const session = await read();
    const { version, way, startsAt, place, chair, secretary, members, agenda } = session;
    const now = {
      ...{ version, way, startsAt, place, chair: chair?.id ?? null, secretary: secretary?.id ?? null },
      members: members.map((one: { person: { id: string } }) => ({ ...one, person: undefined, account: one.person.id })),
      agenda: agenda.map(({ id: of, body, item, proposal, words, targets }: ReturnType<typeof JSON.parse>) => ({
        ...{ item: of, body: body.id, code: item.code, proposal, words, targets },
      })),
    };
    return as(dung, 'PUT', url, { ...now, ...what(now) });
  };
  const members = [world.people.hanh, nam, oanh].map(({ account }, index) => ({ account, position: index === 0 ? 'chair' : 'member' }));
  const agenda = items.map((code) => ({ item: randomUUID(), body: ONE, code, proposal: 'asClaimed' }));
  const { hanh } = world.people;
  expect((await change(() => ({ chair: hanh.account, members, agenda }))).body).toMatchObject({ state: 'drafted', members: [{}, {}, {}] });
  return {
    ...{ id, url, read, move, change },
    moveItem: async (item, wanted) => as(dung, 'POST', `${url}/agenda/${item}/moves`, { version: (await read()).version, move: wanted }),
    vote: (by, item, choice, opinion) => as(by, 'PUT', `${url}/agenda/${item}/vote`, { choice, ...(opinion === undefined ? {} : { opinion }) }),
    conclude: async (item, reason = 'Tài liệu bổ sung đã chứng minh kết quả (minh họa)') => {
      const { seq } = (await read()).agenda.find((one: { id: string }) => one.id === item);
      return as(dung, 'POST', `${url}/agenda/${item}/conclusion`, { id: randomUUID(), base: seq, reason });
    },
  };
}

const presence = (by: Readonly<Record<string, string>>) => (session: { members: { account: string }[] }) => ({
  members: session.members.map((member) => ({
    ...member,
    presence: by[member.account] ?? 'expected',
    absence: by[member.account] === 'absent' ? 'Đi công tác (minh họa)' : null,
  })),
});

/** A scanned ballot among the files of the round. */
async function bringScan(): Promise<string> {
  const id = randomUUID();
  const answer = await server.app.inject({
    ...{ method: 'POST', url: `${ROUND}/files?id=${id}&name=phieu-lay-y-kien.txt`, payload: 'Phiếu lấy ý kiến đã ký (minh họa)' },
    headers: { cookie: `parindex_session=${world.people.dung.token}`, 'content-type': 'application/octet-stream' },
  });
  expect(answer.statusCode).toBe(201);
  return id;
}

/** An item that the province claims and the ministry refused; the council's step is open. */
async function contested(): Promise<string> {
  const { an, giang } = world.people;
  const [item] = yesNoCodes(world);
  await as(an, 'POST', `${ROUND}/sheets/${ONE}/entries`, { entries: [change({ item }, 0, { 'answer.yes': true })] });
  server.clock.set('2023-02-10T00:00:00Z');
  const refused = { id: randomUUID(), base: 1, changes: { 'answer.yes': false }, reason: { code: 'noEvidence', text: 'Không thấy văn bản nào (minh họa)' } };
  expect((await as(giang, 'POST', `${ROUND}/sheets/${ONE}/items/${item}/appraisal`, refused)).status).toBe(201);
  server.clock.set('2023-03-21T02:00:00Z');
  return item;
}

const whyOf = ({ status, body }: { status: number; body: { why?: string } }) => [status, body.why];

describe('[F39] a session of the council', () => {
  it('goes from the draft to its minutes: a contested item is voted back to its claim, and the conclusion is an entry of the sheet', async () => {
    const { dung, hanh, giang } = world.people;
    const item = await contested();
    const session = await drafted([item]);
    expect(whyOf(await session.move('open'))).toEqual([409, 'notInThisState']);
    expect((await session.move('convene')).body.state).toBe('convened');
    // Of three members one is not enough, two are.
    await session.change(presence({ [hanh.account]: 'present', [oanh.account]: 'absent' }));
    expect(whyOf(await session.move('open'))).toEqual([409, 'noQuorum']);
    await session.change(presence({ [hanh.account]: 'present', [nam.account]: 'writing', [oanh.account]: 'absent' }));
    expect((await session.move('open')).body).toMatchObject({ state: 'held', quorum: { members: 3, attending: 2, reached: true } });

    const [row] = (await session.read()).agenda;
    expect(row).toMatchObject({
      claimed: { state: 'answered' },
      now: { points: '0/1' },
      proposed: { state: 'answered' },
      verdicts: [{ stage: 'appraised', by: 'Hoàng Thị Giang', reason: expect.stringMatching(/.: Không thấy văn bản nào \(minh họa\)$/) }],
    });
    expect(row.proposed).toEqual(row.claimed);
    expect(whyOf(await session.vote(oanh, row.id, 'for'))).toEqual([409, 'notAttending']);
    expect((await session.vote(hanh, row.id, 'other')).body.faults).toMatchObject([{ code: 'emptyText', path: '/opinion' }]);
    await session.vote(hanh, row.id, 'against', 'Chưa đủ căn cứ (minh họa)');
    expect((await session.vote(hanh, row.id, 'for')).body.agenda[0].votes).toHaveLength(1);
    expect(whyOf(await session.moveItem(row.id, 'closeVote'))).toEqual([409, 'notEnoughVotes']);
    // Nam answers in writing: his ballot is entered for him, once and in one way; how others vote he does not see yet.
    const ballot = (by: Person, choice: string, more: object) => as(dung, 'PUT', `${session.url}/agenda/${row.id}/ballots/${by.account}`, { choice, ...more });
    const scan = { file: await bringScan() };
    expect((await ballot(nam, 'for', {})).body.faults).toMatchObject([{ code: 'missingKey', path: '/file' }]);
    expect((await ballot(nam, 'for', { file: randomUUID() })).body.faults).toMatchObject([{ code: 'unknownId', path: '/file' }]);
    expect(whyOf(await ballot(hanh, 'for', scan))).toEqual([409, 'noBallot']);
    const [entered] = (await ballot(nam, 'for', scan)).body.agenda[0].votes.filter(({ way }: { way: string }) => way === 'ballot');
    expect(entered).toMatchObject({ person: { name: 'Lý Văn Nam' }, enteredBy: { name: 'Phạm Văn Dũng' }, file: { id: scan.file } });
    // Who has voted attended, and nobody who was there is made to answer in writing.
    expect(whyOf(await session.change(presence({ [hanh.account]: 'absent', [nam.account]: 'writing', [oanh.account]: 'absent' })))).toEqual([409, 'hasVoted']);
    expect(whyOf(await session.change(presence({ [hanh.account]: 'present', [nam.account]: 'writing', [oanh.account]: 'writing' })))).toEqual([
      409,
      'presenceStands',
    ]);
    expect((await session.read(nam)).agenda[0]).toMatchObject({ votes: [{ person: { name: 'Lý Văn Nam' } }], count: null });
    expect(whyOf(await session.conclude(row.id))).toEqual([409, 'itemNotInThisState']);
    expect((await session.moveItem(row.id, 'closeVote')).body.agenda[0]).toMatchObject({ state: 'closed', count: { for: 2, cast: 2, carried: true } });
    expect(whyOf(await session.vote(hanh, row.id, 'against'))).toEqual([409, 'itemNotInThisState']);
    expect((await session.read(nam)).agenda[0].votes).toHaveLength(2);
    expect((await as(oanh, 'GET', `${ROUND}/files/${scan.file}`)).status).toBe(200);
    expect((await session.conclude(row.id, ' ')).body.faults).toMatchObject([{ path: '/reason' }]);
    expect(whyOf(await session.move('conclude'))).toEqual([409, 'itemsOpen']);
    expect((await session.conclude(row.id)).body.agenda[0]).toMatchObject({ state: 'concluded', now: row.claimed, proposed: null });
    expect((await as(giang, 'GET', `${ROUND}/sheets/${ONE}/entries?item=${item}`)).body.items[0]).toMatchObject({
      act: 'conclude',
      actor: { name: 'Phạm Văn Dũng' },
      reason: { text: 'Tài liệu bổ sung đã chứng minh kết quả (minh họa)' },
    });
    const { version } = await session.read();
    const conclude = (began: string, ended: string) =>
      as(dung, 'POST', `${session.url}/moves`, { version, move: 'conclude', ending: { began, ended, minutesRead: true } });
    expect((await conclude('2023-03-21T02:00:00Z', '2023-03-21T01:30:00Z')).body.faults).toMatchObject([{ path: '/ending/ended' }]);
    expect((await conclude('2023-03-21T01:30:00Z', '2023-03-21T02:00:00Z')).body).toMatchObject({ state: 'concluded', minutesRead: true });
    for (const more of [{ place: 'Nơi khác (minh họa)' }, {}]) expect(whyOf(await session.change(() => more))).toEqual([409, 'notInThisState']);

    const minutes = (await as(hanh, 'GET', `${session.url}/documents/minutes`)).body as string;
    for (const said of [
      'Mai Thị Oanh, Ủy viên (lý do: Đi công tác (minh họa))',
      'Hồi 08 giờ 30 phút, ngày 21 tháng 3 năm 2023',
      'Phiên họp kết thúc hồi 09 giờ 00 phút',
      'Biên bản đã được đọc cho các thành viên dự họp nghe và thống nhất thông qua.',
      'Tài liệu bổ sung đã chứng minh kết quả (minh họa).',
      'Có 2 trên tổng số 3 thành viên',
      'đồng ý 2, không đồng ý 0, ý kiến khác 0',
      'Kết luận của Hội đồng: giữ kết quả tự chấm',
      'Tài liệu bổ sung đã chứng minh kết quả (minh họa)',
    ])
      expect(minutes).toContain(said);
    expect(minutes).not.toContain('DỰ THẢO');
    // The papers say what was laid before the council, also once it has concluded; the ballot is of who answers in writing.
    const papers = (await as(hanh, 'GET', `${session.url}/documents/papers`)).body as string;
    expect(papers).toMatch(/Giữ kết quả tự chấm \([0-9,]+\/[0-9,]+ điểm\)/);
    expect(papers).not.toContain('Điểm Hội đồng kết luận');
    const ballots = (await as(hanh, 'GET', `${session.url}/documents/ballots`)).body as string;
    for (const said of ['Lý Văn Nam', 'Chức danh Hội đồng', 'Ủy viên']) expect(ballots).toContain(said);
    for (const other of ['Mai Thị Oanh', 'Vũ Thị Hạnh', 'BB-']) expect(ballots).not.toContain(other);
    for (const document of ['papers', 'ballots', 'minutes'])
      for (const [format, magic] of [
        ['docx', 'PK'],
        ['pdf', '%PDF'],
      ] as const) {
        const file = await server.app.inject({
          url: `${session.url}/documents/${document}?format=${format}`,
          headers: { cookie: `parindex_session=${hanh.token}` },
        });
        expect([file.statusCode, file.rawPayload.subarray(0, magic.length).toString()]).toEqual([200, magic]);
      }
  });

  it('concludes nothing that was not carried; a new vote is on another proposal, within the rule', async () => {
    const { hanh } = world.people;
    const item = await contested();
    const session = await drafted([item]);
    await session.move('convene');
    await session.change(presence({ [hanh.account]: 'present', [nam.account]: 'present', [oanh.account]: 'present' }));
    await session.move('open');
    const [{ id }] = (await session.read()).agenda;
    expect(await as(hanh, 'GET', `${session.url}/documents/ballots`)).toMatchObject({ status: 409, body: { code: 'notNow' } });
    const standing = async () => (await as(hanh, 'GET', `${session.url}/documents/minutes`)).body as string;
    expect(await standing()).toContain('Chưa biểu quyết.');
    await session.vote(hanh, id, 'for');
    expect(await standing()).not.toContain('thống nhất thông qua');
    await session.vote(nam, id, 'against', 'Tài liệu không đúng kỳ (minh họa)');
    expect(whyOf(await session.change(({ agenda: [one] }: ReturnType<typeof JSON.parse>) => ({ agenda: [{ ...one, proposal: 'asAppraised' }] })))).toEqual([
      409,
      'votesStand',
    ]);
    await session.moveItem(id, 'closeVote');
    expect(whyOf(await session.conclude(id))).toEqual([409, 'notCarried']);
    expect((await session.moveItem(id, 'voteAgain')).body.agenda[0]).toMatchObject({ state: 'open', votes: [], earlier: [{ for: 1, against: 1 }] });
    const propose = (values: object) => session.change(({ agenda: [one] }: ReturnType<typeof JSON.parse>) => ({ agenda: [{ ...one, ...values }] }));
    const outside = [{ kind: 'item', id: item, changes: { 'answer.points': 99 } }];
    expect((await propose({ proposal: 'other', words: 'Chấm 99 điểm (minh họa)', targets: outside })).status).toBe(422);
    expect((await propose({ proposal: 'other', targets: [] })).body.faults).toMatchObject([{ code: 'missingKey', path: '/agenda/0/words' }]);
    expect((await propose({ proposal: 'asAppraised' })).body.agenda[0].proposed).toMatchObject({ points: '0/1' });
    for (const member of [hanh, nam]) await session.vote(member, id, 'for');
    await session.moveItem(id, 'closeVote');
    expect((await session.conclude(id)).body.agenda[0]).toMatchObject({ state: 'concluded', now: { points: '0/1' } });
  });

  it('names what cannot be convened, who is none of the council, and what another session has already; a stale version shows itself', async () => {
    const { dung, hanh, an } = world.people;
    const [item, other] = yesNoCodes(world);
    const session = await drafted([], { startsAt: null });
    expect(whyOf(await session.move('convene'))).toEqual([409, 'noDate']);
    await session.change(() => ({ startsAt: '2023-03-21T01:30:00Z' }));
    expect(whyOf(await session.move('convene'))).toEqual([409, 'noAgenda']);
    const on = (code: string) => ({ agenda: [{ item: randomUUID(), body: ONE, code, proposal: 'asClaimed' }] });
    expect((await session.change(() => on('9.9.9'))).body.faults).toMatchObject([{ code: 'unknownId', path: '/agenda/0/code' }]);
    expect((await session.change(() => ({ members: [{ account: an.account, position: 'member' }], chair: null }))).body.faults).toMatchObject([
      { code: 'unknownId', path: '/members/0/account' },
    ]);
    await session.change(() => on(item));
    const second = await drafted([other]);
    expect(whyOf(await second.change(() => on(item)))).toEqual([409, 'elsewhere']);
    const { version } = await session.read();
    expect((await as(dung, 'POST', `${session.url}/moves`, { version: version - 1, move: 'convene' })).body).toMatchObject({ code: 'staleVersion', version });
    expect((await session.move('convene')).body.state).toBe('convened');
    expect((await session.move('callOff')).body.state).toBe('drafted');
    expect(whyOf(await session.vote(hanh, (await session.read()).agenda[0].id, 'for'))).toEqual([409, 'notInThisState']);
    expect((await as(hanh, 'GET', COUNCIL)).body).toMatchObject({ sessions: [{ number: 2 }, { number: 1, items: 1, waiting: 0 }], members: [{}, {}, {}] });
    expect((await as(an, 'GET', COUNCIL)).status).toBe(403);
  });

  it('whoever has worked for the body does not vote on its sheet, nor does the database let them, nor a conclusion past the vote', async () => {
    const { dung, hanh } = world.people;
    const item = await contested();
    await server.owner.query(
      `INSERT INTO membership (id, account_id, body_id, role, from_date, to_date, granted_at) VALUES ($1, $2, $3, 'clerk', '2022-01-01', '2022-12-31', now())`,
      [randomUUID(), nam.account, ONE],
    );
    const session = await drafted([item]);
    await session.move('convene');
    await session.change(presence({ [hanh.account]: 'present', [nam.account]: 'present' }));
    await session.move('open');
    const [{ id }] = (await session.read()).agenda;
    expect((await session.vote(nam, id, 'for')).status).toBe(404);
    expect((await session.read()).agenda[0].barred).toMatchObject([{ name: 'Lý Văn Nam' }]);
    const now = server.clock.now();
    const votes = (by: Person, account: string) =>
      inTransactionAs(server.context, by.account, now, (db) =>
        sql`INSERT INTO council_vote (item_id, ballot, account_id, choice, way, entered_by, voted_at, seen)
          VALUES (${id}, 1, ${account}, 'for', ${by.account === account ? 'self' : 'ballot'}, ${by.account}, ${now}, ${'0'.repeat(64)})`.execute(db),
      );
    await expect(votes(nam, nam.account)).rejects.toThrow(/row-level security/);
    await expect(votes(dung, hanh.account)).rejects.toThrow(/row-level security/);
    await expect(votes(hanh, oanh.account)).rejects.toThrow(/row-level security/);
    await votes(hanh, hanh.account);
    const carried = await inTransactionAs(server.context, dung.account, now, async (db) =>
      sql<{ may: boolean }>`SELECT app.records_conclusion(${world.round}, ${ONE}, 'item', ${item}, ${dung.membership}) AS may`.execute(db),
    );
    expect(carried.rows).toEqual([{ may: false }]);
  });

  it('takes up what a body contests: it is on the agenda once, says so beside the sheet, and the body learns what was concluded when it is told, not before', async () => {
    const { an, binh, dung, giang, hanh } = world.people;
    await server.owner.query(`DELETE FROM round_step WHERE round_id = $1 AND step = 'secondAppraisal'`, [world.round]);
    await server.owner.query(
      `INSERT INTO round_step (round_id, step, opens, closes) VALUES ($1, 'explanation', '2023-03-05T00:00:00+07:00', '2023-03-10T00:00:00+07:00'),
        ($1, 'publication', '2023-04-10T00:00:00+07:00', '2023-04-20T00:00:00+07:00')`,
      [world.round],
    );
    const item = await contested();
    const explanation = `${ROUND}/sheets/${ONE}/explanation`;
    server.clock.set('2023-03-06T02:00:00Z');
    const { seq } = (await as(an, 'GET', explanation)).body;
    const asked = { id: randomUUID(), base: seq, text: 'Đề nghị Hội đồng xem xét (minh họa)' };
    expect((await as(binh, 'POST', `${explanation}/${item}/dispute`, asked)).status).toBe(201);
    server.clock.set('2023-03-21T02:00:00Z');
    const disputes = async () => (await as(dung, 'GET', `${ROUND}/disputes`)).body.items;
    expect(await disputes()).toMatchObject([{ body: { id: ONE }, item: { code: item }, agenda: null }]);

    const session = await drafted([item]);
    // Whoever votes reads what the body holds, on the page and in the papers.
    expect((await session.read()).agenda[0].said).toMatchObject([{ act: 'dispute', text: asked.text, by: 'Trần Thị Bình' }]);
    const papers = await server.app.inject({ url: `${session.url}/documents/papers?format=docx`, headers: { cookie: `parindex_session=${dung.token}` } });
    expect(await textOf(papers.rawPayload, 'tai-lieu.docx')).toContain(asked.text);
    const onAgenda = async (person: Person) => (await as(person, 'GET', explanation)).body.council;
    expect(await disputes()).toMatchObject([{ agenda: { session: session.id, number: 1, state: 'open' } }]);
    expect(await onAgenda(giang)).toMatchObject([{ item: { code: item }, agenda: { number: 1 }, concluded: null }]);
    // What the secretariat prepares the body does not see; once members are invited, it knows when it is spoken of.
    expect(await onAgenda(an)).toEqual([]);
    expect((await session.change(() => ({ startsAt: '2023-03-22T01:30:00Z' }))).body.startsAt).toBe('2023-03-22T01:30:00.000Z');
    await session.move('convene');
    const known = { session: null, number: 1, startsAt: '2023-03-22T01:30:00.000Z', state: 'open' };
    expect(await onAgenda(an)).toMatchObject([{ item: { code: item }, agenda: known, concluded: null }]);

    await session.change(presence({ [hanh.account]: 'present', [nam.account]: 'present' }));
    await session.move('open');
    const [{ id }] = (await session.read()).agenda;
    for (const member of [hanh, nam]) await session.vote(member, id, 'for');
    await session.moveItem(id, 'closeVote');
    expect((await session.conclude(id)).status).toBe(201);
    await session.move('conclude');
    expect(await disputes()).toMatchObject([{ agenda: { state: 'concluded' } }]);
    expect(await onAgenda(giang)).toMatchObject([{ agenda: { state: 'concluded' }, concluded: { state: 'answered' } }]);
    server.clock.set('2023-04-09T16:59:00Z');
    expect(await onAgenda(an)).toMatchObject([{ agenda: known, concluded: null }]);
    server.clock.set('2023-04-09T17:00:00Z');
    expect(await onAgenda(an)).toMatchObject([
      { agenda: { ...known, state: 'concluded' }, concluded: { state: 'answered', reason: { text: 'Tài liệu bổ sung đã chứng minh kết quả (minh họa)' } } },
    ]);
  });

  it('concludes on what stood before its voters: what has changed meanwhile they vote on again', async () => {
    const { dung, giang, hanh } = world.people;
    const item = await contested();
    const session = await drafted([item]);
    await session.change(({ agenda: [one] }: ReturnType<typeof JSON.parse>) => ({ agenda: [{ ...one, proposal: 'asAppraised' }] }));
    await session.move('convene');
    await session.change(presence({ [hanh.account]: 'present', [nam.account]: 'present' }));
    await session.move('open');
    const [{ id, stands }] = (await session.read()).agenda;
    const voteAll = async () => {
      for (const member of [hanh, nam]) expect((await session.vote(member, id, 'for')).status).toBe(200);
    };
    await voteAll();
    // The appraisal goes on for one body while the council sits.
    await server.owner.query(
      `INSERT INTO extension (id, round_id, step, body_id, until, document_number, document_date, reason, granted_by, granted_at)
       VALUES ($1, $2, 'secondAppraisal', $3, '2023-03-25T00:00:00+07:00', '02/BMH', '2023-03-19', 'Bổ sung hồ sơ (minh họa)', $4, now())`,
      [randomUUID(), world.round, ONE, dung.account],
    );
    const appraise = async (yes: boolean) => {
      const { seq } = (await as(giang, 'GET', `${ROUND}/sheets/${ONE}`)).body;
      const given = { id: randomUUID(), base: seq, changes: { 'answer.yes': yes }, reason: { code: 'other', text: 'Đã bổ sung (minh họa)' } };
      expect((await as(giang, 'POST', `${ROUND}/sheets/${ONE}/items/${item}/appraisal`, given)).status).toBe(201);
    };
    await appraise(true);
    expect((await session.read()).agenda[0].votes).toMatchObject([{ moved: true }, { moved: true }]);
    expect(whyOf(await session.moveItem(id, 'closeVote'))).toEqual([409, 'valuesMoved']);
    // Whoever still has the page of before is told so.
    expect(whyOf(await as(hanh, 'PUT', `${session.url}/agenda/${id}/vote`, { choice: 'for', seen: stands }))).toEqual([409, 'valuesMoved']);
    await voteAll();
    expect((await session.moveItem(id, 'closeVote')).status).toBe(200);
    await appraise(false);
    expect(whyOf(await session.conclude(id))).toEqual([409, 'valuesMoved']);
    await session.moveItem(id, 'voteAgain');
    await voteAll();
    await session.moveItem(id, 'closeVote');
    expect((await session.conclude(id)).body.agenda[0]).toMatchObject({ state: 'concluded', now: { points: '0/1' } });
  });

  it('has a quorum of the whole council of its day, whoever was invited; a ballot is of its members alone, and their own vote takes its place', async () => {
    const { dung, hanh } = world.people;
    const item = await contested();
    const session = await drafted([item]);
    const named = (...members: Person[]) => ({ members: members.map(({ account }, index) => ({ account, position: index === 0 ? 'chair' : 'member' })) });
    await session.change(() => named(hanh));
    await session.move('convene');
    const alone = (await session.change(presence({ [hanh.account]: 'present' }))).body.quorum;
    expect(alone).toMatchObject({ members: 3, attending: 1, reached: false });
    expect(alone.leftOut.map(({ name }: { name: string }) => name)).toEqual(['Lý Văn Nam', 'Mai Thị Oanh']);
    expect(whyOf(await session.move('open'))).toEqual([409, 'noQuorum']);
    await session.change(() => named(hanh, nam));
    await session.change(presence({ [hanh.account]: 'present', [nam.account]: 'writing' }));
    expect((await session.move('open')).status).toBe(200);
    const [{ id }] = (await session.read()).agenda;
    const ballot = async () => as(dung, 'PUT', `${session.url}/agenda/${id}/ballots/${nam.account}`, { choice: 'for', file: await bringScan() });

    const end = (on: string | null) => server.owner.query('UPDATE membership SET to_date = $1 WHERE account_id = $2', [on, nam.account]);
    await end('2023-03-20');
    expect(whyOf(await ballot())).toEqual([409, 'notAMember']);
    const [now, file] = [server.clock.now(), await bringScan()];
    const written = inTransactionAs(server.context, dung.account, now, (db) =>
      sql`INSERT INTO council_vote (item_id, ballot, account_id, choice, way, file_id, entered_by, voted_at, seen)
        VALUES (${id}, 1, ${nam.account}, 'for', 'ballot', ${file}, ${dung.account}, ${now}, ${'0'.repeat(64)})`.execute(db),
    );
    await expect(written).rejects.toThrow(/row-level security/);
    expect((await session.read()).quorum).toMatchObject({ members: 2, attending: 1, reached: false });
    await end(null);

    expect((await ballot()).status).toBe(200);
    expect((await session.read(nam)).agenda[0].votes).toMatchObject([{ choice: 'for', way: 'ballot', enteredBy: { name: 'Phạm Văn Dũng' } }]);
    // Whoever entered it does not make it look like his own.
    const asHisOwn = inTransactionAs(server.context, dung.account, now, (db) =>
      sql`UPDATE council_vote SET way = 'self', file_id = NULL, entered_by = ${dung.account}, voted_at = ${now} WHERE item_id = ${id}`.execute(db),
    );
    await expect(asHisOwn).rejects.toThrow(/row-level security/);
    const own = (await session.vote(nam, id, 'against', 'Phiếu không ghi như vậy (minh họa)')).body.agenda[0].votes;
    expect(own).toMatchObject([{ choice: 'against', way: 'self', file: null, enteredBy: { name: 'Lý Văn Nam' } }]);
    expect(whyOf(await ballot())).toEqual([409, 'votedOtherwise']);
    await session.vote(hanh, id, 'for');
    expect((await session.moveItem(id, 'closeVote')).body.agenda[0].count).toMatchObject({ for: 1, against: 1, cast: 2, carried: false });
    const minutes = (await as(dung, 'GET', `${session.url}/documents/minutes`)).body as string;
    for (const said of ['Có 2 trên tổng số 3 thành viên', 'Không có tên trong danh sách triệu tập', 'Mai Thị Oanh']) expect(minutes).toContain(said);
  });

  it('keeps its papers as the members got them when it was convened; what changed since is said, with members by post and agency', async () => {
    const { dung, hanh, khanh, an } = world.people;
    const item = await contested();
    const [, other] = yesNoCodes(world);
    await server.owner.query(
      `INSERT INTO membership (id, account_id, body_id, role, from_date, granted_at) VALUES ($1, $2, 'so-minh-hoa-a', 'clerk', '2022-01-01', now())`,
      [randomUUID(), oanh.account],
    );
    const { members: people } = (await as(dung, 'GET', COUNCIL)).body;
    expect(people.find(({ id }: { id: string }) => id === oanh.account).agency).toMatch(/Sở/);
    const session = await drafted([item]);
    expect((await session.read()).papers).toBeNull();
    await session.change(({ members }: ReturnType<typeof JSON.parse>) => ({
      members: members.map((member: object, index: number) => (index === 0 ? { ...member, post: 'Thứ trưởng', agency: 'Bộ Minh họa' } : member)),
    }));
    const { members, papers, state } = (await session.move('convene')).body;
    expect([state, members[0], papers]).toMatchObject([
      'convened',
      { post: 'Thứ trưởng', agency: 'Bộ Minh họa' },
      { changes: [], files: [{ kind: 'docx' }, { kind: 'pdf' }] },
    ]);
    const bytesOf = async (by: Person, url: string) =>
      (await server.app.inject({ method: 'GET', url, headers: { cookie: `parindex_session=${by.token}` } })).rawPayload;
    const sent = await bytesOf(hanh, `${ROUND}/files/${papers.files[0].id}`);
    expect((await bytesOf(hanh, `${session.url}/documents/papers?format=docx`)).equals(sent)).toBe(true);
    expect((await as(an, 'GET', `${ROUND}/files/${papers.files[0].id}`)).status).toBe(404);

    // Another proposal, and another item: papers that are taken now say so, and those which were sent stay.
    const added = { item: randomUUID(), body: ONE, code: other, proposal: 'asAppraised' };
    await session.change(({ agenda: [one] }: ReturnType<typeof JSON.parse>) => ({ agenda: [{ ...one, proposal: 'asAppraised' }, added] }));
    expect((await session.read(hanh)).papers.changes).toEqual([
      expect.stringMatching(/: đề xuất biểu quyết là “Giữ kết quả thẩm định”, khi triệu tập là “Giữ kết quả tự chấm”\.$/),
      expect.stringMatching(/: được đưa vào chương trình sau khi triệu tập\.$/),
    ]);
    const now = await textOf(await bytesOf(hanh, `${session.url}/documents/papers?format=docx`), 'tai-lieu.docx');
    for (const part of ['khác với tài liệu gửi thành viên', papers.files[1].sha256, 'được đưa vào chương trình']) expect(now).toContain(part);
    expect((await bytesOf(hanh, `${ROUND}/files/${papers.files[0].id}`)).equals(sent)).toBe(true);
    // Convened again, its papers are those of now.
    server.clock.pass(60_000);
    await session.move('callOff');
    expect((await session.read()).papers).toBeNull();
    expect((await session.move('convene')).body.papers.changes).toEqual([]);
    expect((await as(khanh, 'GET', `${session.url}/documents/minutes`)).body).toContain('Vũ Thị Hạnh, Thứ trưởng Bộ Minh họa, Chủ tịch Hội đồng');

    // Nor is the whole of it for a member with a cause of their own in it.
    await server.owner.query(
      `INSERT INTO membership (id, account_id, body_id, role, from_date, to_date, granted_at) VALUES ($1, $2, $3, 'clerk', '2022-01-01', '2022-12-31', now())`,
      [randomUUID(), nam.account, ONE],
    );
    expect(await session.read(nam)).toMatchObject({ kept: 2, papers: null });
    expect((await as(nam, 'GET', `${ROUND}/files/${papers.files[0].id}`)).status).toBe(404);
  });

  it('keeps from a member what concerns a cause of their own: agenda, votes, ballots and papers; and nothing is final before it is over', async () => {
    const { dung, hanh, khanh } = world.people;
    const item = await contested();
    await server.owner.query(
      `INSERT INTO membership (id, account_id, body_id, role, from_date, to_date, granted_at) VALUES ($1, $2, $3, 'clerk', '2022-01-01', '2022-12-31', now())`,
      [randomUUID(), nam.account, ONE],
    );
    const session = await drafted([item]);
    const other = { item: randomUUID(), body: 'tinh-minh-hoa-02', code: item, proposal: 'other', words: 'Chấm theo tài liệu (minh họa)' };
    const targets = [{ kind: 'item', id: item, changes: { 'answer.yes': true } }];
    expect((await session.change(({ agenda }: ReturnType<typeof JSON.parse>) => ({ agenda: [...agenda, { ...other, targets }] }))).status).toBe(200);
    await session.move('convene');
    await session.change(presence({ [hanh.account]: 'present', [nam.account]: 'present', [oanh.account]: 'writing' }));
    await session.move('open');
    const [{ id }] = (await session.read()).agenda;
    const file = await bringScan();
    expect((await as(dung, 'PUT', `${session.url}/agenda/${id}/ballots/${oanh.account}`, { choice: 'against', file })).status).toBe(200);
    await session.vote(hanh, id, 'for');
    expect((await session.moveItem(id, 'closeVote')).status).toBe(200);

    expect(await session.read(hanh)).toMatchObject({ kept: 0, agenda: [{ body: { id: ONE } }, {}] });
    expect(await session.read(nam)).toMatchObject({ kept: 1, agenda: [{ body: { id: 'tinh-minh-hoa-02' } }] });
    expect((await as(nam, 'GET', COUNCIL)).body.sessions).toMatchObject([{ items: 1 }]);
    expect((await as(nam, 'GET', `${ROUND}/files/${file}`)).status).toBe(404);
    const seen = await inTransactionAs(server.context, nam.account, server.clock.now(), async (db) =>
      sql`SELECT body_id FROM council_item WHERE body_id = ${ONE} UNION ALL SELECT item_id::text FROM council_vote
        UNION ALL SELECT act FROM audit WHERE act IN ('council.vote', 'council.moveItem')`.execute(db),
    );
    expect(seen.rows).toEqual([]);
    for (const document of ['papers', 'ballots', 'minutes']) {
      const copy = (await as(nam, 'GET', `${session.url}/documents/${document}`)).body as string;
      expect(copy).toContain('Tỉnh Minh họa 02');
      expect(copy).toContain('Bản này không thể hiện 1 nội dung');
      expect(copy).not.toContain('Tỉnh Minh họa 01');
      expect((await as(hanh, 'GET', `${session.url}/documents/${document}`)).body).toContain('Tỉnh Minh họa 01');
    }
    for (const person of [dung, hanh, nam, khanh]) expect((await as(person, 'GET', `${session.url}/documents/minutes`)).body).toContain('DỰ THẢO');
  });

  it('tells in its minutes what it concluded itself; what was put off is not taken up once another session has concluded on it', async () => {
    const { dung, hanh } = world.people;
    const item = await contested();
    const held = async () => {
      const session = await drafted([item]);
      await session.move('convene');
      await session.change(presence({ [hanh.account]: 'present', [nam.account]: 'present' }));
      await session.move('open');
      const [{ id }] = (await session.read()).agenda;
      const conclude = async (reason: string) => {
        for (const member of [hanh, nam]) await session.vote(member, id, 'for');
        await session.moveItem(id, 'closeVote');
        expect((await session.conclude(id, reason)).status).toBe(201);
        expect((await session.move('conclude')).status).toBe(200);
      };
      return { ...session, item: id as string, conclude };
    };
    const first = await held();
    await first.moveItem(first.item, 'putOff');
    const second = await held();
    await second.conclude('Đã có văn bản (minh họa)');
    expect(whyOf(await first.moveItem(first.item, 'takeUp'))).toEqual([409, 'concludedElsewhere']);
    // The council comes back to it.
    const third = await drafted([item]);
    const targets = [{ kind: 'item', id: item, changes: { 'answer.yes': false } }];
    const values = { proposal: 'other', words: 'Văn bản hết hiệu lực (minh họa)', targets };
    await third.change(({ agenda: [one] }: ReturnType<typeof JSON.parse>) => ({ agenda: [{ ...one, ...values }] }));
    await third.move('convene');
    await third.change(presence({ [hanh.account]: 'present', [nam.account]: 'present' }));
    await third.move('open');
    const [{ id }] = (await third.read()).agenda;
    for (const member of [hanh, nam]) await third.vote(member, id, 'for');
    await third.moveItem(id, 'closeVote');
    expect((await third.conclude(id, 'Văn bản đã bị thay thế (minh họa)')).body.agenda[0].now.points).toBe('0/1');
    const minutes = (await as(dung, 'GET', `${second.url}/documents/minutes`)).body as string;
    expect(minutes).toContain('Lý do: Đã có văn bản (minh họa).');
    expect(minutes).not.toContain('bị thay thế');
    expect(minutes).not.toMatch(/giữ kết quả tự chấm, 0,00/);
  });

  it('is not drafted once the round is closed, though it was open when that was asked', async () => {
    const { dung } = world.people;
    const { owner } = server;
    await owner.query('BEGIN');
    await owner.query(`SELECT pg_advisory_xact_lock(app.plan_key($1)), state FROM round WHERE id = $1 FOR UPDATE`, [world.round]);
    const plan = { way: 'meeting', startsAt: null, place: null, chair: null, secretary: null };
    const asked = as(dung, 'POST', COUNCIL, { id: randomUUID(), ...plan });
    const waits = `SELECT count(*)::int AS n FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
    await expect.poll(async () => (await owner.query(waits)).rows[0].n).toBe(1);
    await owner.query(`UPDATE round SET state = 'closed', closed_at = now() WHERE id = $1`, [world.round]);
    await owner.query('COMMIT');
    expect(await asked).toMatchObject({ status: 409, body: { code: 'notNow' } });
  });
});
