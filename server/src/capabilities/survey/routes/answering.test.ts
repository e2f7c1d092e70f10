import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSurveyedRound, receiptOf, type SurveyedRound } from '../testing/surveyed-round.ts';

let of: SurveyedRound;
beforeAll(async () => {
  of = await makeSurveyedRound();
});
afterAll(() => of.server.close());

const one = async () => (await of.invite(1))[0] as string;
const kept = async (where: string) => (await of.server.owner.query(`SELECT count(*)::int AS count FROM ${where}`)).rows[0].count as number;

describe('an official answers on a telephone, without script [F57]', () => {
  it('is told at the door what for, for how long, and that their agency sees nothing', async () => {
    const { status, page } = await of.get(`/phieu/${await one()}`);
    expect(status).toBe(200);
    expect(page).toContain('Cơ quan của ông/bà không xem được câu trả lời.');
    expect(page).toContain('Thông tin liên hệ của ông/bà được xóa sau 90 ngày');
    expect(page).toContain('Tỉnh Minh họa 01');
    expect(page).toContain('Bắt đầu trả lời');
    expect(page).not.toContain('<script');
  });

  it('every page says that the agency sees nothing, is small, and holds no script', async () => {
    const token = await one();
    const sizes: number[] = [];
    for (let part = 1; part <= 4; part += 1) {
      const { page } = await of.get(`/phieu/${token}?phan=${part}`);
      expect(page).toContain('Cơ quan của ông/bà không xem được câu trả lời.');
      expect(page).not.toContain('<script');
      sizes.push(gzipSync(page).length);
    }
    const style = gzipSync((await of.get('/phieu/kieu.css')).page).length;
    expect(Math.max(...sizes) + style).toBeLessThan(60_000);
  });

  it('fills it in part by part, is told what is missing, sends it, and gets a receipt', async () => {
    const token = await one();
    const { page: missing } = await of.get(`/phieu/${token}?phan=gui`);
    expect(missing).toContain('Còn 11 chỗ chưa trả lời hoặc cần sửa:');
    expect(missing).not.toContain('Gửi phiếu');
    const review = await of.answer(token);
    expect(review).toContain('Phiếu đã đủ câu trả lời.');
    const { status, page } = await of.send(token);
    expect(status).toBe(200);
    expect(page).toContain('Xin cảm ơn ông/bà đã trả lời.');
    expect(receiptOf(page)).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{2}$/);
  });

  it('goes on where it was left, on another device', async () => {
    const token = await one();
    await of.post(`/phieu/${token}?phan=1`, { 'a.leadersDynamism': 'b', den: 'sau' });
    const { page: door } = await of.get(`/phieu/${token}`);
    expect(door).toContain('Trả lời tiếp');
    const { page } = await of.get(`/phieu/${token}?phan=1`);
    expect(page).toMatch(/name="a\.leadersDynamism" value="b" checked/);
  });

  it('two devices that fill in one form lose nothing of each other', async () => {
    const token = await one();
    await Promise.all([of.post(`/phieu/${token}?phan=1`, { 'a.leadersDynamism': 'b' }), of.post(`/phieu/${token}?phan=2`, { 'a.documents.consistency': 'c' })]);
    const [{ page: first }, { page: second }] = await Promise.all([of.get(`/phieu/${token}?phan=1`), of.get(`/phieu/${token}?phan=2`)]);
    expect(first).toMatch(/name="a\.leadersDynamism" value="b" checked/);
    expect(second).toMatch(/name="a\.documents\.consistency" value="c" checked/);
  });

  it('what cannot be taken is told at its question, and all else is kept', async () => {
    const token = await one();
    const { status, page } = await of.post(`/phieu/${token}?phan=1`, { 'a.leadersDynamism': 'zzz', 'a.leadersDetermination': 'a' });
    expect(status).toBe(422);
    expect(page).toContain('Có 1 chỗ cần sửa; các câu còn lại đã được lưu.');
    expect(page).toContain('Phương án đã chọn không có trong câu hỏi.');
    expect((await of.get(`/phieu/${token}?phan=1`)).page).toMatch(/name="a\.leadersDetermination" value="a" checked/);
  });

  it('reads in English at a switch, and stays there', async () => {
    const token = await one();
    const { page } = await of.get(`/phieu/${token}?lang=en`);
    expect(page).toContain('Your agency cannot see your answers.');
    const { to } = await of.post(`/phieu/${token}?phan=1&lang=en`, {});
    expect(to).toBe(`/phieu/${token}?phan=2&lang=en`);
  });

  it('text of a form is never taken for HTML', async () => {
    const token = (await of.invite(1, 'tinh-minh-hoa-02', 'all'))[0] as string;
    const pages = await Promise.all([1, 2, 3, 4, 5, 6].map((part) => of.get(`/phieu/${token}?phan=${part}`)));
    const withText = pages.findIndex(({ page }) => page.includes('<textarea')) + 1;
    const name = /<textarea id="([^"]+)"/.exec(pages[withText - 1]?.page ?? '')?.[1] as string;
    await of.post(`/phieu/${token}?phan=${withText}`, { [name]: '</textarea><script>alert(1)</script>' });
    const { page } = await of.get(`/phieu/${token}?phan=${withText}`);
    expect(page).toContain('&lt;/textarea&gt;&lt;script&gt;');
    expect(page).not.toContain('<script>');
  });
});

describe('a form counts once [F57] [F60]', () => {
  it('sent a hundred times at once it counts once, and each sender gets the same receipt', async () => {
    const token = await one();
    await of.answer(token);
    const before = await kept('answers.response WHERE submitted_at IS NOT NULL');
    const submission = randomUUID();
    const sent = await Promise.all(Array.from({ length: 100 }, () => of.send(token, submission)));
    expect(new Set(sent.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(sent.map(({ page }) => receiptOf(page))).size).toBe(1);
    expect(await kept('answers.response WHERE submitted_at IS NOT NULL')).toBe(before + 1);
    // And later, when the link is used up.
    expect(receiptOf((await of.send(token, submission)).page)).toBe(receiptOf(sent[0]?.page ?? ''));
  });

  it('of two submissions of one link one is taken', async () => {
    const token = await one();
    await of.answer(token);
    const before = await kept('respondents.participation');
    const sent = await Promise.all(Array.from({ length: 12 }, () => of.send(token)));
    expect(sent.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await kept('respondents.participation')).toBe(before + 1);
  });

  it('a form with something missing is not sent', async () => {
    const token = await one();
    const { status, page } = await of.send(token);
    expect(status).toBe(422);
    expect(page).toContain('Còn 11 chỗ');
    expect(
      await kept(`respondents.participation p JOIN respondents.link l USING (respondent_id) WHERE l.token_hash = sha256(convert_to('${token}', 'UTF8'))`),
    ).toBe(0);
  });

  it('a used, an ended, an altered and a made-up link show one and the same page', async () => {
    const [used, ended] = (await of.invite(2)) as [string, string];
    await of.answer(used);
    await of.send(used);
    await of.server.owner.query(`UPDATE respondents.link SET ended_at = now() WHERE token_hash = sha256(convert_to($1, 'UTF8'))`, [ended]);
    const pages = await Promise.all([used, ended, `${used.slice(0, -1)}_`, 'x', '%00'].map((token) => of.get(`/phieu/${token}`)));
    expect(new Set(pages.map(({ status }) => status))).toEqual(new Set([404]));
    expect(new Set(pages.map(({ page }) => page)).size).toBe(1);
    expect(pages[0]?.page).toContain('Đường dẫn này không mở được phiếu');
  });

  it('before the survey begins and after its end nothing is taken, to the second', async () => {
    const { clock } = of.server;
    const now = clock.now().toISOString();
    const token = await one();
    await of.answer(token);
    clock.set('2023-03-25T17:00:00Z');
    expect((await of.send(token)).status).toBe(404);
    clock.set('2023-03-25T16:59:59.999Z');
    expect((await of.send(token)).status).toBe(200);
    const other = await one();
    clock.set('2023-01-04T16:59:59Z');
    expect((await of.get(`/phieu/${other}`)).page).toContain('Cuộc điều tra chưa bắt đầu');
    clock.set(now);
  });
});
