import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectPool } from '../../../db/connect.ts';
import { ask } from '../../../testing/world.ts';
import { countForms } from '../count-forms.ts';
import { makeSurveyedRound, type SurveyedRound } from '../testing/surveyed-round.ts';

let of: SurveyedRound;
let jobs: pg.Pool;
let at: string;
const asOwner = (method: 'GET' | 'POST', url: string, body?: unknown) => ask(of.server, of.world.people.dung, method, url, body);

beforeAll(async () => {
  of = await makeSurveyedRound();
  jobs = connectPool(of.server.urls.jobs, 2);
  at = `/api/rounds/${of.world.round}/survey`;
  // Seven deputies of one invented province, and three of another: fewer than the threshold of five.
  for (const [index, token] of [...(await of.invite(7)), ...(await of.invite(3, 'tinh-minh-hoa-02'))].entries()) {
    await of.answer(token, (_name, values) => values[index % 2] as string);
    await of.send(token);
  }
});
afterAll(async () => {
  await jobs.end();
  await of.server.close();
});

describe('a survey ends, and its answers become figures of the round [F69] [F70]', () => {
  it('is ended by an owner of the round alone, and before its time only with a reason', async () => {
    expect((await ask(of.server, of.world.people.an, 'POST', `${at}/end`, {})).status).toBe(403);
    expect((await asOwner('POST', `${at}/estimates`)).status).toBe(409);
    const early = await asOwner('POST', `${at}/end`, {});
    expect(early.status).toBe(409);
    expect(early.body.detail).toContain('kết thúc sớm thì phải nêu lý do');
    expect((await asOwner('POST', `${at}/end`, { reason: 'Đủ phiếu' })).status).toBe(204);
    expect((await asOwner('POST', `${at}/end`, { reason: 'Đủ phiếu' })).status).toBe(409);
  });

  it('gives no estimates until all forms are counted and it is closed', async () => {
    expect((await asOwner('POST', `${at}/estimates`)).status).toBe(409);
    while (await countForms(jobs, () => of.server.clock.now()));
  });

  it('lays exact means before the owner, once; of a small group nothing', async () => {
    const proposed = await asOwner('POST', `${at}/estimates`);
    expect(proposed.status).toBe(201);
    // Sixteen questions of the edition are put to deputies.
    expect(proposed.body.estimates).toBe(16);
    // Three groups of the two provinces, and all four of the third, have not answered: said, and never a zero.
    const unheard = proposed.body.absent.map(({ body, group }: { body: string; group: string }) => `${body} ${group}`);
    expect(new Set(unheard).size).toBe(3 + 3 + 4);
    expect(proposed.body.absent[0]).toMatchObject({ because: 'noAnswers', why: 'Chưa có ý kiến đánh giá nào để tính.' });
    expect(proposed.body.protected).toHaveLength(16);
    // Not how many of them have answered, nor that some had no opinion.
    expect(proposed.body.protected[0]).toEqual({ body: 'tinh-minh-hoa-02', group: 'councillors', question: expect.any(String) });
    const again = await asOwner('POST', `${at}/estimates`);
    expect([again.status, again.body.delivery]).toEqual([200, proposed.body.delivery]);
    const batch = await asOwner('GET', `/api/rounds/${of.world.round}/deliveries/${proposed.body.delivery}`);
    const row = batch.body.preview.rows.find((each: { figure: string }) => JSON.stringify(each).includes('leadersDynamism'));
    // Four answered 1, three 0.6: (4 + 1.8) / 7 = 0.82857…, rounded once to four places.
    expect(JSON.stringify(row)).toContain('0.8286');
  });

  it('agreed to, they are sealed estimates of the body, with the hash of their counts', async () => {
    const { body } = await asOwner('POST', `${at}/estimates`);
    const url = `/api/rounds/${of.world.round}/deliveries/${body.delivery}`;
    const shown = await asOwner('GET', url);
    const agreed = await asOwner('POST', `${url}/agreement`, { id: crypto.randomUUID(), digest: shown.body.preview.digest, chosen: [] });
    expect(agreed.body.faults ?? []).toEqual([]);
    expect(agreed.status).toBe(201);
    const { rows } = await of.server.owner.query(
      `SELECT mean, answers, source, vintage FROM estimate WHERE body_id = 'tinh-minh-hoa-01' AND question = 'leadersDynamism' AND respondent_group = 'councillors'`,
    );
    expect(rows).toEqual([
      {
        mean: '0.8286',
        answers: '7',
        source: expect.stringMatching(/^Kết quả điều tra xã hội học, mã kiểm tra số đếm [0-9a-f]{64}$/),
        vintage: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      },
    ]);
  });
});
