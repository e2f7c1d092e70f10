import { afterAll, beforeAll, expect, it } from 'vitest';
import { sendInvitations } from '../../server/src/capabilities/survey/send-invitations.ts';
import { CONFIRMING_COPY } from '../../server/src/capabilities/survey/testing/confirming.ts';
import { addQuestionnaires, addSurveyStep, csvOf } from '../../server/src/capabilities/survey/testing/survey-of-round.ts';
import { connectPool } from '../../server/src/db/connect.ts';
import { type MailServer, startMailServer, textOfMail } from '../../server/src/mail/testing/mail-server.ts';
import { ask } from '../../server/src/testing/world.ts';
import { faultsByAxe } from '../axe.ts';
import { sharedChromium } from '../chromium.ts';
import { answerForm } from './answer-form.ts';
import { openTestWorkspace, picture, type TestWorkspace } from './test-workspace.ts';

const PAGE = '/lam-viec/ky-danh-gia/minh-hoa-2022/dieu-tra';
const SURVEY = '/api/rounds/minh-hoa-2022/survey';
const COUNCILLORS = 'Đại biểu Hội đồng nhân dân tỉnh';
const ADDRESSES = [1, 2, 3, 4].map((n) => `dai-bieu-${n}@minh-hoa.example`);

let workspace: TestWorkspace;
let mails: MailServer;
beforeAll(async () => {
  workspace = await openTestWorkspace('2023-01-20T02:00:00Z');
  Object.assign(workspace.server.context, { hasMailServer: true });
  await addQuestionnaires(workspace.server, workspace.world);
  await addSurveyStep(workspace.server, workspace.world);
  await ask(workspace.server, workspace.world.people.dung, 'POST', SURVEY, {});
  mails = await startMailServer();
}, 120_000);
afterAll(async () => {
  await mails?.stop();
  await workspace?.close();
});

/** What the server does by itself, until nothing is left to be sent. */
async function sendAll(): Promise<void> {
  const { context, clock, urls } = workspace.server;
  const pool = connectPool(urls.jobs, 1);
  const from = { name: 'Điều tra xã hội học', address: 'dieu-tra@minh-hoa.example' };
  const mail = { host: '127.0.0.1', port: mails.port, secure: false, auth: undefined, from };
  while (await sendInvitations({ kind: 'real', clock, pool, serving: context, mail }));
  await pool.end();
}

it('[F57] a unit confirms its list by a signed document, and the owner reads it', async () => {
  const { page, pageErrors, open } = await workspace.browserOf('binh');
  await open(PAGE);
  const lineOf = (n: number, mail: string) => `${n};Đại biểu Minh họa ${n};Đại biểu;Tổ đại biểu số ${n};${COUNCILLORS};091200000${n};${mail}`;
  const list = csvOf(...ADDRESSES.map((address, index) => lineOf(index + 1, address)), lineOf(5, ''));
  await page.locator('input[type="file"]').first().setInputFiles({ name: 'danh-sach.csv', mimeType: 'text/csv', buffer: list });
  await page.getByRole('button', { name: 'Kiểm tra tệp' }).click();
  await page.getByRole('button', { name: 'Nạp 5 người' }).click();
  await page.getByText('5 người trong danh sách. Chưa xác nhận.').waitFor();
  const copy = page.locator('input[type="file"][accept=".pdf"]');
  await page.getByLabel('Số văn bản của cơ quan').fill('15/BC-UBND');
  await page.getByLabel('Ngày văn bản').fill('20/01/2023');
  // What is no PDF is refused, whatever it is called.
  await copy.setInputFiles({ name: 'xac-nhan.pdf', mimeType: 'application/pdf', buffer: Buffer.from('Văn bản minh họa') });
  await page.getByRole('button', { name: 'Xác nhận danh sách' }).click();
  await page.getByRole('alert').first().waitFor();
  await copy.setInputFiles({ name: 'xac-nhan-15.pdf', mimeType: 'application/pdf', buffer: CONFIRMING_COPY });
  await page.getByRole('button', { name: 'Xác nhận danh sách' }).click();
  await page.getByText('5 người trong danh sách. Danh sách đã được xác nhận.').waitFor();
  expect(await faultsByAxe(page)).toEqual([]);
  await picture(page, 'survey-confirmed');

  const owner = await workspace.browserOf('dung');
  await owner.open(`${PAGE}?body=tinh-minh-hoa-01`);
  await owner.page.getByText('Số 15/BC-UBND ngày 20/01/2023').waitFor();
  const [download] = await Promise.all([owner.page.waitForEvent('download'), owner.page.getByRole('link', { name: 'xac-nhan-15.pdf' }).click()]);
  expect(download.suggestedFilename()).toBe('xac-nhan-15.pdf');
  expect(await faultsByAxe(owner.page)).toEqual([]);
  expect([...pageErrors, ...owner.pageErrors]).toEqual([]);
});

it('[F57] [F67] the owner invites by mail; somebody answers by the link of theirs; the reminder goes to the others alone', async () => {
  mails.unknown = ADDRESSES[3];
  const { page, pageErrors, open } = await workspace.browserOf('dung');
  await open(PAGE);
  await page.getByRole('button', { name: 'Gửi thư', exact: true }).click();
  await page.getByText('Thư đang được gửi lần lượt. Có thể rời trang này.').waitFor();
  await page.getByText('Đang gửi (0%)').waitFor();
  await sendAll();
  // The page asks again by itself while mails are going.
  await page.getByText('Đã gửi xong').waitFor();
  const standing = page.getByRole('row', { name: /^Tỉnh Minh họa 01/ }).filter({ hasText: /5131 ?0$|51310/ });
  await standing.first().waitFor();
  expect(mails.taken.map(({ to }) => to).toSorted()).toEqual(ADDRESSES.slice(0, 3));
  await page.getByRole('button', { name: 'Xem người thư không đến được' }).click();
  const missed = page.getByRole('group', { name: 'Người thư không đến được' });
  await missed.getByText(/Không gửi được\. Máy chủ thư trả lời/).waitFor();
  await missed.getByText('Không có thư điện tử').waitFor();
  expect(await faultsByAxe(page)).toEqual([]);
  await picture(page, 'survey-mails');

  const first = mails.taken.find(({ to }) => to === ADDRESSES[0]) as (typeof mails.taken)[number];
  const link = /http\S+\/phieu\/[\w-]{43}/.exec(textOfMail(first))?.[0] ?? '';
  const telephone = await (await sharedChromium()).newContext({ locale: 'vi-VN', viewport: { width: 320, height: 568 }, javaScriptEnabled: false });
  const form = await telephone.newPage();
  await form.goto(link);
  await answerForm(form);
  await telephone.close();

  mails.taken.length = 0;
  workspace.server.clock.pass(60_000);
  await page.getByRole('combobox', { name: 'Loại thư' }).click();
  await page.getByRole('option', { name: 'Thư nhắc người chưa trả lời' }).click();
  await page.getByRole('button', { name: 'Gửi thư', exact: true }).click();
  await page.getByText('Thư đang được gửi lần lượt. Có thể rời trang này.').waitFor();
  await sendAll();
  expect(mails.taken.map(({ to }) => to).toSorted()).toEqual([ADDRESSES[1], ADDRESSES[2]]);
  for (const mail of mails.taken) expect(textOfMail(mail)).toContain('hệ thống chưa nhận được phiếu của Ông/Bà');
  await page.getByText('Đã gửi xong').waitFor();
  await page.getByText('Đã tiếp nhận').waitFor();
  // What is told of the mails is what it was: the reminder tells nothing of who has answered.
  await standing.first().waitFor();
  expect(pageErrors).toEqual([]);
});
