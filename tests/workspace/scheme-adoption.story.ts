import { afterAll, beforeAll, expect, it } from 'vitest';
import { pdfOf } from '../../server/src/capabilities/evidence/testing/pdf-of.ts';
import { addPerson } from '../../server/src/testing/add-person.ts';
import { giveSealingKey } from '../../server/src/testing/adopt-edition.ts';
import { SMALL_CASES, smallDocument } from '../../server/src/testing/small-edition.ts';
import { ask, type Person } from '../../server/src/testing/world.ts';
import { faultsInStory } from '../axe.ts';
import { openTestWorkspace, picture, type TestWorkspace } from './test-workspace.ts';

const ADDRESS = '/lam-viec/bo-tieu-chi/minh-hoa-ap-dung';

let workspace: TestWorkspace;
let second: Person;
beforeAll(async () => {
  workspace = await openTestWorkspace();
  const { server, world } = workspace;
  giveSealingKey(server);
  second = await addPerson(server, 'thao', 'Mạc Thị Thảo', 'owner', 'bo-minh-hoa');
  await server.owner.query(`UPDATE credential SET password_hash = 'x' WHERE account_id = $1`, [second.account]);
  const texts = { document: smallDocument('minh-hoa-ap-dung'), cases: SMALL_CASES };
  expect((await ask(server, world.people.dung, 'POST', '/api/editions', texts)).status).toBe(201);
}, 120_000);
afterAll(() => workspace?.close());

async function sit({ token }: Pick<Person, 'token'>) {
  const browser = await workspace.signIn(undefined);
  await browser.context.addCookies([{ name: 'parindex_session', value: token, url: workspace.address }]);
  return browser;
}

it('[F2] Dũng asks with the signed decision, Thảo reads and agrees; from then on it is locked, signed, and says by which decision', async () => {
  const { page, pageErrors, open } = await workspace.signIn('dung');
  await open(ADDRESS);
  await page.getByLabel('Số quyết định').fill('876/QĐ-MH');
  await page.getByLabel('Ngày quyết định').fill('09/01/2023');
  await page.getByLabel('Có hiệu lực từ').fill('01/01/2023');
  await page.getByRole('button', { name: 'Đề nghị đưa vào áp dụng' }).click();
  await page.getByText('Cần có tệp quyết định đã ký.').waitFor();
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: 'Quyết định 876.pdf', mimeType: 'application/pdf', buffer: pdfOf([{ lines: ['Quyết định ban hành (minh họa)'] }]) });
  await page.getByText(/^Quyết định 876\.pdf \(/).waitFor();
  expect(await faultsInStory(page)).toEqual([]);
  await picture(page, 'scheme-adoption-ask');
  await page.getByRole('button', { name: 'Đề nghị đưa vào áp dụng' }).click();
  await page.getByText('Chờ người thứ hai quyết định').waitFor();
  expect(await page.getByRole('button', { name: 'Đồng ý đưa vào áp dụng' }).count()).toBe(0);

  const other = await sit(second);
  await other.open('/lam-viec');
  await other.page.getByText('Đề nghị đưa vào áp dụng: Bộ tiêu chí minh họa minh-hoa-ap-dung').waitFor();
  await other.page.getByRole('link', { name: /Kiểm tra và quyết định/ }).click();
  await other.page.getByText('Theo Quyết định số 876/QĐ-MH ngày 09/01/2023.').waitFor();
  expect(await faultsInStory(other.page)).toEqual([]);
  await picture(other.page, 'scheme-adoption-decide');
  await other.page.getByRole('button', { name: 'Đồng ý đưa vào áp dụng' }).click();
  await other.page.getByText('Bộ tiêu chí đã được đưa vào áp dụng, khóa và ký.').waitFor();
  await other.page.getByText(/^Đã ký khi đưa vào áp dụng/).waitFor();
  await other.page.getByRole('link', { name: 'Tải quyết định' }).waitFor();

  await page.reload();
  await page.getByText(/^Đã ký khi đưa vào áp dụng/).waitFor();
  expect(await page.getByRole('link', { name: 'Soạn bộ tiêu chí' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Đề nghị thôi áp dụng' }).waitFor();
  expect([...pageErrors, ...other.pageErrors]).toEqual([]);
});

it('a clerk of a province reads the adopted edition with its decision, and is offered nothing of it', async () => {
  const { page, open } = await workspace.signIn('an');
  await open(ADDRESS);
  await page.getByRole('link', { name: 'Tải quyết định' }).waitFor();
  expect(await page.getByRole('heading', { name: 'Thôi áp dụng' }).count()).toBe(0);
});
