import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../../../testing/world.ts';
import { type Device, makeSurveyedRound, receiptOf, type SurveyedRound } from '../testing/surveyed-round.ts';

let of: SurveyedRound;
beforeAll(async () => {
  of = await makeSurveyedRound();
});
afterAll(() => of.server.close());

const one = async () => (await of.invite(1))[0] as string;
/** A form that was begun on the telephone. */
const begun = async (body?: string, group?: string) => {
  const token = (await of.invite(1, body, group))[0] as string;
  await of.begin(token);
  return token;
};
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
    const token = await begun();
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
    const token = await begun();
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

  it('goes on where it was left, and on another device with the code that the first one shows', async () => {
    const token = await one();
    const code = await of.begin(token);
    await of.post(`/phieu/${token}?phan=1`, { 'a.leadersDynamism': 'b', den: 'sau' });
    expect((await of.get(`/phieu/${token}`)).page).toContain('Trả lời tiếp');
    expect((await of.get(`/phieu/${token}?phan=1`)).page).toMatch(/name="a\.leadersDynamism" value="b" checked/);
    const other: Device = new Map();
    expect((await of.get(`/phieu/${token}`, other)).page).toContain('Phiếu này đã được trả lời một phần');
    // As somebody types it.
    await of.post(`/phieu/${token}/tiep`, { ma: ` ${code.toLowerCase().replace('-', ' ')}` }, other);
    expect((await of.get(`/phieu/${token}?phan=1`, other)).page).toMatch(/name="a\.leadersDynamism" value="b" checked/);
  });

  it('[F67] whoever has the link alone sees no answer, keeps none and sends none: not the agency that made it either', async () => {
    const token = await one();
    const code = await of.begin(token);
    await of.answer(token);
    const agency: Device = new Map();
    for (const at of ['', '?phan=1', '?phan=gui']) {
      const { page } = await of.get(`/phieu/${token}${at}`, agency);
      expect(page).not.toContain('checked');
      expect(page).not.toContain(code);
      expect(page).not.toContain('Phiếu đã đủ câu trả lời.');
    }
    expect(await of.post(`/phieu/${token}/tiep`, { ma: '2222-2222' }, agency)).toMatchObject({ status: 422, page: expect.stringContaining('Mã chưa đúng') });
    expect(await of.post(`/phieu/${token}?phan=1`, { 'a.leadersDynamism': 'd' }, agency)).toMatchObject({ status: 303, to: `/phieu/${token}` });
    expect(await of.post(`/phieu/${token}/gui`, { lan: randomUUID() }, agency)).toMatchObject({ status: 303, to: `/phieu/${token}` });
    expect(agency.size).toBe(0);
    expect((await of.get(`/phieu/${token}?phan=1`)).page).toMatch(/name="a\.leadersDynamism" value="a" checked/);
  });

  it('begun anew without the code it is empty, and the code before is none any more', async () => {
    const token = await begun();
    await of.post(`/phieu/${token}?phan=1`, { 'a.leadersDynamism': 'b' });
    const other: Device = new Map();
    // What has answers is not begun a second time by a button that was pressed twice.
    await of.post(`/phieu/${token}/bat-dau`, {}, other);
    expect(other.size).toBe(0);
    await of.post(`/phieu/${token}/bat-dau`, { lai: '1' }, other);
    expect((await of.get(`/phieu/${token}?phan=1`, other)).page).not.toContain('checked');
    expect((await of.post(`/phieu/${token}?phan=1`, { 'a.leadersDynamism': 'c' })).to).toBe(`/phieu/${token}`);
  });

  it('two devices that fill in one form lose nothing of each other', async () => {
    const token = await begun();
    await Promise.all([of.post(`/phieu/${token}?phan=1`, { 'a.leadersDynamism': 'b' }), of.post(`/phieu/${token}?phan=2`, { 'a.documents.consistency': 'c' })]);
    const [{ page: first }, { page: second }] = await Promise.all([of.get(`/phieu/${token}?phan=1`), of.get(`/phieu/${token}?phan=2`)]);
    expect(first).toMatch(/name="a\.leadersDynamism" value="b" checked/);
    expect(second).toMatch(/name="a\.documents\.consistency" value="c" checked/);
  });

  it('what cannot be taken is told at its question, and all else is kept', async () => {
    const token = await begun();
    const { status, page } = await of.post(`/phieu/${token}?phan=1`, { 'a.leadersDynamism': 'zzz', 'a.leadersDetermination': 'a' });
    expect(status).toBe(422);
    expect(page).toContain('Có 1 chỗ cần sửa; các câu còn lại đã được lưu.');
    expect(page).toContain('Phương án đã chọn không có trong câu hỏi.');
    expect((await of.get(`/phieu/${token}?phan=1`)).page).toMatch(/name="a\.leadersDetermination" value="a" checked/);
  });

  it('reads in English at a switch, and stays there', async () => {
    const token = await begun();
    const { page } = await of.get(`/phieu/${token}?lang=en`);
    expect(page).toContain('Your agency cannot see your answers.');
    const { to } = await of.post(`/phieu/${token}?phan=1&lang=en`, {});
    expect(to).toBe(`/phieu/${token}?phan=2&lang=en`);
  });

  it('text of a form is never taken for HTML', async () => {
    const token = await begun('tinh-minh-hoa-02', 'all');
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
    const token = await begun();
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
    const pages = await Promise.all([used, ended, 'x'.repeat(200), `${used.slice(0, -1)}_`, 'x', '%00'].map((token) => of.get(`/phieu/${token}`)));
    expect(new Set(pages.map(({ status }) => status))).toEqual(new Set([404]));
    expect(new Set(pages.map(({ page }) => page)).size).toBe(1);
    expect(pages[0]?.page).toContain('Đường dẫn này không mở được phiếu');
  });

  it('of somebody who is replaced while their form is being sent, one of both holds', async () => {
    for (let turn = 0; turn < 6; turn += 1) {
      const token = await one();
      await of.answer(token);
      const { rows } = await of.server.owner.query<{ id: string }>(
        `SELECT respondent_id AS id FROM respondents.link WHERE token_hash = sha256(convert_to($1, 'UTF8'))`,
        [token],
      );
      const at = `/api/rounds/${of.world.round}/survey/bodies/tinh-minh-hoa-01/respondents/${rows[0]?.id}/replacement`;
      const next = { id: randomUUID(), reason: 'retired', name: `Người thay minh họa ${turn}`, position: '', unit: '', phone: `091200010${turn}` };
      const [sent, replaced] = await Promise.all([of.send(token), ask(of.server, of.world.people.dung, 'POST', at, next)]);
      expect([sent.status, replaced.status].toSorted()).toSatisfy(
        ([first, second]: [number, number]) => (first === 200 && second === 409) || (first === 204 && second === 404),
      );
    }
  });

  it('an id of a submission that another form has is none', async () => {
    const [first, second] = [await one(), await one()];
    await of.answer(first);
    await of.answer(second);
    const submission = randomUUID();
    expect((await of.send(first, submission)).status).toBe(200);
    expect((await of.send(second, submission)).status).toBe(404);
    expect((await of.send(second)).status).toBe(200);
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
