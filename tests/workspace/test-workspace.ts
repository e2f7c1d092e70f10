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
  /** A browser of somebody's own, signed in; nobody's is not. */
  signIn(person: PersonName | undefined, size?: { width: number; height: number }, keepsProgram?: boolean): Promise<PersonBrowser>;
  close(): Promise<void>;
}

export interface PersonBrowser {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Errors that the pages told; a cut line is none. */
  readonly pageErrors: string[];
  open(path: string): Promise<Page>;
}

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
  return {
    server,
    world,
    browser,
    address,
    async signIn(person, size = { width: 1280, height: 900 }, keepsProgram = false) {
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
      return {
        context,
        page,
        pageErrors: pageErrors,
        async open(path) {
          await page.goto(address + path);
          await page.locator('h1').waitFor();
          return page;
        },
      };
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
