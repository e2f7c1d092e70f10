import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask } from '../../server/src/testing/world.ts';
import { openTestWorkspace, SHEET, type TestWorkspace } from './test-workspace.ts';

let workspace: TestWorkspace;
const ROUND = '/api/rounds/minh-hoa-2022';

beforeAll(async () => {
  workspace = await openTestWorkspace();
  const { server, world } = workspace;
  const { dung } = world.people;
  const rows = [{ body: 'tinh-minh-hoa-01', figure: 'sipas', value: '0.7503', answers: '620' }];
  const { id } = (await ask(server, dung, 'POST', `${ROUND}/deliveries`, { source: 'Viện Điều tra Minh họa', date: '2022-12-31', rows })).body;
  const { digest } = (await ask(server, dung, 'GET', `${ROUND}/deliveries/${id}`)).body.preview;
  expect((await ask(server, dung, 'POST', `${ROUND}/deliveries/${id}/agreement`, { id: randomUUID(), digest })).status).toBe(201);
}, 120_000);
afterAll(() => workspace?.close());

it('[F18] [F94] Dũng names who reads the results of surveys, releases them knowing what that brings, and An sees hers by then alone', {
  timeout: 90_000,
}, async () => {
  const an = await workspace.signIn('an', { width: 390, height: 844 });
  const sheet = await an.open(`${SHEET}?item=8.1`);
  await sheet.locator('.sheet-points').click();
  await sheet.getByText(/^Chỉ số hài lòng \(SIPAS\): chưa công bố \(tối đa 10 điểm\)/).waitFor();
  await sheet.keyboard.press('Escape');
  // What is sealed has no result, on the screen nor on paper; the guidance says what is known of the item.
  await sheet.getByText('nên chưa có điểm để diễn giải').waitFor();
  await expect.poll(() => sheet.getByText(/Kết quả: 0 điểm/).count()).toBe(0);
  await sheet.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect.poll(() => sheet.locator('.paper-table tbody tr').filter({ hasText: /^8\.1/ }).locator('td').last().textContent()).toBe('Chưa công bố');
  await sheet.evaluate(() => dispatchEvent(new Event('afterprint')));
  const guidance = sheet.getByRole('button', { name: 'Hướng dẫn, căn cứ' });
  await guidance.click();
  await sheet.getByText('Điều, khoản của văn bản: chưa rõ.').waitFor();
  await sheet.getByText(/Quyết định số 878\/QĐ-BNV của Bộ Nội vụ ban hành Kế hoạch .* \(ngày ban hành chưa rõ\)/).waitFor();
  await expect.poll(() => sheet.getByText(/^Cơ quan thẩm định/).count()).toBe(0);
  await an.open(`${SHEET}?item=2.1.1`);
  await guidance.click();
  await sheet.getByText('Cơ quan thẩm định: chưa rõ.').waitFor();
  await expect.poll(() => sheet.getByText(/trí nhớ|đối chiếu với/).count()).toBe(0);
  await an.open(`${SHEET}?item=8.1`);
  await sheet.getByRole('button', { name: 'Số liệu do cơ quan khác cung cấp, tổng hợp từ cấp dưới' }).click();
  await sheet.getByText('Kết quả điều tra của kỳ chưa được công bố').waitFor();

  const { page, pageErrors, open } = await workspace.signIn('dung');
  await open('/lam-viec/ky-danh-gia/minh-hoa-2022?part=general');
  const section = page.getByRole('region', { name: 'Kết quả điều tra xã hội học, mức độ hài lòng' });
  await section.getByText('Chưa chỉ định ai.').waitFor();
  await section.getByRole('button', { name: 'Chỉ định người xem…' }).click();
  await section.getByRole('combobox', { name: 'Người được xem' }).fill('Hạnh');
  await page.getByRole('option', { name: /^Vũ Thị Hạnh/ }).click();
  await section.getByLabel('Lý do').fill('Chuẩn bị phiên họp Hội đồng (minh họa)');
  await section.getByRole('button', { name: 'Chỉ định', exact: true }).click();
  await section.getByText('Đã chỉ định Vũ Thị Hạnh.').waitFor();

  await section.getByRole('button', { name: 'Công bố kết quả điều tra…' }).click();
  const submit = section.getByRole('button', { name: 'Công bố kết quả', exact: true });
  await section.getByText(/Từ lúc công bố, mỗi cơ quan trong 3 cơ quan/).waitFor();
  await section.getByText(/Bước tự đánh giá chưa kết thúc/).waitFor();
  await expect.poll(() => submit.isDisabled()).toBe(true);
  await section.getByLabel('Tôi đã biết những điều nêu trên').check();
  await section.getByLabel('Lý do').fill('Theo kế hoạch của kỳ (minh họa)');
  await submit.click();
  await section.getByText('Đã công bố kết quả điều tra.').waitFor();
  await section.getByText(/^Phạm Văn Dũng công bố lúc .* Lý do: Theo kế hoạch của kỳ \(minh họa\)$/).waitFor();

  // An's open sheet notices by itself.
  await sheet
    .getByText(/75,03%/)
    .first()
    .waitFor({ timeout: 20_000 });
  await sheet.locator('.sheet-points').click();
  await sheet
    .getByText(/7,50\/10 điểm/)
    .first()
    .waitFor();
  await sheet.getByText(/Điểm điều tra công bố lúc/).waitFor();
  await sheet.keyboard.press('Escape');

  await page.setViewportSize({ width: 390, height: 844 });
  await section.getByRole('button', { name: 'Thu hồi việc công bố…' }).click();
  await section.getByLabel('Lý do').fill('Nạp nhầm kỳ (minh họa)');
  await section.getByRole('button', { name: 'Thu hồi', exact: true }).click();
  await section.getByText('trở lại chưa công bố').waitFor();
  await section.getByRole('button', { name: 'Thôi cho xem… Vũ Thị Hạnh' }).click();
  await section.getByLabel('Lý do').fill('Phiên họp đã xong (minh họa)');
  await section.getByRole('button', { name: 'Thôi cho xem', exact: true }).click();
  await section.getByText('Đã thôi hoặc đã thu hồi (2)').waitFor();
  expect([pageErrors, an.pageErrors]).toEqual([[], []]);
});
