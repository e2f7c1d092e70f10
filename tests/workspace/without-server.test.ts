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

const FIGURE = 'Số nhiệm vụ trong kế hoạch cải cách hành chính năm đã hoàn thành';

describe('An comes back while the server cannot be reached', () => {
  it('[F44] the workspace stands on her device, says what waits there, and goes on by itself once the line is back', { timeout: 90_000 }, async () => {
    const { context, page } = await workspace.signIn('an', undefined, true);
    await page.goto(`${line.address}${SHEET}?view=list`);
    await fieldOf(page, FIGURE).waitFor();
    // The browser keeps the program once the page has been left alone for a moment, and no data.
    const kept = () => page.evaluate(async () => (await (await caches.open('workspace')).keys()).map(({ url }) => new URL(url).pathname));
    await expect.poll(kept, { timeout: 30_000 }).toContain('/lam-viec');
    await expect.poll(async () => (await kept()).length, { timeout: 30_000 }).toBeGreaterThan(5);
    expect((await kept()).filter((path) => path !== '/lam-viec' && !path.startsWith('/lam-viec/assets/'))).toEqual([]);

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
    await expect
      .poll(async () => (await entriesOf(workspace, figureCalled(workspace, FIGURE))).map(({ changes }) => changes['value']), { timeout: 20_000 })
      .toEqual(['41']);
    await context.close();
  });
});
