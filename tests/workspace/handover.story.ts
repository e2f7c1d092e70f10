import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn } from '../../server/src/testing/test-server.ts';
import { entriesOf, fieldOf, figureCalled, openTestWorkspace, SHEET, saved, type TestWorkspace } from './test-workspace.ts';

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await openTestWorkspace();
}, 120_000);
afterAll(() => workspace?.close());

const DONE = 'Số nhiệm vụ trong kế hoạch cải cách hành chính năm đã hoàn thành';
const ITEM = `${SHEET}?item=1.1`;
const values = async () => (await entriesOf(workspace, figureCalled(workspace, DONE))).map(({ changes }) => changes['value']);

describe('Nguyễn Văn An hands over to Đỗ Văn Minh', () => {
  it('[F117] on a day, in one act, with a record to print; until then An works on, from then on Minh does and An no more', async () => {
    const an = await workspace.signIn('an');
    await an.open(ITEM);
    await fieldOf(an.page, DONE).fill('18');
    await an.page.keyboard.press('Tab');
    await saved(an.page);

    const lan = await workspace.signIn('lan');
    const page = await lan.open(`/lam-viec/nguoi-dung/${workspace.world.people.an.account}`);
    const section = page.getByRole('region', { name: 'Bàn giao cho người khác' });
    await section.getByRole('combobox', { name: 'Người nhận bàn giao' }).fill('do van minh');
    await page.getByRole('option', { name: /^Đỗ Văn Minh/ }).click();
    await section.getByLabel('Ngày bàn giao').fill('15/01/2023');
    await section.getByLabel('Số văn bản (nếu có)').fill('12/QĐ-MH');
    await section.getByLabel('Ngày văn bản').fill('09/01/2023');
    await section.getByRole('button', { name: 'Thực hiện bàn giao' }).click();
    const dialog = page.getByRole('dialog', { name: 'Xác nhận bàn giao' });
    await dialog.getByText('Từ ngày 15/01/2023, mọi vai trò của Nguyễn Văn An chuyển cho Đỗ Văn Minh').waitFor();
    await dialog.getByRole('button', { name: 'Thực hiện bàn giao' }).click();
    await section.getByText('Đã bàn giao từ Nguyễn Văn An sang Đỗ Văn Minh, có hiệu lực từ ngày 15/01/2023.').waitFor();
    await section.getByRole('row', { name: /Tỉnh Minh họa 01 Kỳ đánh giá minh họa 2022 1 / }).waitFor();

    const printed = lan.context.waitForEvent('page');
    await section.getByRole('link', { name: 'Mở biên bản để in và ký' }).click();
    const record = await printed;
    await record.getByRole('heading', { level: 1 }).waitFor();
    const words = (await record.locator('body').innerText()).replaceAll(/\s+/g, ' ');
    for (const told of ['Nguyễn Văn An', 'Đỗ Văn Minh', '15/01/2023', '12/QĐ-MH', '09 tháng 01 năm 2023', 'Tỉnh Minh họa 01', 'Kỳ đánh giá minh họa 2022'])
      expect(words).toContain(told);
    expect(words).not.toMatch(/\d{4}-\d{2}-\d{2}/);
    await record.close();
    const download = page.waitForEvent('download');
    await section.getByRole('button', { name: 'Tải biên bản (DOCX)' }).click();
    expect((await download).suggestedFilename()).toBe('bien-ban-ban-giao-2023-01-15.docx');

    // The 14th is An's still.
    workspace.server.clock.set('2023-01-14T09:00:00Z');
    await fieldOf(an.page, DONE).fill('19');
    await an.page.keyboard.press('Tab');
    await saved(an.page);

    // Typed before the hour, sent after it: the page may leave by itself as soon as the hour has struck.
    await fieldOf(an.page, DONE).fill('20');
    workspace.server.clock.set('2023-01-14T17:00:00Z');
    await an.page.keyboard.press('Tab');
    // The session ends with the role in which it was begun; An signs in again, and has the role no more.
    await an.page.waitForURL(/dang-nhap/);
    expect(await values()).toEqual(['18', '19']);
    const anew = await signIn(workspace.server, workspace.world.people.an.account);
    await an.context.addCookies([{ name: 'parindex_session', value: anew, url: workspace.address }]);

    const minh = await workspace.signIn('minh');
    await minh.open('/lam-viec');
    await minh.page.getByText('Công chức đầu mối, Tỉnh Minh họa 01').waitFor();
    await minh.page.getByRole('link', { name: 'Mở bảng chấm điểm' }).click();
    await minh.page.getByRole('heading', { level: 1, name: 'Bảng chấm điểm của Tỉnh Minh họa 01' }).waitFor();
    await minh.open(ITEM);
    await expect.poll(() => fieldOf(minh.page, DONE).inputValue()).toBe('19');
    await fieldOf(minh.page, DONE).fill('21');
    await minh.page.keyboard.press('Tab');
    await saved(minh.page);
    expect(await values()).toEqual(['18', '19', '21']);

    await an.open('/lam-viec');
    await an.page.getByText('Hiện không có kỳ đánh giá nào đang mở theo vai trò của Ông/Bà').waitFor();
    expect([...an.pageErrors, ...lan.pageErrors, ...minh.pageErrors]).toEqual([]);
    await Promise.all([an.context.close(), lan.context.close(), minh.context.close()]);
  });
});
