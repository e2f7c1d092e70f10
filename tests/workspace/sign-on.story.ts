import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashPassword } from '../../server/src/capabilities/accounts/sign-on/password-hash.ts';
import { pagesOfPdf } from '../../server/src/http/testing/words-of-answer.ts';
import { codeOf } from '../../server/src/testing/sign-on.ts';
import type { PersonName } from '../../server/src/testing/world.ts';
import { faultsInStory } from '../axe.ts';
import { openTestWorkspace, type TestWorkspace } from './test-workspace.ts';

const PASSWORD = 'ốc sên đi xe đạp';
const ACCOUNT = '/lam-viec/tai-khoan';

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await openTestWorkspace();
  const hash = await hashPassword(PASSWORD);
  await workspace.server.owner.query('UPDATE credential SET password_hash = $1', [hash]);
}, 60_000);
afterAll(() => workspace?.close());

const accountOf = (name: PersonName) => workspace.world.people[name].account;
const signInByPassword = async (page: Page, name: PersonName) => {
  await page.getByLabel('Thư điện tử công vụ').fill(`${name}@minh-hoa.example`);
  await page.locator('input[type="password"]').fill(PASSWORD);
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
};

/** On paper the codes stand alone: all of them, on one page. */
async function expectPrinted(page: Page, codes: readonly string[]) {
  const pages = await pagesOfPdf(await page.pdf({ format: 'A4' }));
  expect(pages).toHaveLength(1);
  expect(codes).toHaveLength(10);
  // The PDF writes some letters in two, and spaces of its own.
  const told = pages[0]?.normalize('NFC').replaceAll(/\s+/g, ' ');
  for (const words of [...codes, 'khanh@minh-hoa.example', '10/01/2023']) expect(told).toContain(words);
  expect(told).not.toContain('Sao chép');
}

describe('signing on, in the browser', () => {
  it('[F93] Khánh, auditor, must enrol first, keeps the recovery codes, and comes in by one without the device', async () => {
    const khanh = await workspace.signIn(undefined);
    const page = await khanh.open('/dang-nhap');
    await signInByPassword(page, 'khanh');
    await page.getByText('Vai trò của Ông/Bà yêu cầu xác thực hai lớp').waitFor();
    const secret = ((await page.locator('pre').textContent()) ?? '').replaceAll(' ', '');
    const digits = page.getByLabel('Mã sáu chữ số');
    await digits.fill('12');
    expect(await digits.evaluate((place: HTMLInputElement) => place.validationMessage)).toBe('Nhập đủ sáu chữ số của mã xác thực.');
    // As authenticators show it.
    await digits.fill(codeOf(workspace.server, secret).replace(/(...)/, '$1 '));
    await page.getByRole('button', { name: 'Xác nhận' }).click();
    await page.getByText('Mã khôi phục của Ông/Bà').waitFor();
    const codes = await page.locator('main code').allTextContents();
    expect(codes).toHaveLength(10);
    expect(await faultsInStory(page)).toEqual([]);
    await expectPrinted(page, codes);
    await page.getByRole('button', { name: 'Tôi đã lưu các mã này' }).click();
    await page.getByRole('button', { name: 'Đăng xuất' }).click();

    await signInByPassword(page, 'khanh');
    await page.getByRole('button', { name: 'Không có thiết bị? Dùng mã khôi phục' }).click();
    await page.getByText('Nhập một mã khôi phục chưa dùng').waitFor();
    await page.getByText('hai quản trị viên (một người đề nghị, một người khác quyết định) gỡ xác thực hai lớp').waitFor();
    await page.getByRole('textbox', { name: 'Mã khôi phục' }).fill('aaaa-aaaa-aaaa-aaaa');
    await page.getByRole('button', { name: 'Xác nhận' }).click();
    await page.getByRole('alert').getByText('Mã khôi phục không đúng hoặc đã dùng').waitFor();
    await page.getByRole('textbox', { name: 'Mã khôi phục' }).fill((codes[0] ?? '').toUpperCase());
    await page.getByRole('button', { name: 'Xác nhận' }).click();
    await page.getByText('Mã vừa dùng không còn hiệu lực. Còn 9 trong 10 mã chưa dùng.').waitFor();
    expect(await faultsInStory(page)).toEqual([]);
    await page.getByRole('link', { name: 'Thay thiết bị xác thực' }).click();
    await page.getByRole('button', { name: 'Đăng xuất' }).waitFor();
    await page.getByText('Còn 9 trong 10 mã khôi phục chưa dùng.').waitFor();
    await page.getByText('Mã dùng gần nhất').waitFor();
    // On My account too, a page far longer than a sheet.
    await page.getByRole('button', { name: 'Tạo mã khôi phục mới' }).click();
    await page.getByText('Mã khôi phục của Ông/Bà').waitFor();
    await expectPrinted(page, await page.locator('main code').allTextContents());
    expect(await faultsInStory(page)).toEqual([]);
    expect(khanh.pageErrors).toEqual([]);
    await khanh.context.close();
  });

  it('[F93] Giang, appraiser, enrols a security key, signs in by it, and is asked again by it; her last one stays', async () => {
    const giang = await workspace.signIn(undefined);
    const { page } = giang;
    const cdp = await giang.context.newCDPSession(page);
    await cdp.send('WebAuthn.enable');
    await cdp.send('WebAuthn.addVirtualAuthenticator', {
      options: { protocol: 'ctap2', transport: 'usb', hasResidentKey: false, hasUserVerification: false, automaticPresenceSimulation: true },
    });
    // Browsers make keys for a name, never for a number.
    const address = workspace.address.replace('127.0.0.1', 'localhost');
    await page.goto(`${address}/dang-nhap`);
    await signInByPassword(page, 'giang');
    await page.getByRole('button', { name: 'Đăng ký khóa bảo mật thay cho ứng dụng' }).click();
    await page.getByLabel('Tên để nhận biết khóa').fill('Khóa USB minh họa');
    expect(await faultsInStory(page)).toEqual([]);
    await page.getByRole('button', { name: 'Thêm khóa bảo mật' }).click();
    await page.getByRole('button', { name: 'Tôi đã lưu các mã này' }).click();
    await page.getByRole('button', { name: 'Đăng xuất' }).click();

    await signInByPassword(page, 'giang');
    const use = page.getByRole('button', { name: 'Dùng khóa bảo mật' });
    await use.waitFor();
    expect(await faultsInStory(page)).toEqual([]);
    await use.click();
    await page.getByRole('button', { name: 'Đăng xuất' }).waitFor();

    await page.goto(address + ACCOUNT);
    await page.getByRole('rowheader', { name: 'Khóa USB minh họa' }).waitFor();
    expect(await faultsInStory(page)).toEqual([]);
    await workspace.server.owner.query('UPDATE session SET confirmed_at = NULL WHERE account_id = $1', [accountOf('giang')]);
    await page.getByRole('button', { name: 'Gỡ khóa “Khóa USB minh họa”' }).click();
    const form = page.getByRole('dialog', { name: 'Gỡ khóa “Khóa USB minh họa”' });
    await form.getByRole('button', { name: 'Gỡ', exact: true }).click();
    const asked = page.getByRole('dialog', { name: 'Xác nhận danh tính' });
    await asked.getByRole('button', { name: 'Dùng khóa bảo mật' }).click();
    await form.getByText('xác thực lớp thứ hai cuối cùng, mà vai trò').waitFor();
    const { rows } = await workspace.server.owner.query(`SELECT content->>'by' AS by FROM audit WHERE actor = $1 AND act = 'session.confirm'`, [
      accountOf('giang'),
    ]);
    expect(rows).toEqual([{ by: 'securityKey' }]);
    expect((await workspace.server.owner.query('SELECT counter > 1 AS counts FROM security_key')).rows).toEqual([{ counts: true }]);
    expect(giang.pageErrors).toEqual([]);
    await giang.context.close();
  });

  it('[F93] Bình is asked again before a token is made, in one dialog over the form, and the act is repeated; who gives up is told that nothing changed', async () => {
    const { owner } = workspace.server;
    await owner.query('UPDATE session SET confirmed_at = NULL WHERE account_id = $1', [accountOf('binh')]);
    const binh = await workspace.signIn('binh');
    const page = await binh.open(ACCOUNT);
    await page.getByRole('button', { name: 'Tạo mã truy cập' }).click();
    const form = page.getByRole('dialog', { name: 'Tạo mã truy cập' });
    await form.getByLabel('Tên để nhận biết').fill('Phần mềm minh họa');
    await form.getByLabel('Dùng được đến hết ngày').fill('01/03/2023');
    await form.getByRole('button', { name: 'Tạo mã truy cập' }).click();
    const asked = page.getByRole('dialog', { name: 'Xác nhận danh tính' });
    await asked.waitFor();
    expect(await faultsInStory(page)).toEqual([]);
    await asked.getByRole('button', { name: 'Hủy' }).click();
    await form.getByText('chưa có gì bị thay đổi').waitFor();
    expect((await owner.query('SELECT FROM personal_token')).rowCount).toBe(0);

    await form.getByRole('button', { name: 'Tạo mã truy cập' }).click();
    await asked.locator('input[type="password"]').fill('sai hoàn toàn');
    await asked.getByRole('button', { name: 'Xác nhận' }).click();
    await asked.getByText('không đúng').waitFor();
    await asked.locator('input[type="password"]').fill(PASSWORD);
    await asked.getByRole('button', { name: 'Xác nhận' }).click();
    await page.getByText('Đã tạo mã truy cập “Phần mềm minh họa”').waitFor();
    expect((await owner.query('SELECT FROM personal_token')).rowCount).toBe(1);
    expect(binh.pageErrors).toEqual([]);
    await binh.context.close();
  });
});
