import { faultsOfReading, readJson } from '@parindex/core';
import { frameColumns } from '@parindex/core/survey/draw/design';
import { drawSample } from '@parindex/core/survey/draw/draw';
import { readDrawRecord } from '@parindex/core/survey/draw/read-record';
import type { DrawRecord } from '@parindex/core/survey/draw/record';
import { verifyDraw } from '@parindex/core/survey/draw/verify';
import type { FrameLine } from '@parindex/core/survey/frame/cells';
import { readFrame } from '@parindex/core/survey/frame/read';
import { COMMUNE_ROWS, frameOf } from '@parindex/core/survey/frame/testing/small-frame';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeLists } from '../../../documents/xlsx.ts';
import { KINDS } from '../../../file-inspection/kinds.ts';
import { addPerson } from '../../../testing/add-person.ts';
import { startTestServer, type TestServer } from '../../../testing/test-server.ts';
import { ask, makeWorld, type PersonName, type World } from '../../../testing/world.ts';
import { linesOfCsv } from '../sampling/frame-table.ts';
import { DESIGN, frameCsv } from '../testing/drawn-sample.ts';
import { addQuestionnaires, addSurvey } from '../testing/survey-of-round.ts';

const SURVEY = '/api/rounds/minh-hoa-2022/survey';
const DRAWS = `${SURVEY}/draws`;
const SEED = 'Quay số công khai 20/01/2023: 40718';
const EVENT = { what: 'Quay số năm chữ số trước Mặt trận Tổ quốc (minh họa)', place: 'Hội trường Bộ Minh họa' };
const HELD = '2023-01-20T09:00:00+07:00';
const MINUTES = { attended: 'Đại diện Bộ Minh họa, Mặt trận Tổ quốc (minh họa)', minutes: { number: '02/BB-BMH', date: '2023-01-20' } };

let server: TestServer;
let world: World;

beforeAll(async () => {
  server = await startTestServer('2023-01-10T02:00:00Z');
  world = await makeWorld(server);
  await addQuestionnaires(server, world);
});
afterAll(() => server.close());

const as = (who: PersonName, method: 'GET' | 'POST', url: string, body?: unknown) => ask(server, world.people[who], method, url, body);

async function bring(bytes: Buffer, { who = 'dung' as PersonName, type = 'text/csv', name = 'dan-mau.csv' } = {}) {
  const answer = await server.app.inject({
    method: 'POST',
    url: `${SURVEY}/sample-frame?name=${name}`,
    headers: { cookie: `parindex_session=${world.people[who].token}`, 'content-type': type },
    payload: bytes,
  });
  return { status: answer.statusCode, body: answer.json() };
}

async function file(who: PersonName, number: number, name: string): Promise<{ status: number; bytes: Buffer }> {
  const answer = await server.app.inject({ url: `${DRAWS}/${number}/files/${name}`, headers: { cookie: `parindex_session=${world.people[who].token}` } });
  return { status: answer.statusCode, bytes: answer.rawPayload };
}

const placesOf = ({ faults }: { faults: { place: string; line: number; message: string }[] }) => faults.map(({ place, message }) => `${place}: ${message}`);

describe('[F55] the sample of a survey is drawn by a seed that a public act fixes', () => {
  it('takes a design once the survey is open and every fault of it is mended, by line', async () => {
    expect((await as('dung', 'POST', `${SURVEY}/sample-design`, { document: DESIGN })).body.code).toBe('notNow');
    await addSurvey(server.owner, world.round, world.scheme.id, world.people.dung.account, server.clock.now());
    expect((await bring(frameCsv())).body.detail).toContain('Chưa có thiết kế mẫu');
    const faulty = await as('dung', 'POST', `${SURVEY}/sample-design`, {
      document: DESIGN.replace('method: pps', 'method: lot').replace('systematic', 'pps'),
    });
    expect([faulty.status, faulty.body.faults.map(({ line }: { line: number }) => line)]).toEqual([422, [8, 10]]);
    expect((await as('dung', 'POST', `${SURVEY}/sample-design`, { document: 'strata: [' })).status).toBe(400);
    const good = await as('dung', 'POST', `${SURVEY}/sample-design`, { document: DESIGN });
    expect([good.status, good.body.title]).toEqual([201, 'Điều tra người dân (minh họa)']);
    expect(good.body.sentences[0]).toBe('Dàn mẫu được chia tầng theo “Khu vực” (đô thị, nông thôn).');
    expect((await as('dung', 'POST', `${SURVEY}/sample-design`, { document: DESIGN })).status).toBe(200);
  });

  it('takes a frame with no fault alone, and names each by line and column', async () => {
    const [first = [], second = [], ...rest] = COMMUNE_ROWS;
    const faulty = await bring(
      frameCsv([[...first.slice(0, 2), '-3', ...first.slice(3)], first, [...second.slice(0, 3), 'biển', second[4] as string], ...rest]),
    );
    expect(faulty.status).toBe(422);
    expect(placesOf(faulty.body)).toEqual([
      'Dòng 3, cột “Số hộ”: Số hộ không thể là số âm “-3”.',
      'Dòng 4, cột “Mã”: Mã “01.01” đã có ở dòng 3.',
      'Dòng 5, cột “Khu vực”: Thiết kế mẫu không có tầng “biển” (các tầng: đô thị, nông thôn).',
      'Dòng 5, cột “Mã xã”: Đơn vị chọn mẫu “xã 01” thuộc một tầng khác ở dòng 4.',
    ]);
    const few = await bring(frameCsv(COMMUNE_ROWS.filter(([, , , area]) => area === 'đô thị')));
    expect([few.status, few.body.faults[0].message]).toEqual([422, 'Dàn mẫu chỉ có 3 đơn vị chọn được, cỡ mẫu cần 4.']);
    expect((await bring(Buffer.from([0x4d, 0xe3, 0x3b, 0x54, 0xaa, 0x6e]))).body.detail).toContain('UTF-8');
    // Letters of TCVN3 within Unicode.
    const old = await bring(Buffer.from('Mã;Tên;Số hộ;Khu vực;Mã xã\n1;Th«n §¹i Phóc;10;đô thị;a'));
    expect([old.status, old.body.detail]).toEqual([400, expect.stringContaining('bảng mã cũ')]);
    expect((await bring(Buffer.from(''))).status).toBe(400);
    expect((await as('dung', 'GET', DRAWS)).body.frame).toBeNull();
  });

  it('reads a workbook and a CSV of the same lines as the same frame', async () => {
    const workbook = await writeLists([
      {
        ...{ name: 'Dàn mẫu', about: ['DANH SÁCH THÔN (MINH HỌA)'] },
        columns: ['Mã', 'Tên', 'Số hộ', 'Khu vực', 'Mã xã'].map((head) => ({ head, width: 12, format: head === 'Số hộ' ? '0' : '@' })),
        rows: COMMUNE_ROWS.toReversed().map((cells) => ({ cells })),
      },
    ]);
    const byXlsx = await bring(Buffer.from(workbook), { type: KINDS.xlsx.mediaType, name: 'dan-mau.xlsx' });
    expect([byXlsx.status, byXlsx.body.faults]).toEqual([201, undefined]);
    const byCsv = await bring(frameCsv());
    expect([byCsv.status, byCsv.body.hash]).toEqual([201, byXlsx.body.hash]);
    const households = COMMUNE_ROWS.reduce((sum, row) => sum + Number(row[2]), 0);
    expect(byCsv.body).toMatchObject({ clusters: COMMUNE_ROWS.length, households, fileName: 'dan-mau.csv', sample: 4 + 8 + 24 });
    expect(byCsv.body.strata.map(({ stratum, units }: { stratum: string; units: number }) => [stratum, units])).toEqual([
      ['nông thôn', 5],
      ['đô thị', 3],
    ]);
    expect((await bring(frameCsv())).status).toBe(200);
  });

  it('is declared before its act, and takes no seed, no other design and no other frame from then on', async () => {
    const { frame } = (await as('dung', 'GET', DRAWS)).body;
    const declare = (more: object) => as('dung', 'POST', DRAWS, { frame: frame.id, ...EVENT, at: HELD, ...more });
    expect((await declare({ at: '2023-01-10T09:00:00+07:00' })).body.detail).toContain('phải sau thời điểm công bố');
    expect((await declare({ frame: crypto.randomUUID() })).status).toBe(409);
    const declared = await declare({});
    expect([declared.status, declared.body.state, declared.body.number]).toEqual([201, 'declared', 1]);
    expect((await declare({})).status).toBe(200);
    expect((await declare({ place: 'Nơi khác (minh họa)' })).body.code).toBe('alreadyThere');
    expect((await bring(frameCsv(COMMUNE_ROWS.slice(1)))).body.detail).toContain('đã được công bố nên không thay đổi được');
    expect((await as('dung', 'POST', `${SURVEY}/sample-design`, { document: DESIGN.replace('take: 3', 'take: 4') })).status).toBe(409);
    server.clock.set('2023-01-20T01:59:59Z');
    const early = await as('dung', 'POST', `${DRAWS}/1/result`, { seed: SEED, ...MINUTES });
    expect([early.status, early.body.detail]).toEqual([409, expect.stringContaining('Chưa đến thời điểm rút thăm công khai')]);
  });

  it('is drawn once, of two seeds at the same time one', async () => {
    server.clock.set('2023-01-20T02:00:00Z');
    expect((await as('dung', 'GET', DRAWS)).body.draws[0].state).toBe('due');
    const padded = await as('dung', 'POST', `${DRAWS}/1/result`, { seed: ` ${SEED}`, ...MINUTES });
    expect([padded.status, padded.body.faults[0].message]).toEqual([422, 'Số khởi tạo ngẫu nhiên có khoảng trắng ở đầu hoặc cuối.']);
    const seeds = [SEED, 'Số khác: 11111'];
    const both = await Promise.all(seeds.map((seed) => as('dung', 'POST', `${DRAWS}/1/result`, { seed, ...MINUTES })));
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    const { rows } = await server.owner.query('SELECT seed FROM sample_draw_result');
    expect(rows).toEqual([{ seed: seeds[both.findIndex(({ status }) => status === 201)] }]);
    // Said again it is answered as it was.
    expect((await as('dung', 'POST', `${DRAWS}/1/result`, { seed: rows[0].seed, ...MINUTES })).status).toBe(200);
  });

  it('is worked out again from what is downloaded, to the letter', async () => {
    const [drawn] = (await as('khanh', 'GET', DRAWS)).body.draws;
    const [record, frame, design] = [await file('khanh', 1, 'record'), await file('khanh', 1, 'frame'), await file('khanh', 1, 'design')];
    expect([record.status, frame.status, design.bytes.toString()]).toEqual([200, 200, DESIGN]);
    const raw = readJson(record.bytes.toString());
    const faults = faultsOfReading(raw);
    const read = readDrawRecord(raw.value, faults) as DrawRecord;
    expect([faults.list, read.hash, read.frame]).toEqual([[], drawn.result.recordHash, drawn.frame.hash]);
    expect(verifyDraw(read, frameOf(COMMUNE_ROWS, frameColumns(read.design))).differences).toEqual([]);
    const [head, ...lines] = linesOfCsv(frame.bytes.toString().replace('\uFEFF', ''));
    const again = readFrame(head as FrameLine, lines, frameColumns(read.design));
    if (!('frame' in again)) throw new Error(JSON.stringify(again.faults));
    expect(verifyDraw(read, again.frame).differences).toEqual([]);
    const drawnAgain = drawSample(again.frame, read.design, drawn.result.seed);
    expect('record' in drawnAgain && `${JSON.stringify(drawnAgain.record, null, 2)}\n`).toBe(record.bytes.toString());
    const csv = (await file('khanh', 1, 'sample-csv')).bytes.toString();
    expect(csv.split('\r\n')).toHaveLength(read.units.length + 2);
    const [sheet] = (await readXlsx((await file('khanh', 1, 'sample-xlsx')).bytes)).sheets;
    expect(sheet?.rows.length).toBeGreaterThan(read.units.length);
    const first = (await as('khanh', 'GET', `${DRAWS}/1/units?limit=5`)).body;
    expect(first).toMatchObject({
      total: read.units.length,
      items: [{ stage: '“Mã xã”', order: 1, overall: { exact: read.units[0]?.overall } }, {}, {}, {}, {}],
    });
    const next = (await as('khanh', 'GET', `${DRAWS}/1/units?limit=200&after=${first.next}`)).body;
    expect([next.items.length, next.next]).toEqual([read.units.length - 5, null]);
    expect((await as('khanh', 'GET', `${DRAWS}/1/units?after=xx`)).status).toBe(422);
  });

  it('withdrawn with a reason it stays to be seen, beside the one that follows', async () => {
    const url = `${DRAWS}/1/withdrawal`;
    const reason = 'Dàn mẫu thiếu một xã mới thành lập (minh họa)';
    expect((await as('dung', 'POST', url, { reason: ' ' })).status).toBe(422);
    // Whoever entered the seed would else draw until a sample pleases them; the database holds it too.
    expect((await as('dung', 'POST', url, { reason })).body.detail).toContain('người khác của cơ quan chủ trì');
    const other = await addPerson(server, 'chu-tri-hai', 'Phan Văn Trì', 'owner', 'bo-minh-hoa');
    const again = (told: string) => ask(server, other, 'POST', url, { reason: told });
    expect((await again(reason)).status).toBe(204);
    expect((await again(reason)).status).toBe(204);
    expect((await again('Lý do khác')).status).toBe(409);
    expect((await as('dung', 'POST', `${DRAWS}/1/result`, { seed: SEED, ...MINUTES })).body.detail).toBe('Lần chọn mẫu này đã được hủy.');
    const frame = await bring(frameCsv(COMMUNE_ROWS.slice(1)));
    expect(frame.status).toBe(201);
    expect((await as('dung', 'POST', DRAWS, { frame: frame.body.id, ...EVENT, at: '2023-01-25T09:00:00+07:00' })).body.number).toBe(2);
    server.clock.set('2023-01-25T03:00:00Z');
    expect((await as('dung', 'POST', `${DRAWS}/2/result`, { seed: SEED, ...MINUTES })).status).toBe(201);
    const { draws } = (await as('dung', 'GET', DRAWS)).body;
    expect(draws.map(({ number, state }: { number: number; state: string }) => [number, state])).toEqual([
      [2, 'drawn'],
      [1, 'withdrawn'],
    ]);
    expect(draws[1].withdrawn).toMatchObject({ reason, by: { name: 'Phan Văn Trì' } });
    expect((await file('dung', 1, 'record')).status).toBe(200);
  });

  it('bodies that take part read what was declared and drawn, and neither frame nor sample; nobody else anything', async () => {
    const seen = await as('an', 'GET', DRAWS);
    expect([seen.status, seen.body.design, seen.body.frame, seen.body.draws.length]).toEqual([200, null, null, 2]);
    expect(seen.body.draws[0].result.seed).toBe(SEED);
    for (const who of ['an', 'giang', 'hanh', 'lan'] as const) {
      for (const name of ['design', 'frame', 'record', 'sample-csv']) expect([who, name, (await file(who, 1, name)).status]).toEqual([who, name, 403]);
      expect((await as(who, 'GET', `${DRAWS}/1/units`)).status).toBe(403);
    }
    for (const who of ['giang', 'hanh', 'lan', 'minh'] as const) expect([who, (await as(who, 'GET', DRAWS)).status]).toEqual([who, 403]);
    for (const who of ['an', 'khanh', 'lan'] as const) {
      expect((await bring(frameCsv(), { who })).status).toBe(403);
      expect((await as(who, 'POST', `${DRAWS}/2/withdrawal`, { reason: 'x' })).status).toBe(403);
    }
    expect((await file('dung', 3, 'record')).status).toBe(404);
  });

  it('the database refuses what the program never asks for: a seed before its act, a second draw in force, any change', async () => {
    const { rows } = await server.owner.query(`SELECT id FROM sample_draw WHERE number = 2`);
    for (const change of [
      `UPDATE sample_draw SET held_at = held_at - interval '9 days'`,
      `UPDATE sample_draw_result SET seed = '1'`,
      'DELETE FROM sample_draw_withdrawal',
      'DELETE FROM sample_frame_lines',
    ])
      await expect(server.owner.query(change)).rejects.toThrow('kept as they were written');
    const may = (wanted: number) =>
      server.owner.query(`SELECT app.may_declare_draw(round_id, $2::smallint, frame_id, design_hash, frame_hash) AS may FROM sample_draw WHERE id = $1`, [
        rows[0].id,
        wanted,
      ]);
    expect((await may(3)).rows).toEqual([{ may: false }]);
    const { rows: acts } = await server.owner.query(`SELECT act, content FROM audit WHERE act LIKE 'survey.%' ORDER BY n`);
    expect(acts.map(({ act }) => act)).toEqual([
      ...['survey.bringDesign', 'survey.bringFrame', 'survey.bringFrame', 'survey.declareDraw', 'survey.drawSample', 'survey.withdrawDraw'],
      ...['survey.bringFrame', 'survey.declareDraw', 'survey.drawSample'],
    ]);
    expect(JSON.stringify(acts)).not.toContain('Mặt trận');
    expect(server.logged).toEqual([]);
  });
});
