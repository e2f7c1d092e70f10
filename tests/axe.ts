import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { SOAK } from './soak.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** The rules whose outcome hangs on colours and on the size of the window; all others read the document alone. */
const OF_LOOK = { type: 'rule', values: ['color-contrast', 'target-size'] };

/** What axe finds against WCAG 2.2 A and AA on a page: rule, and where. */
export const faultsByAxe = (page: Page): Promise<string[]> => findFaults(page, WCAG);

/** The same of its looks alone: for a page that has been read whole in another look. */
export const faultsOfLook = (page: Page): Promise<string[]> => findFaults(page, OF_LOOK);

/** The same of what stands open over a page that has been read without it; of the page where nothing does. */
export const faultsOfOpened = (page: Page): Promise<string[]> => findFaults(page, WCAG, '[role="dialog"]');

/** In a story, of a state that no visit of every page shows: all but the looks, which cost most; in a soak those too. */
export const faultsInStory = (page: Page): Promise<string[]> => findFaults(page, WCAG, undefined, SOAK ? [] : OF_LOOK.values);

async function findFaults(page: Page, runOnly: typeof WCAG | typeof OF_LOOK, within?: string, without: readonly string[] = []): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  return page.evaluate(
    async ([rules, part, left]) => {
      const { axe } = globalThis as unknown as {
        axe: { run(where: Node, options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      const open = part ? [...document.querySelectorAll(part)].filter((one) => one.checkVisibility()) : [];
      const report = await axe.run(open.at(-1) ?? document, {
        runOnly: rules,
        rules: Object.fromEntries(left.map((rule) => [rule, { enabled: false }])),
        resultTypes: ['violations'],
      });
      return report.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`);
    },
    [runOnly, within, without] as const,
  );
}
