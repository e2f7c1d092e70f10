import { mkdirSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { createApiServer } from '../../server/src/app.ts';
import { serveWorkspace } from '../../server/src/http/workspace.ts';
import { startTestServer, type TestServer } from '../../server/src/testing/test-server.ts';
import { makeWorld, type PersonName, type World } from '../../server/src/testing/world.ts';
import { sharedChromium } from '../chromium.ts';
import { ROOT } from '../product.ts';

export const SHEET = '/lam-viec/ky-danh-gia/minh-hoa-2022/bang-diem/tinh-minh-hoa-01';

/** A place where invented people work: a server with a world, and a real browser. */
export interface TestWorkspace {
  readonly server: TestServer;
  readonly world: World;
  readonly browser: Browser;
  readonly address: string;
  /** A new browser of somebody's own, signed in, with nothing on its device; nobody's is not. */
  signIn(person: PersonName | undefined, size?: { width: number; height: number }, keepsProgram?: boolean): Promise<PersonBrowser>;
  /** The browser in which somebody has worked since they first came in this file, with all that they left on their device. */
  browserOf(person: PersonName | undefined, size?: { width: number; height: number }): Promise<PersonBrowser>;
  close(): Promise<void>;
}

export interface PersonBrowser {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Errors that the pages told; a cut line is none. */
  readonly pageErrors: string[];
  /** Comes to a page: goes on within the workspace where one of its pages stands, else loads it. What the page tells is read anew. */
  open(path: string): Promise<Page>;
  /** Loads a page with its program, for stories in which that matters: what is left of the page before is what the device keeps. */
  load(path: string): Promise<Page>;
}

/** An address of the workspace that no page has. */
export const NOWHERE = '/lam-viec/khong-co-trang-nay';
const NO_PAGE = /Không tìm thấy trang này|This page was not found/;

/** What the program of a page has told to whoever develops with it: its router, which knows the routes and what was read. */
interface Program {
  readonly __TSR_ROUTER__: {
    readonly routesByPath: object;
    readonly options: {
      readonly context: { readonly queryClient: { removeQueries(which: { readonly type: 'inactive' }): void; invalidateQueries(): Promise<void> } };
    };
  };
}

const heading = (page: Page, isPage: boolean) => page.locator('main h1').filter(isPage ? { hasNotText: NO_PAGE } : { hasText: NO_PAGE });

/** What the workspace has read of the server is read anew: all of it is forgotten but what every page tells, which is asked for at once. */
const readAnew = (page: Page) =>
  page.evaluate(async () => {
    const { queryClient } = (globalThis as unknown as Program).__TSR_ROUTER__.options.context;
    queryClient.removeQueries({ type: 'inactive' });
    await queryClient.invalidateQueries();
  });

/** The routes as the router of the built workspace knows them. */
export const routesOf = (page: Page): Promise<string[]> => page.evaluate(() => Object.keys((globalThis as unknown as Program).__TSR_ROUTER__.routesByPath));

/** Goes on within the workspace, as its links do: by way of a page that is none, so that nothing which stood open stays. */
export async function goOn(page: Page, path: string, on: { readonly readsAnew: boolean }): Promise<void> {
  for (const to of [NOWHERE, path]) {
    await page.evaluate((where) => history.pushState({}, '', where), to);
    await heading(page, to !== NOWHERE).waitFor();
    if (to === NOWHERE && on.readsAnew) await readAnew(page);
  }
}

const DESK = { width: 1280, height: 900 };

const CUT = /ERR_INTERNET_DISCONNECTED|Failed to fetch|ERR_CONNECTION/;
/** Refusals are answers: the browser tells each of them as an error. */
const REFUSAL = /responded with a status of 4(?:01|03|04|09|22)/;

/** The door that is open in the story: the world's self-assessment. */
export async function openTestWorkspace(moment = '2023-01-10T02:00:00Z'): Promise<TestWorkspace> {
  const server = await startTestServer(moment);
  const world = await makeWorld(server);
  const app = await createApiServer(server.context);
  await serveWorkspace(app, ROOT);
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  const browser = await sharedChromium();
  const signIn: TestWorkspace['signIn'] = async (person, size = DESK, keepsProgram = false) => {
    // Stories wait for what comes, not for how it comes.
    const context = await browser.newContext({ viewport: size, locale: 'vi-VN', reducedMotion: 'reduce', serviceWorkers: keepsProgram ? 'allow' : 'block' });
    if (person) await context.addCookies([{ name: 'parindex_session', value: world.people[person].token, url: address }]);
    const pageErrors: string[] = [];
    const listen = (page: Page) => {
      page.on('pageerror', (error) => pageErrors.push(error.message));
      page.on(
        'console',
        (message) => message.type() === 'error' && !CUT.test(message.text()) && !REFUSAL.test(message.text()) && pageErrors.push(message.text()),
      );
    };
    context.on('page', listen);
    const page = await context.newPage();
    const load = async (path: string) => {
      await page.goto(address + path);
      await page.locator('h1').waitFor();
      return page;
    };
    return {
      context,
      page,
      pageErrors,
      async open(path) {
        if (![page.url(), address + path].every((url) => url.startsWith(`${address}/lam-viec`))) return load(path);
        await goOn(page, path, { readsAnew: true });
        return page;
      },
      load,
    };
  };
  const kept = new Map<PersonName | undefined, PersonBrowser>();
  return {
    server,
    world,
    browser,
    address,
    signIn,
    async browserOf(person, size = DESK) {
      const found = kept.get(person) ?? (await signIn(person, size));
      kept.set(person, found);
      await found.page.setViewportSize(size);
      return found;
    },
    async close() {
      await Promise.all(browser.contexts().map((context) => context.close()));
      await app.close();
      await server.close();
    },
  };
}

/** Entries of a field as the ledger has them, oldest first. */
export async function entriesOf({ server }: TestWorkspace, target: string): Promise<{ seq: number; changes: Record<string, unknown>; base: number }[]> {
  const { rows } = await server.owner.query(`SELECT seq, base, changes FROM entry WHERE target = $1 ORDER BY seq`, [target]);
  return rows;
}

/** All has arrived; long enough for a request that was swallowed to be sent again. */
export const saved = (page: Page) => page.locator('[data-save-state="saved"]').waitFor({ timeout: 30_000 });

/** The field that is called so, or whose name begins so. */
export const fieldOf = (page: Page, label: string) => page.getByLabel(label, { exact: false }).first();

/**
 * Types into a field of a page whose clock was installed, and has that clock stand still: the text does not rest, however long
 * somebody else takes. All pages of one browser share the clock.
 */
export async function typeAndHold(page: Page, label: string, text: string): Promise<void> {
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1_000);
  await fieldOf(page, label).fill(text);
}

/** Lets the clock of such a page go on, past the time after which a text rests. */
export async function letRest(page: Page): Promise<void> {
  await page.clock.runFor(2_500);
  await page.clock.resume();
}

/** The id of the figure whose title begins so. */
export function figureCalled({ world }: TestWorkspace, title: string): string {
  const figure = world.scheme.figures.find((one) => one.title?.vi.startsWith(title));
  if (!figure) throw new Error(`no figure is called ${title}`);
  return figure.id;
}

const PICTURES = process.env['PARINDEX_PICTURES'];

/** The page on a desk and on a phone as pictures, where PARINDEX_PICTURES names a folder: for eyes, not for the test. */
export async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES === undefined) return;
  mkdirSync(PICTURES, { recursive: true });
  const before = page.viewportSize();
  for (const [kind, size] of [
    ['ban', { width: 1440, height: 900 }],
    ['may', { width: 390, height: 844 }],
  ] as const) {
    await page.setViewportSize(size);
    await page.screenshot({ path: `${PICTURES}/${name}-${kind}.png`, fullPage: true });
  }
  if (before) await page.setViewportSize(before);
}
