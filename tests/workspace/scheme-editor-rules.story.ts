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
  await saved(page);
  expect(pageErrors).toEqual([]);
}, 120_000);
