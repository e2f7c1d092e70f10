import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestWorkspace, type TestWorkspace } from './test-workspace.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const DOCUMENT = 'Công văn số 77/BMH-CCHC (minh họa)';

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await openTestWorkspace();
  await workspace.server.owner.query(`INSERT INTO exclusion (round_id, body_id, item, legal_basis) VALUES ($1, 'tinh-minh-hoa-02', '1.2', $2)`, [
    workspace.world.round,
    DOCUMENT,
  ]);
}, 120_000);
afterAll(() => workspace?.close());

const field = (page: Page) => page.getByRole('combobox', { name: 'Nội dung cần tìm' });
const reached = (page: Page) => page.locator('[role="option"][aria-selected="true"]');

/** Rules that a part of the page as it stands breaks. */
async function broken(page: Page, within: string): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async (selector) => {
    const { axe } = window as unknown as { axe: { run(root: string): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } };
    return (await axe.run(selector)).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  }, within);
}

describe('search from anywhere', () => {
  it('[F98] by keys alone An finds an item without marks and lands on it', async () => {
    const an = await workspace.browserOf('an');
    const page = await an.open('/lam-viec');
    await page.keyboard.press('/');
    await field(page).waitFor();
    await page.getByText('văn bản theo số, ký hiệu').waitFor();
    await page.keyboard.type('van ban quy pham phap luat dung tien do');
    await reached(page).waitFor();
    const label = (await page.locator('[role="option"] .choice-label').allTextContents()).findIndex((text) => text.startsWith('2.4.1 '));
    expect(label).toBeGreaterThanOrEqual(0);
    for (let step = 0; step < label; step += 1) await page.keyboard.press('ArrowDown');
    await expect.poll(() => reached(page).textContent()).toContain('Bảng chấm điểm của Tỉnh Minh họa 01, Kỳ đánh giá minh họa 2022');
    await expect.poll(() => field(page).getAttribute('aria-activedescendant')).toBe(await reached(page).getAttribute('id'));
    await page.keyboard.press('Enter');
    await page.waitForURL('**/ky-danh-gia/minh-hoa-2022/bang-diem/tinh-minh-hoa-01?item=2.4.1');
    await page.getByRole('heading', { name: /^2\.4\.1\. / }).waitFor();
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    // What was looked for takes the focus: its first field is near.
    await page.waitForFunction(() => document.activeElement?.tagName === 'H2');
    // While something is being typed a slash is a slash; Ctrl+K searches even then.
    const figure = page.locator('fieldset input').first();
    await figure.focus();
    await page.keyboard.press('/');
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    await figure.fill('');
    await page.keyboard.press('Control+k');
    await field(page).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.waitForFunction(() => document.activeElement?.tagName === 'INPUT');
    expect(an.pageErrors).toEqual([]);
  });

  it('[F98] pages are found by name without marks, bodies by their initials wherever they are', async () => {
    const an = await workspace.browserOf('an');
    const page = await an.open('/lam-viec');
    const found = async (typed: string, name: RegExp) => {
      await field(page).fill(typed);
      const option = page.getByRole('option', { name }).first();
      await option.waitFor();
      return option.getAttribute('href');
    };
    await page.keyboard.press('/');
    const sheet = '/lam-viec/ky-danh-gia/minh-hoa-2022/bang-diem/tinh-minh-hoa-01';
    expect(await found('bang cham diem', /^Bảng chấm điểm của Tỉnh Minh họa 01/)).toBe(sheet);
    expect(await found('thu vien tai lieu', /^Tài liệu/)).toBe(`${sheet}/tai-lieu`);
    expect(await found('ra soat', /^Rà soát/)).toBe(`${sheet}?view=review`);
    expect(await found('ngay nghi', /^Ngày nghỉ/)).toBe('/lam-viec/ngay-nghi');
    expect(await found('ky danh gia minh hoa 2022', /^Kỳ đánh giá minh họa 2022/)).toBe('/lam-viec/ky-danh-gia/minh-hoa-2022');
    for (const typed of ['hcm', 'tphcm', 'tp hcm'])
      expect(await found(typed, /^Thành phố Hồ Chí Minh ?Không tham gia kỳ đánh giá tại đây/)).toBe('/co-quan/ho-chi-minh-2025');
    expect(await found('hn', /^Thành phố Hà Nội/)).toMatch(/^\/co-quan\/ha-noi/);
    // What a clerk may not open is not offered.
    await field(page).fill('nguoi dung');
    await page.getByText('Không tìm thấy nội dung nào khớp với “nguoi dung”.').waitFor();
    await page.keyboard.press('Escape');
    expect(an.pageErrors).toEqual([]);
  });

  it('[F98] a document is found by its number, and leads to where it is cited', async () => {
    const an = await workspace.browserOf('an');
    const page = await an.open('/lam-viec/ky-danh-gia');
    await page.getByRole('button', { name: 'Tìm kiếm' }).click();
    await field(page).waitFor();
    await page.keyboard.type('77/bmh');
    await page.getByRole('option', { name: /Không đánh giá tiêu chí 1\.2 đối với Tỉnh Minh họa 02/ }).waitFor();
    expect(await broken(page, '[role="dialog"]')).toEqual([]);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/ky-danh-gia/minh-hoa-2022?part=exclusions');
    await page.getByText(DOCUMENT).first().waitFor();
    expect(an.pageErrors).toEqual([]);
  });

  it('[F94] [F98] Lan, administrator, finds a person; An, clerk, is offered none', async () => {
    const [lan, an] = [await workspace.signIn('lan'), await workspace.browserOf('an')];
    const [hers, his] = [await lan.open('/lam-viec'), await an.open('/lam-viec')];
    for (const page of [hers, his]) {
      await page.keyboard.press('Control+k');
      await field(page).waitFor();
      await page.keyboard.type('dung@minh-hoa.example');
    }
    await hers.getByRole('option', { name: /Phạm Văn Dũng/ }).waitFor();
    await hers.keyboard.press('Enter');
    await hers.waitForURL(`**/nguoi-dung/${workspace.world.people.dung.account}`);
    await hers.getByRole('heading', { level: 1, name: 'Phạm Văn Dũng' }).waitFor();
    await his.getByText('Không tìm thấy nội dung nào khớp với “dung@minh-hoa.example”.').waitFor();
    await his.keyboard.press('Escape');
    expect([...lan.pageErrors, ...an.pageErrors]).toEqual([]);
    await lan.context.close();
  });

  it('what is shown answers what was typed last, though an answer before it comes later', async () => {
    const an = await workspace.browserOf('an');
    const page = await an.open('/lam-viec');
    let answer: () => void = () => undefined;
    const mayAnswer = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route(/api\/search\?q=tinh$/, async (route) => {
      await mayAnswer;
      await route.continue().catch(() => undefined);
    });
    await page.keyboard.press('/');
    await field(page).fill('tinh');
    await page.waitForRequest(/api\/search\?q=tinh$/);
    await field(page).fill('bo minh hoa b');
    await page.getByRole('option', { name: 'Bộ Minh họa B' }).waitFor();
    answer();
    await page.waitForTimeout(500);
    await expect.poll(() => page.locator('[role="option"] .choice-label').allTextContents()).toEqual(['Bộ Minh họa B']);
    await field(page).fill('bo minh hoa b x');
    await expect.poll(() => page.getByRole('option').count()).toBe(0);
    expect(an.pageErrors).toEqual([]);
  });

  it('Dũng, owner of the round, comes from an item to the sheets of all bodies, with that item alone', async () => {
    const dung = await workspace.signIn('dung');
    const page = await dung.open('/lam-viec');
    await page.keyboard.press('/');
    await field(page).fill('2.4.1');
    await page.getByRole('option', { name: /^2\.4\.1 .*Các bảng chấm điểm của Kỳ đánh giá minh họa 2022/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/bang-diem?item=2.4.1');
    await page.getByRole('columnheader', { name: '2.4.1' }).waitFor();
    await expect.poll(() => page.getByRole('columnheader').count()).toBe(7);
    expect(dung.pageErrors).toEqual([]);
    await dung.context.close();
  });
});

describe('the head of every page', () => {
  it('on a phone fits in both languages, searches on the whole screen, and has the way out in the menu', async () => {
    const phone = { width: 390, height: 844 };
    const an = await workspace.signIn('an', phone);
    const page = await an.open('/lam-viec');
    for (const other of ['English', 'Tiếng Việt']) {
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(phone.width);
      const inside = await page
        .locator('header button, header a')
        .filter({ visible: true })
        .evaluateAll((all) => all.map((one) => [one.textContent, one.getBoundingClientRect().right, one.scrollWidth - one.clientWidth] as const));
      expect(inside.filter(([, right, cut]) => right > 390 || cut > 1)).toEqual([]);
      await page.getByRole('button', { name: other }).click();
    }
    await page.getByRole('button', { name: 'Tìm kiếm' }).click();
    await field(page).fill('tinh minh hoa');
    await reached(page).waitFor();
    expect(await page.getByRole('dialog').boundingBox()).toMatchObject({ x: 0, y: 0, ...phone });
    expect(await broken(page, '[role="dialog"]')).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Mở danh mục' }).click();
    await page.getByRole('button', { name: 'Đăng xuất' }).click();
    await page.waitForURL('**/dang-nhap');
    expect(an.pageErrors).toEqual([]);
    await an.context.close();
  });

  it('[F98] from the sheet that one is in, acts are found by their names: the next unscored, the check, a language, light and dark', async () => {
    const binh = await workspace.signIn('binh');
    const page = await binh.open('/lam-viec/ky-danh-gia/minh-hoa-2022/bang-diem/tinh-minh-hoa-01?item=1.1');
    const act = async (typed: string, name: string) => {
      await page.keyboard.press('Control+k');
      await field(page).fill(typed);
      await reached(page).filter({ hasText: name }).waitFor();
      await page.keyboard.press('Enter');
      await page.getByRole('dialog', { name: 'Tìm kiếm' }).waitFor({ state: 'detached' });
    };
    // Before anything is typed it tells what can be done here, the most likely first.
    await page.keyboard.press('Control+k');
    await reached(page).filter({ hasText: 'Tiêu chí chưa chấm kế tiếp' }).waitFor();
    expect(await broken(page, '[role="dialog"]')).toEqual([]);
    await page.keyboard.press('Escape');
    await act('chua cham', 'Tiêu chí chưa chấm kế tiếp');
    await page.waitForURL(/item=(?!1\.1$)/);
    await page.waitForFunction(() => document.activeElement?.tagName === 'H2');
    await act('ra soat', 'Rà soát');
    await page.waitForURL(/view=review/);
    await act('nen toi', 'tối');
    await page.waitForFunction(() => document.documentElement.dataset['mantineColorScheme'] === 'dark');
    await act('english', 'English');
    await page.getByRole('link', { name: 'Item by item' }).waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'What to search for' }).fill('freeze');
    await reached(page).filter({ hasText: 'Freeze' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Freeze the sheet' }).waitFor();
    expect(binh.pageErrors).toEqual([]);
    await binh.context.close();
  });

  it('leads to one’s own account by one’s name, tells all keys, and is not printed', async () => {
    const binh = await workspace.signIn('binh');
    const page = await binh.open('/lam-viec/ky-danh-gia');
    await page.keyboard.press('Shift+?');
    const keys = page.getByRole('dialog', { name: 'Trợ giúp' });
    // What this page is for, and the keys that work on it: those of a sheet are told in a sheet.
    await keys.getByText('Trang này liệt kê các kỳ đánh giá: đang mở, đang soạn và đã đóng.').waitFor();
    await expect.poll(() => keys.getByRole('region', { name: 'Trang này dùng để làm gì' }).getByRole('listitem').count()).toBe(3);
    await expect.poll(() => keys.locator('tbody tr').allTextContents()).toHaveLength(5);
    await keys.getByRole('link', { name: 'Hướng dẫn sử dụng theo vai trò' }).waitFor();
    expect(await broken(page, '[role="dialog"]')).toEqual([]);
    await page.keyboard.press('Escape');
    await page.emulateMedia({ media: 'print' });
    await expect.poll(() => page.locator('header').isVisible()).toBe(false);
    await expect.poll(() => page.getByRole('navigation').isVisible()).toBe(false);
    expect(await page.locator('main').evaluate((main) => getComputedStyle(main).padding)).toBe('0px');
    await page.emulateMedia({ media: 'screen' });
    await page.getByRole('link', { name: 'Tài khoản của tôi: Trần Thị Bình' }).click();
    await page.getByRole('heading', { level: 1, name: 'Tài khoản của tôi' }).waitFor();
    expect(binh.pageErrors).toEqual([]);
    await binh.context.close();
  });
});
