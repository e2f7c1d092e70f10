import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsInStory } from '../axe.ts';
import { openTestWorkspace, SHEET, type TestWorkspace } from './test-workspace.ts';

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await openTestWorkspace();
}, 120_000);
afterAll(() => workspace?.close());

const INSIDE = 'Chỉ người của cơ quan mình đọc được.';

describe('two colleagues talk at an item', () => {
  it('[F46] An writes and names Bình; Bình finds it on a phone, answers, resolves it; the ministry sees nothing of it', async () => {
    const an = await workspace.signIn('an');
    await an.open(`${SHEET}?item=1.1`);
    await an.page.getByRole('button', { name: 'Trao đổi', exact: true }).click();
    const inside = an.page.getByRole('region', { name: 'Nội bộ' });
    await inside.getByText(INSIDE).waitFor();
    await inside.getByRole('button', { name: 'Viết trao đổi nội bộ' }).click();
    await inside.getByLabel('Nội dung').fill(' ');
    await inside.getByRole('button', { name: 'Gửi' }).click();
    await inside.getByText('Chưa nhập nội dung.').waitFor();
    await inside.getByLabel('Nội dung').fill('Số liệu dòng 3\nlấy ở đâu?');
    await inside.getByRole('combobox', { name: 'Nhắc tới' }).fill('tran thi binh');
    await an.page.getByRole('option', { name: /^Trần Thị Bình/ }).click();
    expect(await faultsInStory(an.page)).toEqual([]);
    await inside.getByRole('button', { name: 'Gửi' }).click();
    const written = inside.getByRole('article', { name: /^Trao đổi của Nguyễn Văn An/ });
    await written.getByText(INSIDE).waitFor();
    await expect.poll(() => written.getByText('Số liệu dòng 3').innerText()).toBe('Số liệu dòng 3\nlấy ở đâu?');
    await written.getByText('Nhắc tới: Trần Thị Bình').waitFor();
    await an.page.getByRole('navigation', { name: 'Danh mục tiêu chí' }).getByTitle('1 trao đổi đang mở').waitFor();

    const binh = await workspace.signIn('binh', { width: 390, height: 844 });
    await binh.open('/lam-viec');
    const waiting = binh.page.getByRole('listitem').filter({ hasText: 'Ý kiến nhắc tên Ông/Bà' });
    await waiting.getByText('lấy ở đâu?').waitFor();
    await waiting.getByText('tiêu chí 1.1 của Tỉnh Minh họa 01').waitFor();
    await waiting.getByRole('link', { name: 'Xem và trả lời' }).click();
    const found = binh.page.getByRole('article', { name: /^Trao đổi của Nguyễn Văn An/ });
    await found.getByRole('button', { name: 'Trả lời' }).click();
    await found.getByLabel('Nội dung').fill('Báo cáo 12/BC-MH, trang 3.');
    await found.getByRole('button', { name: 'Gửi' }).click();
    await found.getByText('Báo cáo 12/BC-MH, trang 3.').waitFor();
    await found.getByRole('button', { name: 'Đã giải quyết' }).click();
    await found.getByText(/^Trần Thị Bình đánh dấu đã giải quyết/).waitFor();
    expect(await faultsInStory(binh.page)).toEqual([]);
    await binh.open('/lam-viec');
    await binh.page.getByText('Trưởng cơ quan').or(binh.page.getByText('Tỉnh Minh họa 01')).first().waitFor();
    await expect.poll(() => waiting.count()).toBe(0);

    // An opens it again and takes back what was asked.
    await an.page.reload();
    await an.page.getByRole('button', { name: 'Trao đổi', exact: true }).click();
    await inside.getByRole('button', { name: 'Xem 1 trao đổi đã giải quyết' }).click();
    await written.getByRole('button', { name: 'Mở lại' }).click();
    await written.getByRole('button', { name: 'Đã giải quyết' }).waitFor();
    await written.getByRole('button', { name: 'Rút ý kiến' }).click();
    await written.getByRole('button', { name: 'Rút ý kiến này' }).click();
    await written.getByText(/^Đã rút lúc/).waitFor();
    await expect.poll(() => written.getByText('Số liệu dòng 3').count()).toBe(0);

    const dung = await workspace.signIn('dung');
    await dung.open(`${SHEET}?item=1.1`);
    await dung.page.getByRole('button', { name: 'Trao đổi', exact: true }).click();
    await dung.page.getByRole('region', { name: 'Với cơ quan thẩm định' }).getByText('Chưa có trao đổi nào.').waitFor();
    await expect.poll(() => dung.page.getByRole('region', { name: 'Nội bộ' }).count()).toBe(0);
    await expect.poll(() => dung.page.getByText('12/BC-MH').count()).toBe(0);
    expect([...an.pageErrors, ...binh.pageErrors, ...dung.pageErrors]).toEqual([]);
    await Promise.all([an.context.close(), binh.context.close(), dung.context.close()]);
  });
});
