import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pdfOf } from '../../server/src/capabilities/evidence/testing/pdf-of.ts';
import { uploadFile, workOf } from '../../server/src/capabilities/evidence/testing/upload-file.ts';
import { makeImage } from '../../server/src/file-inspection/testing/images.ts';
import { makeDocx, makeXlsx, paragraph } from '../../server/src/file-inspection/testing/office.ts';
import { signIn } from '../../server/src/testing/test-server.ts';
import { ask, change } from '../../server/src/testing/world.ts';
import { scannedPdf } from './scanned-pdf.ts';
import { entriesOf, openTestWorkspace, SHEET, type TestWorkspace } from './test-workspace.ts';

const API = '/api/rounds/minh-hoa-2022/sheets/tinh-minh-hoa-01';
const PHONE = { width: 390, height: 844 };
const DESK = { width: 1360, height: 860 };

let workspace: TestWorkspace;
let work: ReturnType<typeof workOf>;
beforeAll(async () => {
  workspace = await openTestWorkspace();
  work = workOf(workspace.server);
}, 120_000);
afterAll(async () => {
  await work?.close();
  await workspace?.close();
});

const HEAD = ['ỦY BAN NHÂN DÂN', 'TỈNH MINH HỌA 01', 'Số: 12/KH-UBND', 'Minh Họa, ngày 05 tháng 02 năm 2022', 'KẾ HOẠCH', 'Cải cách hành chính năm 2022'];
const planOf = (more: string) => pdfOf([{ lines: HEAD }, { lines: ['Trang hai'] }, { lines: [`Trang ba: ${more}`] }, { lines: ['Trang bốn'] }]);

async function bring(name: string, bytes: Uint8Array, more: { document?: string } = {}): Promise<string> {
  const brought = await uploadFile(workspace.server, work, workspace.world.people.an, API, name, bytes, more);
  expect(brought).toMatchObject({ state: 'kept' });
  return brought.document;
}

/** What an item cites has arrived at the server. */
const entered = (item: string, citations: readonly string[]) =>
  expect.poll(async () => (await entriesOf(workspace, item)).at(-1)?.changes, { timeout: 30_000 }).toEqual({ citations });

const viewOf = (document: string, page = 1) => `${SHEET}/tai-lieu/${document}/xem?version=1&page=${page}`;

/** The page is drawn; what is read there. */
async function shownPage(page: Page, number: number): Promise<string> {
  await page.locator(`[data-drawn="${number}"]`).waitFor();
  return page.locator('.viewer').innerText();
}

/** The share of pixels of the canvas that are not white. */
const inked = (page: Page) =>
  page.locator('.pdf-page canvas').evaluate((node) => {
    const canvas = node as HTMLCanvasElement;
    const { data } = (canvas.getContext('2d') as CanvasRenderingContext2D).getImageData(0, 0, canvas.width, canvas.height);
    let dark = 0;
    for (let place = 0; place < data.length; place += 4) if ((data[place] as number) < 200) dark += 1;
    return dark / (data.length / 4);
  });

/** The lightness of the canvas at a point of the A4 page, in points from the lower left. */
const lightnessAt = (page: Page, x: number, y: number) =>
  page.locator('.pdf-page canvas').evaluate(
    (node, [left, bottom]) => {
      const canvas = node as HTMLCanvasElement;
      const scale = canvas.width / 595;
      const pixel = (canvas.getContext('2d') as CanvasRenderingContext2D).getImageData(left * scale, (842 - bottom) * scale, 1, 1).data;
      return pixel[0] as number;
    },
    [x, y] as const,
  );

describe('evidence, cited and read in the workspace', () => {
  it('[F23] [F29] An cites page 3 of a plan, reads it beside the item, and cites the same plan for another item', async () => {
    const plan = await bring('Kế hoạch.pdf', planOf('đã ban hành đúng hạn'));
    const an = await workspace.browserOf('an', DESK);
    let page = await an.open(`${SHEET}?item=1.1`);
    await page.getByRole('button', { name: 'Dẫn tài liệu', exact: true }).click();
    await page.getByRole('combobox', { name: 'Tài liệu trong kho' }).fill('ke hoach');
    await page.getByRole('option', { name: /12\/KH-UBND/ }).click();
    await page.getByText('Tài liệu có 4 trang').waitFor();
    const pages = page.getByLabel('Trang', { exact: true });
    await pages.fill('9');
    await page.getByRole('button', { name: 'Ghi chỗ dẫn' }).click();
    await page.getByText('Tài liệu chỉ có 4 trang.').waitFor();
    await pages.fill('tr. 3');
    await page.getByLabel('Mục, phần').fill('II.2');
    await page.getByRole('button', { name: 'Ghi chỗ dẫn' }).click();
    await entered('1.1', [`${plan}/1?pages=3&section=II.2`]);

    await page.getByRole('link', { name: /^Xem 12\/KH-UBND/ }).click();
    expect(await shownPage(page, 3)).toContain('Trang ba: đã ban hành đúng hạn');
    expect(await inked(page)).toBeGreaterThan(0.0005);
    expect(new URL(page.url()).searchParams.get('page')).toBe('3');
    await page.getByRole('button', { name: 'Trang sau' }).click();
    expect(await shownPage(page, 4)).toContain('Trang bốn');
    await page.locator('.viewer').press('ArrowLeft');
    await shownPage(page, 3);
    await page.getByRole('button', { name: 'Đóng tài liệu' }).click();
    await page.locator('.viewer').waitFor({ state: 'detached' });

    page = await an.open(`${SHEET}?item=1.2`);
    await page.getByRole('button', { name: 'Dẫn tài liệu', exact: true }).click();
    await page.getByRole('combobox', { name: 'Tài liệu trong kho' }).click();
    await page.getByRole('option', { name: /12\/KH-UBND/ }).click();
    await page.getByRole('button', { name: 'Ghi chỗ dẫn' }).click();
    await entered('1.2', [`${plan}/1`]);
    const { body } = await ask(workspace.server, workspace.world.people.an, 'GET', `${API}/documents/${plan}`);
    expect(body.cited.map(({ target }: { target: string }) => target)).toEqual(['1.1', '1.2']);

    // On paper and in the history the document has its name, and not its key.
    const paper = await page.evaluate(() => {
      dispatchEvent(new Event('beforeprint'));
      return new Promise<string[]>((resolve) =>
        requestAnimationFrame(() => {
          resolve([...document.querySelectorAll('.paper-table tbody tr')].map((row) => (row as HTMLElement).textContent ?? ''));
          dispatchEvent(new Event('afterprint'));
        }),
      );
    });
    expect(paper[0]).toContain('Tài liệu kiểm chứng: 12/KH-UBND ngày 05/02/2022, trang 3; mục “II.2”');
    await page.getByRole('button', { name: 'Lịch sử' }).click();
    await page.getByText('Dẫn thêm: 12/KH-UBND ngày 05/02/2022').waitFor();
    expect(an.pageErrors).toEqual([]);
  });

  it('[F23] [F116] a paper sent by the secret mail is found by that, and cited without a place', async () => {
    const id = randomUUID();
    const brought = { documents: [{ id, form: 'secretMail', number: null, date: null }] };
    expect((await ask(workspace.server, workspace.world.people.an, 'POST', `${API}/documents`, brought)).status).toBe(201);
    const an = await workspace.browserOf('an', DESK);
    const page = await an.open(`${SHEET}?item=1.4.1`);
    await page.getByRole('button', { name: 'Dẫn tài liệu', exact: true }).click();
    await page.getByRole('combobox', { name: 'Tài liệu trong kho' }).fill('van thu mat');
    await page.getByRole('option', { name: 'Tài liệu gửi theo đường văn thư mật' }).click();
    await page.getByText('được dẫn mà không ghi trang, mục hay nội dung nào').waitFor();
    await expect.poll(() => page.getByLabel('Mục, phần').count()).toBe(0);
    await page.getByRole('button', { name: 'Ghi chỗ dẫn' }).click();
    await entered('1.4.1', [`${id}/1`]);
    await page.getByText('chưa đối chiếu bản giấy').waitFor();
    await expect.poll(() => page.getByRole('button', { name: /^Sửa chỗ dẫn/ }).count()).toBe(0);
    expect(an.pageErrors).toEqual([]);
  });

  it('[F24] a newer version is pointed out, and cited where one says so', async () => {
    const document = await bring('Báo cáo.pdf', pdfOf([{ lines: ['Số: 45/BC-UBND', 'Minh Họa, ngày 10 tháng 12 năm 2022', 'BÁO CÁO'] }]));
    const { people } = workspace.world;
    const { body: sheet } = await ask(workspace.server, people.an, 'GET', API);
    await ask(workspace.server, people.an, 'POST', `${API}/entries`, {
      entries: [change({ item: '1.5' }, sheet.seq, { citations: [`${document}/1?pages=1`] })],
    });
    await bring('Báo cáo sửa.pdf', pdfOf([{ lines: ['Số: 45/BC-UBND', 'Minh Họa, ngày 12 tháng 12 năm 2022', 'BÁO CÁO (sửa)'] }]), { document });
    const an = await workspace.browserOf('an', PHONE);
    const page = await an.open(`${SHEET}?item=1.5`);
    await page.getByText('Đã có phiên bản 2.').waitFor();
    await page.getByRole('button', { name: /^Dẫn phiên bản 2/ }).click();
    await entered('1.5', [`${document}/2?pages=1`]);
    await page.getByText('Đã có phiên bản 2.').waitFor({ state: 'detached' });
    // On a phone it opens in the place of the item, and from there on a page of its own that knows the way back.
    await page.getByRole('link', { name: /^Xem 45\/BC-UBND/ }).click();
    expect(await shownPage(page, 1)).toContain('BÁO CÁO (sửa)');
    await page.getByRole('link', { name: 'Mở ở trang riêng' }).click();
    await page.getByRole('heading', { level: 1, name: /^Xem tài liệu: 45\/BC-UBND/ }).waitFor();
    await page.getByRole('link', { name: 'Mở cạnh tiêu chí 1.5' }).click();
    await page.getByRole('button', { name: 'Đã dẫn trang 1' }).waitFor();
    expect(an.pageErrors).toEqual([]);
  });

  it('[F29] with the line cut a citation is kept; where a colleague cites too, both lists stand side by side by name', async () => {
    const one = await bring('Một.pdf', pdfOf([{ lines: ['Số: 61/QĐ-UBND', 'Minh Họa, ngày 01 tháng 03 năm 2022', 'QUYẾT ĐỊNH'] }]));
    const two = await bring('Hai.pdf', pdfOf([{ lines: ['Số: 62/QĐ-UBND', 'Minh Họa, ngày 02 tháng 03 năm 2022', 'QUYẾT ĐỊNH'] }]));
    const an = await workspace.browserOf('an', DESK);
    const page = await an.open(`${SHEET}?item=1.6`);
    await page.getByRole('button', { name: 'Dẫn tài liệu', exact: true }).click();
    await page.getByRole('combobox', { name: 'Tài liệu trong kho' }).click();
    await page.getByRole('option', { name: /61\/QĐ-UBND/ }).waitFor();
    await an.context.setOffline(true);
    await page.getByRole('option', { name: /61\/QĐ-UBND/ }).click();
    await page.getByRole('button', { name: 'Ghi chỗ dẫn' }).click();
    await page.getByText('Mất kết nối – đang giữ trên thiết bị này.').waitFor();
    await page.getByRole('link', { name: /^Xem 61\/QĐ-UBND/ }).waitFor();
    const { people } = workspace.world;
    const { body: sheet } = await ask(workspace.server, people.binh, 'GET', API);
    await ask(workspace.server, people.binh, 'POST', `${API}/entries`, { entries: [change({ item: '1.6' }, sheet.seq, { citations: [`${two}/1`] })] });
    await an.context.setOffline(false);
    await page.getByText('Đề nghị đối chiếu hai nội dung').waitFor({ timeout: 30_000 });
    const both = page.getByRole('alert').filter({ hasText: 'Đề nghị đối chiếu hai nội dung' });
    await expect.poll(() => both.innerText()).toMatch(/61\/QĐ-UBND ngày 01\/03\/2022[\s\S]*62\/QĐ-UBND ngày 02\/03\/2022/);
    await page.getByRole('button', { name: 'Ghi nội dung của tôi' }).click();
    await entered('1.6', [`${one}/1`]);
    expect(an.pageErrors).toEqual([]);
  });

  it('[F23] DOCX, XLSX, an image and a scan are read there, each as it is', async () => {
    const an = await workspace.browserOf('an', DESK);
    const docx = await bring(
      'Báo cáo.docx',
      await makeDocx(
        `${paragraph('BÁO CÁO NĂM', '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>')}${paragraph('Đã hoàn thành 20 nhiệm vụ (minh họa).')}<w:tbl><w:tr><w:tc>${paragraph('Chỉ tiêu')}</w:tc><w:tc>${paragraph('Kết quả')}</w:tc></w:tr></w:tbl>`,
      ),
    );
    let page = await an.open(viewOf(docx));
    expect(await shownPage(page, 1)).toMatch(/Đã hoàn thành 20 nhiệm vụ[\s\S]*Chỉ tiêu/);
    await expect.poll(() => page.locator('.viewer td').allInnerTexts()).toEqual(['Chỉ tiêu', 'Kết quả']);

    const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
    const xlsx = await bring(
      'Số liệu.xlsx',
      await makeXlsx({ 'Quý I': `<row>${cell('Hồ sơ')}${cell('Đúng hạn')}</row>`, 'Quý II': `<row>${cell('Hồ sơ quý hai')}</row>` }),
    );
    page = await an.open(viewOf(xlsx, 2));
    expect(await shownPage(page, 2)).toMatch(/Quý II[\s\S]*Hồ sơ quý hai/);
    await page.getByText('Mỗi trang là một trang tính.').waitFor();

    const image = await bring('Ảnh chụp.png', await makeImage('png', 120, 80));
    page = await an.open(viewOf(image));
    const shown = page.getByRole('img', { name: 'Ảnh “Ảnh chụp.png”' });
    await shown.waitFor();
    await expect.poll(() => shown.evaluate((node) => (node as HTMLImageElement).naturalWidth)).toBe(120);

    const scan = await bring('Bản quét.pdf', scannedPdf());
    page = await an.open(viewOf(scan));
    await page.getByText('Trang này là bản quét').waitFor();
    // JBIG2 and CCITT: black in the middle, white at the edge; JPEG 2000: grey.
    for (const left of [50, 220]) {
      expect(await lightnessAt(page, left + 75, 675)).toBeLessThan(40);
      expect(await lightnessAt(page, left + 10, 610)).toBeGreaterThan(215);
    }
    expect(Math.abs((await lightnessAt(page, 390 + 75, 675)) - 128)).toBeLessThan(8);
    expect(an.pageErrors).toEqual([]);
  });

  it('the reader of PDF is loaded with the first PDF and not before, from our own origin, by ranges, under a policy of its own', {
    timeout: 60_000,
    // A machine that is slow enough has the whole file before the reader has thought of ranges.
    retry: 2,
  }, async () => {
    const filler = Array.from({ length: 400 }, (_, index) => ({
      lines: Array.from({ length: 30 }, (__, line) => `Dòng ${index}.${line} ${crypto.randomUUID()}`),
    }));
    const large = await bring('Lớn.pdf', pdfOf(filler));
    const an = await workspace.signIn('an', DESK);
    const page = an.page;
    const asked: { url: string; range: string | undefined; status: number; bytes: number }[] = [];
    an.context.on('requestfinished', async (request) => {
      const answer = await request.response().catch(() => null);
      const length = Number(answer?.headers()['content-length'] ?? 0);
      asked.push({ url: request.url(), range: request.headers()['range'], status: answer?.status() ?? 0, bytes: length });
    });
    await an.open(`${SHEET}?item=1.1`);
    await page.waitForLoadState('networkidle');
    expect(asked.filter(({ url }) => /pdf/.test(url))).toEqual([]);
    await an.open(viewOf(large, 200));
    await shownPage(page, 200);
    const parts = () => asked.filter(({ url }) => url.endsWith('/file'));
    // What was asked is told a moment after the page is there.
    await expect.poll(() => parts().some(({ status, range }) => status === 206 && range !== undefined)).toBe(true);
    const { body } = await ask(workspace.server, workspace.world.people.an, 'GET', `${API}/documents/${large}`);
    const whole = body.versions[0].file.bytes as number;
    expect(
      parts()
        .filter(({ status }) => status === 206)
        .reduce((sum, { bytes }) => sum + bytes, 0),
    ).toBeLessThan(whole / 2);
    expect(asked.every(({ url }) => url.startsWith(workspace.address) || url.startsWith('blob:') || url.startsWith('data:'))).toBe(true);
    const worker = asked.find(({ url }) => url.includes('pdf.worker'))?.url as string;
    const policy = (await fetch(worker)).headers.get('content-security-policy');
    expect(policy).toBe("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'");
    expect(an.pageErrors).toEqual([]);
    await an.context.close();
  });

  it('[F23] what documents say is searched, and a hit opens at its page', async () => {
    await bring('Tìm.pdf', pdfOf([{ lines: ['Số: 77/BC-UBND'] }, { lines: ['Tỷ lệ hồ sơ giải quyết trước hạn (minh họa)'] }]));
    const binh = await workspace.signIn('binh', DESK);
    const page = await binh.open('/lam-viec/ky-danh-gia/minh-hoa-2022/tai-lieu');
    await page.getByLabel('Từ cần tìm').fill('ho so truoc han');
    await page.keyboard.press('Enter');
    await page.getByText('Tìm thấy 1 trang.').waitFor();
    await expect.poll(() => page.locator('mark').allInnerTexts()).toEqual(['hồ', 'sơ', 'trước', 'hạn']);
    await page.getByRole('link', { name: '77/BC-UBND, trang 2' }).click();
    expect(await shownPage(page, 2)).toContain('giải quyết trước hạn');
    expect(binh.pageErrors).toEqual([]);
    await binh.context.close();
  });

  it('[F23] what cannot be read says why, and a look at personal data is told to the trail', async () => {
    const { server, world } = workspace;
    const list = await bring('Danh sách.pdf', pdfOf([{ lines: ['Danh sách minh họa'] }]));
    const { body: before } = await ask(server, world.people.an, 'GET', `${API}/documents/${list}`);
    await ask(server, world.people.an, 'PATCH', `${API}/documents/${list}/access`, { version: before.version, personalData: true, reason: 'Có họ tên' });
    const an = await workspace.browserOf('an', DESK);
    let page = await an.open(viewOf(list));
    expect(await shownPage(page, 1)).toContain('Danh sách minh họa');
    await page.getByText('lượt xem này được ghi vào nhật ký').waitFor();
    const { rows } = await server.owner.query(`SELECT subject FROM audit WHERE act = 'evidence.view'`);
    expect(rows).toEqual([{ subject: `document:${list}/1` }]);

    const gone = await bring('Hỏng.pdf', pdfOf([{ lines: ['Sẽ bị phát hiện có mã độc'] }]));
    await server.owner.query(`UPDATE content SET scan = 'infected' WHERE sha256 = (SELECT sha256 FROM document_version WHERE document_id = $1)`, [gone]);
    page = await an.open(viewOf(gone));
    await page.getByText('phát hiện mã độc trong tệp').waitFor();
    await expect.poll(() => page.getByRole('link', { name: 'Tải tệp gốc' }).count()).toBe(0);
    page = await an.open(viewOf(list).replace('version=1', 'version=7'));
    await page.getByText('Tài liệu không có phiên bản 7.').waitFor();
    expect(an.pageErrors).toEqual([]);
  });

  it('[F23] [F29] the appraiser reads the same once appraisal is open, and changes nothing', async () => {
    const { server, world } = workspace;
    server.clock.pass(new Date('2023-02-02T02:00:00Z').getTime() - server.clock.now().getTime());
    const giang = await workspace.signIn(undefined, DESK);
    await giang.context.addCookies([{ name: 'parindex_session', value: await signIn(server, world.people.giang.account), url: workspace.address }]);
    const page = await giang.open(`${SHEET}?item=1.1`);
    await page.getByRole('link', { name: /^Xem 12\/KH-UBND/ }).click();
    expect(await shownPage(page, 3)).toContain('Trang ba: đã ban hành đúng hạn');
    await expect.poll(() => page.getByRole('button', { name: /Dẫn tài liệu|Bỏ dẫn|Sửa chỗ dẫn/ }).count()).toBe(0);
    expect(giang.pageErrors).toEqual([]);
    await giang.context.close();
  });
});
