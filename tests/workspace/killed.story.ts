import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../../server/src/testing/world.ts';
import { type KillableChromium, launchOnProfile } from '../chromium.ts';
import { itInSoak } from '../it-in-soak.ts';
import { entriesOf, fieldOf, figureCalled, openTestWorkspace, SHEET, saved, type TestWorkspace } from './test-workspace.ts';

let workspace: TestWorkspace;
let profile: string;
beforeAll(async () => {
  workspace = await openTestWorkspace();
  profile = await mkdtemp(path.join(tmpdir(), 'parindex-profile-'));
}, 120_000);
afterAll(async () => {
  await workspace?.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

let running: KillableChromium | undefined;
// A browser that a story left open would keep the next one from the profile.
afterEach(() => running?.kill());

const LIST = `${SHEET}?view=list`;
const DONE = 'Số nhiệm vụ trong kế hoạch cải cách hành chính năm đã hoàn thành';
const PLANNED = 'Số nhiệm vụ đề ra trong kế hoạch cải cách hành chính năm';
const IDEAS = 'Số sáng kiến';
/** So long the browser's own store may take to have what was typed. */
const STORE = 100;

/** An comes back to her desk: the same browser profile, the same sheet. */
async function comeBack(address: string): Promise<KillableChromium & { page: Page }> {
  const chromium = await launchOnProfile(profile);
  running = chromium;
  const context = chromium.browser.contexts()[0];
  if (!context) throw new Error('the browser has no profile open');
  await context.addCookies([{ name: 'parindex_session', value: workspace.world.people.an.token, url: workspace.address }]);
  const page = await context.newPage();
  await page.goto(workspace.address + address);
  await page.locator('main h1').waitFor();
  return { ...chromium, page };
}

const valuesOf = async (figure: string) => (await entriesOf(workspace, figureCalled(workspace, figure))).map(({ changes }) => changes['value']);

describe('a browser that is killed while An types', () => {
  it('[F44] with the line cut: all is there on the same device, and goes out once', async () => {
    const before = await comeBack(LIST);
    await fieldOf(before.page, DONE).waitFor();
    await before.page.context().setOffline(true);
    await fieldOf(before.page, DONE).fill('21');
    await before.page.keyboard.press('Tab');
    await fieldOf(before.page, PLANNED).fill('24');
    await before.page.keyboard.press('Tab');
    // Not left: no entry yet, only a text that was begun. It goes out with the next opening.
    await fieldOf(before.page, IDEAS).fill('3');
    // How soon it is safe is the last story's; here other browsers may hold up the machine.
    await before.page.waitForTimeout(10 * STORE);
    await before.kill();
    expect([await valuesOf(DONE), await valuesOf(PLANNED), await valuesOf(IDEAS)]).toEqual([[], [], []]);

    const { page } = await comeBack(LIST);
    await fieldOf(page, IDEAS).waitFor();
    expect(await Promise.all([DONE, PLANNED, IDEAS].map((label) => fieldOf(page, label).inputValue()))).toEqual(['21', '24', '3']);
    await fieldOf(page, IDEAS).focus();
    await page.keyboard.press('Tab');
    await saved(page);
    expect([await valuesOf(DONE), await valuesOf(PLANNED), await valuesOf(IDEAS)]).toEqual([['21'], ['24'], ['3']]);
  });

  it('[F44] after the server has taken a change and before it could say so: nothing is written twice', async () => {
    const before = await comeBack(LIST);
    await fieldOf(before.page, DONE).waitFor();
    const taken = new Promise<void>((resolve) => {
      void before.page.route('**/entries', async (route) => {
        await route.fetch();
        resolve();
        // The answer never comes back.
      });
    });
    await fieldOf(before.page, DONE).fill('22');
    await before.page.keyboard.press('Tab');
    await taken;
    await before.kill();
    expect(await valuesOf(DONE)).toEqual(['21', '22']);

    const { page } = await comeBack(LIST);
    await saved(page);
    await expect.poll(() => fieldOf(page, DONE).inputValue()).toBe('22');
    expect(await valuesOf(DONE)).toEqual(['21', '22']);
  });

  it('[F44] a request that the line swallows without a word is sent again', async () => {
    const { page } = await comeBack(LIST);
    await fieldOf(page, IDEAS).waitFor();
    const taken = new Promise<void>((resolve) => {
      void page.route(
        '**/entries',
        async (route) => {
          await route.fetch();
          resolve();
        },
        { times: 1 },
      );
    });
    await fieldOf(page, IDEAS).fill('4');
    await page.keyboard.press('Tab');
    await taken;
    await saved(page);
    expect(await valuesOf(IDEAS)).toEqual(['3', '4']);
  });

  // How soon is a time, which hangs on the machine.
  itInSoak('[F44] in the middle of a word: what was typed until a tenth of a second before is there', async () => {
    const sentence = 'Báo cáo số 15/BC-UBND ngày 20/12/2022 (minh họa), kèm danh mục nhiệm vụ';
    let kept = '';
    for (const pause of [15, 40, 5]) {
      const { page, kill } = await comeBack(`${SHEET}?item=1.1`);
      const text = page.getByLabel('Giải trình');
      await text.waitFor();
      await expect.poll(() => text.inputValue()).toBe(kept);
      await text.fill('');
      await page.waitForTimeout(STORE);
      await page.context().setOffline(true);
      const typed: { at: number; length: number }[] = [];
      const typing = (async () => {
        for (const [index, letter] of [...sentence].entries()) {
          await page.keyboard.type(letter);
          typed.push({ at: performance.now(), length: index + 1 });
          await page.waitForTimeout(pause);
        }
      })().catch(() => undefined);
      await page.waitForTimeout(900);
      const killed = performance.now();
      await kill();
      await typing;
      const safe = typed.findLast(({ at }) => at <= killed - STORE)?.length ?? 0;
      expect(safe).toBeGreaterThan(3);
      const back = await comeBack(`${SHEET}?item=1.1`);
      await back.page.getByLabel('Giải trình').waitFor();
      kept = await back.page.getByLabel('Giải trình').inputValue();
      expect(sentence.startsWith(kept)).toBe(true);
      expect(kept.length).toBeGreaterThanOrEqual([...sentence].slice(0, safe).join('').length);
      await back.kill();
    }
    // What stays has gone out whole.
    const { page } = await comeBack(`${SHEET}?item=1.1`);
    await page.getByLabel('Giải trình').focus();
    await page.keyboard.press('Tab');
    await saved(page);
    const { length } = await entriesOf(workspace, '1.1');
    expect(length).toBeGreaterThan(0);
    // Each opening after a kill sends what was left once, and each emptying is another entry.
    expect(length).toBeLessThanOrEqual(6);
    const { body: sheet } = await ask(workspace.server, workspace.world.people.an, 'GET', '/api/rounds/minh-hoa-2022/sheets/tinh-minh-hoa-01');
    expect(sheet.items.find(({ code }: { code: string }) => code === '1.1').stages.claimed.fields.justification).toBe(kept.trim());
  });
});
