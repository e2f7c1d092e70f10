import { afterAll, beforeAll, expect, it } from 'vitest';
import { faultsInStory } from '../axe.ts';
import { makeDraft } from './draft.ts';
import { openTestWorkspace, picture, saved, type TestWorkspace } from './test-workspace.ts';

let workspace: TestWorkspace;
let address: string;
beforeAll(async () => {
  workspace = await openTestWorkspace();
  address = `/lam-viec/bo-tieu-chi/${await makeDraft(workspace.server, workspace.world.people.dung)}`;
}, 120_000);
afterAll(() => workspace?.close());

it('[F2] a rule by cases: on whose answer it hangs, the rule of each answer, in words and with examples; and a form for every kind', async () => {
  const { page, pageErrors, open } = await workspace.signIn('dung');
  await open(`${address}/soan?item=2.1`);
  const kind = page.getByRole('combobox', { name: 'Kiểu cách tính', exact: true });
  const choose = async (which: string, option: string | RegExp) => {
    await page.getByRole('combobox', { name: which, exact: true }).click();
    await page.getByRole('option', { name: option }).click();
  };
  await choose('Kiểu cách tính', 'Tùy câu trả lời của nội dung khác');
  await choose('Tùy câu trả lời của', /^1\.1 Ban hành kế hoạch/);
  await choose('Kiểu cách tính của trường hợp 1', 'Chia mức theo tỷ lệ hoặc số liệu');
  await choose('Phần đạt được', 'Số nhiệm vụ đã hoàn thành');
  await choose('Trên tổng số', 'Số nhiệm vụ được giao');
  await page.getByRole('textbox', { name: 'Ngưỡng của mức 1', exact: true }).fill('80');
  await page.getByRole('button', { name: 'Thêm trường hợp' }).click();
  await choose('Kiểu cách tính của trường hợp 2', 'Người thẩm định cho điểm');
  await choose('Kiểu cách tính của các trường hợp khác', 'Có hoặc không');
  await page.getByText('Trường hợp “Không”:').waitFor();
  const examples = page.getByRole('table', { name: 'Ví dụ: Trường hợp “Có”' });
  expect(await examples.getByRole('row').allTextContents()).toEqual(['Giá trịĐiểm', '81%4', '80%4', '79%0']);
  expect(await page.getByRole('button', { name: 'Thêm trường hợp' }).isDisabled()).toBe(true);
  await page.getByText('Bản dự thảo không có lỗi.').waitFor();
  expect(await faultsInStory(page)).toEqual([]);
  await picture(page, 'scheme-branch');
  await saved(page);

  await kind.click();
  const kinds = await page.getByRole('option').allTextContents();
  await page.keyboard.press('Escape');
  for (const each of kinds) {
    await choose('Kiểu cách tính', each);
    await page.locator('.editor-rule [data-place*="/rule/"]').first().waitFor();
  }
  expect(kinds).toHaveLength(13);

  // A formula is written by the names of figures; what the scheme holds are their ids.
  await choose('Kiểu cách tính', 'Công thức');
  const formula = page.getByRole('textbox', { name: 'Công thức' });
  await formula.fill('min(“Số nhiệm vụ đã hoàn thành” / “Số nhiệm vụ được giao” × 4,5; 4)');
  await formula.blur();
  expect(await formula.inputValue()).toBe('min(“Số nhiệm vụ đã hoàn thành” / “Số nhiệm vụ được giao” × 4,5; 4)');
  await saved(page);
  const { rows } = await workspace.server.owner.query(`SELECT document FROM edition WHERE id = 'minh-hoa-soan'`);
  expect(rows[0].document).toContain('min(done / planned * 4.5, 4)');
  expect(pageErrors).toEqual([]);
}, 120_000);

it('[F2] what holds of the whole edition has its form: basis, groups of points, classes, whom the survey asks and what; conditions of an item too', async () => {
  const { page, pageErrors, open } = await workspace.signIn('dung');
  await open(`${address}/soan`);
  await page.getByRole('button', { name: 'Thông tin chung' }).click();
  await page.getByLabel('Tên bộ tiêu chí').fill('Bộ tiêu chí minh họa đã đổi tên');
  await page.getByRole('button', { name: 'Thêm căn cứ' }).click();
  await page.getByLabel('Số, ký hiệu 1').fill('01/QĐ-MH');
  await page.getByRole('button', { name: 'Thêm loại' }).click();
  await page.getByLabel('Tên loại 1').fill('Tốt');
  await page.getByLabel('Từ chỉ số 1').fill('80');
  await page.getByRole('button', { name: 'Thêm nhóm đối tượng' }).click();
  await page.getByLabel('Tên nhóm đối tượng 1').fill('Người dân');
  await page.getByRole('button', { name: 'Thêm câu hỏi' }).click();
  await page.getByLabel('Câu hỏi 1', { exact: true }).fill('Ông, bà có hài lòng không?');
  await page.getByRole('combobox', { name: 'Hỏi nhóm nào' }).click();
  await page.getByRole('option', { name: 'Người dân' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Thêm phương án' }).click();
  await page.getByLabel('Phương án 1').fill('Hài lòng');
  expect(await faultsInStory(page)).toEqual([]);
  await picture(page, 'scheme-edition');
  await page.getByRole('treeitem', { name: /^2\.1/ }).click();
  await page.getByRole('button', { name: 'Thêm điều kiện' }).click();
  await page.getByLabel('Điều kiện 1').fill('Ban hành đúng hạn');
  await saved(page);
  const { rows } = await workspace.server.owner.query(`SELECT document FROM edition WHERE id = 'minh-hoa-soan'`);
  for (const said of ['01/QĐ-MH', 'Tốt', 'Người dân', 'Ông, bà có hài lòng không?', 'Hài lòng', 'Ban hành đúng hạn']) expect(rows[0].document).toContain(said);
  expect(pageErrors).toEqual([]);
}, 120_000);
