import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestWorkspace, SHEET, type TestWorkspace } from './test-workspace.ts';

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await openTestWorkspace();
}, 120_000);
afterAll(() => workspace?.close());

const NOTICES = /^Hướng dẫn, giải đáp của cơ quan chủ trì/;

describe('a body asks, the owner answers', () => {
  it('[F114] An asks at an item; Dũng finds the question and answers it in other words; Chi reads it at the same item, and not who asked', async () => {
    const an = await workspace.signIn('an', { width: 390, height: 844 });
    await an.open(`${SHEET}?item=1.1`);
    await an.page.getByRole('button', { name: NOTICES }).click();
    await an.page.getByText('Chưa có hướng dẫn, thông báo hay giải đáp nào.').waitFor();
    await an.page.getByRole('button', { name: 'Hỏi cơ quan chủ trì' }).click();
    await an.page.getByText('Chỉ cơ quan chủ trì biết cơ quan nào hỏi.').waitFor();
    await an.page.getByLabel('Nội dung').fill('Tỉnh Minh họa 01 ký kế hoạch ngày 20/01, tính thế nào?');
    await an.page.getByRole('button', { name: 'Gửi câu hỏi' }).click();
    await an.page.getByRole('article', { name: 'Chờ giải đáp' }).getByText('ký kế hoạch ngày 20/01').waitFor();

    const dung = await workspace.signIn('dung');
    await dung.open('/lam-viec');
    const asked = dung.page.getByRole('listitem').filter({ hasText: 'Câu hỏi chờ giải đáp' });
    await asked.getByText('tiêu chí 1.1 của Tỉnh Minh họa 01').waitFor();
    await asked.getByRole('link', { name: 'Giải đáp' }).click();
    await dung.page.getByLabel('Câu hỏi được đăng').fill('Kế hoạch ký sau ngày 15/01 thì tính thế nào?');
    await dung.page.getByLabel('Nội dung giải đáp').fill('Được một nửa số điểm.\nXem mục 2 hướng dẫn.');
    await dung.page.getByRole('button', { name: 'Đăng giải đáp' }).click();
    await dung.page.getByRole('article', { name: 'Giải đáp' }).getByText('Hỏi: Kế hoạch ký sau ngày 15/01').waitFor();
    await expect.poll(() => dung.page.getByRole('article', { name: 'Chờ giải đáp' }).count()).toBe(0);
    await dung.open('/lam-viec/ky-danh-gia/minh-hoa-2022');
    await dung.page.getByRole('button', { name: 'Đăng thông báo' }).click();
    await dung.page.getByRole('textbox', { name: 'Nội dung' }).fill('Tập huấn ngày 15/02/2023 (minh họa).');
    await dung.page.getByRole('button', { name: 'Đăng', exact: true }).click();
    await dung.page.getByRole('article', { name: 'Thông báo' }).getByText('Tập huấn').waitFor();

    const chi = await workspace.signIn('chi');
    await chi.open(`${SHEET.replace('-01', '-02')}?item=1.1`);
    await chi.page.getByRole('button', { name: 'Hướng dẫn, giải đáp của cơ quan chủ trì (1)' }).click();
    const answer = chi.page.getByRole('article', { name: 'Giải đáp' });
    await answer.getByText('Đáp: Được một nửa số điểm.').waitFor();
    await chi.page.getByRole('article', { name: 'Thông báo' }).getByText('Tập huấn').waitFor();
    await expect.poll(() => chi.page.locator('main').innerText()).not.toMatch(/Minh họa 01|Nguyễn Văn An/);
    expect([...an.pageErrors, ...dung.pageErrors, ...chi.pageErrors]).toEqual([]);
    await Promise.all([an.context.close(), dung.context.close(), chi.context.close()]);
  });
});
