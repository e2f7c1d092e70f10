import { randomUUID } from 'node:crypto';
import { itemsOfDomains } from '@parindex/core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pdfOf } from '../../server/src/capabilities/evidence/testing/pdf-of.ts';
import { addOwner } from '../../server/src/testing/close-round.ts';
import { ask, type Person } from '../../server/src/testing/world.ts';
import { openTestWorkspace, picture, type TestWorkspace } from './test-workspace.ts';

const ROUND = '/lam-viec/ky-danh-gia/minh-hoa-2022';

let workspace: TestWorkspace;
let oanh: Person;
beforeAll(async () => {
  workspace = await openTestWorkspace('2023-02-10T02:00:00Z');
  oanh = await addOwner(workspace.server, 'oanh', 'Mai Thị Oanh');
}, 120_000);
afterAll(() => workspace?.close());

const panel = (page: Page) => page.getByRole('tabpanel');

describe('a round as its owner runs it', () => {
  it('[F107] the plan stands in the round with its file; a clerk reads it, says that a notice was read, and the owner sees who has', async () => {
    const dung = await workspace.signIn('dung');
    const page = await dung.open(`${ROUND}?part=documents`);
    await panel(page).getByRole('button', { name: 'Thêm văn bản' }).click();
    await panel(page).getByLabel('Số, ký hiệu').fill('1025/QĐ-MH');
    await panel(page).getByLabel('Ngày ban hành').fill('20/11/2022');
    await panel(page).getByLabel('Trích yếu').fill('Ban hành Kế hoạch xác định Chỉ số CCHC năm 2022 (minh họa)');
    const bytes = pdfOf([{ lines: ['Quyết định (minh họa)'] }]);
    await panel(page).locator('input[type="file"]').setInputFiles({ name: 'ke-hoach.pdf', mimeType: 'application/pdf', buffer: bytes });
    await panel(page).getByText('ke-hoach.pdf').waitFor();
    await picture(page, 'van-ban-bieu-mau');
    await panel(page).getByRole('button', { name: 'Lưu văn bản' }).click();
    await panel(page).getByText('Số 1025/QĐ-MH ngày 20/11/2022 của Bộ Minh họa').waitFor();
    await picture(page, 'van-ban');

    await page.getByRole('link', { name: 'Tổng quan' }).click();
    await page.getByRole('button', { name: 'Đăng thông báo' }).click();
    await page.getByRole('textbox', { name: 'Nội dung' }).fill('Tập huấn ngày 15/02/2023 (minh họa).');
    await page.getByLabel('Số thông báo (nếu có)').fill('12/TB-MH');
    await page.getByLabel('Ngày ban hành (nếu có)').fill('09/02/2023');
    await page
      .getByRole('button', { name: 'Đăng cho mọi cơ quan' })
      .or(page.getByRole('button', { name: /^Đăng$/ }))
      .first()
      .click();
    await page.getByText('Số 12/TB-MH ngày 09/02/2023').waitFor();

    const an = await workspace.signIn('an');
    await an.open(ROUND);
    await an.page.getByRole('button', { name: 'Xác nhận đã đọc' }).click();
    await an.page.getByText(/^Ông\/Bà đã xác nhận đọc lúc/).waitFor();
    await an.page.getByRole('link', { name: 'Kế hoạch, văn bản' }).click();
    await an.page.getByRole('tab', { name: 'Văn bản' }).click();
    await panel(an.page).getByRole('link', { name: 'ke-hoach.pdf' }).waitFor();
    await an.context.close();

    await page.getByRole('button', { name: 'Danh sách đã đọc' }).click();
    await page.getByText(/^Nguyễn Văn An \(Tỉnh Minh họa 01\)/).waitFor();
    await page.getByText(/2 cơ quan chưa có người đọc: Tỉnh Minh họa 02, Tỉnh Minh họa 03/).waitFor();
    await picture(page, 'thong-bao');
    await page.context().close();
  });

  it('[F37] [F36] one item goes to a body of its own; what is not saved is kept between parts and asked about before leaving; an extension carries its decision', async () => {
    const dung = await workspace.signIn('dung');
    const page = await dung.open(`${ROUND}?part=domainOwners`);
    const [item] = itemsOfDomains(workspace.world.scheme.domains.slice(1)).map(({ code }) => code) as [string];
    await panel(page).getByRole('combobox', { name: 'Tiêu chí' }).fill(item);
    await page
      .getByRole('option', { name: new RegExp(`^${item.replaceAll('.', '\\.')} `) })
      .first()
      .click();
    await page.keyboard.press('Escape');
    await panel(page).getByRole('combobox', { name: 'Tìm cơ quan để phân công' }).fill('Bộ Minh họa');
    await page.getByRole('option', { name: 'Bộ Minh họa', exact: true }).click();
    await panel(page).getByText(`Tiêu chí ${item}: Bộ Minh họa`).waitFor();
    await page.getByRole('tab', { name: 'Gia hạn' }).click();
    await page.getByRole('tab', { name: 'Phân công lĩnh vực' }).click();
    await panel(page).getByText('1 thay đổi chưa lưu').waitFor();
    await picture(page, 'phan-cong-tham-dinh');
    await page.getByRole('link', { name: 'Việc của tôi', exact: true }).first().click();
    const leaving = page.getByRole('dialog', { name: 'Còn nội dung chưa lưu' });
    await leaving.getByRole('button', { name: 'Ở lại để lưu' }).click();
    await panel(page).getByRole('button', { name: 'Lưu thay đổi' }).click();
    await panel(page).getByText('Đã lưu phân công.').waitFor();

    const decision = {
      id: randomUUID(),
      kind: 'decision',
      number: '31/BMH-CCHC',
      date: '2023-02-09',
      issuer: 'Bộ Minh họa',
      subject: 'Gia hạn (minh họa)',
      files: [],
    };
    expect((await ask(workspace.server, workspace.world.people.dung, 'POST', '/api/rounds/minh-hoa-2022/documents', decision)).status).toBe(201);
    await dung.open(`${ROUND}?part=extensions`);
    await panel(page).getByRole('button', { name: 'Ghi gia hạn' }).click();
    await panel(page).getByRole('combobox', { name: 'Bước' }).click();
    await page.getByRole('option', { name: 'Tự đánh giá, chấm điểm' }).click();
    await panel(page).getByLabel('Gia hạn đến').fill('17:00 20/02/2023');
    await panel(page).getByRole('combobox', { name: 'Văn bản quyết định kèm theo' }).click();
    await page.getByRole('option', { name: /31\/BMH-CCHC/ }).click();
    // Number and date are the decision's.
    await expect.poll(() => panel(page).getByLabel('Số văn bản').inputValue()).toBe('31/BMH-CCHC');
    await panel(page).getByLabel('Lý do').fill('Mất điện diện rộng (minh họa)');
    await panel(page).getByRole('button', { name: 'Ghi vào sổ' }).click();
    await panel(page).getByText('Đã ghi gia hạn vào sổ.').waitFor();
    await panel(page)
      .getByRole('row', { name: /17 giờ 00 ngày 20\/02\/2023.*31\/BMH-CCHC ngày 09\/02\/2023/ })
      .waitFor();
    await picture(page, 'gia-han');
    expect(dung.pageErrors).toEqual([]);
    await page.context().close();
  });

  it('[F94] closing lists what is open and is decided by a second person, whose home says so; so is undoing it', async () => {
    const dung = await workspace.signIn('dung');
    const page = await dung.open(`${ROUND}?part=general`);
    const closing = page.getByRole('region', { name: 'Đóng kỳ đánh giá' });
    await closing.getByText('3 trong 3 cơ quan chưa gửi báo cáo').waitFor();
    await closing.getByLabel('Lý do').fill('Dừng kỳ theo công văn (minh họa)');
    await expect.poll(() => closing.getByRole('button', { name: 'Đề nghị đóng kỳ' }).isDisabled()).toBe(true);
    await picture(page, 'dong-ky');
    await closing.getByRole('checkbox', { name: /^Tôi đã biết/ }).check();
    await closing.getByRole('button', { name: 'Đề nghị đóng kỳ' }).click();
    await closing.getByText('Chờ người thứ hai quyết định').waitFor();
    await closing.getByRole('button', { name: 'Rút đề nghị' }).waitFor();
    await expect.poll(() => closing.getByRole('button', { name: 'Đồng ý đóng kỳ' }).count()).toBe(0);
    await picture(page, 'dong-ky-cho');

    // Whoever may decide meets it at home, on a phone: who asks for what, why, until when.
    const second = await workspace.signIn(undefined, { width: 390, height: 844 });
    await second.context.addCookies([{ name: 'parindex_session', value: oanh.token, url: workspace.address }]);
    await second.open('/lam-viec');
    const waiting = second.page.getByRole('listitem').filter({ hasText: 'Đề nghị đóng kỳ: Kỳ đánh giá minh họa 2022' });
    await waiting.getByText('Lý do: Dừng kỳ theo công văn (minh họa)').waitFor();
    await waiting.getByText(/^Phạm Văn Dũng đề nghị lúc .* Chờ Ông\/Bà quyết định trước /).waitFor();
    await picture(second.page, 'trang-chu-cho-quyet-dinh');
    await waiting.getByRole('link', { name: 'Xem và quyết định' }).click();
    const deciding = second.page.getByRole('region', { name: 'Đóng kỳ đánh giá' });
    await deciding.getByRole('checkbox', { name: /^Tôi đã biết/ }).check();
    await picture(second.page, 'dong-ky-quyet-dinh');
    await deciding.getByRole('button', { name: 'Đồng ý đóng kỳ' }).click();
    await deciding.getByText('Đã thực hiện').waitFor();

    await page.reload();
    await closing.getByText('Đã thực hiện').waitFor();
    // What opening it again brings with it is told, and known, as it was for closing.
    await closing.getByText('Nếu mở lại lúc này, những việc sau tiếp tục ở tình trạng chưa hoàn thành').waitFor();
    await closing.getByLabel('Lý do').fill('Đóng nhầm (minh họa)');
    await expect.poll(() => closing.getByRole('button', { name: 'Đề nghị mở lại kỳ' }).isDisabled()).toBe(true);
    await closing.getByRole('checkbox', { name: /^Tôi đã biết/ }).check();
    await closing.getByRole('button', { name: 'Đề nghị mở lại kỳ' }).click();
    await closing.getByText('Chờ người thứ hai quyết định').waitFor();
    await second.open('/lam-viec');
    await second.page.getByRole('listitem').filter({ hasText: 'Đề nghị mở lại kỳ đã đóng: Kỳ đánh giá minh họa 2022' }).waitFor();
    expect([...dung.pageErrors, ...second.pageErrors]).toEqual([]);
    await Promise.all([page.context().close(), second.context.close()]);
  });
});
