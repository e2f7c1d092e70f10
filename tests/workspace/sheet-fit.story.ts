import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerAll } from '../../server/src/testing/answer-all.ts';
import { fieldOf, openTestWorkspace, picture, SHEET, type TestWorkspace } from './test-workspace.ts';

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await openTestWorkspace();
}, 120_000);
afterAll(() => workspace?.close());

const DONE = 'Số nhiệm vụ trong kế hoạch cải cách hành chính năm đã hoàn thành';
const SIZES = { desk: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } };

describe('the sheet fits its screen', () => {
  it('[F98] on a desk the head takes at most 110 px, each part has an address, and the first field is within three Tabs', async () => {
    const an = await workspace.signIn('an', SIZES.desk);
    const page = await an.open(`${SHEET}?item=1.1`);
    await fieldOf(page, DONE).waitFor();
    const bar = page.locator('.sheet-bar');
    const bottom = async () => {
      const box = await bar.boundingBox();
      return (box?.y ?? 0) + (box?.height ?? Number.POSITIVE_INFINITY);
    };
    expect(await bottom()).toBeLessThanOrEqual(110);
    await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).toBe('Bảng chấm điểm của Tỉnh Minh họa 01');
    // It stays in sight.
    await page.mouse.move(900, 500);
    await page.mouse.wheel(0, 600);
    await page.waitForFunction(() => scrollY > 100);
    expect(await bottom()).toBeLessThanOrEqual(110);
    await page.evaluate(() => scrollTo(0, 0));

    // The focus begins at the item, and its first field is near.
    expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/^1\.1\. /);
    for (let tabs = 0; tabs < 3 && (await page.evaluate(() => document.activeElement?.tagName !== 'INPUT')); tabs++) await page.keyboard.press('Tab');
    expect(await fieldOf(page, DONE).evaluate((field) => field === document.activeElement)).toBe(true);

    // The list of items scrolls by itself, keeps the open item in sight, and has a line for each.
    const outline = page.getByRole('navigation', { name: 'Danh mục tiêu chí' });
    const frame = await outline.boundingBox();
    expect(frame?.width).toBeGreaterThanOrEqual(320);
    expect(frame?.width).toBeLessThanOrEqual(380);
    for (let steps = 0; steps < 30; steps++) await page.keyboard.press('Alt+ArrowDown');
    const line = await outline.locator('[aria-current="page"]').boundingBox();
    expect(line?.height).toBeLessThan(40);
    expect(line?.y).toBeGreaterThan(frame?.y ?? 0);
    expect((line?.y ?? 0) + (line?.height ?? 0)).toBeLessThan((frame?.y ?? 0) + (frame?.height ?? 0));

    const parts = page.getByRole('navigation', { name: 'Các phần của bảng chấm điểm' });
    // By a key the focus goes along, wherever it was: a tab, the list of items, another part.
    const heading = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    for (const [part, key] of [
      ['Danh sách', 'Alt+n'],
      ['Rà soát', 'Alt+ArrowDown'],
      ['Từng tiêu chí', 'Alt+ArrowUp'],
    ] as const) {
      await parts.getByRole('link', { name: part }).click();
      await parts.getByRole('link', { name: part }).and(page.locator('[aria-current="page"]')).waitFor();
      await page.keyboard.press(key);
      await expect.poll(heading).toMatch(/^\d+(\.\d+)+\. /);
      const tag = await page.evaluate(() => document.activeElement?.tagName);
      expect(tag).toBe('H2');
    }
    const begins = Math.round((await parts.boundingBox())?.x ?? -1);
    for (const [name, address] of [
      ['Danh sách', /view=list/],
      ['Rà soát', /view=review/],
      ['Phân công', /view=assign/],
      ['Chốt, ký, gửi', /view=send/],
      ['Từng tiêu chí', /bang-diem\/tinh-minh-hoa-01\?item=/],
      ['Tài liệu', /\/tai-lieu/],
    ] as const) {
      await parts.getByRole('link', { name }).click();
      await page.waitForURL(address);
      await parts.getByRole('link', { name, exact: false }).and(page.locator('[aria-current="page"]')).waitFor();
      await expect.poll(() => parts.locator('[aria-current="page"]').count()).toBe(1);
      expect(await bottom()).toBeLessThanOrEqual(110);
      // The parts keep their place whatever stands beside them.
      expect(Math.round((await parts.boundingBox())?.x ?? 0)).toBe(begins);
    }
    expect(an.pageErrors).toEqual([]);
    await an.context.close();
  });

  it('[F98] on a phone the first field is above the fold, between the head and the steps from item to item', async () => {
    const an = await workspace.signIn('an', SIZES.phone);
    const page = await an.open(`${SHEET}?item=2.4.1`);
    const field = fieldOf(page, 'Số văn bản quy phạm pháp luật ban hành đúng tiến độ');
    await field.waitFor();
    const [box, foot] = [await field.boundingBox(), await page.getByRole('navigation', { name: 'Chuyển tiêu chí' }).boundingBox()];
    expect((box?.y ?? 900) + (box?.height ?? 0)).toBeLessThan(foot?.y ?? 0);
    expect((foot?.y ?? 0) + (foot?.height ?? 0)).toBe(SIZES.phone.height);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(SIZES.phone.width);
    await page.getByRole('button', { name: 'Tiêu chí sau' }).click();
    await page.getByRole('heading', { level: 2, name: /^2\.4\.2\. / }).waitFor();
    await page.getByRole('button', { name: 'Mở danh mục tiêu chí' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '2.2.1 Công bố' }).click();
    await page.getByRole('heading', { level: 2, name: /^2\.2\.1\. / }).waitFor();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await picture(page, 'bang-cham-diem');
    expect(an.pageErrors).toEqual([]);
    await an.context.close();
  });

  it('[F98] an address with a part that the sheet does not have opens the item', async () => {
    const an = await workspace.signIn('an', SIZES.desk);
    const page = await an.open(`${SHEET}?view=freeze&item=1.1`);
    await page.getByRole('heading', { level: 2, name: /^1\.1\. / }).waitFor();
    await fieldOf(page, DONE).waitFor();
    await expect.poll(() => page.locator('.sheet-bar [aria-current="page"]').textContent()).toMatch(/^Từng tiêu chí/);
    expect(an.pageErrors).toEqual([]);
    await an.context.close();
  });

  it('[F98] on a finished sheet the next unscored item is said not to be there, and the check is offered', async () => {
    const { server, world } = workspace;
    await answerAll(server, world.people.an, '/api/rounds/minh-hoa-2022/sheets/tinh-minh-hoa-01', world.scheme);
    const an = await workspace.signIn('an', SIZES.desk);
    const page = await an.open(`${SHEET}?item=1.1`);
    await page.keyboard.press('Alt+N');
    const told = page.getByRole('status').filter({ hasText: 'Không còn nội dung nào chưa chấm' });
    await told.getByRole('link', { name: 'Rà soát trước khi gửi' }).click();
    await page.waitForURL(/view=review/);
    expect(an.pageErrors).toEqual([]);
    await an.context.close();
  });
});
