import fc from 'fast-check';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, change } from '../../server/src/testing/world.ts';
import { sized } from '../soak.ts';
import { entriesOf, fieldOf, figureCalled, openTestWorkspace, type PersonBrowser, SHEET, saved, type TestWorkspace } from './test-workspace.ts';

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await openTestWorkspace();
}, 120_000);
afterAll(() => workspace?.close());

/** Figures of An's, on the list of the first domain; the last one is Bình's. */
const FIGURES = [
  'Số nhiệm vụ trong kế hoạch cải cách hành chính năm đã hoàn thành',
  'Số nhiệm vụ đề ra trong kế hoạch cải cách hành chính năm',
  'Số sáng kiến',
];
const OF_BINH = 'Số vấn đề phát hiện qua kiểm tra công tác';
const LIST = `${SHEET}?view=list`;
const SEQUENCES = sized(15, 100);

const idOf = (label: string) => figureCalled(workspace, label);

type Step = { readonly kind: 'enter' | 'begin'; readonly field: number } | { readonly kind: 'cut' | 'restore' | 'loseAnswer' | 'closePage' | 'bình' };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('enter' as const), field: fc.nat(FIGURES.length - 1) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('begin' as const), field: fc.nat(FIGURES.length - 1) }) },
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constantFrom('cut' as const, 'restore' as const, 'loseAnswer' as const, 'closePage' as const, 'bình' as const) }),
  },
);

/** The next save reaches the server, and its answer does not come back. */
async function loseNextAnswer(page: Page): Promise<void> {
  await page.route(
    '**/entries',
    async (route) => {
      await route.fetch().catch(() => undefined);
      await route.abort('connectionreset').catch(() => undefined);
    },
    { times: 1 },
  );
}

let counter = 0;

async function openList(browser: PersonBrowser): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(workspace.address + LIST);
  await fieldOf(page, FIGURES[0] as string).waitFor();
  return page;
}

/** Does the steps at An's desk; tells what was typed last into each field, and all of it in order. */
async function work(
  browser: PersonBrowser,
  first: Page,
  steps: readonly Step[],
): Promise<{ page: Page; typed: Map<number, string[]>; entered: Map<number, string> }> {
  const typed = new Map<number, string[]>();
  let page = first;
  let cut = false;
  for (const one of steps) {
    switch (one.kind) {
      case 'enter':
      case 'begin': {
        const value = String(++counter);
        await fieldOf(page, FIGURES[one.field] as string).fill(value);
        if (one.kind === 'enter') await page.keyboard.press('Tab');
        typed.set(one.field, [...(typed.get(one.field) ?? []), value]);
        break;
      }
      case 'cut':
        await browser.context.setOffline(true);
        cut = true;
        break;
      case 'restore':
        await browser.context.setOffline(false);
        cut = false;
        break;
      case 'loseAnswer':
        await loseNextAnswer(page);
        break;
      case 'closePage': {
        // Closed in the middle of whatever it does, a tenth of a second after the last key: so long the browser's own store
        // may take to have it. Without a line there is no page to open: then the line is back.
        await page.waitForTimeout(100);
        await page.close({ runBeforeUnload: false });
        if (cut) await browser.context.setOffline(false);
        cut = false;
        page = await openList(browser);
        break;
      }
      case 'bình': {
        const seq = (await workspace.server.owner.query('SELECT coalesce(max(seq), 0) AS seq FROM entry')).rows[0].seq;
        await ask(workspace.server, workspace.world.people.binh, 'POST', '/api/rounds/minh-hoa-2022/sheets/tinh-minh-hoa-01/entries', {
          entries: [change({ figure: idOf(OF_BINH) }, seq, { value: String(++counter) })],
        });
      }
    }
  }
  await browser.context.setOffline(false);
  const entered = new Map([...typed].map(([which, values]) => [which, values.at(-1) as string]));
  return { page, typed, entered };
}

/** Whether all of a row stands in another one in this order. */
function isWithin(part: readonly unknown[], whole: readonly unknown[]): boolean {
  let at = 0;
  for (const one of whole) if (one === part[at]) at += 1;
  return at === part.length;
}

describe('with a line that breaks', () => {
  it(`[F44] nothing that An typed is lost and nothing is doubled, in ${SEQUENCES} seeded sequences`, { timeout: SEQUENCES * 20_000 }, async () => {
    const browser = await workspace.signIn('an');
    let open = await openList(browser);
    const done = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 7 }), async (steps) => {
        const before = new Map(await Promise.all(FIGURES.map(async (label, which) => [which, (await entriesOf(workspace, idOf(label))).length] as const)));
        const { page, typed, entered } = await work(browser, open, steps);
        open = page;
        for (const [which, value] of entered) {
          const input = fieldOf(page, FIGURES[which] as string);
          await expect.poll(() => input.inputValue()).toBe(value);
          // What was begun becomes an entry when its field is left.
          await input.focus();
          await page.keyboard.press('Tab');
        }
        await saved(page);
        for (const [which, values] of typed) {
          const kept = (await entriesOf(workspace, idOf(FIGURES[which] as string))).slice(before.get(which)).map(({ changes }) => changes['value']);
          expect(kept.at(-1)).toBe(values.at(-1));
          expect({ kept, values, isWithin: isWithin(kept, values) }).toMatchObject({ isWithin: true });
        }
        for (const { kind } of steps) done.add(kind);
      }),
      { numRuns: SEQUENCES, endOnFailure: true },
    );
    expect(done.size).toBe(7);
    expect(browser.pageErrors).toEqual([]);
    await browser.context.close();
  });
});
