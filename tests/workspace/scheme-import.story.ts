import { afterAll, beforeAll, expect, it } from 'vitest';
import { tablesAsDocx, tablesAsXlsx, type WrittenTable } from '../../server/src/file-inspection/testing/tables.ts';
import { faultsInStory } from '../axe.ts';
import { openTestWorkspace, picture, type TestWorkspace } from './test-workspace.ts';

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await openTestWorkspace();
}, 120_000);
afterAll(() => workspace?.close());

const TABLE: WrittenTable = {
  name: 'Phụ lục I',
  rows: [
    ['PHỤ LỤC I: BỘ TIÊU CHÍ MINH HỌA', null, null, null],
    ['STT', 'Tiêu chí', 'Điểm tối đa', 'Cách tính điểm'],
    ['I', 'Công tác chỉ đạo, điều hành', '3,5', ''],
    ['1', 'Kế hoạch cải cách hành chính', '2', ''],
    ['1.1', 'Ban hành kế hoạch', '1.5', 'Đúng thời hạn: 1,5; không đúng: 0'],
    ['1.2', 'Mức độ thực hiện kế hoạch', '0,5', 'Từ 95% trở lên: 0,5 điểm; dưới 95%: 0 điểm'],
    ['2', 'Sáng kiến', '2', 'Mỗi sáng kiến được 0,5 điểm, tối đa 2'],
    ['II', 'Cải cách thể chế', '2', ''],
    ['1', 'Ban hành văn bản', '2', 'Theo hướng dẫn của Sở Minh họa'],
  ],
  merges: ['A1:D1'],
};

it('[F8] Dũng brings in a table from Word, looks at its doubts, confirms rules, makes the draft and sees what it still lacks', async () => {
  const { page, pageErrors, open } = await workspace.signIn('dung');
  await open('/lam-viec/bo-tieu-chi');
  await page.getByRole('link', { name: 'Đưa vào từ bảng Word hoặc Excel' }).click();
  const choose = async (name: string, buffer: Buffer) => {
    await page.locator('input[type="file"]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
    await page.getByRole('button', { name: 'Xem trước' }).click();
  };
  await choose(
    'Lời văn.docx',
    await tablesAsDocx([
      {
        name: '',
        rows: [
          ['một', 'hai'],
          ['ba', 'bốn'],
        ],
      },
    ]),
  );
  await page.getByText('Tệp không có bảng tiêu chí nào đọc được').waitFor();
  expect(await page.getByRole('button', { name: 'Lập bản dự thảo' }).count()).toBe(0);

  await choose('Phụ lục I (sở 2027).docx', await tablesAsDocx([TABLE]));
  await page.getByText('Đọc được 2 lĩnh vực, 3 tiêu chí, 4 nội dung chấm điểm.').waitFor();
  // What does not add up is said of its domain and in the list of doubts, which comes first.
  const sums = page.getByRole('table', { name: 'Điểm theo lĩnh vực' });
  await expect.poll(() => sums.getByRole('row', { name: /^I\. Công tác chỉ đạo, điều hành/ }).textContent()).toContain('thừa 0,5');
  const parts = page.getByRole('table', { name: 'Từng tiêu chí đã đọc' });
  await expect
    .poll(() => parts.getByRole('rowheader').allTextContents())
    .toEqual([
      expect.stringMatching(/^I Công tác/),
      expect.stringMatching(/^I\.1\.2 Mức độ/),
      expect.stringMatching(/^II\.1 Ban hành văn bản.*Bảng 1, dòng 9, cột 2$/),
    ]);
  await expect.poll(() => parts.getByRole('row', { name: /^II\.1/ }).textContent()).toContain('cần chọn cách tính');
  expect(await faultsInStory(page)).toEqual([]);
  await picture(page, 'scheme-import');

  await page.getByRole('button', { name: 'Xác nhận 2 cách tính không có nghi ngờ' }).click();
  await page.getByLabel('Xác nhận cách tính này: I.1.2').check();
  await page.getByText('Đã xác nhận 3 trong 3 cách tính đề xuất.').waitFor();
  await page.getByRole('button', { name: /^Đã có cách tính/ }).click();
  await page.getByLabel('Xác nhận cách tính này: I.1.1').uncheck();
  await page.getByText('2 nội dung chấm điểm sẽ còn phải chọn cách tính trong bản dự thảo.').waitFor();

  expect(await page.getByLabel('Mã bộ tiêu chí').inputValue()).toBe('phu-luc-i-so-2027');
  await page.getByLabel('Tên bộ tiêu chí').fill('Bộ tiêu chí minh họa 2027');
  await page.getByRole('button', { name: 'Lập bản dự thảo' }).click();
  await page.getByRole('heading', { name: 'Bộ tiêu chí minh họa 2027' }).waitFor();
  await page.getByText('Văn bản có 3 lỗi').waitFor();
  const faults = page.getByRole('table', { name: 'Lỗi của bản dự thảo' });
  await expect.poll(() => faults.getByRole('row').count()).toBe(4);
  await expect.poll(() => faults.getByRole('row', { name: /Chưa có cách tính/i }).count()).toBe(2);
  expect(pageErrors).toEqual([]);
});

it('[F8] a workbook with a formula in a cell says so at its cell', async () => {
  const { page, open } = await workspace.signIn('dung');
  await open('/lam-viec/dua-vao-bo-tieu-chi');
  const rows = TABLE.rows.map((cells) => cells.map((cell) => (cell === '0,5' ? '=1/2' : cell)));
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: 'a.xlsx', mimeType: 'application/octet-stream', buffer: await tablesAsXlsx([{ ...TABLE, rows }]) });
  await page.getByRole('button', { name: 'Xem trước' }).click();
  await page.getByText('Ô Phụ lục I!C6: Ô chứa công thức: điểm không được đọc từ ô này').waitFor();
});

it('[F1] a draft begins as a template stands, which says what it is', async () => {
  const { page, pageErrors, open } = await workspace.signIn('dung');
  await open('/lam-viec/bo-tieu-chi');
  await page.getByRole('button', { name: 'Lập bản dự thảo' }).click();
  await page.getByLabel('Mẫu có sẵn').check();
  await page.getByRole('combobox', { name: 'Mẫu' }).click();
  expect(await page.getByRole('option').allTextContents()).toEqual([
    expect.stringMatching(/các sở, ban, ngành \(Bản minh họa\)$/),
    expect.stringMatching(/\(Bản minh họa\)$/),
    expect.stringMatching(/\(Bản tham khảo\)$/),
    expect.stringMatching(/57-NQ\/TW.*\(Bản tham khảo\)$/),
  ]);
  await page.getByRole('option').first().click();
  await page.getByLabel('Tên bộ tiêu chí').fill('Bộ tiêu chí sở minh họa 2027');
  await page.getByLabel('Mã bộ tiêu chí').fill('so-tu-mau');
  await page.getByRole('button', { name: 'Lập bản dự thảo' }).click();
  await page.getByRole('heading', { name: 'Bộ tiêu chí sở minh họa 2027' }).waitFor();
  await page.getByText('Văn bản không có lỗi.').waitFor();
  await page.getByText('Bản minh họa', { exact: true }).waitFor();
  expect(pageErrors).toEqual([]);
});

it('[F8] a draft begins as an adopted edition stands, under a title and an id of its own', async () => {
  const { page, pageErrors, open } = await workspace.signIn('dung');
  await open('/lam-viec/bo-tieu-chi');
  await page.getByRole('button', { name: 'Lập bản dự thảo' }).click();
  await page.getByRole('combobox', { name: 'Bộ tiêu chí làm gốc' }).click();
  await page.getByRole('option').first().click();
  expect(await faultsInStory(page)).toEqual([]);
  await picture(page, 'begin-draft');
  await page.getByLabel('Tên bộ tiêu chí').fill('Bộ tiêu chí minh họa 2028');
  await page.getByLabel('Mã bộ tiêu chí').fill('minh-hoa-2028');
  await page.getByRole('button', { name: 'Lập bản dự thảo' }).click();
  await page.getByRole('heading', { name: 'Bộ tiêu chí minh họa 2028' }).waitFor();
  await page.getByText('Văn bản không có lỗi.').waitFor();
  expect(pageErrors).toEqual([]);
});
