import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest';
import { type ListSheet, writeLists } from '../server/src/documents/xlsx.ts';
import { startTestServer, type TestServer } from '../server/src/testing/test-server.ts';
import { ask, change, makeWorld, type Person, type World } from '../server/src/testing/world.ts';
import { readZip } from '../server/src/zip/testing/read-zip.ts';

const isThere = (['soffice', 'pdfinfo', 'pdftotext'] as const).every((name) => spawnSync(name, ['--help']).error === undefined);
const ROUND = '/api/rounds/minh-hoa-2022';
const A4_ACROSS = /^Page size:\s+841\.\d+ x 595\.\d+ pts \(A4\)$/m;

let folder: string;
let server: TestServer;
let world: World;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'parindex-books-'));
  server = await startTestServer();
  world = await makeWorld(server);
});
afterAll(async () => {
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A workbook as LibreOffice prints it, page by page. */
function printed(ctx: TestContext, bytes: Uint8Array): string[] {
  if (!isThere) ctx.skip('không có LibreOffice hoặc poppler trên máy này (no LibreOffice or poppler here)');
  writeFileSync(path.join(folder, 'book.xlsx'), bytes);
  const own = `-env:UserInstallation=file://${folder}/profile`;
  execFileSync('soffice', [own, '--headless', '--convert-to', 'pdf', '--outdir', folder, path.join(folder, 'book.xlsx')], { stdio: 'ignore', timeout: 90_000 });
  const pdf = path.join(folder, 'book.pdf');
  expect(execFileSync('pdfinfo', [pdf], { encoding: 'utf8' })).toMatch(A4_ACROSS);
  return execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1);
}

const download = async (url: string, who: Person): Promise<Buffer> => {
  const { rawPayload, statusCode } = await server.app.inject({ method: 'GET', url, headers: { cookie: `parindex_session=${who.token}` } });
  expect(statusCode).toBe(200);
  return rawPayload;
};

/** The last heading stands on the page of the first: the table is no wider than a page, and its headings come with each. */
const holdsAll = (pages: readonly string[], ...heads: string[]) => pages.filter((page) => !heads.every((head) => page.includes(head)));

describe('[F21] workbooks and lists on paper', () => {
  it('a list goes across A4, one page wide, its headings on each page, its title over the whole table', async (ctx) => {
    const list: ListSheet = {
      name: "Danh sách 'minh họa' 01",
      about: ['DANH SÁCH ƯỠN ẸO, ĐỐI CHIẾU QUỸ', 'Một câu dài hơn một cột: số liệu tính đến hết ngày 31/12/2022, do Sở Nội vụ tỉnh Minh họa 01 tổng hợp.'],
      columns: [
        { head: 'STT', width: 6 },
        ...Array.from({ length: 9 }, (_, index) => ({ head: `Cột ${index + 1}`, width: 30 })),
        { head: 'Sau cùng', width: 30 },
      ],
      rows: Array.from({ length: 80 }, (_, index) => ({ cells: [index + 1, ...Array.from({ length: 10 }, () => 'Nội dung: ưỡ ỷ ặ đ')] })),
    };
    const pages = printed(ctx, await writeLists([list]));
    expect(pages.length).toBeGreaterThan(1);
    expect(holdsAll(pages, 'STT', 'Cột 5', 'Sau cùng', 'ưỡ ỷ ặ đ')).toEqual([]);
    expect(pages[0]?.split('\n')[0]).toContain('DANH SÁCH ƯỠN ẸO, ĐỐI CHIẾU QUỸ');
  });

  it('a row is as high as its fullest cell needs, words going whole to the next line; what is filled in grows by itself', async () => {
    const text = 'Quyết định số 876/QĐ-BNV ngày 10/11/2022 của Bộ trưởng Bộ Nội vụ';
    const list = {
      name: 'A',
      about: [],
      columns: [{ head: 'Cột', width: 20 }],
      rows: [{ cells: ['ngắn'] }, { cells: [text] }, { cells: [`${text}\n${text}`] }],
    };
    const heightsOf = (bytes: Buffer) => [...bytes.toString('utf8').matchAll(/<row [^>]*?ht="([\d.]+)"/g)].map(([, height]) => Number(height));
    const xml = (await readZip(Buffer.from(await writeLists([list])))).get('xl/worksheets/sheet1.xml') as Buffer;
    expect(heightsOf(xml)).toEqual([16, 16, 16 + 14 * 3, 16 + 14 * 7]);
    const form = (await readZip(await download(`${ROUND}/sheets/tinh-minh-hoa-01/workbook`, world.people.an))).get('xl/worksheets/sheet1.xml') as Buffer;
    expect(heightsOf(form)).toEqual([]);
  });

  it('a sheet’s workbook prints what is filled in, its figures, and its points by source with last year’s and the evidence', async (ctx) => {
    const bytes = await download(`${ROUND}/sheets/tinh-minh-hoa-01/workbook`, world.people.an);
    const { sheets } = await readXlsx(bytes);
    expect(sheets.map(({ merges = [] }) => merges.length)).toEqual(sheets.map(() => 0));
    const points = sheets.find(({ name }) => name === 'Tổng hợp điểm')?.rows ?? [];
    const about = points.slice(0, 6).map(([text]) => String(text));
    expect(about).toContainEqual(expect.stringMatching(/^Điểm tự chấm: [\d,]+\/68 \(đã tự chấm \d+\/\d+ nội dung\)$/));
    expect(about).toContainEqual(
      expect.stringMatching(
        /không cộng vào điểm tự chấm: Điều tra xã hội học: chưa công bố \(tối đa 22 điểm\); Chỉ số hài lòng \(SIPAS\): chưa công bố \(tối đa 10 điểm\)$/,
      ),
    );
    const total = points.find(([, title]) => title === 'TỔNG ĐIỂM TỰ CHẤM') ?? [];
    expect(about).toContainEqual(
      `Điểm tự chấm: ${Number(total[5]).toFixed(2).replace('.', ',')}/${total[3]} (đã tự chấm ${String(total[6]).replace('Đã chấm ', '')} nội dung)`,
    );
    const pages = printed(ctx, bytes);
    const of = (head: string, until: string) => pages.filter((page) => page.includes(head) && page.includes(until));
    expect(of('Cách chấm', 'Lý do không phát').length).toBeGreaterThan(5);
    expect(of('Dùng cho', 'Thời điểm, kỳ số liệu').length).toBeGreaterThan(1);
    expect(of('Nguồn điểm', 'Tài liệu kiểm chứng').length).toBeGreaterThan(2);
    expect(pages.join('')).not.toMatch(/\d{4}-\d\d-\d\dT|[0-9a-f]{8}-[0-9a-f]{4}-/);
  });

  it('the board goes across A4, says the deadline by its last day, gives every body by domain, and the second reading of who claims something', async (ctx) => {
    const claim = change({ item: '5.3.3' }, 0, { state: 'notApplicable', reason: 'Trong năm không phát sinh (minh họa)' });
    expect((await ask(server, world.people.an, 'POST', `${ROUND}/sheets/tinh-minh-hoa-01/entries`, { entries: [claim] })).status).toBe(201);
    const bytes = await download(`${ROUND}/board/workbook`, world.people.dung);
    const pages = printed(ctx, bytes);
    expect(holdsAll(pages, 'STT', 'Cơ quan')).toEqual([]);
    expect(pages[0]).toContain('BẢNG TIẾN ĐỘ');
    const [progress, claimed] = (await readXlsx(bytes)).sheets.map(({ rows }) => rows);
    const told = (rows: typeof progress, body: string) => {
      const heads = rows?.find(([first]) => first === 'STT') ?? [];
      const row = rows?.find(([, name]) => name === body) ?? [];
      return ['Tối đa tự chấm', 'Nếu được xác nhận', 'Tối đa nếu được xác nhận'].map((head) => row[heads.indexOf(head)] || null);
    };
    for (const rows of [progress, claimed]) {
      expect(told(rows, 'Tỉnh Minh họa 01')).toEqual([68, null, 67.5]);
      expect(told(rows, 'Tỉnh Minh họa 02')).toEqual([68, null, null]);
    }
    expect(pages[0]).toContain('Cập nhật gần nhất');
    expect(pages[0]).toMatch(/hết ngày[^/]{0,400}31\/01\/2023/);
    expect(pages.filter((page) => page.includes('Điểm năm') && page.includes('tối đa')).length).toBeGreaterThan(1);
    expect(pages.join('')).not.toContain('00 giờ 00');
  });

  it('a scheme described as a workbook fits the width of a page', (ctx) => {
    const file = path.join(folder, 'scheme.xlsx');
    execFileSync('node', ['cli/bin/parindex.js', 'describe', 'schemes/province-2022', '--format', 'xlsx', '--output', file], { stdio: 'ignore' });
    const pages = printed(ctx, readFileSync(file));
    expect(holdsAll(pages, 'STT', 'Lĩnh vực, tiêu chí', 'Tài liệu kiểm chứng', 'Ghi chú')).toEqual([]);
  });
});
