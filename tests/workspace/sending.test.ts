import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signMade } from '../../server/src/capabilities/submissions/testing/sign-made.ts';
import { inspectFile } from '../../server/src/file-inspection/inspect-file.ts';
import { certify, type Identity } from '../../server/src/signatures/testing/authority.ts';
import { signDetached } from '../../server/src/signatures/testing/cms.ts';
import { answerAll } from '../../server/src/testing/answer-all.ts';
import { ask } from '../../server/src/testing/world.ts';
import { faultsInStory } from '../axe.ts';
import { openTestWorkspace, SHEET, type TestWorkspace } from './test-workspace.ts';

const BODY = '/api/rounds/minh-hoa-2022/sheets/tinh-minh-hoa-01';
const PHONE = { width: 390, height: 844 };

let workspace: TestWorkspace;
let leader: Identity;
beforeAll(async () => {
  workspace = await openTestWorkspace();
  leader = await certify({ name: 'Trần Thị Bình', organization: 'Ủy ban nhân dân tỉnh Minh họa 01' });
  await answerAll(workspace.server, workspace.world.people.an, BODY, workspace.world.scheme);
}, 60_000);
afterAll(() => workspace?.close());

const choose = (page: Page, name: string, buffer: Buffer) => page.locator('input[type="file"]').setInputFiles({ name, mimeType: 'application/pdf', buffer });

/** The text of a PDF, as the intake of documents reads it. */
async function textOf(pdf: Buffer): Promise<string> {
  const place = await mkdtemp(join(tmpdir(), 'parindex-sent-'));
  try {
    await writeFile(join(place, 'bao-cao.pdf'), pdf);
    const read = await inspectFile(join(place, 'bao-cao.pdf'), 'bao-cao.pdf');
    return 'image' in read ? '' : read.pages.map(({ text }) => text.replaceAll(/\s+/g, ' ')).join(' ');
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

/** Nothing for axe to find, and nothing wider than the window. */
async function expectWell(page: Page): Promise<void> {
  await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => undefined))));
  expect(await faultsInStory(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
}

describe('from freezing to the receipt, in the browser', () => {
  it('[F34] [F36] [F115] Bình freezes, sends the signed report; a stranger checks the receipt; Dũng reopens, Bình is told', async () => {
    const binh = await workspace.signIn('binh');
    const page = await binh.open(`${SHEET}?view=send`);
    await page.getByLabel('Khó khăn, vướng mắc', { exact: true }).fill('Thiếu nhân lực chuyên trách (minh họa).');
    // It is not lost by looking at another view of the sheet.
    await page.getByRole('link', { name: 'Rà soát', exact: true }).click();
    await page.getByText('Còn nội dung chưa lưu').waitFor();
    await page.getByRole('button', { name: 'Ở lại để lưu' }).click();
    // What is typed beside it stays when this alone is saved.
    const form = page.getByRole('region', { name: 'Thể thức: người ký, nơi nhận' });
    let save = (): void => undefined;
    const typing = new Promise<void>((resolve) => {
      save = resolve;
    });
    await page.route('**/report-text', async (route) => {
      await typing;
      await route.continue();
    });
    await page.getByRole('button', { name: 'Lưu nội dung' }).click();
    await form.getByLabel('Họ và tên người ký').fill('Lê Văn');
    save();
    // Whoever has gone on to another field is not taken out of it when the save has ended.
    await page.getByText('Đã lưu.').waitFor();
    await page.keyboard.type(' Minh Họa');
    await page.getByText('Trần Thị Bình nhập lúc').waitFor();
    await page.getByText('báo cáo là dự thảo').waitFor();
    // Who signs, who drafted it and who gets it are chosen, and shown as the report will have them.
    await form.getByRole('combobox', { name: 'Người ký' }).click();
    await page.getByRole('option', { name: 'Ký thừa ủy quyền (TUQ.)' }).click();
    await form.getByText('TUQ. CHỦ TỊCH / GIÁM ĐỐC SỞ NỘI VỤ').waitFor();
    await form.getByRole('combobox', { name: 'Người ký' }).click();
    await page.getByRole('option', { name: 'Cấp phó ký thay (KT.)' }).click();
    await form.getByText('TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH').waitFor();
    await expect.poll(() => form.getByLabel('Họ và tên người ký').inputValue()).toBe('Lê Văn Minh Họa');
    await form.getByLabel('Đơn vị soạn thảo (viết tắt)').fill('SNV');
    await form.getByLabel('Nơi nhận khác').fill('Thường trực Tỉnh ủy (để báo cáo)\n\nSở Nội vụ');
    await form.getByText('Như trên; Thường trực Tỉnh ủy (để báo cáo); Sở Nội vụ; Lưu: VT, SNV').waitFor();
    await form.getByRole('button', { name: 'Lưu thể thức' }).click();
    await form.getByText('Đã lưu.').waitFor();
    await expectWell(page);

    // Steps stand in their order, each with its number; the form of the report is one of them.
    const steps = page.locator('.numbered-steps > .card h2');
    expect(await steps.allTextContents()).toEqual([
      'Khó khăn, vướng mắc và đề xuất, kiến nghị',
      'Chốt số liệu',
      'Thể thức: người ký, nơi nhận',
      'Tải báo cáo, ký số',
      'Gửi báo cáo',
    ]);
    expect(await steps.evaluateAll((all) => all.every((title) => getComputedStyle(title, '::before').content.includes('counter(step)')))).toBe(true);
    await page.getByRole('region', { name: 'Chốt số liệu' }).getByRole('button', { name: 'Chốt số liệu', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Chốt số liệu', exact: true }).click();
    await page.getByText('Đã chốt lúc').waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Tải báo cáo (PDF)' }).click();
    const made = await readFile(await (await download).path());
    expect(made.subarray(0, 5).toString()).toBe('%PDF-');
    const said = await textOf(made);
    for (const part of ['KT. CHỦ TỊCH PHÓ CHỦ TỊCH', 'Lê Văn Minh Họa', '- Thường trực Tỉnh ủy (để báo cáo);', '- Sở Nội vụ;', '- Lưu: VT, SNV.'])
      expect(said).toContain(part);

    await choose(page, 'chua-ky.pdf', made);
    await page.getByText('Tệp không có chữ ký số.').waitFor();
    await page.getByText('đề nghị cơ quan chủ trì cho phép').waitFor();
    await expectWell(page);
    const signed = await signMade(made, (bytes) => signDetached(bytes, { by: leader, at: '2023-01-10T01:00:00Z' }));
    await choose(page, 'da-ky.pdf', signed);
    await page.getByText('Biên nhận đang có hiệu lực').waitFor();
    await page.getByText('Trần Thị Bình, Ủy ban nhân dân tỉnh Minh họa 01').first().waitFor();
    await page.setViewportSize(PHONE);
    await expectWell(page);
    const receipt = await page.getByRole('link', { name: 'Trang tra cứu biên nhận' }).getAttribute('href');

    const stranger = await workspace.signIn(undefined);
    const outside = await stranger.open(receipt as string);
    await outside.getByText('Đang có hiệu lực').waitFor();
    await choose(outside, 'da-ky.pdf', signed);
    await outside.getByText('“da-ky.pdf” đúng là tệp báo cáo đã gửi').waitFor();
    await choose(outside, 'khac.pdf', made);
    await outside.getByText('“khac.pdf” không phải tệp báo cáo đã gửi').waitFor();
    await expectWell(outside);

    const dung = await workspace.signIn('dung');
    const owner = await dung.open(`${SHEET}?view=send`);
    await owner.getByRole('button', { name: 'Mở lại bảng chấm điểm' }).click();
    const dialog = owner.getByRole('dialog');
    await dialog.getByLabel('Lý do mở lại').fill('Cần làm rõ số liệu (minh họa)');
    const items = dialog.getByRole('combobox', { name: 'Các tiêu chí được sửa' });
    await items.fill('không có tiêu chí này');
    await owner.getByText('Không tìm thấy mục nào phù hợp').waitFor();
    // By its name without marks: nobody knows codes by heart.
    await items.fill('thuc hien ke hoach');
    await owner.getByRole('option', { name: /^1\.1 / }).click();
    await dialog.getByLabel('Mở đến').fill('17:00 20/01/2023');
    await expectWell(owner);
    await dialog.getByRole('button', { name: 'Mở lại bảng chấm điểm' }).click();
    await dialog.waitFor({ state: 'hidden' });

    await page.reload();
    await page.getByText('Phạm Văn Dũng, cơ quan chủ trì, đã mở lại bảng chấm điểm').waitFor();
    await page.getByText('Phạm vi: tiêu chí 1.1.').waitFor();
    await page.getByText('Thời hạn: đến 17 giờ 00 ngày 20/01/2023.').waitFor();
    await outside.reload();
    await outside.getByText('Bảng chấm điểm đã được mở lại').waitFor();
    expect([binh, stranger, dung].flatMap(({ pageErrors }) => pageErrors)).toEqual([]);
    // What nobody may change now is refused by the server all the same.
    const entries = [{ id: randomUUID(), item: '1.2', base: 999, changes: { justification: 'x' } }];
    const { seq } = (await ask(workspace.server, workspace.world.people.an, 'GET', BODY)).body;
    const refused = await ask(workspace.server, workspace.world.people.an, 'POST', `${BODY}/entries`, { entries: [{ ...entries[0], base: seq }] });
    expect(refused.body.code).toBe('outsideReopening');
  });
});
