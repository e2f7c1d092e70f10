import { readFile } from 'node:fs/promises';
import { readXlsx } from 'hucre/xlsx';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CONFIRMING_COPY } from '../../server/src/capabilities/survey/testing/confirming.ts';
import { addQuestionnaires, addSurveyStep, csvOf } from '../../server/src/capabilities/survey/testing/survey-of-round.ts';
import { faultsByAxe } from '../axe.ts';
import { openTestWorkspace, type TestWorkspace } from './test-workspace.ts';

const ROUND = '/lam-viec/ky-danh-gia/minh-hoa-2022';
const PAGE = `${ROUND}/dieu-tra`;
const COUNCILLORS = 'Đại biểu Hội đồng nhân dân tỉnh';

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await openTestWorkspace();
  await addQuestionnaires(workspace.server, workspace.world);
  await addSurveyStep(workspace.server, workspace.world);
}, 120_000);
afterAll(() => workspace?.close());

const lineOf = (n: number, { name = `Đại biểu Minh họa ${n}`, group = COUNCILLORS, phone = `091200000${n}` } = {}) =>
  `${n};${name};Đại biểu;Tổ đại biểu số ${n};${group};${phone};`;

const choose = (page: Page, name: string, content: Buffer) =>
  page.locator('input[type="file"]').first().setInputFiles({ name, mimeType: 'text/csv', buffer: content });

/** What a button saves. */
async function saved(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

it('[F57] the owner opens the survey; a unit’s list comes in once every fault of it is mended, and is confirmed', async () => {
  const owner = await workspace.browserOf('dung');
  await owner.open(ROUND);
  await owner.page.getByRole('link', { name: 'Điều tra xã hội học' }).first().click();
  await owner.page.getByLabel('Ngưỡng hiển thị kết quả (số phiếu)').fill('6');
  await owner.page.getByRole('button', { name: 'Mở điều tra' }).click();
  await owner.page.getByText('Chưa có cơ quan nào xác nhận danh sách nên chưa lập được liên kết.').waitFor();

  const { page, pageErrors, open } = await workspace.browserOf('an');
  await open(PAGE);
  await page.getByText('Danh sách chưa có ai.').waitFor();
  const form = await saved(page, 'Tải mẫu danh sách (XLSX)');
  expect((await readXlsx(form.bytes)).sheets[0]?.rows[0]?.slice(0, 2)).toEqual(['STT', 'Họ và tên']);

  const faulty = [lineOf(1), lineOf(2, { phone: '12345' }), lineOf(3, { name: '' }), lineOf(4, { group: 'Nhóm không có' }), lineOf(5, { phone: '0912000001' })];
  await choose(page, 'danh-sach.csv', csvOf(...faulty));
  await page.getByRole('button', { name: 'Kiểm tra tệp' }).click();
  await page.getByText('4 lỗi phải sửa trong tệp; chưa có gì được nạp').waitFor();
  const faults = page.getByRole('group', { name: 'Lỗi theo dòng' });
  const places = await faults.getByRole('rowheader').or(faults.locator('tbody th')).allTextContents();
  expect(places).toEqual(['Dòng 3, cột “Điện thoại”', 'Dòng 4, cột “Họ và tên”', 'Dòng 5, cột “Nhóm đối tượng”', 'Dòng 6, cột “Điện thoại”']);
  expect(await faults.textContent()).toContain('Dòng 6 và dòng 2 có cùng số điện thoại.');
  expect(await page.getByRole('button', { name: /^Nạp \d/ }).count()).toBe(0);
  expect(await faultsByAxe(page)).toEqual([]);

  await choose(page, 'danh-sach-da-sua.csv', csvOf(...[1, 2, 3, 4, 5].map((n) => lineOf(n))));
  await page.getByRole('button', { name: 'Kiểm tra tệp' }).click();
  await page.getByText('Tệp không có lỗi: 5 người.').waitFor();
  await page.getByRole('button', { name: 'Nạp 5 người' }).click();
  await page.getByText('Đã nạp 5 người vào danh sách.').waitFor();
  await page.getByText('5 người trong danh sách. Chưa xác nhận.').waitFor();
  // Of fewer people than the threshold a unit is not told how many have answered.
  await page.getByText('Ẩn để bảo mật').waitFor();

  // By the keyboard alone, but for the file: a system's own window chooses it.
  await page.locator('input[type="file"][accept=".pdf"]').setInputFiles({ name: 'xac-nhan.pdf', mimeType: 'application/pdf', buffer: CONFIRMING_COPY });
  await page.getByLabel('Số văn bản của cơ quan').fill('15/BC-UBND');
  await page.getByLabel('Ngày văn bản').fill('10/01/2023');
  await page.getByRole('button', { name: 'Xác nhận danh sách' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('5 người trong danh sách. Danh sách đã được xác nhận.').waitFor();
  await page.getByText('Số 15/BC-UBND ngày 10/01/2023').waitFor();
  expect(await page.getByRole('button', { name: 'Kiểm tra tệp' }).count()).toBe(0);
  expect([...pageErrors, ...owner.pageErrors]).toEqual([]);
});

it('[F57] the owner makes links that are told once, and letters with their codes; a unit replaces nobody any more', async () => {
  const { page, pageErrors, open } = await workspace.browserOf('dung');
  await open(PAGE);
  const list = await saved(page, 'Lập liên kết và tải về');
  expect(list.name).toBe('lien-ket-phieu-minh-hoa-2022.xlsx');
  const rows = (await readXlsx(list.bytes)).sheets[0]?.rows ?? [];
  const links = rows.flatMap((row) => row.filter((cell): cell is string => typeof cell === 'string' && /^https?:\/\/[^ ]+\/phieu\/[\w-]{43}$/.test(cell)));
  expect(new Set(links).size).toBe(5);
  await page.getByText('Đã lập liên kết. Tệp tải về là bản duy nhất.').waitFor();
  // What was told is not told again.
  await page.getByRole('button', { name: 'Lập liên kết và tải về' }).click();
  await page.getByText(/^Không có ai cần lập liên kết/).waitFor();
  await page.getByRole('combobox', { name: 'Lập cho' }).click();
  await page.getByRole('option', { name: 'Người chưa trả lời, để nhắc; liên kết đã có vẫn dùng được' }).click();
  await page.getByRole('combobox', { name: 'Dạng tệp' }).click();
  await page.getByRole('option', { name: 'Giấy mời có mã QR (PDF)' }).click();
  const letters = await saved(page, 'Lập liên kết và tải về');
  expect([letters.name, letters.bytes.subarray(0, 5).toString()]).toEqual(['thu-moi-phieu-minh-hoa-2022.pdf', '%PDF-']);
  await expect.poll(() => page.getByRole('row', { name: /^Tỉnh Minh họa 01/ }).textContent()).toMatch(/Đã xác nhận.*550/);
  expect(await faultsByAxe(page)).toEqual([]);

  const unit = await workspace.browserOf('an');
  await unit.open(PAGE);
  await unit.page.getByRole('button', { name: 'Xem danh sách' }).click();
  await unit.page.getByRole('button', { name: 'Thay người: Đại biểu Minh họa 1' }).click();
  await unit.page.getByRole('combobox', { name: 'Lý do' }).click();
  await unit.page.getByRole('option', { name: 'Nghỉ hưu' }).click();
  await unit.page.getByLabel('Họ và tên').fill('Đại biểu Minh họa 9');
  await unit.page.getByLabel('Điện thoại').fill('0912000009');
  await unit.page.getByRole('button', { name: 'Thay người', exact: true }).first().click();
  await unit.page.getByText(/chỉ cơ quan chủ trì thay được người/).waitFor();
  expect(await faultsByAxe(unit.page)).toEqual([]);

  await page.getByRole('link', { name: 'Tỉnh Minh họa 01' }).click();
  await page.getByRole('button', { name: 'Xem danh sách' }).click();
  await page.getByRole('button', { name: 'Thay người: Đại biểu Minh họa 1' }).click();
  await page.getByRole('combobox', { name: 'Lý do' }).click();
  await page.getByRole('option', { name: 'Nghỉ hưu' }).click();
  await page.getByLabel('Họ và tên').fill('Đại biểu Minh họa 9');
  await page.getByLabel('Điện thoại').fill('0912000009');
  await page.getByRole('button', { name: 'Thay người', exact: true }).first().click();
  await page.getByText('Đã thay người trong danh sách.').waitFor();
  await page.getByText('Đã được thay: Nghỉ hưu').waitFor();
  await page.getByText('5 người trong danh sách. Danh sách đã thay đổi sau khi xác nhận, cần xác nhận lại bằng văn bản mới.').waitFor();
  expect([...pageErrors, ...unit.pageErrors]).toEqual([]);
});
