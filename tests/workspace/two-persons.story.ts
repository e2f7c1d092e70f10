import { afterAll, beforeAll, expect, it } from 'vitest';
import { addAdministrator, byTwo } from '../../server/src/testing/two-persons.ts';
import type { Person } from '../../server/src/testing/world.ts';
import { faultsInStory } from '../axe.ts';
import { openTestWorkspace, type TestWorkspace } from './test-workspace.ts';

const PASSWORD = 'con cò bay lả bay la 1945';

let workspace: TestWorkspace;
let tam: Person;
beforeAll(async () => {
  workspace = await openTestWorkspace();
  const { server, world } = workspace;
  tam = await addAdministrator(server, 'tam', 'Vương Văn Tám', null);
  await server.owner.query(`UPDATE credential SET password_hash = 'x' WHERE account_id = $1`, [world.people.an.account]);
}, 120_000);
afterAll(() => workspace?.close());

/** The browser of somebody who is not of the world. */
async function browserOf(person: Person) {
  const browser = await workspace.signIn(undefined);
  await browser.context.addCookies([{ name: 'parindex_session', value: person.token, url: workspace.address }]);
  return browser;
}

it('[F94] two administrators help a clerk who has lost the password: one has a code, the other a link, and the clerk is told', {
  timeout: 90_000,
}, async () => {
  const { an } = workspace.world.people;
  const lan = await workspace.signIn('lan');
  const page = await lan.open(`/lam-viec/nguoi-dung/${an.account}`);
  await page.getByRole('button', { name: 'Đề nghị đặt lại mật khẩu' }).click();
  await page.getByLabel('Lý do').fill('Quên mật khẩu (minh họa)');
  await page.getByRole('button', { name: 'Gửi đề nghị' }).click();
  const code = await page.getByLabel('Mã', { exact: true }).inputValue();
  expect(code).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}$/);

  const clerk = await workspace.signIn('an');
  await clerk.open('/lam-viec');
  await clerk.page.getByText('Có đề nghị về tài khoản của Ông/Bà đang chờ người thứ hai quyết định, hoặc liên kết đặt mật khẩu đang còn mở.').waitFor();
  await clerk.page.getByRole('link', { name: 'Xem đề nghị' }).click();
  const mine = clerk.page.getByRole('article', { name: 'Đặt lại mật khẩu: Nguyễn Văn An' });
  await mine.getByText('Quên mật khẩu (minh họa)').waitFor();
  // It is gone to, below the other sections of the page.
  await expect.poll(() => mine.evaluate((place) => place.getBoundingClientRect().top < innerHeight)).toBe(true);
  await mine.getByRole('button', { name: 'Dừng đề nghị' }).waitFor();
  await expect.poll(() => mine.getByRole('button', { name: 'Đồng ý và thực hiện' }).count()).toBe(0);

  const second = await browserOf(tam);
  await second.open('/lam-viec/nguoi-dung');
  expect(await faultsInStory(second.page)).toEqual([]);
  await second.page.getByRole('article', { name: 'Đặt lại mật khẩu: Nguyễn Văn An' }).getByRole('button', { name: 'Đồng ý và thực hiện' }).click();
  const link = await second.page.getByLabel('Liên kết đặt mật khẩu').inputValue();

  const door = await workspace.signIn(undefined);
  await door.page.goto(link);
  await door.page.getByLabel('Mã mở liên kết').fill('AAAA AAAA AAAA');
  await door.page.getByRole('button', { name: 'Tiếp tục' }).click();
  await door.page.getByRole('alert').getByText('Mã hoặc liên kết không đúng, hoặc đã hết hạn').waitFor();
  await door.page.getByRole('button', { name: 'Nhập mã khác' }).click();
  await door.page.getByLabel('Mã mở liên kết').fill(code.toLowerCase());
  await door.page.getByRole('button', { name: 'Tiếp tục' }).click();
  await door.page.getByText('Tài khoản của Nguyễn Văn An (an@minh-hoa.example).').waitFor();
  await door.page.getByLabel('Mật khẩu mới', { exact: false }).first().fill(PASSWORD);
  await door.page.getByLabel('Nhập lại mật khẩu mới').fill(PASSWORD);
  await door.page.getByRole('button', { name: 'Đặt mật khẩu' }).click();
  await door.page.getByRole('link', { name: 'Đến trang đăng nhập' }).waitFor();
  await expect.poll(() => door.page.getByRole('button', { name: 'Nhập mã khác' }).count()).toBe(0);
  for (const { pageErrors } of [lan, clerk, second, door]) expect(pageErrors).toEqual([]);
  await Promise.all([lan, clerk, second, door].map(({ context }) => context.close()));
});

it('[F94] a role that decides waits for the second person, and whoever does not want it stops it', async () => {
  const { chi } = workspace.world.people;
  const lan = await workspace.signIn('lan');
  const page = await lan.open(`/lam-viec/nguoi-dung/${chi.account}`);
  await page.getByRole('button', { name: 'Giao thêm vai trò' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Vai trò', { exact: false }).selectOption({ label: 'Lãnh đạo phê duyệt' });
  await dialog.getByRole('combobox', { name: 'Cơ quan' }).fill('minh hoa 02');
  await page.getByRole('option', { name: 'Tỉnh Minh họa 02' }).click();
  await dialog.getByLabel('Lý do').fill('Theo quyết định (minh họa)');
  await dialog.getByRole('button', { name: 'Gửi đề nghị' }).click();
  await dialog.waitFor({ state: 'hidden' });

  const clerk = await workspace.signIn('chi');
  await clerk.open('/lam-viec/tai-khoan');
  const mine = clerk.page.getByRole('article', { name: 'Giao vai trò quyết định: Lê Thị Chi' });
  await mine.getByText('Lãnh đạo phê duyệt, Tỉnh Minh họa 02').waitFor();
  expect(await faultsInStory(clerk.page)).toEqual([]);
  await mine.getByRole('button', { name: 'Dừng đề nghị' }).click();
  await mine.getByRole('button', { name: 'Dừng đề nghị' }).click();
  await clerk.page.getByText('Đã dừng đề nghị.').waitFor();
  await mine.getByText('Đã dừng', { exact: true }).waitFor();

  const second = await browserOf(tam);
  await second.open('/lam-viec/nguoi-dung');
  await second.page.getByText('Không có đề nghị nào đang chờ.').waitFor();
  // Whoever asked learns how it ended, in the list and on the person's page.
  await lan.open('/lam-viec/nguoi-dung');
  const ended = page.getByRole('article', { name: 'Giao vai trò quyết định: Lê Thị Chi' });
  await ended.getByText('Người dừng').waitFor();
  expect(await faultsInStory(page)).toEqual([]);
  // The form to invite opens where it is seen.
  await page.getByRole('button', { name: 'Mời người dùng' }).click();
  await expect.poll(() => page.getByLabel('Họ và tên').evaluate((place) => place.getBoundingClientRect().bottom < innerHeight)).toBe(true);
  await lan.open(`/lam-viec/nguoi-dung/${chi.account}`);
  await page.getByText('Kết quả: Đã dừng, Lê Thị Chi').waitFor();
  for (const { pageErrors } of [lan, clerk, second]) expect(pageErrors).toEqual([]);
});

it('[F94] whoever did not ask for a new password withdraws the link while it is open', async () => {
  const { binh, lan } = workspace.world.people;
  await workspace.server.owner.query(`UPDATE credential SET password_hash = 'x' WHERE account_id = $1`, [binh.account]);
  await byTwo(workspace.server, [lan, tam], binh.account, { kind: 'password' });
  const head = await workspace.signIn('binh');
  await head.open('/lam-viec');
  await head.page.getByRole('link', { name: 'Xem đề nghị' }).click();
  const mine = head.page.getByRole('article', { name: 'Đặt lại mật khẩu: Trần Thị Bình' });
  await mine.getByText('Còn mở đến').waitFor();
  await mine.getByRole('button', { name: 'Hủy liên kết' }).click();
  await mine.getByRole('button', { name: 'Hủy liên kết' }).click();
  await head.page.getByText('Đã hủy liên kết; liên kết không còn mở được.').waitFor();
  await expect.poll(() => mine.getByRole('button', { name: 'Hủy liên kết' }).count()).toBe(0);
  expect(await faultsInStory(head.page)).toEqual([]);
  expect(head.pageErrors).toEqual([]);
});
