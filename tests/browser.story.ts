import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsByAxe, faultsOfLook } from './axe.ts';
import { sharedChromium } from './chromium.ts';
import { type Product, startProduct } from './product.ts';
import { SOAK } from './soak.ts';

let product: Product;
let browser: Browser;

beforeAll(async () => {
  product = await startProduct();
  browser = await sharedChromium();
}, 120_000);
afterAll(async () => {
  await product?.app.close();
});

/** Opens a page and does something on it; a script error or a refused file fails the test. */
async function on<T>(address: string, act: (page: Page) => Promise<T>, options: { width?: number; script?: boolean } = {}): Promise<T> {
  const context = await browser.newContext({ viewport: { width: options.width ?? 1280, height: 900 }, javaScriptEnabled: options.script ?? true });
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
  try {
    await page.goto(product.address + address, { waitUntil: 'load' });
    const result = await act(page);
    expect(troubles).toEqual([]);
    return result;
  } finally {
    await context.close();
  }
}

/** Pages of a kind that another one stands for in `npm test`. */
const inSoak = <T>(...cases: T[]): T[] => (SOAK ? cases : []);

const names = (page: Page) => page.locator('table.results tbody tr:visible th').allTextContents();

describe('in a real browser', () => {
  it('the table of results sorts by Vietnamese order and by number', async () => {
    await on('/ket-qua/bo-2023', async (page) => {
      await page.getByRole('button', { name: /Cơ quan/ }).click();
      const alphabetical = await names(page);
      expect(alphabetical).toEqual(alphabetical.toSorted(new Intl.Collator('vi').compare));
      expect(alphabetical[0]).toBe('Bộ Công Thương');
      await page.getByRole('button', { name: /Điều tra xã hội học/ }).click();
      expect((await names(page))[0]).toBe('Bộ Tư pháp');
      expect(await page.locator('th[aria-sort]').getAttribute('aria-sort')).toBe('descending');
      await page.getByRole('button', { name: /Điều tra xã hội học/ }).click();
      expect((await names(page))[0]).toBe('Bộ Công Thương');
    });
  });

  it('the filter finds names without diacritics and by either tone placement', async () => {
    await on('/lich-su/tinh', async (page) => {
      const rows = page.locator('table.history tbody tr:visible th');
      await page.getByLabel('Lọc theo tên').fill('thua thien');
      expect(await rows.allTextContents()).toEqual(['Huế']);
      await page.getByLabel('Lọc theo tên').fill('Hoà');
      expect(await rows.allTextContents()).toEqual(expect.arrayContaining(['Hòa Bình', 'Khánh Hòa']));
      await page.getByLabel('Lọc theo tên').fill('đắk');
      expect((await rows.allTextContents()).toSorted()).toEqual(['Đắk Lắk', 'Đắk Nông']);
      expect(await page.locator('output').textContent()).toBe('Hiển thị 2/63 cơ quan');
    });
  });

  it('a line of the tree opens to its explanation, by a click, by its address, and all at once', async () => {
    await on('/ket-qua/minh-hoa-2022/minh-hoa-07', async (page) => {
      const item = page.locator('[id="tieu-chi-1.1"]');
      expect(await item.getByText('Phép tính').isVisible()).toBe(false);
      await item.locator('summary').click();
      expect(await item.getByText('Phép tính').isVisible()).toBe(true);
      await page.getByRole('button', { name: 'Mở tất cả' }).click();
      expect(await page.locator('details.item:not([open])').count()).toBe(0);
      expect(await page.locator('details.item').count()).toBe(94);
    });
    await on('/ket-qua/minh-hoa-2022/minh-hoa-07#tieu-chi-3.2.1', async (page) => {
      expect(await page.locator('[id="tieu-chi-3.2.1"]').getByText('Phép tính').isVisible()).toBe(true);
    });
  });

  it('without script every table, tree and chart still reads', async () => {
    await on(
      '/ket-qua/bo-2023',
      async (page) => {
        expect((await names(page)).length).toBe(17);
        expect(await page.locator('.filter').isVisible()).toBe(false);
        expect(await page.locator('ol.bars li').count()).toBe(17);
      },
      { script: false },
    );
    await on(
      '/ket-qua/minh-hoa-xa-2026/minh-hoa-01',
      async (page) => {
        await page.locator('details.item summary').first().click();
        expect(await page.getByText('Phép tính').first().isVisible()).toBe(true);
      },
      { script: false },
    );
  });

  it('[F80] bodies chosen in a table come to their comparison, with script and without', async () => {
    for (const script of [true, false])
      await on(
        '/ket-qua/bo-2023',
        async (page) => {
          await page.getByLabel('Chọn Bộ Y tế để so sánh').check();
          await page.getByLabel('Chọn Bộ Tài chính để so sánh').check();
          await page.getByRole('button', { name: 'So sánh các cơ quan đã chọn' }).click();
          expect(await page.locator('h1').textContent()).toBe('So sánh: Bộ Tài chính, Bộ Y tế');
          expect(new URL(page.url()).search).toBe('?co-quan=bo-tai-chinh&co-quan=bo-y-te');
        },
        { script },
      );
  });

  it('[F81] a tile of the map tells its name and value on hover and by keyboard, without script', async () => {
    await on(
      '/lich-su/tinh/2023',
      async (page) => {
        const tile = page.locator('.map-tile', { hasText: 'Sóc Trăng' });
        const about = tile.getByText('Sóc Trăng 81,70, hạng 62/63');
        expect(await about.isVisible()).toBe(false);
        await tile.hover();
        expect(await about.isVisible()).toBe(true);
        await page.mouse.move(0, 0);
        await page.locator('.map-tile', { hasText: 'Bạc Liêu' }).focus();
        await page.keyboard.press('Tab');
        expect(await about.isVisible()).toBe(true);
      },
      { script: false },
    );
  });

  it('what is not known is folded without script, and found by its name all the same', async () => {
    const rows = (page: Page) => page.locator('table.results tbody tr:visible');
    await on(
      '/lich-su/tinh/2023',
      async (page) => {
        expect(await rows(page).count()).toBe(15);
        await page.getByText('Chưa có số liệu của 48 cơ quan').click();
        expect(await rows(page).count()).toBe(63);
      },
      { script: false },
    );
    await on('/lich-su/tinh/2023', async (page) => {
      await page.getByLabel('Lọc theo tên').fill('bac kan');
      expect(await rows(page).count()).toBe(1);
    });
  });

  it('the first screen of a year has rank, change and files at hand', async () => {
    for (const address of ['/', '/ket-qua/bo-2023', '/lich-su/tinh/2023'])
      await on(address, async (page) => {
        const ends = await Promise.all(
          [page.locator('table.results tbody tr').nth(2), page.getByRole('link', { name: /CSV/ }).first()].map(
            async (part) => (await part.boundingBox())?.y ?? 9999,
          ),
        );
        expect(Math.max(...ends)).toBeLessThan(860);
      });
  });

  it.each([
    ['/', 320],
    ['/lich-su/bo', 320],
    ['/ket-qua/bo-2023', 320],
    ['/co-quan/bo-tu-phap', 320],
    ['/lich-su/tinh/2023', 320],
    ['/so-sanh?co-quan=bo-tu-phap&co-quan=bo-tai-chinh&co-quan=bo-y-te', 320],
    ['/ket-qua/minh-hoa-2022/minh-hoa-01', 390],
    ['/lich-su/tinh', 390],
    ['/bo-tieu-chi/commune-nq57-2026', 390],
    ...inSoak<[string, number]>(
      ['/', 390],
      ['/lich-su/tinh/2023', 390],
      ['/so-sanh?co-quan=bo-tu-phap&co-quan=bo-tai-chinh&co-quan=bo-y-te', 390],
      ['/', 1280],
    ),
  ])('%s does not scroll sideways at %i pixels', async (address, width) => {
    const overflow = await on(address, (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), { width });
    expect(overflow).toBe(0);
  });

  it.each([
    '/',
    '/ket-qua/bo-2023',
    '/lich-su/tinh/2023',
    '/so-sanh',
    '/so-sanh?co-quan=bo-tu-phap&co-quan=bo-tai-chinh&co-quan=bo-y-te&co-quan=bo-noi-vu&co-quan=bo-xay-dung',
    '/ket-qua/minh-hoa-2022/minh-hoa-01',
    '/co-quan/da-nang',
    '/lich-su/bo',
    '/bo-tieu-chi',
    '/bo-tieu-chi/commune-nq57-2026',
    '/bo-tieu-chi/province-2022/so-voi/illustrative-before-2022',
    '/tim?q=hue',
    '/gioi-thieu',
    '/kha-nang-tiep-can',
    '/khong-co',
    ...inSoak('/lich-su/tinh/2025', '/so-sanh?ky=minh-hoa-2022&co-quan=minh-hoa-01&co-quan=minh-hoa-02', '/so-sanh?co-quan=bo-tu-phap&co-quan=ha-noi'),
  ])('[F99] %s passes axe (WCAG 2.2 A and AA), in light and dark', async (address) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, bypassCSP: true });
    const page = await context.newPage();
    await page.goto(product.address + address);
    for (const fold of await page.locator('details.fold, details.as-table').all()) await fold.locator('summary').click();
    const violations = await faultsByAxe(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    if (SOAK) violations.push(...(await faultsOfLook(page)).map((fault) => `dark: ${fault}`));
    await page.setViewportSize({ width: 390, height: 844 });
    violations.push(...(await faultsOfLook(page)).map((fault) => `dark, phone: ${fault}`));
    await context.close();
    expect(violations).toEqual([]);
  });
});
