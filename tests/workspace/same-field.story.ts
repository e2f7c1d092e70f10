import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../../server/src/testing/world.ts';
import { entriesOf, fieldOf, figureCalled, letRest, openTestWorkspace, SHEET, saved, type TestWorkspace, typeAndHold } from './test-workspace.ts';

const DONE = 'Số nhiệm vụ trong kế hoạch cải cách hành chính năm đã hoàn thành';
const ITEM = `${SHEET}?item=1.1`;
const ASKED = 'Đề nghị đối chiếu hai nội dung hiển thị song song và chọn một.';

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await openTestWorkspace();
}, 120_000);
afterAll(() => workspace?.close());

const valuesOf = async (figure: string) => (await entriesOf(workspace, figureCalled(workspace, figure))).map(({ changes }) => changes['value']);
const valueIn = (page: Page) => fieldOf(page, DONE).inputValue();

/** Types at a page whose own clock can be set, and lets the text rest in the field: the cursor stays there. */
async function typeAndStay(page: Page, text: string): Promise<void> {
  await fieldOf(page, DONE).fill(text);
  await page.clock.runFor(2_500);
}

describe('two who have the same field before them', () => {
  it('[F44] on two devices: a field that nobody has changed since takes the newer value and sends nothing when it is left; what was typed meanwhile is asked about', async () => {
    const [a, b] = [await workspace.signIn('an'), await workspace.signIn('binh')];
    await Promise.all([a, b].map(({ page }) => page.clock.install()));
    await Promise.all([a.open(ITEM), b.open(ITEM)]);
    await typeAndStay(a.page, '20');
    await saved(a.page);
    await b.page.clock.runFor(5_000);
    await expect.poll(() => valueIn(b.page)).toBe('20');
    await fieldOf(b.page, DONE).fill('19');
    await b.page.keyboard.press('Tab');
    await saved(b.page);
    await a.page.clock.runFor(5_000);
    await expect.poll(() => valueIn(a.page)).toBe('19');
    await a.page.keyboard.press('Tab');
    await a.page.getByRole('button', { name: 'Tiêu chí sau' }).click();
    await a.page.getByRole('button', { name: 'Tiêu chí trước' }).click();
    expect(await valueIn(a.page)).toBe('19');

    // Typed over a value that came while one typed: both stand side by side.
    await typeAndHold(a.page, DONE, '17');
    await fieldOf(b.page, DONE).fill('18');
    await b.page.keyboard.press('Tab');
    await saved(b.page);
    await letRest(a.page);
    await a.page.getByText(ASKED).waitFor();
    expect(await valuesOf(DONE)).toEqual(['20', '19', '18']);
    await a.page.getByRole('button', { name: 'Giữ nội dung đang có' }).click();
    await saved(a.page);
    // Taking back what somebody else has written over since is asked about as well.
    await a.page.getByRole('button', { name: 'Hoàn tác' }).click();
    await a.page.getByText(ASKED).waitFor();
    await a.page.getByRole('button', { name: 'Giữ nội dung đang có' }).click();
    await saved(a.page);
    expect(await valuesOf(DONE)).toEqual(['20', '19', '18']);
    for (const { pageErrors } of [a, b]) expect(pageErrors).toEqual([]);
    await Promise.all([a, b].map(({ context }) => context.close()));
  });

  it('[F44] in two windows of one browser: the same, and the window that typed without having seen it asks', async () => {
    const an = await workspace.signIn('an');
    const [a, b] = [an.page, await an.context.newPage()];
    for (const page of [a, b]) {
      await page.clock.install();
      await page.goto(workspace.address + ITEM);
      await fieldOf(page, DONE).waitFor();
    }
    await typeAndStay(a, '30');
    await expect.poll(() => valueIn(b)).toBe('30');
    await saved(b);
    await typeAndStay(b, '31');
    // At once: no question to the server lies between two windows.
    await expect.poll(() => valueIn(a)).toBe('31');
    await a.getByRole('button', { name: 'Tiêu chí sau' }).click();
    await a.getByRole('button', { name: 'Tiêu chí trước' }).click();
    await saved(a);
    expect((await valuesOf(DONE)).slice(-2)).toEqual(['30', '31']);

    // The clock is that of both windows, so the other one leaves its field.
    await typeAndHold(a, DONE, '32');
    await fieldOf(b, DONE).fill('33');
    await b.keyboard.press('Tab');
    await saved(b);
    await letRest(a);
    await a.getByText(ASKED).waitFor();
    expect((await valuesOf(DONE)).at(-1)).toBe('33');
    await a.getByRole('button', { name: 'Ghi nội dung của tôi' }).click();
    await saved(a);
    expect((await valuesOf(DONE)).at(-1)).toBe('32');
    expect(an.pageErrors).toEqual([]);
    await an.context.close();
  });
});

describe('a change of several fields', () => {
  it('[F44] is asked about where somebody else wrote, and goes out where nobody did; taking it back leaves what the other one wrote', async () => {
    const [an, binh] = [await workspace.browserOf('an'), await workspace.browserOf('binh')];
    const [page, theirs] = [await an.open(`${SHEET}?item=1.2`), await binh.open(`${SHEET}?item=1.2`)];
    const [reports, onTime] = ['Đủ số lượng báo cáo', 'Đúng thời hạn'];
    await an.context.setOffline(true);
    await page.getByText('Mất kết nối. Ông/Bà vẫn nhập được').waitFor();
    await page.getByLabel(reports).check();
    await fieldOf(page, 'Giải trình').fill('Theo báo cáo năm (minh họa)');
    await page.keyboard.press('Tab');
    await theirs.getByLabel(onTime).check();
    await saved(theirs);
    await an.context.setOffline(false);
    await page.getByText(ASKED).waitFor();
    await page.getByText('1 ô cần chọn giữa hai nội dung').waitFor();
    await theirs.getByText('Theo báo cáo năm (minh họa)').waitFor();
    // Her justification was the last that she made; the tick is taken back after it.
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await saved(page);
    await expect.poll(() => page.getByLabel(onTime).isChecked()).toBe(true);
    await expect.poll(() => page.getByLabel(reports).isChecked()).toBe(false);
    expect([...an.pageErrors, ...binh.pageErrors]).toEqual([]);
  });
});

describe('a browser that keeps nothing', () => {
  it('[F44] shows the sheet to be read, and says why nothing is entered', async () => {
    const an = await workspace.signIn('an');
    await an.page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('no storage', 'InvalidStateError');
      };
    });
    const page = await an.open(ITEM);
    await page.getByText('Trình duyệt này không cho lưu tạm trên thiết bị').waitFor();
    await expect.poll(() => fieldOf(page, DONE).isEditable()).toBe(false);
    expect(an.pageErrors).toEqual([]);
    await an.context.close();
  });
});

describe('a line that is lost', () => {
  it('[F44] is told at once in the bar and at the field, in the window that does not send as well, and what was kept goes out by itself', async () => {
    const an = await workspace.signIn('an');
    const [sends, page] = [await an.open(ITEM), await an.context.newPage()];
    await page.clock.install();
    await page.goto(workspace.address + ITEM);
    await fieldOf(page, DONE).waitFor();
    await an.context.setOffline(true);
    await page.getByText('Mất kết nối. Ông/Bà vẫn nhập được').waitFor();
    await typeAndStay(page, '41');
    await page.getByText('Mất kết nối – đang giữ 1 thay đổi trên thiết bị này').waitFor();
    await page.getByText('Mất kết nối – đang giữ trên thiết bị này.').waitFor();
    await sends.getByText('Mất kết nối – đang giữ 1 thay đổi trên thiết bị này').waitFor();
    await an.context.setOffline(false);
    await saved(page);
    expect((await valuesOf(DONE)).at(-1)).toBe('41');
    expect(an.pageErrors).toEqual([]);
    await an.context.close();
  });
});

describe('a target that was given away meanwhile', () => {
  it('[F44] keeps what was typed without a line, says to whom it was given, and takes it with a reason', async () => {
    const an = await workspace.browserOf('an');
    const page = await an.open(`${SHEET}?item=1.5`);
    const field = page.locator('fieldset input').first();
    await an.context.setOffline(true);
    await page.getByText('Mất kết nối. Ông/Bà vẫn nhập được').waitFor();
    await field.fill('3');
    await page.keyboard.press('Tab');
    await page.getByText('Mất kết nối – đang giữ 1 thay đổi trên thiết bị này').waitFor();
    const given = { to: 'so-minh-hoa-a', targets: [{ id: randomUUID(), item: '1.5' }] };
    const assignments = `/api/rounds/minh-hoa-2022/sheets/tinh-minh-hoa-01/assignments`;
    expect((await ask(workspace.server, workspace.world.people.binh, 'POST', assignments, given)).status).toBe(204);
    await an.context.setOffline(false);
    await page.getByText('Nội dung này nay đã được giao cho đơn vị.').waitFor();
    await page.getByText('Nội dung của Ông/Bà: 3').waitFor();
    await expect.poll(() => page.getByRole('button', { name: 'Gửi lại' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Bỏ', exact: false }).first().click();
    await saved(page);
    expect(an.pageErrors).toEqual([]);
  });
});

describe('what is said of an item', () => {
  it('[F44] a claim that nothing arose is kept and asked about until it has its reason', async () => {
    const binh = await workspace.browserOf('binh');
    const page = await binh.open(`${SHEET}?item=2.4.1`);
    const claim = page.getByRole('checkbox', { name: 'không phát sinh' });
    await claim.check();
    await page.getByText('Còn 1 ô chưa ghi').waitFor();
    await page.getByRole('button', { name: 'Tiêu chí sau' }).click();
    await page.getByText('Còn 1 ô chưa ghi').waitFor();
    await page.getByRole('button', { name: 'Đến ô đó' }).click();
    await expect.poll(() => claim.isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Bỏ nội dung này' }).click();
    await page.getByText('Đã ghi tất cả').waitFor();
    await expect.poll(() => claim.isChecked()).toBe(false);
    expect(binh.pageErrors).toEqual([]);
  });

  it('[F44] figures that contradict each other are told in one sentence, and none of them as missing', async () => {
    const binh = await workspace.browserOf('binh');
    const page = await binh.open(`${SHEET}?item=2.4.1`);
    await fieldOf(page, 'Số văn bản quy phạm pháp luật trong chương trình').fill('5');
    await fieldOf(page, 'Số văn bản quy phạm pháp luật ban hành đúng tiến độ').fill('9');
    await page.keyboard.press('Tab');
    await saved(page);
    await page.getByText('Tử số lớn hơn mẫu số. Chưa tính được điểm cho đến khi số liệu được sửa.').waitFor();
    await expect.poll(() => page.getByText('Còn thiếu').count()).toBe(0);
    await expect.poll(() => page.locator('.badge', { hasText: 'Số liệu mâu thuẫn' }).count()).toBeGreaterThan(0);

    // And the way to the library leads back to the item.
    await page.getByRole('link', { name: 'Thêm tài liệu vào kho' }).last().click();
    await page.getByRole('link', { name: 'Từng tiêu chí' }).click();
    await page.getByRole('heading', { name: /^2\.4\.1/ }).waitFor();
    expect(binh.pageErrors).toEqual([]);
  });

  it('[F23] a paste tells what a number is read as, and takes neither of two lines for one field', async () => {
    const binh = await workspace.browserOf('binh');
    const page = await binh.open(`${SHEET}?view=list`);
    await page.getByRole('button', { name: 'Dán từ bảng tính' }).click();
    const line = (value: string) => `2.4.1\tSố văn bản quy phạm pháp luật trong chương trình, danh mục ban hành của năm\t${value}`;
    await page.getByLabel('Dán vào đây').fill([line('7'), line('8')].join('\n'));
    await page.getByText('Ô này có ở nhiều dòng (dòng 1, 2)').first().waitFor();
    await expect.poll(() => page.getByRole('button', { name: 'Ghi 0 thay đổi' }).isDisabled()).toBe(true);
    // Twice the same, as with a figure that two items share, is one.
    await page.getByLabel('Dán vào đây').fill([line('7'), line('7'), line('')].join('\n'));
    await page.getByRole('button', { name: 'Ghi 1 thay đổi' }).waitFor();
    await page.getByLabel('Dán vào đây').fill(line('1234'));
    await page.getByText('Sẽ ghi: 1.234').waitFor();
    // What cannot be entered stays before her, while the rest is.
    await page.getByLabel('Dán vào đây').fill([line('12'), '9.9\tKhông có\t5'].join('\n'));
    await page.getByRole('button', { name: 'Ghi 1 thay đổi' }).click();
    await page.getByText('Những dòng còn lại dưới đây chưa được ghi.').waitFor();
    await expect.poll(() => page.getByLabel('Dán vào đây').inputValue()).toBe('9.9\tKhông có\t5');
    expect(binh.pageErrors).toEqual([]);
  });
});
