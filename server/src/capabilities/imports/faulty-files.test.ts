import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KINDS } from '../../file-inspection/kinds.ts';
import { CELL, editWorkbook } from '../../file-inspection/testing/edit-workbook.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { ask, change, makeWorld, type World } from '../../testing/world.ts';

const ROUND = '/api/rounds/minh-hoa-2022';
const SHEET = `${ROUND}/sheets/tinh-minh-hoa-01`;
const FIGURES = 'xl/worksheets/sheet2.xml';
/** A whole number that bodies declare, and an item that is there every year. */
const [FIGURE, ALWAYS] = ['planTasksDone', '1.1'] as const;

let server: TestServer;
let world: World;
beforeAll(async () => {
  server = await startTestServer('2023-01-15T02:00:00Z');
  world = await makeWorld(server);
});
afterAll(() => server.close());

interface Refused {
  readonly cell?: string | null;
  readonly place?: string;
  readonly code: string;
  readonly message: string;
}

const headersOf = (who: 'an' | 'dung', type: string) => ({ cookie: `parindex_session=${world.people[who].token}`, 'content-type': type });

async function workbook(): Promise<Buffer> {
  return (await server.app.inject({ method: 'GET', url: `${SHEET}/workbook`, headers: headersOf('an', '') })).rawPayload;
}

async function ofWorkbook(bytes: Buffer): Promise<Refused[]> {
  const headers = headersOf('an', KINDS.xlsx.mediaType);
  return (await server.app.inject({ method: 'POST', url: `${SHEET}/workbook`, headers, payload: bytes })).json().refused;
}

/** A file of figures from elsewhere: why it does not come in, or the rows that are not taken. */
async function ofBatch(bytes: Buffer | string, type = 'text/csv'): Promise<Refused[] | string> {
  const answer = await server.app.inject({ method: 'POST', url: `${ROUND}/deliveries/files?by=page`, headers: headersOf('dung', type), payload: bytes });
  if (answer.statusCode >= 400) return answer.json().detail;
  return (await ask(server, world.people.dung, 'GET', `${ROUND}/deliveries/${answer.json().id}`)).body.preview.refused;
}

const rowOf = (value: string, figure: string = FIGURE, body = 'Tỉnh Minh họa 01') => `${body};${figure};"${value}";Cục Thống kê Minh họa;31/12/2022`;
const csv = (...rows: string[]) => ['Cơ quan;Số liệu;Giá trị;Nguồn;Ngày của số liệu', ...rows].join('\r\n');

/** The cell of the figure in the sheet's workbook. */
async function cellOfFigure(bytes: Buffer): Promise<string> {
  const figures = (await readXlsx(bytes)).sheets[1];
  return `E${(figures?.rows.findIndex((row) => row[0] === `figure ${FIGURE}`) ?? 0) + 1}`;
}

const CFB = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(5_000)]);
const LOCKED = Buffer.concat([CFB, Buffer.from('EncryptedPackage', 'utf16le'), Buffer.alloc(3_000)]);

describe('a faulty file', () => {
  it.each([['1,5'], ['1.5'], ['1.500,5'], ['khoảng 12'], ['95%']])(
    'with “%s” for a whole number is told in one sentence wherever it comes from',
    async (text) => {
      const own = await workbook();
      const cell = await cellOfFigure(own);
      const [inWorkbook] = await ofWorkbook(await editWorkbook(own, { [FIGURES]: { [cell]: CELL.text(text) } }));
      const [inBatch] = (await ofBatch(csv(rowOf(text)))) as Refused[];
      expect(inWorkbook?.message).toMatch(/\p{L}{2}.*\.$/u);
      expect(inBatch?.message).toBe(inWorkbook?.message);
    },
  );

  it.each([
    ['empty', Buffer.alloc(0), /Tệp rỗng/],
    ['an old workbook (XLS)', CFB, /định dạng cũ \(XLS\).*XLSX/],
    ['protected by a password', LOCKED, /bảo vệ bằng mật khẩu.*bỏ mật khẩu/],
    ['a PDF', Buffer.from('%PDF-1.7\n%âãÏÓ\n', 'latin1'), /không phải bảng tính XLSX/],
  ])('that is %s is told so, by both, and not as what it is not', async (_, bytes, sentence) => {
    const [inWorkbook] = await ofWorkbook(bytes);
    const inBatch = await ofBatch(bytes, KINDS.xlsx.mediaType);
    expect(inWorkbook?.message).toMatch(sentence);
    expect(inBatch).toBe(inWorkbook?.message);
  });

  it('in an old encoding is told to be saved anew', async () => {
    for (const encoding of ['latin1', 'utf16le'] as const) {
      const bom = encoding === 'utf16le' ? Buffer.from([0xff, 0xfe]) : Buffer.alloc(0);
      expect(await ofBatch(Buffer.concat([bom, Buffer.from('Cơ quan;Số liệu;Giá trị\r\nTỉnh é;x;1', encoding)]))).toMatch(/CSV UTF-8/);
    }
  });

  it('with a body, figure or group that is not there, or a row twice, says so by names and never by keys', async () => {
    const refused = (await ofBatch(
      csv(rowOf('1', 'khong-co'), rowOf('1', FIGURE, 'Tỉnh khác'), rowOf('2'), rowOf('3'), rowOf('80%', 'leadersDynamism')),
    )) as Refused[];
    expect(refused.map(({ code }) => code)).toEqual(['figureUnknown', 'bodyUnknown', 'rowTwice', 'rowTwice', 'groupMissing']);
    const groups = refused.find(({ code }) => code === 'groupMissing')?.message;
    expect(groups).toContain('Đại biểu Hội đồng nhân dân tỉnh');
    expect(groups).not.toMatch(/councillors|departmentLeaders/);
  });

  it('made from another text of the edition, or with a column or row that is not its own, is told without a hash or a hidden name', async () => {
    const own = await workbook();
    const messages = (
      await Promise.all([
        ofWorkbook(await editWorkbook(own, { 'xl/worksheets/sheet4.xml': { C8: CELL.text('0'.repeat(64)) } })),
        ofWorkbook(await editWorkbook(own, { 'xl/worksheets/sheet4.xml': { C6: CELL.text('tinh-minh-hoa-02'), D6: CELL.text('Tỉnh Minh họa 02') } })),
        ofWorkbook(await editWorkbook(own, { [FIGURES]: { E1: CELL.text('khac') } })),
        ofWorkbook(await editWorkbook(own, { [FIGURES]: { A6: CELL.text('figure investmentAttractedLastYear2') } })),
      ])
    ).map(([first]) => first?.message);
    expect(messages).toEqual([
      expect.stringMatching(/^Bảng tính lập theo bản cũ của bộ tiêu chí “Bộ tiêu chí/),
      'Bảng tính của cơ quan “Tỉnh Minh họa 02”, không phải “Tỉnh Minh họa 01”.',
      'Thiếu cột “Giá trị”, hoặc dòng ẩn đầu trang đã bị sửa. Hãy tải lại bảng tính.',
      'Dòng này không có trong bộ tiêu chí, không thuộc phần được giao, hoặc ô ẩn ở cột A đã bị sửa. Hãy tải lại bảng tính.',
    ]);
  });

  it('for an item that may not be left out is refused, as the same claim is when it is saved', async () => {
    const own = await workbook();
    const items = (await readXlsx(own)).sheets[0];
    const row = (items?.rows.findIndex(([id]) => String(id).startsWith(`item ${ALWAYS}`)) ?? 0) + 1;
    const refused = await ofWorkbook(await editWorkbook(own, { 'xl/worksheets/sheet1.xml': { [`I${row}`]: CELL.text('Không phát sinh') } }));
    expect(refused).toMatchObject([{ cell: `Bảng tự chấm điểm!I${row}`, code: 'notAsked' }]);
    const claim = change({ item: ALWAYS }, 0, { state: 'notApplicable', reason: 'Không phát sinh' });
    const saved = await ask(server, world.people.an, 'POST', `${SHEET}/entries`, { entries: [claim] });
    expect([saved.status, saved.body.faults[0].code]).toEqual([422, 'notApplicableRefused']);
  });

  it('for a sheet that takes nothing now is refused before anybody agrees, in the words in which saving it would be', async () => {
    const own = await workbook();
    const filled = await editWorkbook(own, { [FIGURES]: { [await cellOfFigure(own)]: CELL.number('7') } });
    await server.owner.query(`UPDATE participant SET state = 'frozen' WHERE body_id = 'tinh-minh-hoa-01'`);
    try {
      const saved = await ask(server, world.people.an, 'POST', `${SHEET}/entries`, { entries: [change({ figure: FIGURE }, 0, { value: 7 })] });
      expect(await ofWorkbook(filled)).toEqual([{ cell: null, code: saved.body.code, message: saved.body.title }]);
      expect(await ofBatch(csv(rowOf('7')))).toMatchObject([{ code: 'sheetFrozen' }]);
    } finally {
      await server.owner.query(`UPDATE participant SET state = 'open' WHERE body_id = 'tinh-minh-hoa-01'`);
    }
    expect(await ofWorkbook(filled)).toEqual([]);
  });
});
