import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { remindOnce } from '../../server/src/capabilities/reminders/remind.ts';
import { connectPool } from '../../server/src/db/connect.ts';
import { ask } from '../../server/src/testing/world.ts';
import { faultsInStory } from '../axe.ts';
import { openTestWorkspace, type TestWorkspace } from './test-workspace.ts';

let workspace: TestWorkspace;
beforeAll(async () => {
  // The morning after the self-assessment has closed.
  workspace = await openTestWorkspace('2023-02-01T02:00:00Z');
  const jobs = connectPool(workspace.server.urls.jobs, 1);
  expect(await remindOnce(jobs, workspace.server.clock.now())).toBeGreaterThan(0);
  await jobs.end();
}, 120_000);
afterAll(() => workspace?.close());

it('[F45] a clerk reads that they are late and marks it; an administrator without a mail server reads the mail and passes it on', {
  timeout: 60_000,
}, async () => {
  const clerk = await workspace.signIn('an');
  const page = await clerk.open('/lam-viec');
  await page.getByRole('link', { name: 'Nhắc việc', exact: true }).click();
  await page.getByText('đã quá hạn (hết ngày 31/01/2023) mà chưa chốt số liệu').waitFor();
  expect(await faultsInStory(page)).toEqual([]);
  await page.getByRole('button', { name: 'Đánh dấu đã đọc tất cả' }).click();
  await page.getByText('Đã đánh dấu đã đọc.').waitFor();
  expect((await ask(workspace.server, workspace.world.people.an, 'GET', '/api/me/reminders')).body.unread).toBe(0);
  await page.getByRole('button', { name: 'Tạo địa chỉ lịch' }).click();
  const address = await page.getByLabel('Địa chỉ lịch', { exact: true }).inputValue();
  expect(await (await fetch(address)).text()).toContain('BEGIN:VEVENT');

  const administrator = await workspace.signIn('lan');
  const operation = await administrator.open('/lam-viec/van-hanh');
  await operation.getByRole('button', { name: 'Xem nội dung: Nguyễn Văn An' }).click();
  await operation.getByText('Kính gửi Ông/Bà Nguyễn Văn An,').waitFor();
  expect(await faultsInStory(operation)).toEqual([]);
  await operation.getByRole('button', { name: 'Ghi nhận đã chuyển: Nguyễn Văn An' }).click();
  await operation.getByText('Đã ghi nhận.').waitFor();
  await operation.getByRole('button', { name: 'Xem nội dung: Nguyễn Văn An' }).waitFor({ state: 'detached' });
  await operation.getByRole('button', { name: 'Ghi nhận đã chuyển tất cả' }).click();
  await operation.getByText('Ghi nhận 2 thư đang hiện là đã chuyển cho người nhận?').waitFor();
  await operation.getByRole('button', { name: 'Ghi nhận đã chuyển tất cả' }).click();
  await operation.getByText('Không có thư nào chờ.').waitFor();
  expect([...clerk.pageErrors, ...administrator.pageErrors]).toEqual([]);
});

it('[F119] an owner chooses who is late, takes the letter along, and copies the short text', async () => {
  const owner = await workspace.signIn('dung');
  const page = await owner.open('/lam-viec/ky-danh-gia/minh-hoa-2022');
  await page.getByRole('button', { name: 'Danh sách chưa hoàn thành' }).click();
  await page.getByRole('checkbox', { name: /^Tỉnh Minh họa 02: quá hạn/ }).uncheck();
  await page.getByText('Đã chọn 2 trên 3 cơ quan.').waitFor();
  expect(await faultsInStory(page)).toEqual([]);
  const short = await page.getByLabel('Tin nhắn ngắn').inputValue();
  expect(short).toMatch(/^Bộ Minh họa đôn đốc .*\n.*các cơ quan, đơn vị sau đây chưa hoàn thành:\n1\. Tỉnh Minh họa 01: .*quá hạn.*\n2\. Tỉnh Minh họa 03: /);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Lập công văn (DOCX)' }).click()]);
  expect(download.suggestedFilename()).toBe('cong-van-don-doc-minh-hoa-2022.docx');
  expect((await readFile(await download.path())).subarray(0, 2).toString()).toBe('PK');
  await page.getByText('Đã lập công văn; tệp được tải về máy và lưu nguyên văn tại “Văn bản của kỳ”.').waitFor();
  // The very file stands among the documents of the round.
  await page.getByRole('link', { name: 'Thiết lập kỳ' }).click();
  await page.getByRole('tab', { name: 'Văn bản' }).click();
  const letters = page.getByRole('region', { name: 'Công văn đôn đốc do hệ thống lập' });
  await letters.getByText(/Lập lúc .*, người lập: Phạm Văn Dũng; gửi 2 cơ quan/).waitFor();
  await expect.poll(() => letters.getByRole('link', { name: 'cong-van-don-doc-minh-hoa-2022.docx' }).count()).toBe(1);
  expect(await faultsInStory(page)).toEqual([]);
  expect(owner.pageErrors).toEqual([]);
});
