import type { Browser, CDPSession, Page } from 'playwright-core';
import { type Load, loadPage } from '../../tests/workspace/first-load.ts';
import { type Device, newPage, takeDevice } from './device.ts';
import { delaysOf, longTasksWhile, usableAt, watchDelays, watchFor } from './in-page.ts';
import { ROUND, type Sandbox } from './sandbox.ts';

/** A page to be loaded: whose, where, and what is there once it can be used. */
interface Place {
  readonly account: string | null;
  readonly path: string;
  readonly ready: string;
}

const SHEET = `${ROUND}/bang-diem/tinh-minh-hoa-01`;
const FIELD = '#noi-dung fieldset input';

export const SIGN_IN: Place = { account: null, path: '/dang-nhap', ready: 'input[type="email"]' };
export const HOME: Place = { account: 'congchuc', path: '/lam-viec', ready: '#noi-dung section' };
export const ITEM: Place = { account: 'congchuc', path: `${SHEET}?item=1.1`, ready: FIELD };
export const BOARD: Place = { account: 'chutri', path: `${ROUND}/tien-do`, ready: '#noi-dung :is(tbody tr, .board-card)' };
const LIST: Place = { account: 'congchuc', path: `${SHEET}?view=list`, ready: '.list-line input' };
const SHEETS: Place = { account: 'chutri', path: `${ROUND}/bang-diem`, ready: '#noi-dung tbody tr' };

/** A measuring person: the sandbox and the browser. */
export interface Bench {
  readonly sandbox: Sandbox;
  readonly browser: Browser;
}

async function deviceAt({ sandbox, browser }: Bench, device: Device, { account }: Place) {
  return takeDevice(browser, device, account === null ? [] : [await sandbox.signIn(account)]);
}

/** Opens a place on a device and leaves it open. */
async function at<T>(bench: Bench, device: Device, place: Place, measure: (page: Page, session: CDPSession) => Promise<T>): Promise<T> {
  const context = await deviceAt(bench, device, place);
  try {
    const { page, session } = await newPage(context, device);
    await page.goto(bench.sandbox.address + place.path);
    await page.locator(place.ready).first().waitFor({ timeout: 60_000 });
    await page.waitForLoadState('networkidle');
    return await measure(page, session);
  } finally {
    await context.close();
  }
}

/** Bytes of a first load. */
export async function firstLoad(bench: Bench, device: Device, place: Place): Promise<Load> {
  const context = await deviceAt(bench, device, place);
  try {
    return await loadPage(context, bench.sandbox.address + place.path, place.ready);
  } finally {
    await context.close();
  }
}

/** Milliseconds until a place can be used: by one who was never there, and by one who comes again. */
export async function timeToUsable(bench: Bench, device: Device, place: Place): Promise<{ first: number; again: number }> {
  const context = await deviceAt(bench, device, place);
  const visit = async () => {
    const { page } = await newPage(context, device);
    await watchFor(page, place.ready);
    await page.goto(bench.sandbox.address + place.path, { waitUntil: 'commit' });
    const time = await usableAt(page);
    await page.waitForLoadState('networkidle');
    await page.close();
    return time;
  };
  try {
    return { first: await visit(), again: await visit() };
  } finally {
    await context.close();
  }
}

/** A page with a chart of what is answered at an address. */
interface Charted {
  readonly place: Place;
  readonly data: string;
}

const charted = (path: string, data: string, ready: string): Charted => ({ place: { account: 'chutri', path, ready }, data });
export const OVERVIEW = charted(ROUND, '/overview', '#noi-dung svg.chart-lines');
export const RANKING = charted(`${ROUND}/xep-hang`, '/running-ranking', '#noi-dung svg.chart-spark');

/** Milliseconds from the last byte of a chart's data to the frame in which it stands, for one who comes again: the program is there before the data. */
export async function dataToChart(bench: Bench, device: Device, { place, data }: Charted): Promise<number> {
  const context = await deviceAt(bench, device, place);
  const visit = async () => {
    const { page } = await newPage(context, device);
    await watchFor(page, place.ready);
    await page.goto(bench.sandbox.address + place.path, { waitUntil: 'commit' });
    const painted = await usableAt(page);
    await page.waitForLoadState('networkidle');
    const came = await page.evaluate((part) => {
      const answers = performance.getEntriesByType('resource').filter(({ name }) => new URL(name).pathname.endsWith(part)) as PerformanceResourceTiming[];
      return answers[0]?.responseEnd ?? Number.NaN;
    }, data);
    await page.close();
    return painted - came;
  };
  try {
    await visit();
    return await visit();
  } finally {
    await context.close();
  }
}

const HEAD = '#noi-dung h2';

/** Milliseconds from the button "next item" to the item's form. */
export const nextItems = (bench: Bench, device: Device, count: number): Promise<number[]> =>
  at(bench, device, ITEM, async (page) => {
    await watchDelays(page, 'click', HEAD);
    for (let one = 1; one <= count; one++) {
      await page.getByRole('button', { name: 'Tiêu chí sau' }).click();
      await delaysOf(page, one);
    }
    return delaysOf(page, count);
  });

/** Milliseconds from Enter on an item of the outline to its form. */
export const outlineItems = (bench: Bench, device: Device, count: number): Promise<number[]> =>
  at(bench, device, ITEM, async (page) => {
    const outline = page.getByRole('navigation', { name: 'Danh mục tiêu chí' });
    // One that opens is closed no more: always the first of those that are left.
    const closed = outline.locator('button[aria-expanded="false"]');
    while ((await closed.count()) > 0) await closed.first().click();
    const items = await outline.getByRole('button', { name: /\d\.\d/ }).all();
    await watchDelays(page, 'click', HEAD);
    for (const [index, item] of items.slice(1, count + 1).entries()) {
      await item.press('Enter');
      await delaysOf(page, index + 1);
    }
    return delaysOf(page, count);
  });

/** Milliseconds from a key to its letter, while no request is ever answered and saves pile up. */
export const typing = (bench: Bench, device: Device): Promise<number[]> =>
  at(bench, device, ITEM, async (page) => {
    await page.route('**/*', () => undefined);
    await watchDelays(page, 'keydown');
    const reason = page.getByLabel('Giải trình', { exact: true });
    const figure = page.locator(FIELD).first();
    for (const [field, text] of [
      [reason, 'Theo Kế hoạch số 01 (minh họa), đã hoàn thành đúng hạn.'],
      [figure, '12'],
      [reason, ' Phần còn lại đang được thực hiện.'],
    ] as const) {
      await field.focus();
      await page.keyboard.press('End');
      await page.keyboard.type(text, { delay: 60 });
      // Long enough for what was typed to become an entry that is sent.
      await page.waitForTimeout(2_500);
    }
    return delaysOf(page, 1);
  });

/** Pulls a part of the page to its end with a finger. */
async function pull(page: Page, session: CDPSession, { x, y }: { x?: number; y?: number }): Promise<void> {
  const size = page.viewportSize() ?? { width: 0, height: 0 };
  await session.send('Input.synthesizeScrollGesture', {
    x: size.width / 2,
    y: size.height * 0.7,
    xDistance: -(x ?? 0),
    yDistance: -(y ?? 0),
    speed: 2_400,
    gestureSourceType: 'touch',
  });
}

interface Scrolled {
  /** Long tasks while the view is drawn, and while it is scrolled. */
  readonly drawing: readonly number[];
  readonly scrolling: readonly number[];
  readonly pixels: number;
}

/** One body's 94 items as a list, domain by domain, each scrolled to its end. */
export const scrollList = (bench: Bench, device: Device): Promise<Scrolled> =>
  at(bench, device, LIST, async (page, session) => {
    const [drawing, scrolling]: [number[], number[]] = [[], []];
    const choose = page.getByRole('combobox', { name: 'Lĩnh vực' });
    await choose.click();
    const domains = await page.getByRole('option').allTextContents();
    await page.keyboard.press('Escape');
    let pixels = 0;
    for (const domain of domains) {
      drawing.push(
        ...(await longTasksWhile(page, async () => {
          await choose.click();
          await page.getByRole('option', { name: domain, exact: true }).click();
        })),
      );
      await page.evaluate(() => scrollTo(0, 0));
      const height = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
      pixels += height;
      scrolling.push(...(await longTasksWhile(page, () => pull(page, session, { y: height }))));
      await page.evaluate(() => scrollTo(0, 0));
    }
    return { drawing, scrolling, pixels };
  });

/** 63 bodies × 94 items, scrolled down and to the right. */
export const scrollSheets = (bench: Bench, device: Device): Promise<Scrolled> =>
  at(bench, device, SHEETS, async (page, session) => {
    const drawing = await longTasksWhile(page, async () => {
      await page.getByText('Từng tiêu chí', { exact: true }).click();
      await page.locator('thead th').nth(97).waitFor({ state: 'attached' });
    });
    const table = page.locator('.wide-table');
    await table.scrollIntoViewIfNeeded();
    const [width, height] = await table.evaluate((element) => [
      element.scrollWidth - element.clientWidth,
      element.scrollHeight - element.clientHeight + document.documentElement.scrollHeight - innerHeight,
    ]);
    const scrolling = await longTasksWhile(page, async () => {
      await pull(page, session, { x: width ?? 0 });
      await pull(page, session, { y: height ?? 0 });
      await pull(page, session, { x: -(width ?? 0) });
    });
    return { drawing, scrolling, pixels: 2 * (width ?? 0) + (height ?? 0) };
  });
