import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BreakingLine, layLine } from './breaking-line.ts';
import { entriesOf, fieldOf, figureCalled, openTestWorkspace, SHEET, type TestWorkspace } from './test-workspace.ts';

let workspace: TestWorkspace;
let line: BreakingLine;
beforeAll(async () => {
  workspace = await openTestWorkspace();
  line = await layLine(workspace.address);
}, 120_000);
afterAll(async () => {
  await line?.close();
  await workspace?.close();
});

/** What the browser keeps of the program, whatever the release. */
const keptIn = (page: Page) =>
  page.evaluate(async () => {
    const releases = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
    const requests = await Promise.all(releases.map((release) => release.keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname);
  });

const FIGURE = 'Số nhiệm vụ trong kế hoạch cải cách hành chính năm đã hoàn thành';

describe('An comes back while the server cannot be reached', () => {
  it('[F44] the workspace stands on her device, says what waits there, and goes on by itself once the line is back', async () => {
    const { context, page } = await workspace.signIn('an', undefined, true);
    await page.goto(`${line.address}${SHEET}?view=list`);
    await fieldOf(page, FIGURE).waitFor();
    // The browser keeps the program once the page has been left alone for a moment, and no data.
    await expect.poll(() => keptIn(page), { timeout: 30_000 }).toContain('/lam-viec');
    expect((await keptIn(page)).length).toBeGreaterThan(5);
    expect((await keptIn(page)).filter((path) => path !== '/lam-viec' && !path.startsWith('/lam-viec/assets/'))).toEqual([]);
    // A file or the worker, opened in a tab of its own, is no page to be kept.
    const beside = await context.newPage();
    const style = (await keptIn(page)).find((path) => path.endsWith('.css')) ?? '';
    for (const path of [style, '/lam-viec/service-worker.js']) await beside.goto(line.address + path);
    await beside.close();

    line.cut();
    await fieldOf(page, FIGURE).fill('41');
    await fieldOf(page, FIGURE).press('Tab');
    await page
      .getByText(/chưa kết nối|Mất kết nối|mất kết nối/)
      .first()
      .waitFor();
    await page.close();
    const back = await context.newPage();
    await back.goto(`${line.address}/lam-viec`);
    await back.getByRole('heading', { name: 'Máy chủ chưa trả lời' }).waitFor();
    await back.getByText('Trên thiết bị này còn 1 ô đã nhập chưa đến máy chủ; không ô nào bị mất.').waitFor();

    line.lay();
    await back.getByRole('button', { name: 'Thử lại' }).click();
    await back.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
    await expect.poll(async () => (await entriesOf(workspace, figureCalled(workspace, FIGURE))).map(({ changes }) => changes['value'])).toEqual(['41']);
    await context.close();
  });

  it('a new release takes the place of the old one once it is kept whole; a server that is being set right shows what is kept', async () => {
    const { context, page } = await workspace.signIn('an', undefined, true);
    await page.goto(`${line.address}/lam-viec`);
    await page.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
    await expect.poll(() => keptIn(page), { timeout: 30_000 }).toContain('/lam-viec');
    const [release] = await page.evaluate(() => caches.keys());
    // As an older release left it: its page, and a file that no page asks for any more.
    await page.evaluate(async () => {
      const old = await caches.open('/lam-viec/assets/index-old.js');
      await old.put('/lam-viec/assets/index-old.js', new Response(''));
      await old.put('/lam-viec', new Response('<h1>Bản cũ</h1>', { headers: { 'content-type': 'text/html' } }));
      for (const name of await caches.keys()) if (name !== '/lam-viec/assets/index-old.js') await caches.delete(name);
    });
    await page.reload();
    await page.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
    await expect.poll(() => page.evaluate(() => caches.keys()), { timeout: 30_000 }).toEqual([release]);

    line.refuse();
    await page.reload();
    await page.getByRole('heading', { name: 'Máy chủ chưa trả lời' }).waitFor();
    line.lay();
    await context.close();
  });
});
