import { afterAll, beforeAll, expect, it } from 'vitest';
import { addQuestionnaires, addSurvey, addSurveyStep } from '../../server/src/capabilities/survey/testing/survey-of-round.ts';
import { newSecretToken } from '../../server/src/http/secret-token.ts';
import { faultsByAxe } from '../axe.ts';
import { sharedChromium } from '../chromium.ts';
import { answerForm } from './answer-form.ts';
import { openTestWorkspace, picture, type TestWorkspace } from './test-workspace.ts';

const PAGE = '/lam-viec/ky-danh-gia/minh-hoa-2022/dieu-tra';
const BODY = 'tinh-minh-hoa-01';

let workspace: TestWorkspace;
const tokens: string[] = [];
beforeAll(async () => {
  workspace = await openTestWorkspace('2023-01-20T02:00:00Z');
  const { server, world } = workspace;
  const leader = world.people.dung.account;
  await addQuestionnaires(server, world);
  await addSurveyStep(server, world);
  await addSurvey(server.owner, world.round, world.scheme.id, leader, server.clock.now());
  for (let n = 1; n <= 7; n += 1) {
    const { token, hash } = newSecretToken();
    const { rows } = await server.owner.query<{ id: string }>(
      `INSERT INTO respondents.respondent (id, round_id, body_id, group_id, name, position, mail, listed_by, listed_at)
       VALUES (gen_random_uuid(), $1, $2, 'councillors', $3, 'Trưởng ban', $4, $5, now()) RETURNING id`,
      [world.round, BODY, `Đại biểu Minh họa ${n}`, `dai-bieu-${n}@minh-hoa.example`, leader],
    );
    await server.owner.query('INSERT INTO respondents.link (token_hash, respondent_id, made_by, made_at) VALUES ($1, $2, $3, now())', [
      hash,
      rows[0]?.id,
      leader,
    ]);
    tokens.push(token);
  }
}, 120_000);
afterAll(() => workspace?.close());

it('[F56] the owner declares a quota; who comes once it is full is told at the door, and who had begun keeps what they wrote', {
  timeout: 180_000,
}, async () => {
  const { page, pageErrors, open } = await workspace.browserOf('dung');
  await open(PAGE);
  const section = page.getByRole('region', { name: 'Hạn mức số phiếu' });
  await section.scrollIntoViewIfNeeded();
  const form = page.getByRole('group', { name: 'Ghi hạn mức' });
  await form.getByLabel('Cơ quan').selectOption(BODY);
  await form.getByLabel('Nhóm đối tượng').selectOption('councillors');
  await form.getByLabel('Áp dụng cho').selectOption('position');
  await form.getByLabel('Chức vụ, đúng như trong danh sách').fill('trưởng ban');
  // Fewer than are ever told of.
  await form.getByLabel('Nhận nhiều nhất').fill('4');
  await form.getByLabel('Dự kiến').fill('5');
  await page.getByRole('button', { name: 'Ghi hạn mức' }).click();
  await page.getByRole('alert').first().waitFor();
  await picture(page, 'survey-quota-faults');
  await form.getByLabel('Nhận nhiều nhất').fill('5');
  await page.getByRole('button', { name: 'Ghi hạn mức' }).click();
  await page.getByText('Đã ghi hạn mức.').waitFor();
  const row = page.getByRole('row').filter({ hasText: 'Chức vụ: trưởng ban' });
  await row.getByText('Dưới 5').waitFor();

  const telephone = await (await sharedChromium()).newContext({ locale: 'vi-VN', viewport: { width: 320, height: 568 }, javaScriptEnabled: false });
  const { origin } = new URL(page.url());
  const begun = await telephone.newPage();
  await begun.goto(`${origin}/phieu/${tokens[5]}`);
  await begun.getByRole('button', { name: 'Bắt đầu trả lời' }).click();
  const first = begun.locator('input[type=radio]').first();
  await first.check();
  for (const token of tokens.slice(0, 5)) {
    const one = await telephone.newPage();
    await one.goto(`${origin}/phieu/${token}`);
    await answerForm(one);
    await one.close();
  }
  const late = await telephone.newPage();
  await late.goto(`${origin}/phieu/${tokens[6]}`);
  await late.getByRole('heading', { name: 'Đã nhận đủ số phiếu' }).waitFor();
  expect(await late.getByText('Nội dung đã lưu').count()).toBe(0);
  await begun.getByRole('button', { name: 'Lưu và sang phần sau' }).click();
  await begun.getByRole('heading', { name: 'Đã nhận đủ số phiếu' }).waitFor();
  await begun.getByText('Nội dung đã lưu được giữ đến khi kết thúc điều tra').waitFor();
  await picture(begun, 'survey-quota-full');

  await open(PAGE);
  await section.scrollIntoViewIfNeeded();
  await row.getByText('Đã đủ').waitFor();
  expect(await faultsByAxe(page)).toEqual([]);
  await picture(page, 'survey-quotas');
  // More are taken, with a reason.
  await form.getByLabel('Cơ quan').selectOption(BODY);
  await form.getByLabel('Nhóm đối tượng').selectOption('councillors');
  await form.getByLabel('Áp dụng cho').selectOption('position');
  await form.getByLabel('Chức vụ, đúng như trong danh sách').fill('Trưởng ban');
  await form.getByLabel('Nhận nhiều nhất').fill('6');
  await form.getByLabel(/^Lý do/).fill('Bổ sung mẫu theo kế hoạch (minh họa)');
  await page.getByRole('button', { name: 'Ghi hạn mức' }).click();
  await row.getByText('Ít nhất 5').waitFor();
  await begun.goto(`${origin}/phieu/${tokens[5]}?phan=1`);
  expect(await begun.locator('input[type=radio]').first().isChecked()).toBe(true);
  await page.setViewportSize({ width: 390, height: 844 });
  await section.scrollIntoViewIfNeeded();
  await picture(page, 'survey-quotas-phone');
  await telephone.close();
  expect(pageErrors).toEqual([]);
});
