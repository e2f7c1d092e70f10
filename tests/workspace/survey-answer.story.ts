import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSurveyedRound, receiptOf, type SurveyedRound } from '../../server/src/capabilities/survey/testing/surveyed-round.ts';
import { faultsByAxe } from '../axe.ts';
import { sharedChromium } from '../chromium.ts';
import { answerForm, chooseFirst } from './answer-form.ts';

let of: SurveyedRound;
let address: string;
beforeAll(async () => {
  of = await makeSurveyedRound();
  address = await of.server.app.listen({ port: 0, host: '127.0.0.1' });
}, 120_000);
afterAll(() => of?.server.close());

/** A cheap telephone: a small screen, and a browser that runs no script at all. */
async function telephone(script = false): Promise<Page> {
  const browser = await sharedChromium();
  const context = await browser.newContext({ locale: 'vi-VN', viewport: { width: 320, height: 568 }, javaScriptEnabled: script });
  return context.newPage();
}

describe('an official answers on a cheap telephone [F57] [F61]', () => {
  it('from the door to the receipt, without any script', async () => {
    const [token = ''] = await of.invite(1);
    const page = await telephone();
    await page.goto(`${address}/phieu/${token}`);
    await answerForm(page);
    const receipt = receiptOf(await page.content());
    // A page that is loaded anew sends the form again: it counts once, and the receipt is the same.
    await page.reload();
    expect(receiptOf(await page.content())).toBe(receipt);
    const { rows } = await of.server.owner.query(
      `SELECT answers->>'proposal' AS text, count(*) OVER ()::int AS forms FROM answers.response WHERE submitted_at IS NOT NULL`,
    );
    expect(rows).toHaveLength(1);
    await page.goto(`${address}/phieu/${token}`);
    await page.getByRole('heading', { name: 'Đường dẫn này không mở được phiếu' }).waitFor();
    await page.context().close();
  });

  it('leaves off on one telephone and goes on with the other, where it was left', async () => {
    const [token = ''] = await of.invite(1);
    const [one, other] = [await telephone(), await telephone()];
    await one.goto(`${address}/phieu/${token}`);
    await one.getByRole('button', { name: 'Bắt đầu trả lời' }).click();
    const code = /tiếp: ([2-9A-Z]{4}-[2-9A-Z]{4})/.exec((await one.locator('main').textContent()) ?? '')?.[1] ?? '';
    await chooseFirst(one);
    await one.getByRole('button', { name: 'Lưu và sang phần sau' }).click();
    await one.getByText('Phần 2/7').first().waitFor();
    await one.context().close();
    await other.goto(`${address}/phieu/${token}`);
    await other.getByLabel('Mã trả lời tiếp').fill(code);
    await other.getByRole('button', { name: 'Trả lời tiếp' }).click();
    await other.getByText('Phần 2/7').first().waitFor();
    await other.context().close();
  });

  it('each page fits the small screen, and has nothing against WCAG 2.2 AA, in both languages', async () => {
    const [token = '', citizen = ''] = [...(await of.invite(1)), ...(await of.invite(1, 'tinh-minh-hoa-02', 'all'))];
    const page = await telephone(true);
    // Begun on another telephone: what its door asks for.
    await of.begin(citizen);
    await of.post(`/phieu/${citizen}?phan=1`, { 'a.khong-co': '1' });
    await page.goto(`${address}/phieu/${citizen}`);
    await page.getByRole('button', { name: 'Trả lời lại từ đầu' }).waitFor();
    expect(await faultsByAxe(page)).toEqual([]);
    for (const [form, button] of [
      [token, 'Bắt đầu trả lời'],
      [citizen, 'Trả lời lại từ đầu'],
    ] as const) {
      await page.goto(`${address}/phieu/${form}`);
      await page.getByRole('button', { name: button }).click();
      await page.getByText('Mã trả lời tiếp').waitFor();
    }
    const pages = [
      ...['', '?phan=2', '?phan=4', '?phan=7', '?phan=gui', '?lang=en', '?phan=4&lang=en'].map((query) => `/phieu/${token}${query}`),
      ...['', '?phan=1', '?phan=2', '?phan=3', '?phan=4', '?phan=5', '?phan=6'].map((query) => `/phieu/${citizen}${query}`),
      '/phieu/khong-co',
    ];
    for (const url of pages) {
      await page.goto(address + url);
      expect([url, ...(await faultsByAxe(page))]).toEqual([url]);
      expect([url, await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)]).toEqual([url, true]);
    }
    await page.context().close();
  });

  it('what cannot be taken stands beside its question, and the button leads back to what is missing', async () => {
    const [token = ''] = await of.invite(1);
    const page = await telephone();
    await page.goto(`${address}/phieu/${token}`);
    await page.getByRole('button', { name: 'Bắt đầu trả lời' }).click();
    await page.goto(`${address}/phieu/${token}?phan=gui`);
    await page.getByRole('link', { name: 'Trả lời ở Phần 3/7' }).first().click();
    await page.getByText('Phần 3/7').first().waitFor();
    expect(new URL(page.url()).hash).toBe('#c-functionsSoundness');
    await page.context().close();
  });
});
