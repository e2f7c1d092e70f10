import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, PEOPLE, type PersonName } from '../../server/src/testing/world.ts';
import { SOAK } from '../soak.ts';
import { openTestWorkspace, type TestWorkspace } from './test-workspace.ts';

let workspace: TestWorkspace;
const SHEET = '/api/rounds/minh-hoa-2022/sheets/tinh-minh-hoa-01';

beforeAll(async () => {
  workspace = await openTestWorkspace();
  const { server, world } = workspace;
  const { an, binh, dung } = world.people;
  // So that home has something to offer: a comment that names the head, a question to the owner, a ranking that is shown.
  const comment = { id: randomUUID(), text: 'Số liệu này lấy ở đâu? (minh họa)', mentions: [binh.account] };
  await ask(server, an, 'POST', `${SHEET}/threads`, { id: randomUUID(), item: '1.1', kind: 'internal', comment });
  await ask(server, an, 'POST', `${SHEET}/questions`, { id: randomUUID(), item: '1.1', text: 'Tính từ ngày nào? (minh họa)' });
  const { version } = (await ask(server, dung, 'GET', '/api/rounds/minh-hoa-2022')).body;
  await ask(server, dung, 'PATCH', '/api/rounds/minh-hoa-2022', { version, rankingShown: 'participants' });
}, 120_000);
afterAll(() => workspace?.close());

const isThere = async (page: Page): Promise<void> => {
  await page.locator('main h1').waitFor();
  await page.waitForFunction(() => [...document.querySelectorAll('main :is(.skeleton, .mantine-Loader-root)')].every((sign) => !sign.checkVisibility()));
};

/** Where the menu, the tabs and the page itself lead within the workspace. */
const offeredOn = (page: Page, where: string): Promise<string[]> =>
  page
    .locator(where)
    .evaluateAll((links) => links.flatMap((link) => (link.getAttribute('href')?.startsWith('/lam-viec') ? [link.getAttribute('href') as string] : [])));

const MENU_AND_TABS = '.frame-menu a, .frame-head a, .page-tab';

/** Whoever has some role, but who has the same as another; a person without one is offered nothing but the frame. */
const PERSONS = (Object.keys(PEOPLE) as PersonName[]).filter((who) => SOAK || who !== 'chi');

describe('what the workspace offers', () => {
  it.each(PERSONS)('[F105] is not refused: %s opens whatever menu, tabs and home lead to', async (who) => {
    const { page, pageErrors, open } = await workspace.signIn(who);
    const refused: string[] = [];
    page.on('response', (response) => {
      if (response.status() === 403 || response.status() === 404)
        refused.push(`${page.url().replace(workspace.address, '')}: ${response.status()} ${response.url().replace(workspace.address, '')}`);
    });
    await open('/lam-viec');
    await isThere(page);
    const seen = new Set(['/lam-viec']);
    const waiting = [...(await offeredOn(page, `${MENU_AND_TABS}, main a`))];
    for (let to = waiting.shift(); to !== undefined; to = waiting.shift()) {
      if (seen.has(to)) continue;
      seen.add(to);
      await page.evaluate((where) => history.pushState({}, '', where), to);
      await page.waitForURL(workspace.address + to);
      await isThere(page);
      const words = await page.locator('main').innerText();
      if (/không có quyền|Không tìm thấy trang này/i.test(words)) refused.push(`${to}: ${words.slice(0, 200)}`);
      waiting.push(...(await offeredOn(page, MENU_AND_TABS)));
    }
    expect(refused).toEqual([]);
    expect(seen.size).toBeGreaterThan(3);
    expect(pageErrors).toEqual([]);
  });
});
