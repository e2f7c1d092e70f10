import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashPassword } from '../../server/src/capabilities/accounts/sign-on/password-hash.ts';
import { openTestWorkspace, SHEET, type TestWorkspace } from './test-workspace.ts';

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await openTestWorkspace();
}, 120_000);
afterAll(() => workspace?.close());

describe('an address', () => {
  it('tells the item that is open: back leads back, loading anew stays, and a colleague sees the same', async () => {
    const an = await workspace.signIn('an');
    const page = await an.open(`${SHEET}?item=1.1`);
    const item = (code: string) => page.getByRole('heading', { level: 2, name: `${code}.`, exact: false }).waitFor();
    await item('1.1');
    await page.getByRole('button', { name: 'Tiêu chí sau', exact: true }).click();
    await item('1.2');
    await page.getByRole('link', { name: 'Danh sách' }).click();
    await page.getByRole('button', { name: 'Dán từ bảng tính' }).waitFor();
    await page.goBack();
    await item('1.2');
    await page.goBack();
    await item('1.1');
    await page.goForward();
    await item('1.2');
    await page.reload();
    await item('1.2');
    const sent = page.url();
    await an.context.close();

    const binh = await workspace.signIn('binh');
    const seen = await binh.open(sent.slice(workspace.address.length));
    await seen.getByRole('heading', { level: 2, name: '1.2.', exact: false }).waitFor();
    expect(binh.pageErrors).toEqual([]);
    await binh.context.close();
  });

  it('that asks for a sign-in leads back to where one wanted to go', async () => {
    await workspace.server.owner.query('UPDATE credential SET password_hash = $2, password_set_at = $3 WHERE account_id = $1', [
      workspace.world.people.an.account,
      await hashPassword('ốc sên đi xe đạp'),
      workspace.server.clock.now(),
    ]);
    const context = await workspace.browser.newContext({ locale: 'vi-VN' });
    const page = await context.newPage();
    await page.goto(`${workspace.address}${SHEET}?item=2.4.1`);
    await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor();
    await page.getByLabel('Thư điện tử').fill('an@minh-hoa.example');
    await page.locator('input[type="password"]').fill('ốc sên đi xe đạp');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 2, name: '2.4.1.', exact: false }).waitFor();
    expect(new URL(page.url()).searchParams.get('item')).toBe('2.4.1');
    await context.close();
  });
});
