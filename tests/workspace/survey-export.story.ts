import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Questionnaire } from '@parindex/core/survey/index';
import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import type pg from 'pg';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { countForms } from '../../server/src/capabilities/survey/count-forms.ts';
import { addSentForms } from '../../server/src/capabilities/survey/testing/sent-forms.ts';
import { addQuestionnaires, addSurvey, addSurveyStep } from '../../server/src/capabilities/survey/testing/survey-of-round.ts';
import { connectPool } from '../../server/src/db/connect.ts';
import { madeUpAnswers } from '../../server/src/sandbox/survey-made-up.ts';
import { faultsByAxe } from '../axe.ts';
import { openTestWorkspace, type TestWorkspace } from './test-workspace.ts';

const PAGE = '/lam-viec/ky-danh-gia/minh-hoa-2022/dieu-tra';
const PHONE = { width: 390, height: 844 };

let workspace: TestWorkspace;
let jobs: pg.Pool;

beforeAll(async () => {
  workspace = await openTestWorkspace('2023-01-26T02:00:00Z');
  const { server, world } = workspace;
  const [leader, { owner, clock }] = [world.people.dung.account, server];
  await addQuestionnaires(server, world);
  await addSurveyStep(server, world);
  await addSurvey(owner, world.round, world.scheme.id, leader, clock.now());
  const { rows } = await owner.query<{ form: Questionnaire }>(`SELECT form FROM edition_questionnaire WHERE group_id = 'councillors'`);
  const form = rows[0]?.form as Questionnaire;
  // Of three invented provinces one has answers enough, one has not, and one is taken out of the round.
  for (const [body, sent] of [
    ['tinh-minh-hoa-01', 24],
    ['tinh-minh-hoa-02', 4],
    ['tinh-minh-hoa-03', 9],
  ] as const)
    await addSentForms(owner, {
      ...{ round: world.round, body, group: 'councillors', leader },
      forms: Array.from({ length: sent }, (_, index) => ({ at: clock.now(), seconds: 420 + index, answers: madeUpAnswers(form, `${body} ${index}`) })),
    });
  await owner.query(`UPDATE survey SET closing_asked_by = $2, closing_asked_at = $3 WHERE round_id = $1`, [world.round, leader, clock.now()]);
  jobs = connectPool(server.urls.jobs, 2);
  while (await countForms(jobs, () => clock.now()));
  await owner.query(`DELETE FROM participant WHERE round_id = $1 AND body_id = 'tinh-minh-hoa-03'`, [world.round]);
}, 120_000);
afterAll(async () => {
  await jobs?.end();
  await workspace?.close();
});

const picture = async (page: Page, name: string): Promise<void> => {
  const place = process.env['PARINDEX_PICTURES'];
  if (place !== undefined) await page.screenshot({ path: path.join(place, `${name}.png`), fullPage: true });
};

const filesOf = (page: Page) => page.getByRole('group', { name: /^Tệp dữ liệu của nhóm/ }).first();

/** Downloads a file by its button; its name, its bytes, and what the page then tells of it. */
async function downloaded(page: Page, file: string): Promise<{ name: string; bytes: Buffer; line: string }> {
  const row = filesOf(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: file }) });
  const [download] = await Promise.all([page.waitForEvent('download'), row.getByRole('link', { name: `Tải tệp ${file}` }).click()]);
  const bytes = await readFile(await download.path());
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await row.getByText(sha256).waitFor();
  return { name: download.suggestedFilename(), bytes, line: await row.innerText() };
}

it('[F66] whoever leads a closed survey downloads each file of its answers, of as many lines and with the hash that the page tells', async () => {
  const { page, pageErrors, open } = await workspace.browserOf('dung');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(PAGE);
  await page.getByRole('heading', { name: 'Dữ liệu trả lời phiếu' }).waitFor();
  await page.getByText('Trong tệp: 24 phiếu về 1 cơ quan.').waitFor();
  const leftOut = page.getByRole('list', { name: 'Không đưa vào tệp:' }).first();
  expect(await leftOut.getByRole('listitem').allInnerTexts()).toEqual(
    expect.arrayContaining([
      'Tỉnh Minh họa 02: dưới mức tối thiểu 5 phiếu, người trả lời có thể bị nhận ra',
      'Tỉnh Minh họa 03: 9 phiếu, cơ quan đã được đưa ra khỏi kỳ đánh giá',
    ]),
  );
  await filesOf(page).getByText('Có sau khi tệp được tải trọn vẹn lần đầu.').first().waitFor();
  expect(await faultsByAxe(page)).toEqual([]);

  const codes = await downloaded(page, 'CSV theo mã');
  expect(codes.name).toBe('tra-loi-minh-hoa-2022-councillors.csv');
  const lines: string[][] = parse(codes.bytes, { bom: true });
  expect(lines).toHaveLength(1 + 24 + 1);
  expect(lines.at(-1)?.[0]).toMatch(/^# rows 24, sha256 [0-9a-f]{64}$/);
  expect(codes.line).toContain('24 phiếu');
  const words = await downloaded(page, 'CSV có nhãn');
  expect(parse(words.bytes, { bom: true }) as string[][]).toHaveLength(1 + 24 + 1);
  const workbook = await downloaded(page, 'XLSX có nhãn');
  const [sheet] = (await readXlsx(workbook.bytes)).sheets;
  expect([sheet?.rows.length, sheet?.rows.at(-1)?.[0]]).toEqual([1 + 24 + 1, 'Số phiếu trong tệp: 24']);
  const codebook = await downloaded(page, 'Bảng mô tả dữ liệu (DDI)');
  expect(codebook.bytes.toString()).toContain('<caseQnty>24</caseQnty>');
  expect(codebook.line).toContain(`${lines[0]?.length} biến`);
  const syntax = await downloaded(page, 'Lệnh SPSS');
  expect(syntax.bytes.toString()).toContain("GET DATA /TYPE=TXT /FILE='tra-loi-minh-hoa-2022-councillors.csv'");

  await filesOf(page).getByRole('button', { name: 'Sao chép giá trị băm' }).first().click();
  await filesOf(page).getByText('Đã sao chép').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(createHash('sha256').update(codes.bytes).digest('hex'));
  await picture(page, 'answers');
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await faultsByAxe(page)).toEqual([]);
  await picture(page, 'answers-dark');
  await page.emulateMedia({ colorScheme: 'light' });

  const small = await workspace.signIn('dung', PHONE);
  await small.open(PAGE);
  await filesOf(small.page).waitFor();
  expect(await small.page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true);
  expect(await faultsByAxe(small.page)).toEqual([]);
  await picture(small.page, 'answers-phone');
  expect([...pageErrors, ...small.pageErrors]).toEqual([]);
});

it('nobody else is offered them', async () => {
  for (const person of ['an', 'khanh'] as const) {
    const { page, pageErrors, open } = await workspace.browserOf(person);
    await open(PAGE);
    await page
      .getByText('Mức tối thiểu')
      .or(page.getByRole('heading', { level: 1 }))
      .first()
      .waitFor();
    await page.waitForLoadState('networkidle');
    expect(await page.getByRole('heading', { name: 'Dữ liệu trả lời phiếu' }).count()).toBe(0);
    expect(pageErrors).toEqual([]);
  }
});
