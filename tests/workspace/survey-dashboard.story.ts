import path from 'node:path';
import type { Questionnaire } from '@parindex/core/survey/index';
import type pg from 'pg';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { countForms } from '../../server/src/capabilities/survey/count-forms.ts';
import { examineForms } from '../../server/src/capabilities/survey/examine-forms.ts';
import { addSentForms } from '../../server/src/capabilities/survey/testing/sent-forms.ts';
import { addQuestionnaires, addSurvey, addSurveyStep } from '../../server/src/capabilities/survey/testing/survey-of-round.ts';
import { connectPool } from '../../server/src/db/connect.ts';
import { madeUpAnswers } from '../../server/src/sandbox/survey-made-up.ts';
import { faultsByAxe } from '../axe.ts';
import { openTestWorkspace, type TestWorkspace } from './test-workspace.ts';

const PAGE = '/lam-viec/ky-danh-gia/minh-hoa-2022/dieu-tra';
const PHONE = { width: 390, height: 844 };
const DAY_MS = 86_400_000;

let workspace: TestWorkspace;
let jobs: pg.Pool;

/** The forms of so many people over so many days: one of them sent after nine seconds, two alike. */
async function sendForms(body: string, sent: number, left: number): Promise<void> {
  const { server, world } = workspace;
  const { rows } = await server.owner.query<{ form: Questionnaire }>(`SELECT form FROM edition_questionnaire WHERE group_id = 'councillors'`);
  const form = rows[0]?.form as Questionnaire;
  const start = Date.parse('2023-01-16T02:00:00Z');
  const forms = Array.from({ length: sent }, (_, index) => ({
    at: new Date(start + (index % 7) ** 2 * 0.25 * DAY_MS),
    seconds: index === 0 ? 9 : 420 + index,
    answers: madeUpAnswers(form, `${body} ${index === 2 ? 1 : index}`),
  }));
  await addSentForms(server.owner, {
    ...{ round: world.round, body, group: 'councillors', leader: world.people.dung.account },
    forms: [...forms, ...Array.from({ length: left }, () => null)],
  });
}

beforeAll(async () => {
  workspace = await openTestWorkspace('2023-01-26T02:00:00Z');
  const { server, world } = workspace;
  await addQuestionnaires(server, world);
  await addSurveyStep(server, world);
  await addSurvey(server.owner, world.round, world.scheme.id, world.people.dung.account, server.clock.now());
  await sendForms('tinh-minh-hoa-01', 24, 16);
  await sendForms('tinh-minh-hoa-02', 4, 9);
  jobs = connectPool(server.urls.jobs, 2);
  await examineForms(jobs);
  while (await countForms(jobs, () => server.clock.now()));
}, 120_000);
afterAll(async () => {
  await jobs?.end();
  await workspace?.close();
});

/** The folder in which pictures of the pages are left for whoever looks at them. */
const picture = async (page: Page, name: string): Promise<void> => {
  const place = process.env['PARINDEX_PICTURES'];
  if (place !== undefined) await page.screenshot({ path: path.join(place, `${name}.png`), fullPage: true });
};

const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

it('[F66] whoever leads the survey sees how it stands by body, group and day, filtered and sorted; a small group by its number alone', async () => {
  const { page, pageErrors, open } = await workspace.browserOf('dung');
  await open(PAGE);
  const table = page.getByRole('group', { name: 'Tiến độ theo cơ quan, nhóm đối tượng' });
  await table.getByRole('row', { name: /Tỉnh Minh họa 01.*40.*40.*24.*16.*60/ }).waitFor();
  await page.getByText('52,8% (28/53)').first().waitFor();
  await page.locator('figcaption').filter({ hasText: 'Đã có 28 phiếu; ngày nhiều nhất là' }).waitFor();
  await page.getByText('RR1, RR2 theo định nghĩa của AAPOR').waitFor();
  expect(await faultsByAxe(page)).toEqual([]);
  await picture(page, 'standing');
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await faultsByAxe(page)).toEqual([]);
  await picture(page, 'standing-dark');
  await page.emulateMedia({ colorScheme: 'light' });

  await page.getByRole('combobox', { name: 'Sắp xếp' }).click();
  await page.getByRole('option', { name: 'Tỷ lệ trả lời thấp nhất' }).click();
  expect(await table.getByRole('rowheader').allInnerTexts()).toEqual(['Tỉnh Minh họa 02', 'Tỉnh Minh họa 01', 'Tỉnh Minh họa 03']);
  await page.getByRole('region', { name: 'Lọc, sắp xếp' }).getByRole('combobox', { name: 'Cơ quan' }).click();
  await page.getByRole('option', { name: 'Tỉnh Minh họa 02' }).last().click();
  await page.getByText('Số phiếu theo ngày chỉ hiển thị khi có ít nhất 5 phiếu.').waitFor();
  expect(await table.getByRole('rowheader').allInnerTexts()).toEqual(['Tỉnh Minh họa 02']);

  const small = await workspace.signIn('khanh', PHONE);
  await small.open(PAGE);
  await small.page.getByText('52,8% (28/53)').first().waitFor();
  expect(await small.page.getByRole('link', { name: 'Rà soát chất lượng phiếu' }).count()).toBe(0);
  expect(await fits(small.page)).toBe(true);
  expect(await faultsByAxe(small.page)).toEqual([]);
  await picture(small.page, 'standing-phone');
  expect([...pageErrors, ...small.pageErrors]).toEqual([]);
});

it('[F62] a reviewer looks at what was noticed, without a name, and sets a form aside with a reason; it stays to be read', async () => {
  const { page, pageErrors, open } = await workspace.browserOf('dung');
  await open(PAGE);
  await page.getByText(/phiếu cần rà soát chưa có quyết định/).waitFor();
  await page.getByRole('link', { name: 'Rà soát các phiếu này' }).click();
  await page.getByText('Trả lời trong 9 giây').waitFor();
  expect(await page.getByText('trùng hoàn toàn với 1 phiếu khác').count()).toBe(2);
  const form = page.locator('section').filter({ hasText: 'Trả lời trong 9 giây' }).last();
  await form.getByRole('button', { name: /^Xem câu trả lời của phiếu/ }).click();
  await form.getByRole('table').waitFor();
  await picture(page, 'reviews');
  expect(await faultsByAxe(page)).toEqual([]);
  await form.getByRole('button', { name: /^Không đưa vào tổng hợp phiếu/ }).click();
  await form.getByText('Cần nêu lý do không đưa phiếu vào tổng hợp.').waitFor();
  await form.getByLabel('Lý do').fill('Trả lời 30 câu hỏi trong 9 giây');
  await form.getByRole('button', { name: /^Không đưa vào tổng hợp phiếu/ }).click();
  await page.getByText('Trả lời trong 9 giây').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: /^Không đưa vào tổng hợp 1$/ }).click();
  await page.getByText('Lý do: Trả lời 30 câu hỏi trong 9 giây').waitFor();
  await page
    .getByText(/Phạm Văn Dũng/)
    .first()
    .waitFor();
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize(PHONE);
  expect(await fits(page)).toBe(true);
  expect(await faultsByAxe(page)).toEqual([]);
  await picture(page, 'set-aside-phone-dark');
  expect(pageErrors).toEqual([]);
});
