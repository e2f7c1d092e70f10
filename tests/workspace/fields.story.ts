import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsByAxe } from '../axe.ts';
import { Keyboard } from './keyboard.ts';
import { openTestWorkspace, SHEET, saved, type TestWorkspace } from './test-workspace.ts';

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await openTestWorkspace();
}, 120_000);
afterAll(() => workspace?.close());

const month = (page: Page) => page.getByRole('dialog', { name: /^Chọn ngày: / });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click();

describe('a day', () => {
  it('[F98] is typed, or picked from a Vietnamese month by keys alone, which comes when it is asked for', async () => {
    const lan = await workspace.signIn('lan');
    await lan.page.clock.setFixedTime('2023-01-10T02:00:00Z');
    const asked: string[] = [];
    lan.page.on('request', (request) => asked.push(request.url()));
    const page = await lan.open('/lam-viec/nguoi-dung');
    await press(page, 'Mời người dùng');
    const day = page.getByLabel('Từ ngày');
    await day.fill('1.1.2023');
    expect(asked.some((url) => url.includes('/day-picker'))).toBe(false);

    const keys = new Keyboard(page);
    await keys.reach(day);
    await expect.poll(() => day.inputValue()).toBe('1.1.2023');
    await page.keyboard.press('Tab');
    // What is typed is written as everybody does, and stays what holds.
    await expect.poll(() => day.inputValue()).toBe('01/01/2023');
    await page.keyboard.press('Enter');
    await month(page).getByRole('button', { name: 'Chủ Nhật, ngày 1 tháng 1 năm 2023' }).and(page.locator(':focus')).waitFor();
    await month(page).getByText('Tháng 1/2023').waitFor();
    await expect.poll(() => month(page).locator('thead th').allInnerTexts()).toEqual(['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN']);
    await expect.poll(() => month(page).locator('[aria-current="date"]').getAttribute('aria-label')).toBe('Thứ Ba, ngày 10 tháng 1 năm 2023');
    expect(await faultsByAxe(page)).toEqual([]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await month(page).waitFor({ state: 'hidden' });
    await expect.poll(() => day.inputValue()).toBe('09/01/2023');
    expect(await day.evaluate((input) => input === document.activeElement)).toBe(true);

    // Left as it was by Escape; the form stays.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await month(page).getByRole('button', { name: 'Thứ Hai, ngày 9 tháng 1 năm 2023' }).waitFor();
    await page.keyboard.press('Escape');
    await month(page).waitFor({ state: 'hidden' });
    await expect.poll(() => day.inputValue()).toBe('09/01/2023');
    expect(lan.pageErrors).toEqual([]);
    await lan.context.close();
  });

  it('[F98] ends a step at its end, without an hour that nobody asked for; an hour is added where it matters', async () => {
    const dung = await workspace.signIn('dung');
    const page = await dung.open('/lam-viec/ky-danh-gia/minh-hoa-2022?part=extensions');
    await press(page, 'Ghi gia hạn');
    const until = page.getByLabel('Gia hạn đến');
    const hour = page.getByRole('button', { name: 'Thêm giờ' });
    await expect.poll(() => hour.count()).toBe(0);
    await until.fill('20/02/2023');
    await page.getByText('Nhận đến hết ngày 20/02/2023.').waitFor();
    await hour.click();
    await month(page).getByLabel('Giờ', { exact: true }).fill('17');
    await page.keyboard.press('Enter');
    await page.getByText('Nhận đến 17 giờ 00 ngày 20/02/2023.').waitFor();
    await expect.poll(() => until.inputValue()).toBe('17:00 20/02/2023');

    // Another day keeps the hour.
    await page.getByRole('button', { name: 'Mở lịch' }).first().click();
    await month(page).getByRole('button', { name: 'Thứ Ba, ngày 21 tháng 2 năm 2023' }).click();
    await expect.poll(() => until.inputValue()).toBe('17:00 21/02/2023');
    await page.getByRole('button', { name: 'Mở lịch' }).first().click();
    await month(page).getByLabel('Giờ', { exact: true }).fill('');
    await page.keyboard.press('Enter');
    await expect.poll(() => until.inputValue()).toBe('21/02/2023');
    expect(dung.pageErrors).toEqual([]);
    await dung.context.close();
  });
});

describe('a form', () => {
  it('[F98] [F99] says in the language of the page what is missing: beside each field, and summed above with the way there', async () => {
    const lan = await workspace.signIn('lan');
    const page = await lan.open('/lam-viec/nguoi-dung');
    await press(page, 'Mời người dùng');
    const form = page.getByRole('region', { name: 'Mời người dùng' });
    await form.getByRole('button', { name: 'Tạo tài khoản và liên kết' }).click();
    const summed = form.getByRole('alert');
    await summed.getByText('Còn 4 chỗ phải nhập hoặc sửa').waitFor();
    expect(await faultsByAxe(page)).toEqual([]);
    await summed.getByRole('link', { name: 'Chưa nhập “Thư điện tử công vụ”.' }).click();
    const email = form.getByLabel('Thư điện tử công vụ');
    expect(await email.evaluate((field) => field === document.activeElement)).toBe(true);
    await form
      .locator('.mantine-InputWrapper-root', { has: page.getByLabel('Thư điện tử công vụ') })
      .getByText('Chưa nhập “Thư điện tử công vụ”.')
      .waitFor();
    await email.fill('phuc');
    await summed.getByRole('link', { name: 'Chưa đúng dạng địa chỉ thư điện tử.' }).waitFor();
    await email.fill('phuc@minh-hoa.example');
    await summed.getByText('Còn 3 chỗ phải nhập hoặc sửa').waitFor();
    await expect.poll(() => email.getAttribute('aria-invalid')).toBeNull();
    await form.getByLabel('Họ và tên').fill('Hồ Văn Phúc');
    await form.getByRole('combobox', { name: 'Vai trò' }).selectOption('clerk');
    await summed.getByText('Còn 1 chỗ phải nhập hoặc sửa').waitFor();
    // A single fault takes the focus to its field.
    await form.getByRole('button', { name: 'Tạo tài khoản và liên kết' }).click();
    expect(await form.getByRole('combobox', { name: 'Cơ quan' }).evaluate((field) => field === document.activeElement)).toBe(true);
    expect(lan.pageErrors).toEqual([]);
    await lan.context.close();
  });
});

describe('a field of the sheet', () => {
  it('[F44] leaves what stands below in its place while it is saved: the click by which one leaves it meets what it was meant for', async () => {
    const an = await workspace.signIn('an');
    const page = await an.open(`${SHEET}?item=1.1`);
    const of = (label: string) => page.locator('.item-field').filter({ has: page.getByLabel(label, { exact: false }) });
    const field = of('Số nhiệm vụ trong kế hoạch cải cách hành chính năm đã hoàn thành');
    const value = field.getByRole('textbox').first();
    await of('Số nhiệm vụ đề ra trong kế hoạch cải cách hành chính năm').getByRole('textbox').first().fill('30');
    await value.fill('20');
    await page.keyboard.press('Tab');
    await saved(page);
    // It is being saved as long as one looks.
    let held = Promise.withResolvers<void>();
    await page.route('**/entries', async (route) => {
      await held.promise;
      await route.continue();
    });
    await value.fill('21');
    const source = field.getByText('Nguồn của số liệu');
    const document = field.getByLabel('Nguồn, văn bản báo cáo');
    await source.hover();
    await page.mouse.down();
    await field.getByText('Đang ghi …').waitFor();
    await page.mouse.up();
    await document.waitFor();
    held.resolve();
    await saved(page);
    held = Promise.withResolvers<void>();
    // Nor does it move once that has ended.
    await value.fill('22');
    await source.hover();
    await page.mouse.down();
    await page.getByText('tạm tính, đang chờ ghi').waitFor();
    await field.getByText('Đang ghi …').waitFor();
    held.resolve();
    await saved(page);
    await page.mouse.up();
    await document.waitFor({ state: 'hidden' });
    expect(an.pageErrors).toEqual([]);
    await an.context.close();
  });
});
