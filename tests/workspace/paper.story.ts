import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../../server/src/testing/world.ts';
import { openTestWorkspace, SHEET, type TestWorkspace } from './test-workspace.ts';

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await openTestWorkspace();
}, 120_000);
afterAll(() => workspace?.close());

describe('a sheet on paper', () => {
  it('An prints from one item: all items stand there with what was entered, and nothing that is only for the screen', async () => {
    const an = await workspace.signIn('an');
    const page = await an.open(`${SHEET}?item=1.1`);
    await page.getByLabel('Giải trình').fill('Theo Báo cáo số 12 (minh họa)');
    await page.getByLabel('Giải trình').blur();
    await page.getByText('Đã ghi tất cả').waitFor();

    // What stands there when the page is laid out: listeners are called in turn, and this one last.
    await page.evaluate(() =>
      addEventListener('beforeprint', () => {
        const lines = [...document.querySelectorAll('.paper-table tbody tr')].map((row) => row.textContent);
        document.body.dataset['printed'] = JSON.stringify(lines);
      }),
    );
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.length).toBeGreaterThan(20_000);
    const lines: string[] = JSON.parse((await page.evaluate(() => document.body.dataset['printed'])) ?? '[]');
    const { body } = await ask(workspace.server, workspace.world.people.an, 'GET', '/api/rounds/minh-hoa-2022/sheets/tinh-minh-hoa-01');
    expect(lines).toHaveLength(body.items.length);
    expect(lines[0]).toContain('Giải trình: Theo Báo cáo số 12 (minh họa)');

    await page.emulateMedia({ media: 'print' });
    for (const hidden of ['Từng tiêu chí', 'Danh sách', 'Tiêu chí chưa chấm kế tiếp'])
      expect(await page.getByText(hidden, { exact: true }).first().isHidden()).toBe(true);
    await page.emulateMedia({ media: 'screen' });
    await expect.poll(() => page.locator('.paper-table').count()).toBe(0);
    expect(an.pageErrors).toEqual([]);
    await an.context.close();
  });
});
