import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../../server/src/testing/world.ts';
import { openTestWorkspace, type TestWorkspace } from './test-workspace.ts';

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await openTestWorkspace('2024-01-05T02:00:00Z');
  const { server, world } = workspace;
  const last = await ask(server, world.people.dung, 'GET', '/api/rounds/minh-hoa-2022');
  await ask(server, world.people.dung, 'PUT', '/api/rounds/minh-hoa-2022/exclusions', {
    version: last.body.version,
    exclusions: [{ body: 'tinh-minh-hoa-02', item: '1.3.1', legalBasis: 'Công văn số 12/BMH-CCHC ngày 05/01/2023 (minh họa)' }],
    told: ['exclusionWithoutDecision'],
  });
}, 120_000);
afterAll(() => workspace?.close());

const part = (page: Page, name: string) => page.getByRole('tab', { name }).click();
const panel = (page: Page) => page.getByRole('tabpanel');

/** One of a list, which is narrowed as one types where it can be. */
async function choose(page: Page, label: string, typed: string | undefined, option: string | RegExp): Promise<void> {
  const list = panel(page).getByRole('combobox', { name: label });
  await (typed === undefined ? list.click() : list.fill(typed));
  await page.getByRole('option', { name: option }).click();
}

async function keep(page: Page, told: string): Promise<void> {
  await panel(page).getByRole('button', { name: 'Lưu thay đổi' }).click();
  await panel(page).getByText(told).waitFor();
}

describe('Dũng of Bộ Minh họa makes the round of 2023 from that of 2022', () => {
  let page: Page;
  const troubles: string[] = [];

  it('[F11] every part comes along and waits until he has looked at it; what he changes is confirmed by that', async () => {
    const dung = await workspace.signIn('dung');
    page = await dung.open('/lam-viec/ky-danh-gia');
    await page.getByRole('button', { name: 'Lập kỳ đánh giá' }).click();
    await expect.poll(() => page.getByLabel('Mã kỳ').inputValue()).toBe('minh-hoa-2023');
    await page.getByRole('button', { name: 'Lập bản dự thảo' }).click();
    await page.getByRole('heading', { level: 1, name: 'Kỳ đánh giá minh họa 2023' }).waitFor();

    const waiting = page.getByRole('region', { name: 'Phần sao chép chờ xác nhận' });
    await expect.poll(() => waiting.getByRole('listitem').count()).toBe(6);
    await page.getByText('Chưa đủ điều kiện để mở kỳ.').waitFor();
    for (const name of ['Tên kỳ đánh giá', 'Bộ tiêu chí', 'Cơ quan tham gia']) {
      await waiting.getByRole('button', { name: `Xác nhận: ${name}` }).click();
      await waiting.getByText(`Đã xác nhận: ${name}.`).waitFor();
    }
    await expect.poll(() => waiting.getByRole('listitem').count()).toBe(3);
    await page.getByRole('link', { name: 'Kỳ đánh giá minh họa 2022' }).waitFor();

    await waiting.getByRole('button', { name: 'Xem lại: Lịch các bước' }).click();
    await panel(page).getByRole('button', { name: 'Sửa: Tự đánh giá, chấm điểm' }).click();
    await panel(page).getByLabel('Mở từ').fill('08:00 06/01/2024');
    await panel(page).getByLabel('Hạn cuối').fill('06/02/2024');
    await panel(page).getByRole('button', { name: 'Đưa vào lịch' }).click();
    await keep(page, 'Đã lưu lịch.');
    // Whoever sets a step names the last day; the midnight after it is said nowhere.
    await panel(page)
      .getByRole('row', { name: /Tự đánh giá, chấm điểm.*08 giờ 00 ngày 06\/01\/2024.*hết ngày 06\/02\/2024/ })
      .waitFor();
    await panel(page).getByRole('button', { name: 'Sửa: Tự đánh giá, chấm điểm' }).click();
    await expect.poll(() => panel(page).getByLabel('Hạn cuối').inputValue()).toBe('06/02/2024');
    await panel(page).getByText('Nhận đến hết ngày 06/02/2024.').waitFor();
    await panel(page).getByLabel('Hạn cuối').fill('17:00 06/02/2024');
    await panel(page).getByRole('button', { name: 'Đưa vào lịch' }).click();
    await keep(page, 'Đã lưu lịch.');
    await panel(page)
      .getByRole('row', { name: /Tự đánh giá, chấm điểm.*08 giờ 00 ngày 06\/01\/2024.*17 giờ 00 ngày 06\/02\/2024/ })
      .waitFor();

    await part(page, 'Tiêu chí không đánh giá');
    await panel(page)
      .getByRole('row', { name: /Tỉnh Minh họa 02.*1\.3\.1/ })
      .waitFor();
    await panel(page).getByRole('button', { name: 'Thêm trường hợp' }).click();
    await choose(page, 'Cơ quan', 'Tỉnh Minh họa 03', 'Tỉnh Minh họa 03');
    await choose(page, 'Nội dung chấm điểm', '1.4.1', /^1\.4\.1 /);
    await panel(page).getByLabel('Căn cứ').fill('Công văn số 21/BMH-CCHC ngày 03/01/2024 (minh họa)');
    await panel(page).getByRole('button', { name: 'Đưa vào danh sách' }).click();
    await keep(page, 'Đã lưu danh sách tiêu chí không đánh giá.');
    troubles.push(...dung.pageErrors);
  });

  it('[F11] opening lists what is missing, and goes on once nothing is', async () => {
    await part(page, 'Thông tin chung');
    const waiting = page.getByRole('region', { name: 'Phần sao chép chờ xác nhận' });
    await expect.poll(() => waiting.getByRole('listitem').count()).toBe(1);
    const opening = page.getByRole('region', { name: 'Mở kỳ đánh giá' });
    await opening.getByText('Còn thiếu, phải bổ sung trước khi mở').waitFor();
    await opening.getByRole('button', { name: 'Mở kỳ đánh giá' }).click();
    await opening.getByRole('button', { name: 'Đồng ý mở kỳ' }).click();
    await opening.getByText('Liên quan: Phân công lĩnh vực.').waitFor();
    expect((await ask(workspace.server, workspace.world.people.dung, 'GET', '/api/rounds/minh-hoa-2023')).body.state).toBe('draft');

    await opening.getByRole('button', { name: 'Đến phần này: Phân công lĩnh vực' }).first().click();
    for (const { code } of workspace.world.scheme.domains.slice(1)) {
      await choose(page, 'Lĩnh vực', undefined, new RegExp(`^${code} `));
      await choose(page, 'Tìm cơ quan để phân công', 'minh hoa b', 'Bộ Minh họa B');
    }
    await keep(page, 'Đã lưu phân công.');

    await part(page, 'Thông tin chung');
    await opening.getByText('Đã đủ điều kiện để mở kỳ.').waitFor();
    // What deserves a look is known before it opens.
    await expect.poll(() => opening.getByRole('button', { name: 'Mở kỳ đánh giá' }).isDisabled()).toBe(true);
    await opening.getByRole('checkbox', { name: 'Tôi đã biết những điểm cần xem lại nêu trên' }).check();
    await opening.getByRole('button', { name: 'Mở kỳ đánh giá' }).click();
    await opening.getByText('Mở “Kỳ đánh giá minh họa 2023”? Việc này không hoàn tác được.').waitFor();
    await opening.getByRole('button', { name: 'Đồng ý mở kỳ' }).click();
    await page.getByText('Kỳ đánh giá đã mở.').waitFor();
  });

  it('[F36] [F6] the participants see the round: its calendar, the extension with its document, the item that is not theirs', async () => {
    await part(page, 'Gia hạn');
    await panel(page).getByRole('button', { name: 'Ghi gia hạn' }).click();
    await panel(page).getByLabel('Gia hạn đến').fill('17:00 10/02/2024');
    await choose(page, 'Cơ quan', 'Tỉnh Minh họa 02', 'Tỉnh Minh họa 02');
    await panel(page).getByLabel('Số văn bản').fill('25/BMH-CCHC');
    await panel(page).getByLabel('Ngày văn bản').fill('5/1/2024');
    await panel(page).getByLabel('Lý do').fill('Mất điện diện rộng (minh họa)');
    await panel(page).getByRole('button', { name: 'Ghi vào sổ' }).click();
    // No decision is attached, which he is told before it is done.
    await panel(page).getByText('Gia hạn chưa đính kèm văn bản quyết định').waitFor();
    await panel(page).getByRole('button', { name: 'Đã biết, vẫn thực hiện' }).click();
    await panel(page).getByText('Đã ghi gia hạn vào sổ.').waitFor();
    await page.context().close();
    expect(troubles).toEqual([]);

    workspace.server.clock.set('2024-01-06T02:00:00Z');
    const [an, chi] = [await workspace.signIn('an'), await workspace.signIn('chi')];
    await an.open('/lam-viec');
    await an.page.getByText(/^Tự đánh giá, chấm điểm: còn 31 ngày, 17 giờ 00 ngày 06\/02\/2024/).waitFor();
    await chi.open('/lam-viec/ky-danh-gia/minh-hoa-2023?part=extensions');
    await panel(chi.page)
      .getByRole('row', { name: /Tỉnh Minh họa 02.*17 giờ 00 ngày 10\/02\/2024.*25\/BMH-CCHC ngày 05\/01\/2024/ })
      .waitFor();
    await expect.poll(() => panel(chi.page).getByRole('button').count()).toBe(0);
    await chi.open('/lam-viec/ky-danh-gia/minh-hoa-2023/bang-diem/tinh-minh-hoa-02?item=1.3.1');
    await chi.page.getByText('Tiêu chí này được loại trừ cho cơ quan: Công văn số 12/BMH-CCHC ngày 05/01/2023 (minh họa)').waitFor();
    await chi.page.getByText(/^Hạn 17 giờ 00 ngày 10\/02\/2024/).waitFor();
    expect([...an.pageErrors, ...chi.pageErrors]).toEqual([]);
    await Promise.all([an.context.close(), chi.context.close()]);
  });
});
