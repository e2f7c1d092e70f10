import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectPool } from '../../../db/connect.ts';
import { ask, type PersonName } from '../../../testing/world.ts';
import { countForms } from '../count-forms.ts';
import { foldDays } from '../queries/closing.ts';
import { makeSurveyedRound, type SurveyedRound } from '../testing/surveyed-round.ts';

const [LARGE, SMALL] = ['tinh-minh-hoa-01', 'tinh-minh-hoa-02'];

let of: SurveyedRound;
let jobs: pg.Pool;
let at: string;
const tokens: string[] = [];
const few: string[] = [];

beforeAll(async () => {
  of = await makeSurveyedRound();
  jobs = connectPool(of.server.urls.jobs, 2);
  at = `/api/rounds/${of.world.round}/survey/standing`;
  tokens.push(...(await of.invite(9)));
  few.push(...(await of.invite(4, SMALL)));
});
afterAll(async () => {
  await jobs.end();
  await of.server.close();
});

const read = async (query = '', who: PersonName = 'dung') => (await ask(of.server, of.world.people[who], 'GET', at + query)).body;
const rows = async <T extends object>(query: string) => (await of.server.owner.query<T>(query)).rows;

/** All that is counted, beside the same counted anew from what is there. */
const recounted = async () => {
  const tallied =
    await rows(`SELECT body_id, group_id, state, sum(count)::int AS count FROM respondents.respondent_tally GROUP BY 1, 2, 3 HAVING sum(count) <> 0
    UNION ALL SELECT body_id, group_id, 'drafts', sum(drafts)::int FROM answers.form_tally GROUP BY 1, 2 HAVING sum(drafts) <> 0
    UNION ALL SELECT body_id, group_id, day::text, sum(sent)::int FROM answers.form_tally GROUP BY 1, 2, day HAVING sum(sent) <> 0 ORDER BY 1, 2, 3`);
  const anew =
    await rows(`SELECT body_id, group_id, 'listed' AS state, count(*)::int AS count FROM respondents.respondent WHERE replaced_by IS NULL GROUP BY 1, 2
    UNION ALL SELECT body_id, group_id, replaced_reason, count(*)::int FROM respondents.respondent WHERE replaced_by IS NOT NULL GROUP BY 1, 2, 3
    UNION ALL SELECT body_id, group_id, 'invited', count(*)::int FROM respondents.respondent p WHERE replaced_by IS NULL
      AND EXISTS (SELECT FROM respondents.link l WHERE l.respondent_id = p.id AND l.ended_at IS NULL) GROUP BY 1, 2
    UNION ALL SELECT body_id, group_id, 'answered', count(*)::int FROM respondents.participation a JOIN respondents.respondent p ON p.id = a.respondent_id GROUP BY 1, 2
    UNION ALL SELECT body_id, group_id, 'drafts', count(*)::int FROM answers.response WHERE submitted_at IS NULL GROUP BY 1, 2
    UNION ALL SELECT body_id, group_id, (submitted_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date::text, count(*)::int FROM answers.response WHERE submitted_at IS NOT NULL GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`);
  return { tallied, anew };
};

describe('[F66] how a survey stands', () => {
  it('is told to those who lead or audit it alone', async () => {
    for (const [who, status] of [
      ['dung', 200],
      ['khanh', 200],
      ['an', 403],
      ['giang', 403],
    ] as const)
      expect((await ask(of.server, of.world.people[who], 'GET', at)).status, who).toBe(status);
  });

  it('by body and group: invited, begun, answered, what is left, with the rates of AAPOR', async () => {
    for (const token of tokens.slice(0, 5)) {
      await of.answer(token);
      await of.send(token);
    }
    await of.begin(tokens[6] as string);
    await of.begin(few[0] as string);
    while (await countForms(jobs, () => of.server.clock.now()));
    const told = await read();
    expect(told.rows.map(({ body, group }: { body: { id: string }; group: string }) => [body.id, group])).toEqual([
      [LARGE, 'councillors'],
      [SMALL, 'councillors'],
    ]);
    expect(told.rows[0]).toMatchObject({ listed: 9, invited: 9, answered: 5, drafts: 1, left: 4, flagged: 0, undecided: 0, setAside: 0 });
    expect(told.rows[0].rr1).toEqual({ share: '5/9', cases: 5, among: 9, because: null });
    expect(told.totals).toMatchObject({ listed: 13, answered: 5, drafts: 2, left: 8, rr1: { share: '5/13' }, rr2: { share: '5/13' } });
    expect(await read(`?body=${SMALL}`)).toMatchObject({ totals: { listed: 4, answered: 0 }, rows: [{ body: { id: SMALL } }] });
    expect((await read('?group=all')).rows).toEqual([]);
  });

  it('by day, of nothing that fewer than the threshold have sent', async () => {
    expect((await read()).days).toEqual([{ day: '2023-01-10', sent: 5 }]);
    of.server.clock.set('2023-01-11T18:00:00Z');
    const [token = ''] = few;
    await of.answer(token);
    await of.send(token);
    // By the clock of the country it is the next day.
    expect((await read()).days).toEqual([
      { day: '2023-01-10', sent: 5 },
      { day: '2023-01-12', sent: 1 },
    ]);
    expect((await read(`?body=${SMALL}`)).days).toBe(null);
    expect((await read(`?body=${LARGE}`)).days).toEqual([{ day: '2023-01-10', sent: 5 }]);
  });

  it('who was replaced is a case beside who came: a refusal lowers the rate, who has left their post does not', async () => {
    const replace = async (token: string, reason: string) => {
      const [{ id, respondent } = { id: '', respondent: '' }] = (
        await of.server.owner.query<{ id: string; respondent: string }>(
          `SELECT gen_random_uuid() AS id, respondent_id AS respondent FROM respondents.link WHERE token_hash = sha256($1)`,
          [Buffer.from(token)],
        )
      ).rows;
      await of.server.owner.query(
        `INSERT INTO respondents.respondent (id, round_id, body_id, group_id, name, mail, listed_by, listed_at) VALUES ($1, $2, $3, 'councillors', 'Người thay minh họa', $4, $5, now())`,
        [id, of.world.round, LARGE, `thay-${id}@minh-hoa.example`, of.world.people.dung.account],
      );
      await of.server.owner.query(`UPDATE respondents.respondent SET replaced_by = $2, replaced_reason = $3 WHERE id = $1`, [respondent, id, reason]);
    };
    await replace(tokens[7] as string, 'refused');
    await replace(tokens[8] as string, 'retired');
    expect((await read(`?body=${LARGE}`)).totals).toMatchObject({
      ...{ listed: 9, invited: 7, answered: 5, replaced: { refused: 1, retired: 1 } },
      rr1: { share: '1/2', cases: 5, among: 10 },
    });
  });

  it('is what a recount finds, whatever was done at the same time', async () => {
    const racing = await of.invite(12);
    for (const token of racing) await of.answer(token);
    const ids = racing.map(() => randomUUID());
    await Promise.all([
      ...racing.slice(0, 8).map((token, index) => of.send(token, ids[index] as string)),
      ...racing.slice(0, 8).map((token, index) => of.send(token, ids[index] as string)),
      // Links end and are made again while forms are sent and people are replaced.
      ...racing.slice(8).map(async (token) => {
        const client = new pg.Client({ connectionString: of.server.urls.owner });
        await client.connect();
        await client.query('UPDATE respondents.link SET ended_at = now() WHERE token_hash = sha256($1)', [Buffer.from(token)]);
        await client.end();
      }),
      ...racing.slice(8).map((token) => of.send(token)),
    ]);
    const { tallied, anew } = await recounted();
    expect(tallied).toEqual(anew);
    expect(tallied).toContainEqual({ body_id: LARGE, group_id: 'councillors', state: 'invited', count: 7 + 8 });
    // A day that is over is one row, and comes to the same.
    await Promise.all([foldDays(jobs, of.server.clock.now()), foldDays(jobs, of.server.clock.now())]);
    expect((await recounted()).tallied).toEqual(anew);
    expect(await rows(`SELECT DISTINCT slot FROM answers.form_tally WHERE day = '2023-01-10'`)).toEqual([{ slot: -1 }]);
  });

  it('stays as it was once the survey is closed, written anew in one transaction', async () => {
    const before = await read();
    await ask(of.server, of.world.people.dung, 'POST', `/api/rounds/${of.world.round}/survey/end`, { reason: 'Đủ phiếu' });
    while (await countForms(jobs, () => of.server.clock.now()));
    expect(await rows('SELECT FROM respondents.link')).toEqual([]);
    const after = await read();
    expect(after.days).toEqual(before.days);
    expect(after.totals).toEqual({ ...before.totals, drafts: 0 });
    for (const table of ['respondents.respondent_tally', 'answers.form_tally'])
      expect(await rows(`SELECT DISTINCT xmin::text FROM ${table}`), table).toHaveLength(1);
  });
});
