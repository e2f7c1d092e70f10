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

const textOfDraft = async (): Promise<string> => {
  const { rows } = await workspace.server.owner.query(`SELECT document FROM edition WHERE id = 'minh-hoa-soan'`);
  return rows[0].document;
};

it('[F1] Dũng writes a draft: adds an item, sees what is over, gives it bands with their sentence and examples, moves, undoes, and finds all of it again', async () => {
  const { page, pageErrors, open } = await workspace.signIn('dung');
  await open(address);
  await page.getByRole('link', { name: 'Soạn bộ tiêu chí' }).click();
  const tree = page.getByRole('tree', { name: 'Cây tiêu chí' });
  const row = (name: string | RegExp) => tree.getByRole('treeitem', { name });
  await row(/^1 Chỉ đạo/).click();
  expect(await tree.getByRole('treeitem').count()).toBe(7);

  // By keys: the end of the tree, an item beside it, its title at once.
  await tree.press('End');
  await page.keyboard.press('Insert');
  await page.keyboard.type('Xử lý văn bản trái pháp luật');
  await row(/^2\.2 Xử lý văn bản trái pháp luật.*chưa có điểm/).waitFor();
  await row(/^2 Cải cách thể chế.*1 mục chưa có điểm/).waitFor();
  await page.getByText('Tiêu chí 2.2: Chưa có điểm tối đa.').waitFor();
  await page.getByLabel('Điểm tối đa').fill('0,5');
  await row(/^2 Cải cách thể chế.*Thừa 0,5/).waitFor();

  await page.getByRole('combobox', { name: 'Kiểu cách tính' }).click();
  await page.getByRole('option', { name: 'Chia mức theo tỷ lệ hoặc số liệu' }).click();
  await page.getByRole('combobox', { name: 'Phần đạt được' }).click();
  await page.getByRole('option', { name: 'Số nhiệm vụ đã hoàn thành' }).click();
  await page.getByRole('combobox', { name: 'Trên tổng số' }).click();
  await page.getByRole('option', { name: 'Khai báo số liệu mới…' }).click();
  await page.getByLabel('Tên số liệu', { exact: true }).fill('Số văn bản phải xử lý');
  await page.getByRole('button', { name: 'Thêm số liệu' }).click();
  await page.getByRole('textbox', { name: 'Ngưỡng của mức 1', exact: true }).fill('90');
  await page.getByText('từ 90% trở lên: 0,5 điểm').waitFor();
  await page.getByText('trên “Số văn bản phải xử lý”').waitFor();
  const examples = page.getByRole('table', { name: 'Ví dụ: giá trị và điểm được chấm' });
  expect(await examples.getByRole('row').allTextContents()).toEqual(['Giá trịĐiểm', '91%0,5', '90%0,5', '89%0']);
  await page.getByRole('img', { name: 'Điểm theo giá trị' }).waitFor();
  expect(await faultsInStory(page)).toEqual([]);
  await picture(page, 'scheme-editor');

  // Up by keys, into the domain before, and back again by undoing.
  await row(/^2\.2/).focus();
  for (const _ of [1, 2]) await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(() => tree.getByRole('treeitem').allTextContents()).toEqual(expect.arrayContaining([expect.stringMatching(/^2\.2/)]));
  await row(/^1 Chỉ đạo.*Thừa 0,5/).waitFor();
  await page.keyboard.press('Control+z');
  await row(/^2 Cải cách thể chế.*Thừa 0,5/).waitFor();
  await page.getByRole('button', { name: 'Làm lại' }).click();
  await row(/^1 Chỉ đạo.*Thừa 0,5/).waitFor();
  await saved(page);

  const { page: again, open: openAgain } = await workspace.signIn('dung');
  await openAgain(`${address}/soan?item=2.2`);
  await again.getByRole('treeitem', { name: /^1 Chỉ đạo.*Thừa 0,5/ }).waitFor();
  await again.getByText('từ 90% trở lên: 0,5 điểm').waitFor();
  expect(await textOfDraft()).toContain('maximum: 2.50 # hai điểm rưỡi');
  expect(pageErrors).toEqual([]);
}, 120_000);

it('[F1] on a phone the tree comes first and a part after it; the words of a decision are read as a rule; a refusal is told', async () => {
  const { page, pageErrors, open } = await workspace.signIn('dung', { width: 390, height: 844 });
  await open(`${address}/soan`);
  await page.getByRole('treeitem', { name: /^1\.2\.1/ }).click();
  await page.getByRole('heading', { name: 'Tiêu chí thành phần 1.2.1' }).waitFor();
  await page.getByText('Viết bằng lời').click();
  await page.getByRole('textbox', { name: 'Viết bằng lời' }).fill('Từ 95% trở lên: 2 điểm\nTừ 80% đến dưới 95%: 1 điểm\nDưới 80%: 0 điểm');
  await page.getByRole('button', { name: 'Đọc thành cách tính' }).click();
  await page.getByText(/^Đã đọc/).waitFor();
  await page.getByRole('listitem').filter({ hasText: 'từ 80% đến dưới 95%: 1 điểm' }).waitFor();
  await page.getByLabel('Số thứ tự').fill('1.2.2');
  await page.getByLabel('Số thứ tự').press('Enter');
  await page.getByText('Mã “1.2.2” đã có.').waitFor();
  expect(await faultsInStory(page)).toEqual([]);
  await page.getByRole('button', { name: 'Về cây tiêu chí' }).click();
  await page.getByRole('tree', { name: 'Cây tiêu chí' }).waitFor();
  await saved(page);
  expect(pageErrors).toEqual([]);
}, 120_000);

it('[F1] two write at once: what does not touch stands beside each other, where both wrote one title a person decides', async () => {
  const [one, other] = [await workspace.signIn('dung'), await workspace.signIn('dung')];
  for (const { open } of [one, other]) await open(`${address}/soan?item=2.1`);
  const title = ({ page }: typeof one) => page.locator('#editor-title-field');
  await title(one).waitFor();
  await title(other).waitFor();
  // Of two parts: both stand, and each sees the other's.
  await one.page.getByRole('treeitem', { name: /^1\.2\.2/ }).click();
  await one.page.getByLabel('Điểm tối đa').fill('1,25');
  await saved(one.page);
  await other.page.getByRole('treeitem', { name: /^1\.2\.2.*1,25 điểm/ }).waitFor();
  await other.page.getByText('vừa sửa bản dự thảo').waitFor();

  // Of one title: the one who saves later is asked.
  await one.page.getByRole('treeitem', { name: /^2\.1/ }).click();
  await one.context.setOffline(true);
  await title(one).fill('Rà soát văn bản quy phạm');
  await one.page.getByText('Chưa lưu: mất kết nối').waitFor();
  await title(other).fill('Kiểm tra văn bản');
  await saved(other.page);
  await one.context.setOffline(false);
  await one.page.getByRole('heading', { name: 'Hai người cùng sửa một chỗ' }).waitFor();
  await one.page.getByText('Kiểm tra văn bản').waitFor();
  expect(await faultsInStory(one.page)).toEqual([]);
  await picture(one.page, 'scheme-conflict');
  await one.page.getByRole('button', { name: 'Giữ của tôi' }).click();
  await saved(one.page);
  await other.page.getByRole('treeitem', { name: /^2\.1 Rà soát văn bản quy phạm/ }).waitFor();
  expect([...one.pageErrors, ...other.pageErrors]).toEqual([]);
}, 120_000);

it('[F1] a window closed without a line loses nothing: the next goes on with what was written, and saves it', async () => {
  const { page, context, open } = await workspace.signIn('dung');
  await open(`${address}/soan?item=2.1`);
  await page.locator('#editor-title-field').waitFor();
  await context.setOffline(true);
  await page.locator('#editor-title-field').fill('Rà soát, hệ thống hóa văn bản');
  await page.getByText('Chưa lưu: mất kết nối').waitFor();
  await page.close();
  await context.setOffline(false);
  expect(await textOfDraft()).not.toContain('hệ thống hóa');

  const next = await context.newPage();
  await next.goto(`${workspace.address}${address}/soan`);
  await next.getByText('Những thay đổi của lần soạn trước chưa kịp lưu').waitFor();
  await saved(next);
  await next.getByRole('treeitem', { name: /^2\.1 Rà soát, hệ thống hóa văn bản/ }).waitFor();
  await expect.poll(textOfDraft).toContain('Rà soát, hệ thống hóa văn bản');
  expect(await faultsInStory(next)).toEqual([]);
  // What is saved is told no second time.
  await next.reload();
  await next.getByRole('treeitem', { name: /^2\.1 Rà soát, hệ thống hóa văn bản/ }).waitFor();
  expect(await next.getByText('Những thay đổi của lần soạn trước').count()).toBe(0);
}, 120_000);
