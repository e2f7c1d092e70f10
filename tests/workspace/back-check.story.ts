import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Questionnaire } from '@parindex/core/survey/index';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressList, type Field, MAILS, makeField, wholeAnswers } from '../../server/src/capabilities/fieldwork/testing/field.ts';
import { addQuestionnaires, addSurvey } from '../../server/src/capabilities/survey/testing/survey-of-round.ts';
import { ask } from '../../server/src/testing/world.ts';
import { faultsByAxe } from '../axe.ts';
import { type BreakingLine, layLine } from './breaking-line.ts';
import { openTestWorkspace, type TestWorkspace } from './test-workspace.ts';

const PHONE = { width: 390, height: 844 };
const WORD = 'ruộng bậc thang';
const BODY = 'tinh-minh-hoa-01';
const SENT = 'Mọi dữ liệu trên thiết bị đã được gửi.';

let workspace: TestWorkspace;
let field: Field;
let line: BreakingLine;
let form: Questionnaire;
type Addresses = { readonly id: string; readonly backCheck: boolean; readonly household: string }[];
const addressesOf = async (who: Field['nam']): Promise<Addresses> => {
  const { surveys } = (await ask(workspace.server, who, 'GET', '/api/interviews')).body;
  form = surveys[0].form;
  return surveys[0].addresses;
};
const note = (who: Field['nam'], address: string, outcome: string) => {
  const at = workspace.server.clock.now().toISOString();
  return ask(workspace.server, who, 'POST', '/api/interviews/visits', { sentAt: at, visits: [{ id: randomUUID(), address, at, outcome }] });
};
/** As a device sends it: the first option of each question, or the last. */
const interview = async (who: Field['nam'], address: string, last: boolean): Promise<void> => {
  await note(who, address, 'interviewed');
  const answers = wholeAnswers(form, (options) => (last ? options.at(-1) : options[0]) ?? '');
  const { status } = await ask(workspace.server, who, 'PUT', `/api/interviews/${randomUUID()}`, { address, seconds: 840, answers });
  expect(status).toBe(201);
};

beforeAll(async () => {
  workspace = await openTestWorkspace();
  line = await layLine(workspace.address);
  const { server, world } = workspace;
  await addQuestionnaires(server, world);
  await server.owner.query(
    `INSERT INTO round_step (round_id, step, opens, closes) VALUES ($1, 'survey', '2023-01-05T00:00:00+07:00', '2023-03-25T00:00:00+07:00')`,
    [world.round],
  );
  await addSurvey(server.owner, world.round, world.scheme.id, world.people.dung.account, server.clock.now());
  field = await makeField(server, world);
  const village = (code: string, mail: string) =>
    Array.from({ length: 16 }, (_, index) => `${code};Thôn Minh họa ${code.slice(2)};Hộ số ${index + 1};Ngõ ${index + 1};;${mail}`);
  expect((await field.sendList(BODY, addressList(...village('T01', MAILS.nam), ...village('T02', MAILS.oanh)))).status).toBe(201);
  for (const who of [field.nam, field.oanh]) {
    const addresses = await addressesOf(who);
    for (const { id } of addresses.slice(0, 12)) await interview(who, id, who === field.oanh);
    await note(who, addresses[12]?.id ?? '', 'refusal');
    await note(who, addresses[13]?.id ?? '', 'absent');
    await note(who, addresses[13]?.id ?? '', 'absent');
  }
}, 120_000);
afterAll(async () => {
  await line?.close();
  await workspace?.close();
});

const picture = async (page: Page, name: string, regions: readonly string[] = []): Promise<void> => {
  const place = process.env['PARINDEX_PICTURES'];
  if (place === undefined) return;
  if (regions.length === 0) await page.screenshot({ path: path.join(place, `${name}.png`), fullPage: true });
  for (const [index, region] of regions.entries())
    await page.getByRole('region', { name: region, exact: true }).screenshot({ path: path.join(place, `${name}-${index + 1}.png`) });
};
/** The two parts of the owner's page that this story is about. */
const PARTS = ['Theo dõi từng điều tra viên', 'Phúc tra'];
const rows = async <T extends object>(text: string, values: unknown[] = []) => (await workspace.server.owner.query<T>(text, values)).rows;

/** The telephone of an interviewer who has taken the work along. */
async function takeAlong(token: string): Promise<{ context: BrowserContext; page: Page }> {
  const { context } = await workspace.signIn(undefined, PHONE, true);
  await context.addCookies([{ name: 'parindex_session', value: token, url: workspace.address }]);
  const page = await context.newPage();
  await page.goto(`${line.address}/lam-viec/phong-van`);
  await page.getByLabel(/^Mã mở máy/).fill(WORD);
  await page.getByLabel('Nhập lại mã mở máy').fill(WORD);
  await page.getByRole('button', { name: 'Nhận danh sách' }).click();
  await page.getByText(SENT).waitFor();
  await expect.poll(() => page.evaluate(async () => (await caches.match('/lam-viec')) !== undefined), { timeout: 30_000 }).toBe(true);
  return { context, page };
}

/** Chooses the first option of whatever has none on the open part of a form. */
const answerPart = (page: Page) =>
  page.evaluate(() => {
    for (let turn = 0; turn < 5; turn += 1) {
      const choices = [...document.querySelectorAll<HTMLInputElement>('.interview input[type=radio], .interview input[type=checkbox]')];
      for (const one of choices) if (!choices.some(({ name, checked }) => name === one.name && checked)) one.click();
    }
  });

describe('[F63] back-checks', () => {
  it('are drawn by the owner and given to somebody else, who asks again without a line; what they find is told by interviewer', async () => {
    const { page, pageErrors, open } = await workspace.browserOf('dung');
    await open('/lam-viec/ky-danh-gia/minh-hoa-2022/dieu-tra/phong-van');
    await page.getByRole('region', { name: 'Theo dõi từng điều tra viên' }).getByText('Chưa chọn hộ nào').first().waitFor();
    const draw = page.getByRole('group', { name: 'Chọn hộ phúc tra' });
    await draw.getByLabel('Cơ quan được đánh giá').selectOption('Tỉnh Minh họa 01');
    await draw.getByLabel('Nhóm đối tượng').selectOption('Người dân, tổ chức');
    await draw.getByLabel('Tỷ lệ phúc tra (%)').fill('60');
    await draw.getByRole('button', { name: 'Chọn hộ phúc tra' }).click();
    await page.getByText('Đã chọn 16 hộ trong 24 hộ. Bây giờ giao cho người phúc tra.').waitFor();
    const give = page.getByRole('group', { name: 'Giao người phúc tra' });
    await give.getByLabel('Hộ do ai phỏng vấn').selectOption('Ngô Văn Nam, Tỉnh Minh họa 01: 8 hộ chưa xong');
    await give.getByLabel('Thư điện tử của người phúc tra').fill(MAILS.nam);
    await give.getByRole('button', { name: 'Giao' }).click();
    await give.getByText('Hộ phúc tra phải giao cho người chưa từng được giao hộ đó').waitFor();
    await give.getByLabel('Thư điện tử của người phúc tra').fill(MAILS.oanh);
    await give.getByRole('button', { name: 'Giao' }).click();
    await give.getByText('Đã giao 8 hộ.').waitFor();
    expect(await faultsByAxe(page)).toEqual([]);
    await picture(page, 'back-checks-drawn', PARTS);
    const before = await rows('SELECT reference, answers::text FROM answers.response ORDER BY 1');
    expect(before).toHaveLength(24);

    // Who held the interviews sees nothing of it.
    const first = await takeAlong(field.nam.token);
    expect(await first.page.getByText('Phúc tra').count()).toBe(0);
    await first.context.close();

    const { context, page: telephone } = await takeAlong(field.oanh.token);
    const households = await telephone.getByRole('heading', { level: 4, name: /\(Phúc tra\)/ }).allTextContents();
    expect(households).toHaveLength(8);
    const [one = '', two = '', ...others] = households;
    expect(await faultsByAxe(telephone)).toEqual([]);
    await picture(telephone, 'back-checks-of-a-day');
    line.cut();
    await telephone.getByRole('button', { name: `Ghi kết quả lần đến: ${one}` }).click();
    await telephone.getByLabel('Kết quả').selectOption('Hộ cho biết chưa có ai đến phỏng vấn');
    await telephone.getByRole('button', { name: 'Ghi', exact: true }).click();
    await telephone.getByText('Hộ cho biết chưa có ai đến phỏng vấn').waitFor();
    await telephone.getByRole('button', { name: `Phỏng vấn: ${two}`, exact: true }).click();
    await telephone.getByText('Câu trả lời chỉ được đối chiếu với lần trước').waitFor();
    await picture(telephone, 'back-check-form');
    for (let part = 0; part < 30 && (await telephone.getByText('Đã phỏng vấn, chờ gửi').count()) === 0; part += 1) {
      await answerPart(telephone);
      await telephone.waitForTimeout(50);
      await telephone.getByRole('button', { name: /Phần sau|Kết thúc phỏng vấn/ }).click();
      await telephone.waitForTimeout(100);
    }
    await telephone.getByText('Chờ gửi: 1 phiếu, 2 lần đến hộ. Tự gửi khi có mạng.').waitFor();
    line.lay();
    await telephone.getByRole('button', { name: 'Gửi ngay' }).click();
    await telephone.getByText(SENT).waitFor();
    await telephone
      .getByText(/Máy chủ đã nhận, mã biên nhận [0-9A-Z-]+/)
      .first()
      .waitFor();
    await picture(telephone, 'back-checks-sent');
    await context.close();

    // Four more are asked again elsewhere, one of them says otherwise; somebody is not at home, somebody refuses.
    const checks = (await addressesOf(field.oanh)).filter(({ backCheck, household }) => backCheck && others.some((of) => of === `${household} (Phúc tra)`));
    expect(checks).toHaveLength(6);
    for (const [place, { id }] of checks.slice(0, 4).entries()) await interview(field.oanh, id, place === 3);
    await note(field.oanh, checks[4]?.id ?? '', 'refusal');
    for (const _ of [1, 2, 3]) await note(field.oanh, checks[5]?.id ?? '', 'absent');

    expect(await rows('SELECT reference, answers::text FROM answers.response ORDER BY 1')).toEqual(before);
    expect(await rows('SELECT FROM answers.set_apart')).toEqual([]);

    await open('/lam-viec/ky-danh-gia/minh-hoa-2022/dieu-tra');
    await open('/lam-viec/ky-danh-gia/minh-hoa-2022/dieu-tra/phong-van');
    const row = page.getByRole('region', { name: 'Theo dõi từng điều tra viên' }).getByRole('row', { name: /Ngô Văn Nam/ });
    await row.getByText('Chưa có ai đến: 1 hộ').waitFor();
    await row.getByText('Chọn 8 hộ. Đã phỏng vấn lại: 5; Không gặp được: 1; Từ chối trả lời lại: 1.').waitFor();
    await row.getByText(/câu trả lời giống lần phỏng vấn đầu \(5 hộ\)/).waitFor();
    await row.getByText('Vượt mức 0,15: cần xem lại').waitFor();
    await page.getByRole('table', { name: 'Câu trả lời giống nhau, theo câu hỏi' }).waitFor();
    expect(await faultsByAxe(page)).toEqual([]);
    await picture(page, 'back-checks-found', PARTS);
    await page.setViewportSize(PHONE);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true);
    expect(await faultsByAxe(page)).toEqual([]);
    await picture(page, 'back-checks-found-phone', PARTS);
    expect(pageErrors).toEqual([]);
  }, 180_000);
});
