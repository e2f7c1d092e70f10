import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { codesOf, pagesOfPdf } from '../../server/src/capabilities/survey/testing/paper-survey.ts';
import { addQuestionnaires, addSurvey, addSurveyStep } from '../../server/src/capabilities/survey/testing/survey-of-round.ts';
import { addPerson } from '../../server/src/testing/add-person.ts';
import { faultsByAxe } from '../axe.ts';
import { openTestWorkspace, type PersonBrowser, type TestWorkspace } from './test-workspace.ts';

const SURVEY = '/lam-viec/ky-danh-gia/minh-hoa-2022/dieu-tra';
const PHONE = { width: 390, height: 844 };

let workspace: TestWorkspace;
/** Three who lead the survey; the first is the world's. */
let typists: PersonBrowser[];
let codes: string[];
beforeAll(async () => {
  workspace = await openTestWorkspace('2023-01-17T02:00:00Z');
  const { server, world } = workspace;
  await addQuestionnaires(server, world);
  await addSurveyStep(server, world);
  await addSurvey(server.owner, world.round, world.scheme.id, world.people.dung.account, server.clock.now());
  await server.owner.query(
    `INSERT INTO respondents.respondent (id, round_id, body_id, group_id, name, listed_by, listed_at)
     SELECT gen_random_uuid(), $1, 'tinh-minh-hoa-01', 'councillors', 'Người trả lời minh họa ' || n, $2, $3 FROM generate_series(1, 3) n`,
    [world.round, world.people.an.account, server.clock.now()],
  );
  await server.owner.query(
    `INSERT INTO respondents.list_confirmation (round_id, body_id, document_number, document_date, groups, confirmed_by, confirmed_at)
     VALUES ($1, 'tinh-minh-hoa-01', '5/BC-UBND', '2023-01-10', '{"councillors":3}', $2, $3)`,
    [world.round, world.people.binh.account, server.clock.now()],
  );
  typists = [await workspace.browserOf('dung')];
  for (const [key, name] of [
    ['nhap-hai', 'Phan Văn Nhập'],
    ['nhap-ba', 'Lý Thị Nhập'],
  ] as const) {
    const { token } = await addPerson(server, key, name, 'owner', 'bo-minh-hoa');
    const browser = await workspace.signIn('dung');
    await browser.context.addCookies([{ name: 'parindex_session', value: token, url: workspace.address }]);
    typists.push(browser);
  }
}, 120_000);
afterAll(() => workspace?.close());

/** The folder in which pictures of the pages are left for whoever looks at them. */
const PICTURES = process.env['PARINDEX_PICTURES'];
const picture = async (page: Page, name: string): Promise<void> => {
  if (PICTURES !== undefined) await page.screenshot({ path: path.join(PICTURES, `${name}.png`), fullPage: true });
};

const choose = async (page: Page, label: string, option: string) => {
  await page.getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: option }).click();
};

const focused = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement;
    return {
      several: at instanceof HTMLInputElement && at.type === 'checkbox',
      line: at?.closest<HTMLElement>('[data-line]')?.dataset['line'],
      writes: at instanceof HTMLTextAreaElement,
      label: at?.textContent ?? '',
    };
  });

/** Types a form by the keys alone, as its lines follow each other; `keys`: of lines that are not the first option. */
async function typeForm(page: Page, code: string, keys: Readonly<Record<number, string>> = {}): Promise<number> {
  await page.getByRole('textbox', { name: 'Mã in trên phiếu' }).waitFor();
  await page.keyboard.type(code.toLowerCase());
  await page.keyboard.press('Enter');
  await page.locator('[data-line]').first().waitFor();
  for (let place = 0; ; place += 1) {
    const { line, several, writes, label } = await focused(page);
    if (line === undefined) {
      expect(label).toContain('Lưu phiếu');
      await page.keyboard.press('Enter');
      return place;
    }
    if (writes) {
      await page.keyboard.type('Công khai kết quả (minh họa)');
      await page.keyboard.press('Enter');
    } else {
      await page.keyboard.press(keys[place] ?? '1');
      if (several) await page.keyboard.press('Enter');
    }
  }
}

it('[F59] the owner makes forms with codes of their own, and counts them back', async () => {
  const { page, pageErrors, open } = typists[0] as PersonBrowser;
  await open(SURVEY);
  await page.getByRole('link', { name: 'Phiếu giấy' }).first().click();
  await page.getByText('Chưa có phiếu giấy nào').waitFor();
  await choose(page, 'Cơ quan được đánh giá', 'Tỉnh Minh họa 02');
  await page.getByText('Cơ quan chưa xác nhận danh sách nên chỉ in được phiếu của người dân, phát tại chỗ.').waitFor();
  await choose(page, 'Cơ quan được đánh giá', 'Tỉnh Minh họa 01');
  await choose(page, 'Cách phát phiếu', 'Phát tại chỗ, không ghi tên');
  await choose(page, 'Nhóm đối tượng', 'Đại biểu Hội đồng nhân dân');
  await page.getByRole('textbox', { name: 'Số phiếu' }).fill('3');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'In phiếu (PDF)' }).click()]);
  const bytes = await readFile(await download.path());
  if (PICTURES !== undefined) await writeFile(path.join(PICTURES, 'phieu.pdf'), bytes);
  codes = codesOf(await pagesOfPdf(bytes));
  expect(codes).toHaveLength(3);
  await page.getByText('Đã lập đợt phiếu. Tệp tải về là bản duy nhất.').waitFor();

  await page.getByRole('button', { name: /^Ghi số thu về: Tỉnh Minh họa 01/ }).click();
  await page.getByRole('textbox', { name: 'Số phiếu thu về' }).fill('3');
  await page.getByRole('textbox', { name: 'Trong đó phiếu trắng' }).fill('1');
  expect(await faultsByAxe(page)).toEqual([]);
  await picture(page, 'paper-returns');
  await page.getByRole('button', { name: 'Ghi số thu về', exact: true }).first().click();
  await page.getByText('3 phiếu (trắng 1, hỏng 0, từ chối 0)').waitFor();
  await page.getByText('2 phiếu chưa nhập.').waitFor();
  expect(pageErrors).toEqual([]);
});

it('[F59] two type a form by the keys, a third settles what they differ in, and it counts', async () => {
  const [one, two, three] = typists as [PersonBrowser, PersonBrowser, PersonBrowser];
  const [code = '', other = ''] = codes;
  await one.open(`${SURVEY}/phieu-giay`);
  await one.page.getByRole('link', { name: 'Nhập phiếu', exact: true }).click();
  await one.page.getByRole('textbox', { name: 'Mã in trên phiếu' }).waitFor();
  await one.page.keyboard.type('ABCD');
  await one.page.keyboard.press('Enter');
  await one.page.getByText('Mã phiếu có 20 ký tự').waitFor();
  await picture(one.page, 'entry-code');
  // What was wrong is marked to be typed over.
  const lines = await typeForm(one.page, code, { 2: '-', 3: '0' });
  expect(lines).toBeGreaterThan(10);
  await one.page.getByText('Đã lưu lần nhập thứ nhất; phiếu chờ người thứ hai nhập.').waitFor();
  await one.page.keyboard.type(code);
  await one.page.keyboard.press('Enter');
  await one.page.getByText('Ông/Bà đã nhập phiếu này').waitFor();

  await two.open(`${SURVEY}/phieu-giay/nhap`);
  await typeForm(two.page, code, { 0: '2', 2: '-', 3: '1' });
  await two.page.getByText('phiếu chờ người thứ ba đối chiếu').waitFor();

  await three.open(`${SURVEY}/phieu-giay/nhap`);
  await three.page.getByRole('textbox', { name: 'Mã in trên phiếu' }).waitFor();
  await three.page.keyboard.type(code);
  await three.page.keyboard.press('Enter');
  await three.page.getByText('Hai người nhập khác nhau ở 2 câu.').waitFor();
  expect(await three.page.locator('[data-line]').count()).toBe(2);
  expect(await faultsByAxe(three.page)).toEqual([]);
  await three.page.getByRole('button', { name: 'Lưu phiếu' }).click();
  await three.page.getByText('Còn 2 câu chưa nhập.').waitFor();
  await three.page.keyboard.press('2');
  await picture(three.page, 'reconcile');
  await three.page.getByRole('button', { name: 'Đúng với phiếu: Để trống' }).click();
  await three.page.setViewportSize(PHONE);
  await picture(three.page, 'reconcile-phone');
  await three.page.getByRole('button', { name: 'Lưu phiếu' }).click();
  await three.page.getByText('Phiếu đã được tính.').waitFor();

  // Another one, typed once alone.
  await one.page.getByRole('textbox', { name: 'Mã in trên phiếu' }).fill('');
  await typeForm(one.page, other);
  await one.page.getByText('Đã lưu lần nhập thứ nhất; phiếu chờ người thứ hai nhập.').waitFor();
  const { rows } = await workspace.server.owner.query('SELECT mode, invalid FROM answers.response WHERE submitted_at IS NOT NULL');
  expect(rows).toEqual([{ mode: 'paper', invalid: [expect.any(String)] }]);
  expect([...one.pageErrors, ...two.pageErrors, ...three.pageErrors]).toEqual([]);
});

it('[F59] the pages tell what is open, also where the survey is ended, and fit a telephone', async () => {
  const [{ page, pageErrors, open }, two] = typists as [PersonBrowser, PersonBrowser];
  await open(`${SURVEY}/phieu-giay`);
  await page.getByText('Đã nhập một lần').first().waitFor();
  expect(await faultsByAxe(page)).toEqual([]);
  await picture(page, 'paper');
  await open(SURVEY);
  await page.getByText('Phiếu giấy chưa được tính: 1 phiếu chưa nhập đủ hai lần hoặc chưa đối chiếu').waitFor();
  await picture(page, 'end');

  await page.setViewportSize(PHONE);
  await page.emulateMedia({ colorScheme: 'dark' });
  await open(`${SURVEY}/phieu-giay`);
  await page.getByRole('heading', { name: 'Các đợt phiếu' }).waitFor();
  await picture(page, 'paper-phone');
  const fits = (of: Page) => of.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
  expect(await fits(page)).toBe(true);

  await two.open(`${SURVEY}/phieu-giay/nhap`);
  await two.page.getByRole('textbox', { name: 'Mã in trên phiếu' }).waitFor();
  await two.page.keyboard.type(codes[1] ?? '');
  await two.page.keyboard.press('Enter');
  await two.page.getByText('Lần nhập thứ hai').first().waitFor();
  await two.page.keyboard.press('1');
  expect(await faultsByAxe(two.page)).toEqual([]);
  await picture(two.page, 'entry');
  await two.page.setViewportSize(PHONE);
  await two.page.emulateMedia({ colorScheme: 'dark' });
  await picture(two.page, 'entry-phone');
  expect(await fits(two.page)).toBe(true);
  expect([...pageErrors, ...two.pageErrors]).toEqual([]);
});
