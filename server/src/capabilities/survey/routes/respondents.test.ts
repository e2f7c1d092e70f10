import { randomUUID } from 'node:crypto';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeLists } from '../../../documents/xlsx.ts';
import { KINDS } from '../../../file-inspection/kinds.ts';
import { startTestServer, type TestServer } from '../../../testing/test-server.ts';
import { ask, makeWorld, type PersonName, type World } from '../../../testing/world.ts';
import { confirming, confirmingCopy } from '../testing/confirming.ts';
import { addQuestionnaires, addSurveyStep, csvOf, HEAD } from '../testing/survey-of-round.ts';

const SURVEY = '/api/rounds/minh-hoa-2022/survey';
const LIST = `${SURVEY}/bodies/tinh-minh-hoa-01/respondents`;
const CONFIRMATION = `${SURVEY}/bodies/tinh-minh-hoa-01/confirmation`;

let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startTestServer('2023-01-10T02:00:00Z');
  world = await makeWorld(server);
  await addQuestionnaires(server, world);
  await addSurveyStep(server, world);
});
afterAll(() => server.close());

const as = (who: PersonName, method: 'GET' | 'POST', url: string, body?: unknown) => ask(server, world.people[who], method, url, body);

interface Told {
  readonly code: string;
  readonly line: number | null;
  readonly place: string | null;
  readonly message: string;
}

async function bring(who: PersonName, bytes: Buffer, { url = LIST, query = '', type = 'text/csv' } = {}) {
  const answer = await server.app.inject({
    method: 'POST',
    url: `${url}${query}`,
    headers: { cookie: `parindex_session=${world.people[who].token}`, 'content-type': type },
    payload: bytes,
  });
  return { status: answer.statusCode, body: answer.json() };
}

const line = (n: number, name: string, phone: string, mail = '', group = 'Đại biểu HĐND cấp tỉnh') =>
  `${n};${name};Trưởng ban;Ban Minh họa;${group};${phone};${mail}`;
let councillors: string;
const good = (n: number) =>
  line(n, `Nguyễn Minh Họa ${String.fromCharCode(64 + n)}`, `09120000${String(n).padStart(2, '0')}`, `minh-hoa-${n}@minh-hoa.example`, councillors);
const listed = async (who: PersonName) => (await as(who, 'GET', LIST)).body;

describe('[F57] a body lists whom the survey asks', () => {
  it('not before the survey is opened, and not for another body', async () => {
    expect((await bring('an', csvOf())).body).toMatchObject({ code: 'notNow' });
    expect((await as('dung', 'POST', SURVEY, {})).status).toBe(201);
    councillors = (await as('an', 'GET', SURVEY)).body.groups.find(({ id }: { id: string }) => id === 'councillors').title;
    for (const who of ['chi', 'giang', 'hanh', 'khanh', 'dung'] as const) expect([who, (await bring(who, csvOf(good(1)))).status]).toEqual([who, 403]);
    for (const who of ['chi', 'giang', 'hanh', 'khanh'] as const) expect([who, (await as(who, 'GET', LIST)).status]).toEqual([who, 403]);
  });

  it('every line of a faulty list is named, and nothing of it is kept', async () => {
    const faulty = csvOf(
      line(1, 'Nguyễn Minh Họa A', '0912 000 001', '', councillors),
      line(2, '', '0912000002', '', councillors),
      line(3, 'Nguyễn Minh Họa C', '01683332222', '', councillors),
      line(4, 'Nguyễn Minh Họa D', '', 'khong-phai-thu', councillors),
      line(5, 'Nguyễn Minh Họa E', '0912000005', '', 'Nhóm không có'),
      line(6, '=HYPERLINK("http://minh-hoa.example")', '0912000006', '', councillors),
      line(7, 'Nguyễn Minh Họa G', '+84912000001', '', councillors),
    );
    const preview = await bring('an', faulty, { query: '?preview=true' });
    expect(preview.status).toBe(200);
    expect(preview.body.faults.map(({ line: at, code }: Told) => [at, code])).toEqual([
      [3, 'nameEmpty'],
      [4, 'formerPhone'],
      [5, 'badMail'],
      [6, 'groupUnknown'],
      [7, 'formulaCell'],
      [8, 'phoneTwice'],
    ]);
    expect(preview.body.faults[1]).toMatchObject({ place: 'Dòng 4, cột “Điện thoại”', column: 'phone' });
    expect(preview.body.groups).toEqual([{ group: 'councillors', count: 1 }]);
    const refused = await bring('an', faulty);
    expect(refused).toMatchObject({ status: 422, body: { code: 'faulty' } });
    expect(refused.body.faults.length).toBe(6);
    expect((await listed('an')).items).toEqual([]);
    expect((await server.owner.query(`SELECT FROM audit WHERE act = 'respondents.bring'`)).rowCount).toBe(0);
  });

  it('a list without faults is taken whole, in its order, by whatever way it was written; the trail has no name of it', async () => {
    const sent = await bring('an', csvOf(good(1), good(2), good(3)));
    expect(sent).toMatchObject({ status: 201, body: { groups: [{ group: 'councillors', count: 3 }], faults: [] } });
    const { items, body, confirmation } = await listed('an');
    expect([body.name, confirmation]).toEqual(['Tỉnh Minh họa 01', null]);
    expect(items.map(({ name, phone, group }: Record<string, string>) => [name, phone, group])).toEqual([
      ['Nguyễn Minh Họa A', '+84912000001', 'councillors'],
      ['Nguyễn Minh Họa B', '+84912000002', 'councillors'],
      ['Nguyễn Minh Họa C', '+84912000003', 'councillors'],
    ]);
    // Whoever is there already is a fault of the next list.
    expect((await bring('binh', csvOf(good(3), good(4)))).body.faults.map(({ code, line: at }: Told) => [at, code])).toEqual([
      [2, 'phoneKnown'],
      [2, 'mailKnown'],
      [2, 'personKnown'],
    ]);
    // As a workbook, below a title, without a column of groups.
    const rows = [4, 5].map((n) => ({ cells: [n, `Nguyễn Minh Họa ${String.fromCharCode(64 + n)}`, 'Trưởng ban', `091200000${n}`] }));
    const columns = ['TT', 'Họ tên', 'Chức danh', 'Số điện thoại'].map((head) => ({ head, width: 20, format: '@' }));
    const workbook = Buffer.from(await writeLists([{ name: 'Danh sách', about: ['TỈNH MINH HỌA 01', 'DANH SÁCH LẤY Ý KIẾN'], columns, rows }]));
    const inXlsx = { type: KINDS.xlsx.mediaType, query: '?group=councillors' };
    expect((await bring('an', workbook, inXlsx)).body).toMatchObject({ groups: [{ group: 'councillors', count: 2 }] });
    expect((await bring('an', workbook, { ...inXlsx, query: '?group=khong-co' })).status).toBe(422);
    expect((await bring('an', Buffer.from('%PDF-1.7 …'))).body.code).toBe('unreadable');
    const { rows: told } = await server.owner.query<{ text: string }>(
      `SELECT concat(content, subject, payload_id) AS text FROM audit WHERE act LIKE 'respondents.%'`,
    );
    expect(told.some(({ text }) => /Họa [A-E]|91200/.test(text))).toBe(false);
    const views = await server.owner.query(`SELECT content FROM audit WHERE act = 'respondents.view' AND actor = $1`, [world.people.an.account]);
    expect(views.rows.length).toBeGreaterThan(0);
  });

  it('a list typed in an old font is converted, and told', async () => {
    const old = Buffer.from('Hä vµ tªn;§iÖn tho¹i\r\nNguyÔn V¨n Hïng;0912000031\r\nTrÇn ThÞ HuÖ;0912000032\r\n', 'latin1');
    const preview = await bring('an', old, { query: '?preview=true&group=councillors' });
    expect(preview.body).toMatchObject({ faults: [], groups: [{ group: 'councillors', count: 2 }] });
    expect(preview.body.notices.map(({ line: at, code }: Told) => [at, code])).toContainEqual([2, 'converted']);
    expect(preview.body.notices[1].message).toContain('Nguyễn Văn Hùng');
  });

  it('[F67] a body sees how many have answered only where that does not tell who', async () => {
    const own = async (who: PersonName) => (await as(who, 'GET', SURVEY)).body.bodies[0].groups;
    expect(await own('an')).toEqual([{ group: 'councillors', listed: 5, invited: 0, answered: 0 }]);
    const [first] = (await listed('an')).items;
    await server.owner.query(`UPDATE respondents.respondent SET replaced_by = id, replaced_reason = 'retired' WHERE id = $1`, [first.id]);
    expect(await own('an')).toEqual([{ group: 'councillors', listed: 4, invited: 0, answered: null }]);
    expect((await own('dung')).at(0)).toMatchObject({ listed: 4, answered: 0 });
    expect((await own('khanh')).at(0)).toMatchObject({ listed: 4, answered: 0 });
    await server.owner.query(`UPDATE respondents.respondent SET replaced_by = NULL, replaced_reason = NULL WHERE id = $1`, [first.id]);
  });

  it('the body stands for its list by a document; from then on people are only replaced', async () => {
    const signed = confirming(server, CONFIRMATION);
    const document = { number: '12/BC-UBND', date: '2023-01-10' };
    const id = randomUUID();
    expect((await signed(world.people.chi, document)).status).toBe(403);
    // A text is no signed document, whatever it is called; nor is one without a file.
    expect((await signed(world.people.binh, document, { bytes: Buffer.from('Văn bản minh họa'), name: 'xac-nhan.txt' })).body.code).toBe('fileRefused');
    expect((await signed(world.people.binh, document, { bytes: Buffer.from('không phải PDF') })).body.code).toBe('fileRefused');
    // The document that they sign names the list as it is, and how nobody on it is reached.
    const asked = await server.app.inject({ method: 'GET', url: CONFIRMATION, headers: { cookie: `parindex_session=${world.people.an.token}` } });
    expect(asked.payload).toContain('xác nhận danh sách người được lấy ý kiến');
    expect(asked.payload).toContain('gồm 5 người');
    expect(asked.payload).not.toMatch(/0912|@minh-hoa/);
    expect((await as('chi', 'GET', CONFIRMATION)).status).toBe(403);
    // Somebody else changed the list since they looked.
    expect((await signed(world.people.binh, { ...document, version: '4' }, { id })).body.code).toBe('staleVersion');
    expect((await signed(world.people.binh, document, { id })).status).toBe(204);
    expect((await signed(world.people.binh, document, { id })).status).toBe(204);
    expect((await signed(world.people.binh, document)).body.code).toBe('alreadyThere');
    expect((await signed(world.people.binh, { ...document, number: '13/BC-UBND' })).body.code).toBe('alreadyThere');
    const { confirmation } = await listed('dung');
    expect(confirmation).toMatchObject({ number: '12/BC-UBND', date: '2023-01-10', confirmedBy: { name: 'Trần Thị Bình' }, holds: true, listed: 5 });
    expect(confirmation.file).toEqual({ id, name: 'xac-nhan.pdf' });
    expect(confirmation.hash).toMatch(/^[0-9a-f]{64}$/);
    // Its copy is read by the body, by whoever leads or audits the survey, and by no other body.
    const copy = (who: PersonName) =>
      server.app.inject({ method: 'GET', url: `/api/rounds/minh-hoa-2022/files/${id}`, headers: { cookie: `parindex_session=${world.people[who].token}` } });
    for (const who of ['an', 'binh', 'dung', 'khanh'] as const) expect([who, (await copy(who)).rawPayload.subarray(0, 5).toString()]).toEqual([who, '%PDF-']);
    expect((await copy('chi')).statusCode).toBe(404);
    expect((await bring('an', csvOf(good(6)))).body.code).toBe('notNow');
    const { rows } = await server.owner.query(`SELECT content FROM audit WHERE act = 'respondents.confirm'`);
    expect(rows).toEqual([{ content: { ...document, file: id, groups: { councillors: 5 }, hash: confirmation.hash } }]);
  });

  it('somebody is replaced for a declared reason, by somebody of the same unit who is not listed; once links are made by the owner alone', async () => {
    const before = (await listed('an')).items;
    const [first, second] = ['A', 'B'].map((letter) => before.find(({ name }: { name: string }) => name.endsWith(letter)));
    const next = { id: randomUUID(), reason: 'retired', name: 'Lê Minh Họa', position: 'Phó Trưởng ban', unit: 'Ban Minh họa', phone: '0912000099' };
    const place = (who: PersonName, of: string, body: object) => as(who, 'POST', `${LIST}/${of}/replacement`, body);
    expect((await place('an', first.id, { ...next, phone: '123' })).body.faults[0]).toMatchObject({ path: '/phone', code: 'badPhone' });
    expect((await place('an', first.id, { ...next, reason: 'refused' })).body).toMatchObject({ code: 'notNow', codes: ['reasonNotDeclared'] });
    expect((await place('an', first.id, { ...next, phone: '0912000003' })).body.codes).toEqual(['alreadyChosen']);
    expect((await place('an', first.id, { ...next, unit: 'Ban khác' })).body.codes).toEqual(['otherUnit']);
    expect((await place('an', first.id, next)).status).toBe(204);
    expect((await place('an', first.id, next)).status).toBe(204);
    expect((await place('an', first.id, { ...next, id: randomUUID(), phone: '0912000098' })).body.codes).toContain('alreadyReplaced');
    const items = (await listed('an')).items;
    expect(items.find(({ id }: { id: string }) => id === first.id)).toMatchObject({ replacedBy: next.id, replacedReason: 'retired' });
    // The document confirmed another list: no links before the one that stands now is confirmed.
    const former = (await listed('an')).confirmation;
    expect(former).toMatchObject({ holds: false, number: '12/BC-UBND', listed: 5 });
    const links = () => as('dung', 'POST', `${SURVEY}/links`, { body: 'tinh-minh-hoa-01' });
    expect((await links()).body.code).toBe('notNow');
    expect((await bring('an', csvOf(good(6)))).body.code).toBe('notNow');
    const signed = confirming(server, CONFIRMATION);
    expect((await signed(world.people.binh, { number: '12/BC-UBND', date: '2023-01-10' })).body.code).toBe('alreadyThere');
    // Nor is it another document by another number alone.
    expect((await signed(world.people.binh, { number: '14/BC-UBND', date: '2023-01-10' })).body.code).toBe('alreadyThere');
    server.clock.pass(1_000);
    expect((await signed(world.people.binh, { number: '14/BC-UBND', date: '2023-01-10' }, { bytes: confirmingCopy('14') })).status).toBe(204);
    const now = (await listed('an')).confirmation;
    expect(now).toMatchObject({ holds: true, number: '14/BC-UBND', listed: 5 });
    expect(now.hash).not.toBe(former.hash);
    expect((await links()).status).toBe(200);
    const other = { ...next, id: randomUUID(), name: 'Phạm Minh Họa', phone: '0912000097' };
    expect((await place('an', second.id, other)).body).toMatchObject({ code: 'notNow' });
    expect((await place('dung', second.id, other)).status).toBe(204);
    // Of three lists the first one's document is none of the third.
    expect((await signed(world.people.binh, { number: '12/BC-UBND', date: '2023-01-10' }, { bytes: confirmingCopy('16') })).body.code).toBe('alreadyThere');
    expect((await signed(world.people.binh, { number: '16/BC-UBND', date: '2023-01-10' })).body.code).toBe('alreadyThere');
    expect((await as('dung', 'GET', SURVEY)).body.bodies[0].groups).toEqual([{ group: 'councillors', listed: 5, invited: 4, answered: 0 }]);
  });
});

describe('the form', () => {
  it('comes back as it was filled in', async () => {
    const form = await server.app.inject({ method: 'GET', url: `${SURVEY}/form`, headers: { cookie: `parindex_session=${world.people.chi.token}` } });
    const [sheet] = (await readXlsx(form.rawPayload)).sheets;
    expect(sheet?.rows[0]?.slice(0, 7).join(';')).toBe(HEAD);
    const url = `${SURVEY}/bodies/tinh-minh-hoa-02/respondents`;
    expect((await bring('chi', form.rawPayload, { url, type: KINDS.xlsx.mediaType })).body.faults.map(({ code }: Told) => code)).toEqual(['noRespondents']);
  });
});
