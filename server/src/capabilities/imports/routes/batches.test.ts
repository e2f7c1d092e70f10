import { randomUUID } from 'node:crypto';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordAuditedTables } from '../../../audit/record-audited-tables.ts';
import { sealAll } from '../../../audit/testing/seal-all.ts';
import { inBackground } from '../../../db/background.ts';
import { writeLists } from '../../../documents/xlsx.ts';
import { KINDS } from '../../../file-inspection/kinds.ts';
import { adoptInStory, SMALL_CASES, smallDocument } from '../../../testing/small-edition.ts';
import { startTestServer, type TestServer } from '../../../testing/test-server.ts';
import { ask, change, makeWorld, type World } from '../../../testing/world.ts';
import type { Finding } from '../../audit-trail/findings.ts';
import { verifyDatabase } from '../../audit-trail/verify.ts';

const ROUND = '/api/rounds/minh-hoa-2022';
const SHEET = `${ROUND}/sheets/tinh-minh-hoa-01`;
const SOURCE = 'Cục Thống kê Minh họa';

let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startTestServer('2023-01-15T02:00:00Z');
  world = await makeWorld(server);
  await inBackground(server.owner, 'BEGIN', (db) => recordAuditedTables({ db, account: null, membership: null, receivedAt: server.clock.now() }));
  await server.owner.query(
    `INSERT INTO body_attribute (body_id, attribute, position, value) VALUES ('tinh-minh-hoa-01', 'code', 0, '01'), ('tinh-minh-hoa-02', 'code', 0, '02')`,
  );
});
afterAll(async () => {
  expect(server.logged).toEqual([]);
  await server.close();
});

async function send(
  content: string | Uint8Array,
  query: Record<string, string> = {},
  who: 'dung' | 'an' = 'dung',
  type = typeof content === 'string' ? 'text/csv; charset=utf-8' : KINDS.xlsx.mediaType,
) {
  const response = await server.app.inject({
    method: 'POST',
    url: `${ROUND}/deliveries/files?${new URLSearchParams(query)}`,
    headers: { cookie: `parindex_session=${world.people[who].token}`, 'content-type': type },
    payload: Buffer.from(content),
  });
  return { status: response.statusCode, body: response.json() };
}

const look = async (id: string) => (await ask(server, world.people.dung, 'GET', `${ROUND}/deliveries/${id}`)).body;

async function agree(id: string, more: object = {}) {
  const { preview } = await look(id);
  return ask(server, world.people.dung, 'POST', `${ROUND}/deliveries/${id}/agreement`, { id: randomUUID(), digest: preview.digest, ...more });
}

const figure = async (id: string, body = 'tinh-minh-hoa-01') => {
  const sheet = (await ask(server, world.people.dung, 'GET', `${ROUND}/sheets/${body}`)).body;
  return sheet.figures.find((one: { id: string }) => one.id === id)?.stages.claimed?.fields;
};
const pointsOf = async (code: string) =>
  (await ask(server, world.people.dung, 'GET', SHEET)).body.columns.claimed.items.find((one: { code: string }) => one.code === code)?.points;

const csv = (...lines: string[]) => ['Cơ quan;Số liệu;Nhóm trả lời;Giá trị;Số phiếu;Nguồn;Ngày của số liệu;Kỳ số liệu', ...lines].join('\r\n');

describe('figures from elsewhere', () => {
  let first: string;

  it('[F18] [F110] come as a file, are seen before they are written, and every row that is not taken says why', async () => {
    const file = csv(
      `01;newEnterprises;;1.234,5;;${SOURCE};31/12/2022;Sơ bộ`,
      `Tỉnh Minh họa 01;newEnterprisesLastYear;;1200;;${SOURCE};31/12/2022;Sơ bộ`,
      `tinh minh hoa 01;newEnterprises;;1320;;${SOURCE};31/12/2022;Sơ bộ`,
      `minh hoa 02;newEnterprises;;1.320;;${SOURCE};2022-12-31;Sơ bộ`,
      `99;newEnterprises;;5;;${SOURCE};31/12/2022;`,
      `02;khong-co;;5;;${SOURCE};31/12/2022;`,
      `02;budgetRevenue;;1.234;;${SOURCE};31/12/2022;`,
      `02;budgetRevenue;;;;${SOURCE};31/12/2022;`,
      `02;sipas;;75,03;620;${SOURCE};31/12/2022;`,
      `02;leadersDynamism;;80%;20;${SOURCE};31/12/2022;`,
      `01;sipas;;75,03%;620;${SOURCE};31/12/2022;Công bố`,
      `01;budgetRevenue;;10;;${SOURCE};31/12/2024;`,
    );
    const { status, body } = await send(file, { name: 'số liệu.csv', by: 'page' });
    expect([status, body.known, body.state]).toEqual([201, false, 'pending']);
    first = body.id;
    const { preview } = await look(first);
    expect(preview.refused.map(({ place, code }: { place: string; code: string }) => [place, code])).toEqual([
      ['D2', 'notWhole'],
      ['A6', 'bodyUnknown'],
      ['B7', 'figureUnknown'],
      ['D8', 'twoReadings'],
      ['D10', 'notAShare'],
      ['C11', 'groupMissing'],
      ['G13', 'dateAhead'],
    ]);
    expect(preview.blank).toBe(1);
    expect(preview.rows.map(({ body: { id }, name, outcome, after }: never) => [id, name, outcome, (after as { value: string }).value])).toEqual([
      ['tinh-minh-hoa-01', 'Số doanh nghiệp thành lập mới năm trước liền kề', 'change', '1200'],
      ['tinh-minh-hoa-01', 'Số doanh nghiệp thành lập mới trong năm đánh giá', 'change', '1320'],
      ['tinh-minh-hoa-02', 'Số doanh nghiệp thành lập mới trong năm đánh giá', 'change', '1320'],
      ['tinh-minh-hoa-01', expect.any(String), 'change', '0.7503'],
    ]);
    // 1,320 of 1,200 is 110 %: the whole point; and 75.03 % of ten.
    expect(preview.moved).toEqual([
      expect.objectContaining({
        body: { id: 'tinh-minh-hoa-01', name: 'Tỉnh Minh họa 01' },
        items: [
          { code: expect.stringMatching(/^8\.1/), before: '0/1', after: '7503/1000' },
          { code: '8.2.2', before: '0/1', after: '1/1' },
        ],
      }),
    ]);
    expect([await figure('newEnterprises'), await pointsOf('8.2.2')]).toEqual([undefined, '0/1']);
  });

  it('[F110] are written when an owner agrees to just what was seen, as entries with their source, and once', async () => {
    const { preview } = await look(first);
    const said = { id: randomUUID(), digest: preview.digest };
    const url = `${ROUND}/deliveries/${first}/agreement`;
    expect((await ask(server, world.people.dung, 'POST', url, { ...said, digest: 'f'.repeat(64) })).body.code).toBe('staleVersion');
    expect((await ask(server, world.people.dung, 'POST', url, said)).body.state).toBe('written');
    const again = await ask(server, world.people.dung, 'POST', url, said);
    expect([again.status, again.body.writings.length]).toEqual([201, 1]);
    expect(await figure('newEnterprises')).toEqual({ value: '1320', source: SOURCE, date: '2022-12-31', vintage: 'Sơ bộ' });
    expect(await pointsOf('8.2.2')).toBe('1/1');
    const history = (await ask(server, world.people.an, 'GET', `${SHEET}/entries?figure=newEnterprises`)).body.items;
    expect(history.map(({ origin, act, actor }: never) => [origin, act, (actor as { name: string }).name])).toEqual([
      ['statistic', 'declare', 'Phạm Văn Dũng'],
    ]);
    const means = (await ask(server, world.people.dung, 'GET', `${SHEET}/estimates`)).body.items;
    expect(means).toEqual([
      expect.objectContaining({ question: 'sipas', mean: '0.7503', answers: '620', vintage: 'Công bố', date: '2022-12-31', stands: true }),
    ]);
    // The body's own are sealed until an owner releases them, and nothing of the delivery is for it: that is of all bodies.
    expect((await ask(server, world.people.an, 'GET', `${SHEET}/estimates`)).body.items).toEqual([]);
    expect((await ask(server, world.people.an, 'GET', `${ROUND}/deliveries/${first}`)).status).toBe(403);
    expect((await ask(server, world.people.chi, 'GET', `${ROUND}/sheets/tinh-minh-hoa-02/estimates`)).body.items).toEqual([]);
  });

  it('[F18] [F111] the same again is the delivery that it was; a later vintage is a new entry; an earlier one lies over nothing unless it is chosen', async () => {
    const row = (value: string, date: string, vintage: string) => csv(`01;newEnterprises;;${value};;${SOURCE};${date};${vintage}`);
    const later = await send(row('1260', '10/01/2023', 'Chính thức'));
    expect((await send(row('1260', '10/01/2023', 'Chính thức'))).body).toEqual({ id: later.body.id, state: 'pending', known: true });
    const shown = (await look(later.body.id)).preview;
    expect(shown.rows[0]).toMatchObject({ outcome: 'change', before: { value: '1320', vintage: 'Sơ bộ', own: false }, after: { value: '1260' } });
    expect(shown.moved[0].items).toEqual([{ code: '8.2.2', before: '1/1', after: '1/2' }]);
    // Two who agree at once have seen the same; it is written once.
    const both = await Promise.all([agree(later.body.id), agree(later.body.id)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect(await figure('newEnterprises')).toMatchObject({ value: '1260', vintage: 'Chính thức' });

    // The same as a workbook says the same, and late news is told to be late.
    const columns = ['body', 'figure', 'value', 'source', 'date', 'vintage'].map((head) => ({ head, width: 10 }));
    const sheet = await writeLists([{ name: 'Số liệu', about: [], columns, rows: [{ cells: ['01', 'newEnterprises', 1300, SOURCE, '05/01/2023', 'Ước'] }] }]);
    const late = (await send(sheet)).body.id;
    expect((await look(late)).preview.rows[0]).toMatchObject({ place: 'Số liệu!2', outcome: 'older' });
    expect((await agree(late)).body.code).toBe('notNow');
    expect((await agree(late, { chosen: [2] })).body.faults[0].path).toBe('/reason');
    expect((await agree(late, { chosen: [2], reason: 'Theo công văn đính chính (minh họa)' })).status).toBe(201);
    expect(await figure('newEnterprises')).toMatchObject({ value: '1300', vintage: 'Ước' });
    const [entry] = (await ask(server, world.people.an, 'GET', `${SHEET}/entries?figure=newEnterprises`)).body.items;
    expect(entry.reason).toEqual({ code: 'older', text: 'Theo công văn đính chính (minh họa)' });
  });

  it('[F18] what a body has declared itself is a conflict, what is frozen or out of its time is refused by name', async () => {
    const { an, dung, binh } = world.people;
    const seq = async () => (await ask(server, an, 'GET', SHEET)).body.seq;
    await ask(server, an, 'POST', `${SHEET}/entries`, { entries: [change({ figure: 'budgetRevenue' }, await seq(), { value: '900' })] });
    const rows = [
      { body: 'tinh-minh-hoa-01', figure: 'budgetRevenue', value: '950' },
      { body: '02', figure: 'budgetRevenue', value: 800 },
      { body: '02', figure: 'planTasksDone', value: 40 },
    ];
    const sent = await ask(server, dung, 'POST', `${ROUND}/deliveries`, { source: SOURCE, date: '2023-01-05', rows });
    expect(sent.status).toBe(201);
    const outcomes = async () => {
      const { preview } = await look(sent.body.id);
      return [
        ...preview.rows.map(({ place, outcome }: never) => `${place} ${outcome}`),
        ...preview.refused.map(({ place, code }: never) => `${place} ✗ ${code}`),
      ];
    };
    expect(await outcomes()).toEqual(['/rows/0 bodysOwn', '/rows/1 change', '/rows/2 change']);
    await server.owner.query(`UPDATE participant SET state = 'sent' WHERE body_id = 'tinh-minh-hoa-01'`);
    server.clock.set('2023-02-05T02:00:00Z');
    expect(await outcomes()).toEqual(['/rows/1 change', '/rows/0 ✗ sheetSent', '/rows/2 ✗ stepClosed']);
    expect((await agree(sent.body.id)).status).toBe(201);
    expect([await figure('budgetRevenue'), await figure('budgetRevenue', 'tinh-minh-hoa-02')]).toEqual([
      { value: '900' },
      expect.objectContaining({ value: '800' }),
    ]);
    await server.owner.query(`UPDATE participant SET state = 'open' WHERE body_id = 'tinh-minh-hoa-01'`);
    // What was held back is written by agreeing once more.
    expect(
      (await agree(sent.body.id, { chosen: [0], reason: 'Số liệu chính thức (minh họa)' })).body.writings.map(({ rows }: never) => (rows as []).length),
    ).toEqual([1, 1]);
    expect(await figure('budgetRevenue')).toMatchObject({ value: '950' });
    // A mean stands beside the sheet: it comes when the sheet has long been sent.
    const mean = await send(csv(`02;sipas;;80,1%;500;${SOURCE};01/02/2023;`));
    await server.owner.query(`UPDATE participant SET state = 'sent' WHERE body_id = 'tinh-minh-hoa-02'`);
    expect((await agree(mean.body.id)).status).toBe(201);
    expect(
      (
        await ask(server, binh, 'POST', `${SHEET}/entries`, {
          origin: 'statistic',
          entries: [change({ figure: 'budgetRevenue' }, await seq(), { value: '1' })],
        })
      ).status,
    ).toBe(422);
    server.clock.set('2023-01-15T02:00:00Z');
  });

  it('[F111] a program brings them by a key that may write; nobody but an owner of the round brings any', async () => {
    const { dung, an } = world.people;
    await server.owner.query(`UPDATE credential SET totp_secret = 'x', totp_confirmed_at = now() WHERE account_id = $1`, [dung.account]);
    const key = async (scopes: string[]) =>
      (await ask(server, dung, 'POST', '/api/me/tokens', { name: 'Hệ thống thống kê (minh họa)', scopes, expiresAt: '2023-06-01T00:00:00Z' })).body.token;
    const bring = (token: string, value: number) =>
      server.app.inject({
        method: 'POST',
        url: `${ROUND}/deliveries`,
        headers: { authorization: `Bearer ${token}` },
        payload: { source: SOURCE, date: '2023-01-06', rows: [{ body: '02', figure: 'grdpGrowth', value }] },
      });
    expect([(await bring(await key(['read']), 7)).statusCode, (await bring(await key(['read', 'write']), 7)).statusCode]).toEqual([403, 201]);
    expect((await send(csv('01;sipas;;1;1;x;2022-12-31;'), {}, 'an')).status).toBe(403);
    expect((await ask(server, an, 'POST', `${ROUND}/deliveries`, { rows: [{ body: '01', figure: 'sipas', value: 1 }] })).status).toBe(403);
  });

  it('[F110] what is no table is refused whole, with its reason; the form that is downloaded comes back as it is', async () => {
    const latin = await send(Buffer.from('body,figure,value\nT\u00ean,x,1', 'latin1'), {}, 'dung', 'text/csv');
    expect(latin.status).toBe(400);
    const reasons = async (text: string) => (await send(text)).body.detail;
    expect(await reasons('Cơ quan,Số liệu,Ngay thang,Giá trị\n01,x,1,1')).toBe(
      '1: Cột C có tiêu đề “Ngay thang”, không phải cột nào của mẫu. Hãy sửa tên cột hoặc bỏ cột.',
    );
    expect(await reasons('Cơ quan,Số liệu\n01,x')).toBe('1: Thiếu cột “Giá trị”.');
    const formula = await send(Buffer.from('PK not a workbook'));
    expect(formula.status).toBe(400);
    for (const as of ['csv', 'xlsx'] as const) {
      const form = await server.app.inject({ url: `${ROUND}/deliveries/form?as=${as}`, headers: { cookie: `parindex_session=${world.people.dung.token}` } });
      const bytes = form.rawPayload;
      if (as === 'xlsx') {
        const rows = (await readXlsx(bytes)).sheets[0]?.rows ?? [];
        expect(rows.length).toBeGreaterThan(3 * 10);
        // Bodies, figures and groups are called by their names alone: no key of the program, "tinh-minh-hoa-01" or "leadersDynamism".
        const keys = rows.flatMap((row) => row.map(String)).filter((text) => /^[a-z]+(?:[A-Z][a-z]*)+$|^[a-z]+(?:-[a-z0-9]+)+$/.test(text));
        expect([rows[0]?.slice(0, 3), keys]).toEqual([['Cơ quan', 'Số liệu', 'Nhóm trả lời'], []]);
      }
      const back = await send(as === 'csv' ? bytes.toString('utf8') : bytes);
      const { preview } = await look(back.body.id);
      expect([back.status, preview.rows, preview.refused, preview.blank > 90]).toEqual([as === 'csv' ? 201 : 200, [], [], true]);
    }
    // Each row of the form says of which body and figure it is; and a form of before, with ids and names beside them, is still read.
    const form = await server.app.inject({ url: `${ROUND}/deliveries/form?as=csv`, headers: { cookie: `parindex_session=${world.people.dung.token}` } });
    const filled = form.payload.replaceAll(/,,,,,(?=\r?\n)/g, `,,,${SOURCE},31/12/2021,`).replaceAll(/,,(?=,Cục)/g, ',50%,100');
    const all = await look((await send(filled)).body.id);
    expect(all.preview.refused.filter(({ code }: { code: string }) => /^(body|figure|group|item)/.test(code))).toEqual([]);
    const old = ['Cơ quan;Tên cơ quan;Số liệu;Tên số liệu;Nhóm trả lời;Giá trị;Số phiếu;Nguồn;Ngày của số liệu;Kỳ số liệu'];
    old.push(`tinh-minh-hoa-02;Tỉnh Minh họa 02;leadersDynamism;Câu hỏi;councillors;80%;20;${SOURCE};31/12/2021;`);
    const read = await look((await send(old.join('\r\n'))).body.id);
    expect([read.preview.refused, read.preview.rows.length]).toEqual([[], 1]);
  });

  it('[F109] figures of a round of one’s own are added up, with every part, and with who is missing', async () => {
    const { owner, clock } = server;
    const { an, binh, chi } = world.people;
    const edition = await adoptInStory(server, { document: smallDocument('xa-minh-hoa'), cases: SMALL_CASES });
    await owner.query(
      `INSERT INTO round (id, owner_body, year, title, edition_id, state, created_at, opened_at) VALUES ('xa-2022', 'tinh-minh-hoa-01', 2022, 'Kỳ minh họa cấp xã 2022', $1, 'open', $2, $2)`,
      [edition, clock.now()],
    );
    await owner.query(`INSERT INTO round_step (round_id, step, opens, closes) VALUES ('xa-2022', 'selfAssessment', '2023-01-01', '2023-06-01')`);
    const communes = ['xa-minh-hoa-1', 'xa-minh-hoa-2', 'xa-minh-hoa-3'];
    for (const [position, id] of communes.entries()) {
      await owner.query(`INSERT INTO body (id, kind) VALUES ($1, 'commune')`, [id]);
      await owner.query(`INSERT INTO body_name (body_id, position, full_name, short_name, sort_name, search_key) VALUES ($1, 0, $2, $2, $2, $2)`, [
        id,
        `Xã Minh họa ${position + 1}`,
      ]);
      await owner.query(`INSERT INTO participant (round_id, body_id, position, block) VALUES ('xa-2022', $1, $2, 'Miền núi')`, [id, position]);
      await owner.query(`INSERT INTO membership (account_id, body_id, role, from_date, granted_at) VALUES ($1, $2, 'clerk', '2022-01-01', now())`, [
        chi.account,
        id,
      ]);
    }
    const says = (commune: string, base: number, value: string) =>
      ask(server, chi, 'POST', `/api/rounds/xa-2022/sheets/${commune}/entries`, { entries: [change({ figure: 'tasks' }, base, { value })] });
    await says('xa-minh-hoa-1', 0, '12');
    await says('xa-minh-hoa-2', 0, '30');
    const wanted = { figure: 'planTasksAssigned', sourceRound: 'xa-2022', sourceFigure: 'tasks' };
    const preview = async () => (await ask(server, an, 'POST', `${SHEET}/roll-ups/preview`, wanted)).body;
    const seen = await preview();
    expect(seen).toMatchObject({ sum: '42', standing: null, missing: [{ body: 'xa-minh-hoa-3', name: 'Xã Minh họa 3' }], blocks: ['Miền núi'] });
    expect(seen.components.map(({ body, value, seq, before }: never) => [body, value, seq, before])).toEqual([
      ['xa-minh-hoa-1', '12', 1, null],
      ['xa-minh-hoa-2', '30', 1, null],
    ]);
    const make = (more: object) => ask(server, an, 'POST', `${SHEET}/roll-ups`, { ...wanted, id: randomUUID(), base: seen.seq, sum: seen.sum, ...more });
    // Nothing counts as zero: who has no figure is named, and why it is left out.
    expect((await make({})).body.faults[0].path).toBe('/without');
    expect((await make({ without: ['xa-minh-hoa-3'] })).body.faults[0].path).toBe('/reason');
    const without = { without: ['xa-minh-hoa-3'], reason: 'Xã mới thành lập (minh họa)' };
    await says('xa-minh-hoa-1', 1, '13');
    expect((await make(without)).body).toMatchObject({ code: 'staleVersion', sum: '43' });
    const id = randomUUID();
    expect((await make({ ...without, id, sum: '43' })).status).toBe(201);
    expect((await make({ ...without, id, sum: '43' })).body.entries).toEqual([expect.objectContaining({ id, replayed: true })]);
    expect(await figure('planTasksAssigned')).toMatchObject({
      value: '43',
      source: 'Tổng hợp từ 2 cơ quan, đơn vị của “Kỳ minh họa cấp xã 2022”, số liệu “tasks”',
    });
    // What a body has added up is its own word, as what it has typed.
    const official = await send(csv(`01;planTasksAssigned;;50;;${SOURCE};14/01/2023;`));
    expect((await look(official.body.id)).preview.rows[0]).toMatchObject({ outcome: 'bodysOwn', before: { value: '43', own: true } });
    await says('xa-minh-hoa-3', 0, '7');
    expect(await preview()).toMatchObject({ sum: '50', standing: '43', missing: [], components: [{ before: '13' }, { before: '30' }, { before: null }] });
    // The id of an entry that was declared by hand is no roll-up said again.
    const byHand = { id: randomUUID(), figure: wanted.figure, base: (await preview()).seq, changes: { value: 12 } };
    expect((await ask(server, an, 'POST', `${SHEET}/entries`, { entries: [byHand] })).status).toBe(201);
    expect((await make({ id: byHand.id, base: byHand.base, sum: '12' })).body.code).toBe('idReused');

    const made = (await ask(server, world.people.dung, 'GET', `${SHEET}/roll-ups?figure=planTasksAssigned`)).body.items;
    expect(made).toEqual([expect.objectContaining({ entry: id, reason: without.reason, without: [{ body: 'xa-minh-hoa-3', name: 'Xã Minh họa 3' }] })]);
    clock.set('2023-02-05T02:00:00Z');
    expect((await make({ base: (await preview()).seq, sum: '50' })).body.code).toBe('stepClosed');
    clock.set('2023-01-15T02:00:00Z');
    // A round of others is none of one's own, whoever asks.
    expect((await ask(server, chi, 'POST', `${ROUND}/sheets/tinh-minh-hoa-02/roll-ups/preview`, wanted)).body.faults[0].path).toBe('/sourceRound');
    expect((await ask(server, binh, 'POST', `${SHEET}/roll-ups/preview`, { ...wanted, figure: 'khong-co' })).status).toBe(422);
  });

  it('[F18] [F109] the trail holds every delivery, mean and roll-up, and finds one that was changed beside it', async () => {
    const { owner, urls } = server;
    await owner.query(`UPDATE participant SET state = 'open'`);
    await sealAll(server);
    const MINE = new Set(['delivery', 'delivery_writing', 'estimate_entry', 'roll_up']);
    const strays = async () => {
      const found: Finding[] = [];
      await verifyDatabase(urls.owner, {}, { found: (finding) => found.push(finding), purged: () => {} });
      return found.filter(({ register }) => register === undefined || MINE.has(register)).map(({ code, register }) => [code, register]);
    };
    expect(await strays()).toEqual([]);
    await expect(owner.query(`UPDATE estimate_entry SET mean = '0.9'`)).rejects.toThrow(/kept as they were written/);
    await owner.query(`ALTER TABLE estimate_entry DISABLE TRIGGER append_only`);
    await owner.query(`UPDATE estimate_entry SET mean = '0.9' WHERE body_id = 'tinh-minh-hoa-01'`);
    // That the trigger stands still is found as well.
    expect((await strays()).map(([code, register]) => register ?? code)).toEqual(['definitionChanged', 'estimate_entry']);
  });
});
