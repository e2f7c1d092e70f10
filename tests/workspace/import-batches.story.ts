import { afterAll, beforeAll, expect, it } from 'vitest';
import { adoptInStory, SMALL_CASES, smallDocument } from '../../server/src/testing/small-edition.ts';
import { ask, change } from '../../server/src/testing/world.ts';
import { openTestWorkspace, SHEET, type TestWorkspace } from './test-workspace.ts';

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await openTestWorkspace();
  const { server, world } = workspace;
  // A round of the province's own, in which a department declares; another one has not yet.
  const edition = await adoptInStory(server, { document: smallDocument('so-minh-hoa'), cases: SMALL_CASES });
  await server.owner.query(
    `INSERT INTO round (id, owner_body, year, title, edition_id, state, created_at, opened_at) VALUES ('so-2022', 'tinh-minh-hoa-01', 2022, 'Kỳ minh họa các sở 2022', $1, 'open', $2, $2)`,
    [edition, server.clock.now()],
  );
  await server.owner.query(`INSERT INTO round_step (round_id, step, opens, closes) VALUES ('so-2022', 'selfAssessment', '2023-01-01', '2023-06-01')`);
  await server.owner.query(`INSERT INTO participant (round_id, body_id, position) VALUES ('so-2022', 'so-minh-hoa-a', 1), ('so-2022', 'tinh-minh-hoa-03', 2)`);
  await server.owner.query(
    `INSERT INTO membership (account_id, body_id, role, from_date, granted_at) VALUES ($1, 'so-minh-hoa-a', 'clerk', '2022-01-01', now())`,
    [world.people.chi.account],
  );
  await ask(server, world.people.chi, 'POST', '/api/rounds/so-2022/sheets/so-minh-hoa-a/entries', {
    entries: [change({ figure: 'tasks' }, 0, { value: '12' })],
  });
  await ask(server, world.people.an, 'POST', '/api/rounds/minh-hoa-2022/sheets/tinh-minh-hoa-01/entries', {
    entries: [change({ figure: 'newEnterprisesLastYear' }, 0, { value: '1100' })],
  });
}, 120_000);
afterAll(() => workspace?.close());

const CSV = [
  'Cơ quan;Số liệu;Giá trị;Số phiếu',
  'Tỉnh Minh họa 01;newEnterprises;1320;',
  'Tỉnh Minh họa 01;newEnterprisesLastYear;1200;',
  'Tỉnh Minh họa 02;sipas;75,03%;620',
  'Tỉnh Minh họa 02;sipas;75,03;620',
].join('\r\n');

it('[F18] [F110] an owner brings a file, sees what it changes and which points move, chooses what lies over a body’s own word, and agrees', async () => {
  const { page, pageErrors, open } = await workspace.signIn('dung');
  await open('/lam-viec/ky-danh-gia/minh-hoa-2022');
  await page.getByRole('link', { name: 'Số liệu của cơ quan khác' }).click();
  await page.locator('input[type="file"]').setInputFiles({ name: 'số liệu.csv', mimeType: 'text/csv', buffer: Buffer.from(CSV) });
  await page.getByLabel('Nguồn').fill('Cục Thống kê Minh họa');
  await page.getByLabel('Ngày của số liệu').fill('31/12/2022');
  await page.getByRole('button', { name: 'Xem trước' }).click();
  await page.getByRole('heading', { name: 'Đợt số liệu: số liệu.csv' }).waitFor();
  const rows = page.getByRole('group', { name: 'Xem trước' });
  await expect.poll(() => rows.getByText('Sẽ ghi').count()).toBe(2);
  // 75,03 without its sign is no share, and is not guessed to be one.
  await expect.poll(() => page.getByRole('row', { name: /^C5/ }).textContent()).toContain('75,03%');
  await page.getByLabel('Ghi đè: Số doanh nghiệp thành lập mới năm trước liền kề, Tỉnh Minh họa 01').check();
  await page.getByLabel('Lý do ghi đè 1 dòng').fill('Số liệu chính thức (minh họa)');
  await page.getByRole('button', { name: 'Ghi 3 số liệu' }).click();
  await page.getByRole('button', { name: 'Đồng ý ghi' }).click();
  await page.getByText('Đã ghi đợt số liệu.').waitFor();
  await expect.poll(() => page.getByRole('row', { name: /^Tỉnh Minh họa 02.*8\.1: 0,00 → 7,50/ }).count()).toBe(1);
  expect(pageErrors).toEqual([]);
});

it('[F109] a clerk adds up what bodies below have declared, and everybody sees what it was made from', async () => {
  const { page, pageErrors, open } = await workspace.signIn('an');
  await open(`${SHEET}?item=2.4.1`);
  await page.getByRole('button', { name: 'Số liệu do cơ quan khác cung cấp, tổng hợp từ cấp dưới' }).click();
  const name = await page
    .getByRole('button', { name: /^Tổng hợp từ cấp dưới: / })
    .first()
    .getAttribute('aria-label');
  await page.getByRole('button', { name: name as string }).click();
  await page.getByRole('combobox', { name: 'Số liệu được cộng' }).click();
  await page.getByRole('option', { name: 'tasks', exact: true }).click();
  await page.getByRole('button', { name: 'Xem các thành phần' }).click();
  await page.getByText('1 cơ quan chưa có số liệu này').waitFor();
  await expect.poll(() => page.getByRole('button', { name: 'Ghi 12' }).isDisabled()).toBe(true);
  await page.getByLabel('Lý do tổng hợp khi còn thiếu').fill('Chưa đến hạn (minh họa)');
  await page.getByRole('button', { name: 'Ghi 12' }).click();
  await page.getByText(/^Nguyễn Văn An tổng hợp lúc .*: Cộng từ 1 cơ quan$/).click();
  await expect.poll(() => page.getByText(/^Sở Minh họa A: 12 \(số 1, /).isVisible()).toBe(true);
  await expect.poll(() => page.getByText('Chưa có: Tỉnh Minh họa 03 (Chưa đến hạn (minh họa))').isVisible()).toBe(true);
  expect(pageErrors).toEqual([]);
});
