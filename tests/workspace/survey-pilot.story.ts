import { afterAll, beforeAll, expect, it } from 'vitest';
import { addQuestionnaires, addSurveyStep } from '../../server/src/capabilities/survey/testing/survey-of-round.ts';
import { receiptOf } from '../../server/src/capabilities/survey/testing/surveyed-round.ts';
import { faultsByAxe } from '../axe.ts';
import { sharedChromium } from '../chromium.ts';
import { chooseFirst } from './answer-form.ts';
import { openTestWorkspace, picture, type TestWorkspace } from './test-workspace.ts';

const PAGE = '/lam-viec/ky-danh-gia/minh-hoa-2022/dieu-tra';
const FORM = /Hội đồng nhân dân/;

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await openTestWorkspace('2023-01-10T02:00:00Z');
  await addQuestionnaires(workspace.server, workspace.world);
  await addSurveyStep(workspace.server, workspace.world);
}, 120_000);
afterAll(() => workspace?.close());

it('[F68] the owner starts a pilot, three try the form by its link, what it gave is seen, it is ended, and the survey is opened', {
  timeout: 240_000,
}, async () => {
  const { page, pageErrors, open } = await workspace.browserOf('dung');
  await open(PAGE);
  const section = page.getByRole('region', { name: 'Điều tra thử' });
  await section.getByText('Chưa có đợt điều tra thử nào.').waitFor();
  await section.getByRole('button', { name: 'Bắt đầu một đợt thử' }).click();
  const pilot = section.getByRole('article', { name: 'Đợt thử 1' });
  await pilot.getByText('Đang thử').waitFor();
  // The survey waits for the end of the pilot.
  await page.getByText('kết thúc đợt này trước khi mở điều tra').waitFor();
  expect(await page.getByRole('button', { name: 'Mở điều tra' }).count()).toBe(0);
  const row = pilot.getByRole('row').filter({ hasText: FORM });
  await row.getByText('Mã QR', { exact: true }).click();
  await row.getByRole('img', { name: /^Mã QR/ }).waitFor();
  const link = (await row.getByText(/\/phieu\/thu-/).textContent()) ?? '';
  await section.scrollIntoViewIfNeeded();
  await picture(page, 'survey-pilot-started');

  const chromium = await sharedChromium();
  const address = new URL(page.url()).origin + new URL(link).pathname;
  for (let tried = 1; tried <= 3; tried += 1) {
    const telephone = await chromium.newContext({ locale: 'vi-VN', viewport: { width: 320, height: 568 }, javaScriptEnabled: tried === 3 });
    const form = await telephone.newPage();
    const onTrial = () => form.getByText('Đây là phiếu điều tra thử').first().waitFor();
    await form.goto(address);
    await onTrial();
    if (tried === 3) {
      expect(await faultsByAxe(form)).toEqual([]);
      await picture(form, 'survey-pilot-door');
    }
    await form.getByRole('button', { name: 'Bắt đầu trả lời' }).click();
    for (let part = 1; part <= 7; part += 1) {
      await form.getByText(`Phần ${part}/8`).first().waitFor();
      await onTrial();
      await chooseFirst(form);
      await form.getByRole('button', { name: 'Lưu và sang phần sau' }).click();
    }
    await form.getByText('Phần 8/8').first().waitFor();
    await form.locator('textarea').fill(`Câu 5 khó hiểu với người thứ ${tried} (minh họa).`);
    if (tried === 3) await picture(form, 'survey-pilot-remark');
    workspace.server.clock.pass(tried * 240_000);
    await form.getByRole('button', { name: 'Lưu và xem lại phiếu' }).click();
    await form.getByRole('button', { name: 'Gửi phiếu' }).click();
    await form.getByRole('heading', { name: 'Xin cảm ơn ông/bà đã trả lời.' }).waitFor();
    await onTrial();
    expect(receiptOf(await form.content())).toMatch(/^[2-9A-Z]{4}-/);
    await telephone.close();
  }

  await open('/lam-viec');
  await open(PAGE);
  await row.getByText('Một nửa số phiếu trong 8 phút; nhanh nhất 4 phút, lâu nhất 12 phút').waitFor();
  await pilot.getByText('Câu 5 khó hiểu với người thứ 2 (minh họa).').waitFor();
  await pilot.getByRole('row').filter({ hasText: 'ưu tiên' }).first().waitFor();
  expect(await faultsByAxe(page)).toEqual([]);
  await section.scrollIntoViewIfNeeded();
  await picture(page, 'survey-pilot-given');
  await page.setViewportSize({ width: 390, height: 844 });
  await section.scrollIntoViewIfNeeded();
  await picture(page, 'survey-pilot-given-phone');
  await page.setViewportSize({ width: 1280, height: 900 });

  await pilot.getByRole('button', { name: 'Kết thúc đợt thử' }).click();
  await pilot.getByRole('button', { name: 'Kết thúc', exact: true }).click();
  await pilot.getByText('Đã kết thúc').waitFor();
  const late = await (await chromium.newContext({ locale: 'vi-VN' })).newPage();
  await late.goto(address);
  await late.getByRole('heading', { name: 'Đường dẫn này không mở được phiếu' }).waitFor();
  await late.context().close();
  // What it gave stays; another one may be started, and the survey opened.
  await pilot.getByText('Câu 5 khó hiểu với người thứ 2 (minh họa).').waitFor();
  await section.getByRole('button', { name: 'Bắt đầu một đợt thử' }).waitFor();
  await page.getByRole('button', { name: 'Mở điều tra' }).waitFor();
  await picture(page, 'survey-pilot-ended');
  expect(pageErrors).toEqual([]);
});
