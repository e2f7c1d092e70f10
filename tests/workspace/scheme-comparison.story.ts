import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask } from '../../server/src/testing/world.ts';
import { faultsInStory } from '../axe.ts';
import { openTestWorkspace, picture, type TestWorkspace } from './test-workspace.ts';

const EDITION = path.join(import.meta.dirname, '../../schemes/department-illustrative');

/** What Dũng's edition says otherwise: its name, a title, a threshold, what an item asks as evidence. */
const CHANGES = [
  ['id: "department-illustrative"', 'id: "minh-hoa-sua-doi"'],
  ['Minh họa: Bộ tiêu chí xác định', 'Minh họa, sửa đổi: Bộ tiêu chí xác định'],
  ['"Mức độ hoàn thành kế hoạch cải cách hành chính năm"', '"Mức độ hoàn thành kế hoạch năm"'],
  ['{ from: 0.3, points: 1.5 }', '{ from: 0.35, points: 1.5 }'],
  ['"Kế hoạch kiểm tra; biên bản, báo cáo kiểm tra"', '"Kế hoạch kiểm tra; thông báo kết luận kiểm tra"'],
] as const;

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await openTestWorkspace();
  const text = readFileSync(path.join(EDITION, 'scheme.yaml'), 'utf8');
  const changed = CHANGES.reduce((old, [from, to]) => {
    if (!old.includes(from)) throw new Error(`nothing to change: ${from}`);
    return old.replace(from, to);
  }, text);
  for (const document of [text.replace('id: "department-illustrative"', 'id: "minh-hoa-truoc"'), changed])
    expect((await ask(workspace.server, workspace.world.people.dung, 'POST', '/api/editions', { document, cases: '' })).status).toBe(201);
}, 120_000);
afterAll(() => workspace?.close());

it('[F3] Dũng holds his draft beside the edition before it, reads what is other, and takes the table along', async () => {
  const { page, pageErrors, open } = await workspace.signIn('dung');
  await open('/lam-viec/bo-tieu-chi/minh-hoa-sua-doi');
  await page.getByRole('link', { name: 'So sánh', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'So sánh với bản khác' }).waitFor();
  const other = page.getByRole('combobox', { name: 'Bản để so sánh' });
  await other.fill('sở, ban, ngành');
  await page.getByRole('option', { name: 'Minh họa: Bộ tiêu chí xác định' }).click({ timeout: 3000 });
  await page.getByText(/^Thay đổi: 2; giữ nguyên: \d+\.$/).waitFor();
  await page.getByText('Điểm tối đa của mọi lĩnh vực và phương thức đánh giá không thay đổi.').waitFor();
  const changes = page.getByRole('table', { name: /^1 / });
  const rowOf = (change: string) => changes.getByRole('row').filter({ has: page.getByRole('cell', { name: change, exact: true }) });
  const cells = async (change: string) => (await rowOf(change).getByRole('cell').allTextContents()).slice(-2);
  expect(await cells('Tên gọi')).toEqual(['Mức độ hoàn thành kế hoạch cải cách hành chính năm', 'Mức độ hoàn thành kế hoạch năm']);
  const [before, after] = await cells('Ngưỡng, mức điểm');
  expect(before).toContain('từ 30% trở lên: 1,5 điểm');
  expect(after).toContain('từ 35% trở lên: 1,5 điểm');
  expect(await cells('Tài liệu kiểm chứng')).toEqual(['Kế hoạch kiểm tra; biên bản, báo cáo kiểm tra', 'Kế hoạch kiểm tra; thông báo kết luận kiểm tra']);
  await page.getByRole('table', { name: 'Quy định chung của bộ tiêu chí' }).getByText('Minh họa, sửa đổi: Bộ tiêu chí').waitFor();
  expect(await faultsInStory(page)).toEqual([]);
  await picture(page, 'scheme-comparison');

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Excel (XLSX)' }).click();
  const { sheets } = await readXlsx(readFileSync(await (await download).path()));
  const told = (sheets[0]?.rows ?? []).map((row) => row.map(String).join(' | '));
  expect(told.filter((line) => line.includes('Ngưỡng, mức điểm'))).toEqual([expect.stringMatching(/30%.*35%/s)]);
  // The address says both: it is sent to a colleague, or read again tomorrow.
  expect(page.url()).toContain('with=minh-hoa-truoc');
  await page.reload();
  await changes.waitFor();
  expect(pageErrors).toEqual([]);
});
