import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evidenceJobs } from '../../server/src/capabilities/evidence/evidence-jobs.ts';
import { pdfOf } from '../../server/src/capabilities/evidence/testing/pdf-of.ts';
import { uploadFile, workOf } from '../../server/src/capabilities/evidence/testing/upload-file.ts';
import { makePdf } from '../../server/src/file-inspection/testing/pdf.ts';
import { startJobs } from '../../server/src/jobs/start-jobs.ts';
import { ask } from '../../server/src/testing/world.ts';
import { faultsInStory } from '../axe.ts';
import { layLine } from './breaking-line.ts';
import { openTestWorkspace, SHEET, type TestWorkspace } from './test-workspace.ts';

const LIBRARY = `${SHEET}/tai-lieu`;
const API = '/api/rounds/minh-hoa-2022/sheets/tinh-minh-hoa-01';
const PIECE = 8 * 1024 * 1024;
const PLAN = ['ỦY BAN NHÂN DÂN', 'TỈNH MINH HỌA 01', 'Số: 12/KH-UBND', 'Minh Họa, ngày 05 tháng 02 năm 2022', 'KẾ HOẠCH'];

let workspace: TestWorkspace;
let work: ReturnType<typeof workOf>;
let stopWork: () => Promise<void>;
let folder: string;
beforeAll(async () => {
  workspace = await openTestWorkspace();
  work = workOf(workspace.server);
  stopWork = startJobs(work, evidenceJobs(work), [work.evidence.received]);
  folder = await mkdtemp(path.join(tmpdir(), 'parindex-documents-'));
}, 120_000);
afterAll(async () => {
  await stopWork?.();
  await work?.close();
  await workspace?.close();
  if (folder) await rm(folder, { recursive: true, force: true });
});

/** A PDF of one page that no packing makes smaller. */
function heavyPdf(bytes: number, line: string): Buffer {
  const noise = randomBytes(bytes / 2).toString('hex');
  return makePdf({
    pages: [[...PLAN, line].map((text, index) => ({ text, x: 72, y: 780 - index * 20 }))],
    objects: { 100: `<< /Length ${noise.length} >>\nstream\n${noise}\nendstream` },
  });
}

async function fileOf(name: string, bytes: Uint8Array): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, bytes);
  return file;
}

/** Chooses files, declares, sends. */
async function upload(page: Page, files: readonly string[]): Promise<void> {
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles([...files]);
  await page.getByLabel('Tôi cam kết các tệp này không chứa bí mật nhà nước.').check();
  await page.getByRole('button', { name: `Tải lên ${files.length} tệp` }).click();
}

const sending = (page: Page, name: string, state: string) => page.locator(`[data-sending="${state}"]`, { hasText: name });

/** From which byte on each piece was sent that went out of a page. */
function offsetsOf(page: Page): number[] {
  const offsets: number[] = [];
  page.on('request', (request) => {
    const offset = request.headers()['upload-offset'];
    if (request.method() === 'PATCH' && offset !== undefined) offsets.push(Number(offset));
  });
  return offsets;
}

/** The line is cut when the piece from this byte on is to go. */
async function cutAt(page: Page, byte: number): Promise<void> {
  let cut = false;
  await page.route('**/api/uploads/*', async (route) => {
    if (cut || route.request().headers()['upload-offset'] !== String(byte)) return route.continue();
    cut = true;
    await page.context().setOffline(true);
    return route.abort('connectionreset');
  });
}

/** What the library holds under a file name: as sent, by the hash. */
async function keptAs(name: string): Promise<{ id: string; sha256: string }[]> {
  const { body } = await ask(workspace.server, workspace.world.people.an, 'GET', `${API}/documents?limit=200`);
  return body.items.flatMap(({ id, versions: [{ file }] }: { id: string; versions: [{ file: { name: string; sha256: string } | null }] }) =>
    file?.name === name ? [{ id, sha256: file.sha256 }] : [],
  );
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('the library of Tỉnh Minh họa 01', () => {
  it('[F23] [F32] two files go up; the line is cut in the middle and comes back: both arrive, and nothing is sent twice', async () => {
    const an = await workspace.signIn('an');
    const page = await an.open(LIBRARY);
    await page.getByText('Nhận tài liệu đến hết ngày 31/01/2023').waitFor();
    const [big, small] = [heavyPdf(20 * 1024 * 1024, 'lớn'), pdfOf([{ lines: [...PLAN, 'nhỏ'] }])];
    const files = [await fileOf('báo cáo lớn.pdf', big), await fileOf('báo cáo nhỏ.pdf', small)];
    const offsets = offsetsOf(page);
    await cutAt(page, PIECE);
    await upload(page, files);
    await page.getByText('Mất kết nối; sẽ tự tải tiếp').first().waitFor();
    expect(await faultsInStory(page)).toEqual([]);
    // Elsewhere in the workspace nothing is lost either: what goes up belongs to no page.
    await an.context.setOffline(false);
    await page.getByRole('link', { name: 'Từng tiêu chí' }).click();
    await page.getByText(/Đang tải lên \d tệp\. Ông\/Bà có thể làm việc khác/).waitFor();
    await page.getByRole('link', { name: 'Xem tiến độ' }).click();
    await sending(page, 'báo cáo lớn.pdf', 'kept').waitFor({ timeout: 60_000 });
    await sending(page, 'báo cáo nhỏ.pdf', 'kept').waitFor();
    expect((await keptAs('báo cáo lớn.pdf')).map((kept) => kept.sha256)).toEqual([sha256(big)]);
    expect((await keptAs('báo cáo nhỏ.pdf')).map((kept) => kept.sha256)).toEqual([sha256(small)]);
    expect(offsets.filter((offset) => offset > 0).toSorted((a, b) => a - b)).toEqual([PIECE, PIECE, 2 * PIECE]);
    expect(offsets.filter((offset) => offset === 0)).toHaveLength(2);
    await page.getByRole('article', { name: '12/KH-UBND ngày 05/02/2022' }).first().waitFor();
    expect(an.pageErrors).toEqual([]);
    await an.context.close();
  });

  it('[F32] a line that is cut within a piece loses nothing of what had come', async () => {
    const line = await layLine(workspace.address);
    const an = await workspace.signIn('an');
    await an.page.goto(line.address + LIBRARY);
    const offsets = offsetsOf(an.page);
    const big = heavyPdf(12 * 1024 * 1024, 'giữa chừng');
    line.breakAfter(5 * 1024 * 1024);
    await upload(an.page, [await fileOf('giữa chừng.pdf', big)]);
    await an.page.getByText('Mất kết nối; sẽ tự tải tiếp').waitFor();
    line.lay();
    await sending(an.page, 'giữa chừng.pdf', 'kept').waitFor({ timeout: 60_000 });
    expect((await keptAs('giữa chừng.pdf')).map((kept) => kept.sha256)).toEqual([sha256(big)]);
    expect(line.broke).toBe(1);
    const [first, second = 0] = offsets;
    expect(first).toBe(0);
    expect(second).toBeGreaterThan(1024 * 1024);
    expect(second).toBeLessThan(PIECE);
    await an.context.close();
    await line.close();
  });

  it('[F32] after a page that was closed in the middle, the same file chosen again goes on from where it was', async () => {
    const an = await workspace.signIn('an');
    const page = await an.open(LIBRARY);
    const big = heavyPdf(20 * 1024 * 1024, 'dở dang');
    const file = await fileOf('dở dang.pdf', big);
    await cutAt(page, PIECE);
    await upload(page, [file]);
    await page.getByText('Mất kết nối; sẽ tự tải tiếp').waitFor();
    let asked = 0;
    page.on('dialog', async (dialog) => {
      asked += 1;
      await dialog.accept();
    });
    await page.close({ runBeforeUnload: true });
    await expect.poll(() => page.isClosed()).toBe(true);
    expect(asked).toBe(1);
    await an.context.setOffline(false);
    const next = await an.context.newPage();
    await next.goto(workspace.address + LIBRARY);
    await next.getByText('Tải chưa xong: 8 MB / 20 MB').waitFor();
    const offsets = offsetsOf(next);
    await upload(next, [file]);
    await sending(next, 'dở dang.pdf', 'kept').waitFor({ timeout: 60_000 });
    expect(offsets).toEqual([PIECE, 2 * PIECE]);
    expect((await keptAs('dở dang.pdf')).map((kept) => kept.sha256)).toEqual([sha256(big)]);
    await expect.poll(() => next.getByText('Tải chưa xong').count()).toBe(0);
    await an.context.close();
  });

  it('[F32] a file waits while it is paused, goes on, and is given up', async () => {
    const an = await workspace.signIn('an');
    const page = await an.open(LIBRARY);
    const file = await fileOf('tạm dừng.pdf', heavyPdf(18 * 1024 * 1024, 'tạm dừng'));
    // Nothing answers the second piece until it is let go.
    await page.route('**/api/uploads/*', (route) => (route.request().headers()['upload-offset'] === String(PIECE) ? undefined : route.continue()));
    await upload(page, [file]);
    await page.getByText(/^8 MB \/ 18 MB/).waitFor();
    await page.getByRole('button', { name: 'Tạm dừng: tạm dừng.pdf' }).click();
    await sending(page, 'tạm dừng.pdf', 'paused').waitFor();
    const offsets = offsetsOf(page);
    await page.getByRole('button', { name: 'Tải tiếp: tạm dừng.pdf' }).click();
    await expect.poll(() => offsets).toEqual([PIECE]);
    await page.getByRole('button', { name: 'Hủy tải lên: tạm dừng.pdf' }).click();
    await expect
      .poll(async () => (await workspace.server.owner.query(`SELECT state FROM upload WHERE file_name = 'tạm dừng.pdf'`)).rows)
      .toEqual([{ state: 'cancelled' }]);
    await expect.poll(() => page.locator('[data-sending]').count()).toBe(0);
    await an.context.close();
  });

  it('[F28] [F116] nothing goes before it is judged and declared; what the server refuses tells why', async () => {
    const an = await workspace.signIn('an');
    const page = await an.open(LIBRARY);
    const begun: string[] = [];
    page.on('request', (request) => request.method() === 'POST' && begun.push(request.url()));
    await page
      .locator('input[type="file"]')
      .first()
      .setInputFiles([
        { name: 'báo cáo\u202Efdp.exe', mimeType: 'application/pdf', buffer: Buffer.from('x') },
        { name: 'rỗng.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(0) },
        { name: 'không phải.pdf', mimeType: 'application/pdf', buffer: randomBytes(5_000) },
      ]);
    await page.getByText('Tên tệp có ký tự đảo chiều chữ').waitFor();
    await page.getByText('Tệp rỗng, không có nội dung.').waitFor();
    // Without the declaration the form is not sent.
    await page.getByRole('button', { name: 'Tải lên 1 tệp' }).click();
    expect(begun).toEqual([]);
    await page.getByLabel('Tôi cam kết').check();
    await page.getByRole('button', { name: 'Tải lên 1 tệp' }).click();
    await sending(page, 'không phải.pdf', 'refused').waitFor({ timeout: 30_000 });
    await sending(page, 'không phải.pdf', 'refused').getByText('Loại tệp này không được nhận.').waitFor();
    expect(begun).toHaveLength(1);
    await an.context.close();
  });

  it('[F118] [F26] a document is filled in from its first page, a number typed otherwise is pointed out, and the facts are confirmed', async () => {
    const { server, world } = workspace;
    const { document } = await uploadFile(server, work, world.people.an, API, 'kế hoạch.pdf', pdfOf([{ lines: [...PLAN, randomUUID()] }]));
    const an = await workspace.browserOf('an');
    const page = await an.open(`${LIBRARY}/${document}`);
    const number = page.getByLabel('Số, ký hiệu');
    await number.waitFor();
    expect([await number.inputValue(), await page.getByLabel('Ngày ban hành').inputValue()]).toEqual(['12/KH-UBND', '05/02/2022']);
    await page.getByText('Đọc từ dòng “Số: 12/KH-UBND”.').waitFor();
    await number.fill('21/KH-UBND');
    await page.getByText('Số, ký hiệu đã nhập “21/KH-UBND” khác với số, ký hiệu trên trang đầu của văn bản “12/KH-UBND”.').waitFor();
    await page.getByRole('button', { name: 'Lấy theo trang đầu: Số, ký hiệu' }).click();
    await page.getByLabel('Có hiệu lực từ ngày').fill('10/2/2022');
    // A colleague has written meanwhile: what was typed stays, and is sent on the new state.
    await ask(server, world.people.binh, 'PATCH', `${API}/documents/${document}/access`, { version: 1, personalData: true, reason: 'Có danh sách (minh họa)' });
    await page.getByRole('button', { name: 'Xác nhận thông tin' }).click();
    await page.getByRole('button', { name: 'Nạp trạng thái mới, giữ nội dung đang nhập' }).click();
    await page.getByRole('button', { name: 'Xác nhận thông tin' }).click();
    await page.getByText('Đã xác nhận thông tin của tài liệu.').waitFor();
    const { body } = await ask(server, world.people.an, 'GET', `${API}/documents/${document}`);
    expect(body.versions[0]).toMatchObject({
      facts: { number: '12/KH-UBND', date: '2022-02-05', validFrom: '2022-02-10', validTo: null },
      confirmed: { by: { name: 'Nguyễn Văn An' } },
    });
    expect(body.personalData).toBe(true);
    expect(an.pageErrors).toEqual([]);
  });

  it('[F24] [F31] a redacted copy becomes the next version, and only the head releases', async () => {
    const { server, world } = workspace;
    const { document } = await uploadFile(server, work, world.people.an, API, 'danh sách.pdf', pdfOf([{ lines: [...PLAN, randomUUID()] }]));
    await ask(server, world.people.an, 'PATCH', `${API}/documents/${document}/access`, { version: 1, personalData: true, reason: 'Có danh sách (minh họa)' });
    const [an, binh] = [await workspace.browserOf('an'), await workspace.browserOf('binh')];
    const clerk = await an.open(`${LIBRARY}/${document}`);
    await clerk.getByRole('button', { name: 'Thay đổi quyền xem' }).click();
    await clerk.getByText('Chỉ lãnh đạo phê duyệt của cơ quan được cho công khai').waitFor();
    await expect.poll(() => clerk.getByLabel('Cho công khai').count()).toBe(0);
    const head = await binh.open(`${LIBRARY}/${document}`);
    const release = async () => {
      await head.getByRole('button', { name: 'Thay đổi quyền xem' }).click();
      await head.getByLabel('Cho công khai').check();
      await head.getByLabel('Lý do').fill('Phục vụ công khai kết quả (minh họa)');
      await head.getByRole('button', { name: 'Lưu quyền xem' }).click();
    };
    await release();
    await head.getByText('hãy tải lên bản đã che dữ liệu cá nhân trước khi cho công khai').waitFor();
    await clerk
      .locator('input[type="file"]')
      .first()
      .setInputFiles(await fileOf('danh sách đã che.pdf', pdfOf([{ lines: [...PLAN, randomUUID()] }])));
    await clerk.getByLabel('Đây là bản đã che dữ liệu cá nhân').check();
    await clerk.getByLabel('Tôi cam kết').check();
    await clerk.getByRole('button', { name: 'Tải lên 1 tệp' }).click();
    await clerk.getByRole('article', { name: 'Phiên bản 2' }).getByText('Bản đã che dữ liệu cá nhân').waitFor({ timeout: 30_000 });
    await binh.open(`${LIBRARY}/${document}`);
    await release();
    await head.getByText('Đã lưu quyền xem.').waitFor();
    await head.getByText('Được công khai').first().waitFor();
  });

  it('[F23] [F26] references are pasted, shown with their faults, and kept; a paper sent by the secret mail leaves nothing of itself', async () => {
    const an = await workspace.browserOf('an');
    const page = await an.open(LIBRARY);
    await page.getByRole('button', { name: 'Dán danh sách số, ký hiệu' }).click();
    await page.getByLabel('Danh sách văn bản').fill('123/KH-MH ngày 05/02/2022; 45/BC-MH ngày 10/3/2022 về kết quả cải cách hành chính; không có số');
    await page.getByRole('button', { name: 'Xem trước' }).click();
    await page.getByText('Dòng 1: Không tìm thấy số, ký hiệu văn bản trong “không có số”').waitFor();
    await page.getByRole('button', { name: 'Ghi 2 văn bản vào kho' }).click();
    await page.getByText('Đã ghi 2 văn bản vào kho.').waitFor();
    await page.getByRole('button', { name: 'Gửi theo đường văn thư mật' }).click();
    const form = page.locator('form', { hasText: 'Không nhập số, ký hiệu, trích yếu' });
    await expect.poll(() => form.locator('input, textarea').count()).toBe(0);
    await form.getByRole('button', { name: 'Ghi nhận' }).click();
    await page.getByText('Đã ghi nhận một tài liệu gửi theo đường văn thư mật.').waitFor();
    await page.getByRole('article', { name: 'Tài liệu gửi theo đường văn thư mật' }).waitFor();
    await page.getByRole('searchbox', { name: 'Tìm tài liệu' }).fill('ket qua cai cach');
    await page.getByRole('article', { name: '45/BC-MH ngày 10/03/2022' }).waitFor();
    await expect.poll(() => page.getByRole('article').count()).toBe(1);
    expect(an.pageErrors).toEqual([]);
  });

  it('[F30] of the documents of the round before only those are taken over that are said to hold', async () => {
    const { server, world } = workspace;
    await server.owner.query(
      `INSERT INTO round (id, owner_body, year, title, edition_id, state, created_at) VALUES ('minh-hoa-2021', 'bo-minh-hoa', 2021, 'Kỳ minh họa 2021', $1, 'open', now())`,
      [world.scheme.id],
    );
    await server.owner.query(`INSERT INTO participant (round_id, body_id, position) VALUES ('minh-hoa-2021', 'tinh-minh-hoa-01', 1)`);
    await server.owner.query(`INSERT INTO round_step (round_id, step, opens, closes) VALUES ('minh-hoa-2021', 'selfAssessment', '2022-01-01', '2023-03-01')`);
    await ask(server, world.people.an, 'POST', '/api/rounds/minh-hoa-2021/sheets/tinh-minh-hoa-01/documents', {
      documents: ['7/QC-MH', '8/QC-MH'].map((number) => ({ id: randomUUID(), number, date: '2021-03-01' })),
    });
    const an = await workspace.browserOf('an');
    const page = await an.open(LIBRARY);
    await page.getByRole('button', { name: 'Lấy tài liệu kỳ trước' }).click();
    await expect.poll(() => page.getByRole('button', { name: 'Đưa 0 tài liệu sang kỳ này' }).isDisabled()).toBe(true);
    const about = (number: string) => page.getByRole('radiogroup', { name: `${number} ngày 01/03/2021 còn hiệu lực không?` });
    await about('7/QC-MH').getByLabel('Còn hiệu lực').check();
    await about('8/QC-MH').getByLabel('Không còn').check();
    expect(await faultsInStory(page)).toEqual([]);
    await page.getByRole('button', { name: 'Đưa 1 tài liệu sang kỳ này' }).click();
    await page.getByText('Đã đưa 1 tài liệu sang kỳ này.').waitFor();
    await page.getByRole('article', { name: '7/QC-MH ngày 01/03/2021' }).getByText('Từ kỳ trước').waitFor();
    await expect.poll(() => page.getByRole('article', { name: '8/QC-MH ngày 01/03/2021' }).count()).toBe(0);
  });

  it('[F94] an appraiser who comes too early, and an administrator, are told why they see nothing, and not to try again', async () => {
    const [giang, lan] = [await workspace.signIn('giang'), await workspace.browserOf('lan')];
    for (const [browser, why] of [
      [giang, 'Bước thẩm định chưa mở'],
      [lan, 'không có quyền xem nội dung này'],
    ] as const) {
      const page = await browser.open(LIBRARY);
      await page.getByText(why).waitFor();
      await expect.poll(() => page.getByRole('button', { name: 'Thử lại' }).count()).toBe(0);
    }
    await giang.context.close();
  });

  it('[F23] [F31] on a phone nothing of what was chosen or refused lies beside the screen; what holds personal data says who sees it', async () => {
    const { server, world } = workspace;
    const { document } = await uploadFile(server, work, world.people.an, API, 'danh sách dài.pdf', pdfOf([{ lines: [...PLAN, randomUUID()] }]));
    await ask(server, world.people.an, 'PATCH', `${API}/documents/${document}/access`, { version: 1, personalData: true, reason: 'Có danh sách (minh họa)' });
    const an = await workspace.browserOf('an', { width: 390, height: 844 });
    const page = await an.open(LIBRARY);
    await page
      .locator('input[type="file"]')
      .first()
      .setInputFiles([{ name: 'rỗng nhưng có tên khá dài của một cơ quan.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(0) }]);
    const fault = page.getByText('Tệp rỗng, không có nội dung.');
    await fault.waitFor();
    const box = await fault.boundingBox();
    expect((box?.x ?? 390) + (box?.width ?? 390)).toBeLessThan(390);
    const content = page.getByRole('link', { name: 'Tìm trong nội dung tài liệu' });
    await expect.poll(() => content.getAttribute('href')).toBe('/lam-viec/ky-danh-gia/minh-hoa-2022/tai-lieu');
    await an.open(`${LIBRARY}/${document}`);
    await page.getByText('Có dữ liệu cá nhân: chỉ người của cơ quan, hội đồng thẩm định và người thẩm định tiêu chí dẫn tài liệu được xem').waitFor();
    expect(await faultsInStory(page)).toEqual([]);
  });

  it('[F27] says to everybody in the library, and to administrators on every page, that nobody scans', async () => {
    const [an, lan] = [await workspace.signIn('an'), await workspace.browserOf('lan')];
    const library = await an.open(LIBRARY);
    await library.getByText('Tệp chưa được quét mã độc').waitFor();
    await expect.poll(() => library.getByRole('alert').count()).toBe(0);
    for (const place of ['/lam-viec', '/lam-viec/co-quan'])
      await (await lan.open(place)).getByRole('alert').getByText('Chưa cài phần mềm quét mã độc').waitFor();
    await an.context.close();
  });
});
