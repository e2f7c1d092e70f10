import path from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addressList, type Field, MAILS, makeField, villageOf } from '../../server/src/capabilities/fieldwork/testing/field.ts';
import { addQuestionnaires, addSurvey } from '../../server/src/capabilities/survey/testing/survey-of-round.ts';
import { faultsByAxe } from '../axe.ts';
import { sized } from '../soak.ts';
import { type BreakingLine, layLine } from './breaking-line.ts';
import { openTestWorkspace, type TestWorkspace } from './test-workspace.ts';

const PAGE = '/lam-viec/phong-van';
const PHONE = { width: 390, height: 844 };
const WORD = 'ruộng bậc thang';
const BODY = 'tinh-minh-hoa-01';
const SENT = 'Mọi dữ liệu trên thiết bị đã được gửi.';
/** Sequences of a seed each: so many here, and in a soak. */
const SEQUENCES = sized(15, 200);
const HOUSEHOLDS = 200;

let workspace: TestWorkspace;
let field: Field;
let line: BreakingLine;
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
  const village = Array.from({ length: HOUSEHOLDS }, (_, index) => `T09;Thôn Minh họa 9;Hộ số ${index + 1};;;${MAILS.oanh}`);
  const { status } = await field.sendList(BODY, addressList(...villageOf('T01', 'Thôn Minh họa 1', MAILS.nam), ...village));
  expect(status).toBe(201);
}, 120_000);
beforeEach(() => line.lay());
afterAll(async () => {
  await line?.close();
  await workspace?.close();
});

const picture = async (page: Page, name: string): Promise<void> => {
  const place = process.env['PARINDEX_PICTURES'];
  if (place !== undefined) await page.screenshot({ path: path.join(place, `${name}.png`), fullPage: true });
};

/** The telephone of an interviewer, signed in. */
async function telephoneOf(token: string): Promise<BrowserContext> {
  const { context } = await workspace.signIn(undefined, PHONE, true);
  await context.addCookies([{ name: 'parindex_session', value: token, url: workspace.address }]);
  return context;
}

/** Opens the page and takes the work along. */
async function takeAlong(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(line.address + PAGE);
  await page.getByLabel(/^Mã mở máy/).fill(WORD);
  await page.getByLabel('Nhập lại mã mở máy').fill(WORD);
  await page.getByRole('button', { name: 'Nhận danh sách' }).click();
  await page.getByText(SENT).waitFor();
  // The browser keeps the program once the page has been left alone for a moment.
  await expect.poll(() => page.evaluate(async () => (await caches.match('/lam-viec')) !== undefined), { timeout: 30_000 }).toBe(true);
  return page;
}

/** Opens the page anew, as after the browser was closed. */
async function comeBack(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(line.address + PAGE);
  await page.getByLabel(/^Mã mở máy/).fill(WORD);
  await page.getByRole('button', { name: 'Mở', exact: true }).click();
  await page.getByRole('button', { name: 'Gửi ngay' }).waitFor();
  return page;
}

/** Chooses the first option of whatever has none on the open part of a form. */
const answerPart = (page: Page) =>
  page.evaluate(() => {
    // An answer may bring the next question.
    for (let turn = 0; turn < 5; turn += 1) {
      const choices = [...document.querySelectorAll<HTMLInputElement>('.interview input[type=radio], .interview input[type=checkbox]')];
      for (const one of choices) if (!choices.some(({ name, checked }) => name === one.name && checked)) one.click();
    }
  });
const isLastPart = async (page: Page) => (await page.getByRole('button', { name: 'Kết thúc phỏng vấn' }).count()) > 0;

const rows = async <T extends object>(text: string, values: unknown[] = []) => (await workspace.server.owner.query<T>(text, values)).rows;

describe('the owner of a round', () => {
  it('[F64] gives addresses by a list, sees its faults by line, and how the interviews go', async () => {
    const { page, pageErrors, open } = await workspace.browserOf('dung');
    await open('/lam-viec/ky-danh-gia/minh-hoa-2022/dieu-tra');
    await page.getByRole('link', { name: 'Phỏng vấn tại địa bàn' }).click();
    await page
      .getByText('Người dân, tổ chức: đến nhiều nhất 3 lần. Được thay bằng hộ dự phòng khi: từ chối trả lời; không liên hệ được; nhà không có người ở.')
      .waitFor();
    await page.getByLabel('Cơ quan được đánh giá').first().selectOption('Tỉnh Minh họa 02');
    await page.getByLabel('Nhóm đối tượng').nth(1).selectOption('Người dân, tổ chức');
    const bring = async (...lines: string[]) => {
      await page.locator('input[type="file"]').setInputFiles({ name: 'dia-chi.csv', mimeType: 'text/csv', buffer: addressList(...lines) });
      await page.getByRole('button', { name: 'Nạp danh sách' }).click();
    };
    await bring('T05;Thôn Minh họa 5;Hộ số 1;;;chua-co@minh-hoa.example', 'T05;Thôn Minh họa 5;Hộ số 1;;;nam@minh-hoa.example');
    await page.getByText('3 lỗi phải sửa trong tệp; chưa có gì được lưu.').waitFor();
    await page.getByText('Dòng 3, cột “Hộ”').waitFor();
    expect(await faultsByAxe(page)).toEqual([]);
    await picture(page, 'fieldwork');
    await bring(...villageOf('T05', 'Thôn Minh họa 5', MAILS.oanh));
    await page.getByText('Đã giao 3 địa chỉ và 1 địa chỉ dự phòng cho 1 điều tra viên.').waitFor();
    await page.getByRole('rowheader', { name: 'Lý Thị Oanh' }).first().waitFor();
    await page.setViewportSize(PHONE);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true);
    await picture(page, 'fieldwork-phone');
    expect(pageErrors).toEqual([]);
  }, 60_000);
});

describe('an interviewer', () => {
  it('[F58] [F64] takes the work along, interviews without a line, is thrown out half way, and sends when there is a line', async () => {
    const context = await telephoneOf(field.nam.token);
    let page = await takeAlong(context);
    expect(await page.getByRole('heading', { level: 4 }).allTextContents()).toEqual(['Hộ số 1', 'Hộ số 2', 'Hộ số 3']);
    expect(await faultsByAxe(page)).toEqual([]);
    await picture(page, 'day');

    line.cut();
    await page.getByRole('button', { name: 'Phỏng vấn: Hộ số 1' }).click();
    await page.getByText('Cơ quan của ông/bà không xem được câu trả lời.').waitFor();
    await answerPart(page);
    expect(await faultsByAxe(page)).toEqual([]);
    await picture(page, 'form');
    await page.getByRole('button', { name: 'Phần sau' }).click();
    await page.getByRole('heading', { name: /Phần 2\// }).waitFor();
    await answerPart(page);
    await page.waitForTimeout(300);
    await page.close();

    page = await comeBack(context);
    await picture(page, 'begun');
    await page.getByText('Đang phỏng vấn dở').waitFor();
    await page.getByRole('button', { name: 'Phỏng vấn tiếp: Hộ số 1' }).click();
    await page.getByRole('heading', { name: /Phần 2\// }).waitFor();
    // What was answered before is there.
    expect(await page.locator('.interview input:checked').count()).toBeGreaterThan(0);
    while (!(await isLastPart(page))) {
      const part = await page.getByRole('heading', { level: 2 }).textContent();
      await answerPart(page);
      await page.getByRole('button', { name: 'Phần sau' }).click();
      await page.waitForFunction((before) => document.querySelector('h2')?.textContent !== before, part);
    }
    // A part that was left out is named before anything is finished.
    await page.getByRole('button', { name: 'Kết thúc phỏng vấn' }).click();
    await page.getByText(/Còn \d+ chỗ chưa trả lời|Đã phỏng vấn, chờ gửi/).waitFor();
    if ((await page.getByText('Đã phỏng vấn, chờ gửi').count()) === 0) {
      await picture(page, 'missing');
      for (let part = 0; part < 20 && (await page.getByText('Đã phỏng vấn, chờ gửi').count()) === 0; part += 1) {
        await answerPart(page);
        await page.waitForTimeout(50);
        await page.getByRole('button', { name: /Phần sau|Kết thúc phỏng vấn/ }).click();
        await page.waitForTimeout(100);
      }
    }
    await page.getByText('Đã phỏng vấn, chờ gửi').waitFor();

    await page.getByRole('button', { name: 'Ghi kết quả lần đến: Hộ số 2' }).click();
    await page.getByLabel('Kết quả').selectOption('Từ chối trả lời');
    expect(await faultsByAxe(page)).toEqual([]);
    await picture(page, 'visit');
    await page.getByRole('button', { name: 'Ghi', exact: true }).click();
    // By the declared rule a reserve of the village takes its place, without a line.
    await page.getByRole('heading', { name: 'Hộ số 9 (Hộ dự phòng)' }).waitFor();
    await page.getByText('Chờ gửi: 1 phiếu, 2 lần đến hộ. Tự gửi khi có mạng.').waitFor();
    await picture(page, 'waiting');
    // Nothing of it can be read on the device without its word.
    const kept = await page.evaluate(
      () =>
        new Promise<string>((resolve, reject) => {
          const open = indexedDB.open('parindex-interviews');
          open.onerror = () => reject(open.error);
          open.onsuccess = () => {
            const all = open.result.transaction('kept').objectStore('kept').getAll();
            all.onsuccess = () => resolve(all.result.map(({ data }: { data: ArrayBuffer }) => new TextDecoder('latin1').decode(data)).join(' '));
          };
        }),
    );
    expect(kept.length).toBeGreaterThan(1_000);
    expect(kept).not.toMatch(/answers|Thôn|household/);
    expect(await rows('SELECT FROM answers.response')).toEqual([]);

    line.lay();
    await page.getByRole('button', { name: 'Gửi ngay' }).click();
    await page.getByText(SENT).waitFor();
    await page.getByText(/Máy chủ đã nhận, mã biên nhận [0-9A-Z-]+/).waitFor();
    await picture(page, 'sent');
    expect(await rows(`SELECT mode, cluster FROM answers.response`)).toEqual([{ mode: 'interview', cluster: 'T01' }]);
    expect(await rows(`SELECT outcome FROM respondents.visit ORDER BY outcome`)).toEqual([{ outcome: 'interviewed' }, { outcome: 'refusal' }]);
    await context.close();
  }, 180_000);

  it('[F58] opens with nothing but the right word; who forgot it chooses another, and nothing is lost', async () => {
    const context = await telephoneOf(field.nam.token);
    let page = await takeAlong(context);
    line.cut();
    await page.getByRole('button', { name: 'Phỏng vấn: Hộ số 3' }).click();
    await answerPart(page);
    await page.waitForTimeout(300);
    await page.close();
    page = await context.newPage();
    await page.goto(line.address + PAGE);
    await page.getByLabel(/^Mã mở máy/).fill('đoán mò thôi');
    await page.getByRole('button', { name: 'Mở', exact: true }).click();
    await page.getByText('Mã chưa đúng.').waitFor();
    line.lay();
    await page.getByRole('button', { name: 'Quên mã: chọn mã mới (cần có mạng)' }).click();
    await page.getByLabel(/^Mã mở máy/).fill('chợ nổi miền tây');
    await page.getByLabel('Nhập lại mã mở máy').fill('chợ nổi miền tây');
    await page.getByRole('button', { name: 'Nhận danh sách' }).click();
    await page.getByText('Đang phỏng vấn dở').waitFor();
    await context.close();
  }, 120_000);

  it('[F58] shares a device with another, each with their own word; a page that is left alone locks itself', async () => {
    const context = await telephoneOf(field.nam.token);
    let page = await takeAlong(context);
    await page.getByRole('button', { name: 'Khóa trang' }).click();
    await context.addCookies([{ name: 'parindex_session', value: field.oanh.token, url: workspace.address }]);
    await page.getByRole('button', { name: 'Người khác dùng (cần có mạng)' }).click();
    await page.getByLabel(/^Mã mở máy/).fill('chợ nổi miền tây');
    await page.getByLabel('Nhập lại mã mở máy').fill('chợ nổi miền tây');
    await page.getByRole('button', { name: 'Nhận danh sách' }).click();
    await page.getByRole('region', { name: 'Thôn Minh họa 9' }).waitFor();
    await page.close();

    line.cut();
    page = await context.newPage();
    await page.clock.install();
    await page.goto(line.address + PAGE);
    await page.getByLabel('Dữ liệu của', { exact: true }).selectOption({ label: 'Ngô Văn Nam' });
    expect(await faultsByAxe(page)).toEqual([]);
    await picture(page, 'two-interviewers');
    await page.getByLabel(/^Mã mở máy/).fill(WORD);
    await page.getByRole('button', { name: 'Mở', exact: true }).click();
    await page.getByRole('region', { name: 'Thôn Minh họa 1' }).waitFor();
    await page.clock.fastForward('14:00');
    await page.getByRole('region', { name: 'Thôn Minh họa 1' }).click();
    await page.clock.fastForward('14:00');
    expect(await page.getByRole('region', { name: 'Thôn Minh họa 1' }).count()).toBe(1);
    await page.clock.fastForward('02:00');
    await page.getByLabel('Dữ liệu của', { exact: true }).waitFor();
    expect(await page.getByRole('region', { name: 'Thôn Minh họa 1' }).count()).toBe(0);
    await context.close();
  }, 120_000);
});

/** A generator of numbers from 0 up to 1 by a seed (Mulberry32, T. Ettinger). */
function numbersOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

describe('whatever happens to line and page', () => {
  it(
    `[F58] [F60] over ${SEQUENCES} seeded sequences nothing is lost and nothing counts twice`,
    async () => {
      const context = await telephoneOf(field.oanh.token);
      let page = await takeAlong(context);
      const before = (await rows('SELECT FROM answers.response')).length;
      for (let seed = 1; seed <= SEQUENCES; seed += 1) {
        const next = numbersOf(seed);
        const disturb = async () => {
          const chance = next();
          if (chance < 0.25) line.cut();
          else if (chance < 0.45) line.lay();
          else if (chance < 0.6) line.loseAnswer();
          else if (chance < 0.8) {
            // The page is killed: what was on it and not kept is gone.
            await page.waitForTimeout(Math.floor(next() * 60));
            await page.close();
            page = await comeBack(context);
            return true;
          }
          return false;
        };
        const household = `Hộ số ${seed}`;
        const village = () => page.getByRole('region', { name: 'Thôn Minh họa 9' });
        const button = (name: string) => village().getByRole('button', { name: `${name}: ${household}`, exact: true });
        const enter = async (): Promise<void> => {
          await button('Phỏng vấn')
            .or(button('Phỏng vấn tiếp'))
            .or(village().getByRole('heading', { name: household, exact: true }))
            .first()
            .waitFor();
          if ((await button('Phỏng vấn').count()) > 0) await button('Phỏng vấn').click();
          else if ((await button('Phỏng vấn tiếp').count()) > 0) await button('Phỏng vấn tiếp').click();
        };
        const isFinished = async () =>
          (await page.locator('.interview').count()) === 0 && (await button('Phỏng vấn').count()) + (await button('Phỏng vấn tiếp').count()) === 0;
        await enter();
        for (let turn = 0; turn < 60 && !(await isFinished()); turn += 1) {
          if ((await page.locator('.interview').count()) === 0) {
            await enter();
            continue;
          }
          await answerPart(page);
          if (next() < 0.5 && (await disturb())) {
            await enter();
            continue;
          }
          // An interview that was finished a moment ago may leave the page just now.
          const step = page.getByRole('button', { name: /^(?:Phần sau|Kết thúc phỏng vấn)$/ });
          await step.click({ timeout: 2_000 }).catch(() => undefined);
          await page.waitForTimeout(20);
        }
        expect([household, await isFinished()]).toEqual([household, true]);
        if (next() < 0.5) await disturb();
      }
      line.lay();
      await page.close();
      page = await comeBack(context);
      await page.getByRole('button', { name: 'Gửi ngay' }).click();
      await page.getByText(SENT).waitFor({ timeout: 60_000 });
      expect((await rows('SELECT FROM answers.response')).length - before).toBe(SEQUENCES);
      expect(await rows('SELECT FROM answers.set_apart')).toEqual([]);
      const visits = await rows<{ household: string; count: number }>(
        `SELECT a.household, count(*)::int FROM respondents.visit v JOIN respondents.address a ON a.id = v.address_id WHERE a.cluster = 'T09' GROUP BY 1 HAVING count(*) <> 1`,
      );
      expect(visits).toEqual([]);
      expect(await page.getByText(/Máy chủ đã nhận, mã biên nhận/).count()).toBe(SEQUENCES);
      await context.close();
    },
    SEQUENCES * 60_000,
  );
});
