import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectPool } from '../../../db/connect.ts';
import { ask, type PersonName } from '../../../testing/world.ts';
import { countForms } from '../count-forms.ts';
import { examineForms } from '../examine-forms.ts';
import { makeSurveyedRound, type SurveyedRound } from '../testing/surveyed-round.ts';

const [LARGE, SMALL] = ['tinh-minh-hoa-01', 'tinh-minh-hoa-02'];
const START = Date.parse('2023-01-10T02:00:00Z');

let of: SurveyedRound;
let jobs: pg.Pool;
let at: string;
beforeAll(async () => {
  of = await makeSurveyedRound();
  jobs = connectPool(of.server.urls.jobs, 4);
  at = `/api/rounds/${of.world.round}/survey`;
});
afterAll(async () => {
  await jobs.end();
  await of.server.close();
});

const asking = (who: PersonName, method: 'GET' | 'POST', url: string, body?: unknown) => ask(of.server, of.world.people[who], method, at + url, body);
const asOwner = (method: 'GET' | 'POST', url: string, body?: unknown) => asking('dung', method, url, body);
const rows = async <T extends object>(query: string, values: unknown[] = []) => (await of.server.owner.query<T>(query, values)).rows;
const countAll = async () => {
  while (await countForms(jobs, () => of.server.clock.now()));
};
const listed = async (query = '') => (await asOwner('GET', `/reviews${query}`)).body;

let moment = START;
/** Somebody answers, so many seconds after they have begun. */
async function answers(token: string, seconds: number, choose: (name: string, values: readonly string[]) => string): Promise<void> {
  of.server.clock.set(new Date(moment).toISOString());
  await of.answer(token, choose);
  moment += seconds * 1_000;
  of.server.clock.set(new Date(moment).toISOString());
  await of.send(token);
}
/** How the six rate their leaders: without the first 1 + 0.6 + 1 + 0.2 + 0.6 of 5, with them of 6. */
const DYNAMISM = 'dabacb';
/** Each their own way, but the question "thrift", which all answer with the same option. */
const ownWay = (index: number) => (name: string, values: readonly string[]) => {
  if (name === 'a.thrift') return values[0] as string;
  if (name === 'a.leadersDynamism') return DYNAMISM[index] as string;
  return values[(index * 7 + name.length * 3 + name.charCodeAt(name.length - 1)) % values.length] as string;
};

/** What a form was decided on, as a page sends it. */
const decides = (form: string, number: number, decision: 'accepted' | 'setAside', reason?: string, id: string = randomUUID()) =>
  asOwner('POST', `/reviews/${form}`, { id, number, decision, ...(reason === undefined ? {} : { reason }) });

describe('[F62] forms are looked at again, without a name', () => {
  it('nothing is told of them before as many have come as the threshold, nor of fewer that come after', async () => {
    const tokens = await of.invite(8);
    for (const [index, token] of tokens.slice(0, 4).entries()) await answers(token, index === 0 ? 5 : 600, ownWay(index));
    await examineForms(jobs);
    expect((await listed()).counts).toEqual({ undecided: 0, accepted: 0, setAside: 0 });
    await answers(tokens[4] as string, 600, ownWay(4));
    await Promise.all([examineForms(jobs), examineForms(jobs)]);
    const first = await listed();
    expect(first.counts).toEqual({ undecided: 1, accepted: 0, setAside: 0 });
    expect(first.items[0]).toMatchObject({ body: { id: LARGE }, group: 'councillors', state: 'undecided', reviews: [] });
    expect(first.items[0].flags[0]).toMatchObject({ code: 'tooFast', text: expect.stringContaining('Trả lời trong 5 giây') });
    // A sixth, as fast, changes nothing that anybody sees but that there is one more.
    await answers(tokens[5] as string, 5, ownWay(5));
    await examineForms(jobs);
    expect(await listed()).toEqual(first);
    // Another body has four in all.
    for (const [index, token] of (await of.invite(4, SMALL)).entries()) await answers(token, 5, ownWay(index));
    await examineForms(jobs);
    expect(await listed()).toEqual(first);
    expect((await asOwner('GET', '/standing')).body.totals).toMatchObject({ answered: 10, flagged: 1, undecided: 1, setAside: 0 });
  });

  it('an owner of the round alone reads them; not the body, not an auditor', async () => {
    const { items } = await listed();
    const url = `/reviews/${items[0].id}`;
    for (const who of ['an', 'binh', 'khanh', 'giang', 'minh'] as const) {
      expect((await asking(who, 'GET', '/reviews')).status, who).toBe(403);
      expect((await asking(who, 'GET', url)).status, who).toBe(403);
      expect((await asking(who, 'POST', url, { id: randomUUID(), number: 1, decision: 'accepted' })).status, who).toBe(403);
    }
    expect((await asOwner('GET', url)).status).toBe(200);
    expect((await asOwner('GET', `/reviews/${randomUUID()}`)).status).toBe(404);
  });

  it('with all that was asked and answered, in words, but nothing that leads to who sent it; that it is looked at stands in the trail', async () => {
    const { items } = await listed();
    const told = await asOwner('GET', `/reviews/${items[0].id}`);
    expect(told.body.answers.length).toBeGreaterThan(10);
    expect(told.body.answers[0]).toMatchObject({ question: expect.any(String), answer: expect.any(String) });
    expect(JSON.stringify(told.body)).not.toMatch(/Người trả lời minh họa|minh-hoa\.example|2023-01-10/);
    const [form] = await rows<{ reference: string }>(`SELECT encode(reference, 'hex') AS reference FROM answers.response WHERE label = $1`, [items[0].id]);
    expect(JSON.stringify(told.body)).not.toContain(form?.reference);
    expect(await rows(`SELECT subject, body_id, content FROM audit WHERE act = 'survey.viewForm' ORDER BY at DESC LIMIT 1`)).toEqual([
      { subject: `round:${of.world.round}`, body_id: LARGE, content: { group: 'councillors' } },
    ]);
  });

  it('are set aside with a reason alone; once, by whoever was first; another decision comes after it', async () => {
    const [{ id: form }] = (await listed()).items;
    const faulty = await decides(form, 1, 'setAside');
    expect([faulty.status, faulty.body.faults?.[0]?.path]).toEqual([422, '/reason']);
    const id = randomUUID();
    const both = await Promise.all([decides(form, 1, 'setAside', 'Trả lời quá nhanh', id), decides(form, 1, 'accepted')]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([204, 409]);
    const [first] = (await listed()).items[0].reviews;
    // The answer was lost on the way.
    if (first.decision === 'setAside') expect((await decides(form, 1, 'setAside', 'Trả lời quá nhanh', id)).status).toBe(204);
    expect((await decides(form, 2, 'setAside', 'Trả lời quá nhanh')).status).toBe(204);
    expect((await decides(form, 3, 'accepted')).status).toBe(204);
    expect((await decides(form, 4, 'setAside', 'Trả lời trong 5 giây')).status).toBe(204);
    const told = await listed('?state=setAside');
    expect(
      told.items[0].reviews
        .map(({ number, decision, reason, by }: { number: number; decision: string; reason: string; by: { name: string } }) => [
          number,
          decision,
          reason,
          by.name,
        ])
        .slice(1),
    ).toEqual([
      [2, 'setAside', 'Trả lời quá nhanh', 'Phạm Văn Dũng'],
      [3, 'accepted', null, 'Phạm Văn Dũng'],
      [4, 'setAside', 'Trả lời trong 5 giây', 'Phạm Văn Dũng'],
    ]);
    expect(await rows(`SELECT count(*)::int AS count FROM audit WHERE act = 'survey.reviewForm'`)).toEqual([{ count: 4 }]);
    expect((await asOwner('GET', '/standing')).body.totals).toMatchObject({ flagged: 1, undecided: 0, setAside: 1, rr1: { share: '3/4' } });
    await expect(of.server.owner.query(`DELETE FROM form_review`)).rejects.toThrow();
  });

  it('what is set aside leaves the counts, and comes back if it is accepted', async () => {
    const [{ id: form }] = (await listed()).items;
    const given = async () =>
      (await rows<{ count: string }>(`SELECT count FROM answers.answer_count WHERE body_id = '${LARGE}' AND question = 'thrift' AND option = 'a'`))[0]?.count;
    await countAll();
    expect(await given()).toBe('5');
    await decides(form, 5, 'accepted');
    await Promise.all([countAll(), countAll()]);
    expect(await given()).toBe('6');
    await decides(form, 6, 'setAside', 'Trả lời quá nhanh');
    await Promise.all([countAll(), countAll()]);
    expect(await given()).toBe('5');
  });
});

describe('[F62] [F70] once the survey has ended', () => {
  it('nothing more is decided; what was, stays to be read', async () => {
    const before = await listed();
    expect((await asOwner('POST', '/end', { reason: 'Đủ phiếu' })).status).toBe(204);
    const [{ id: form }] = before.items;
    expect((await decides(form, 7, 'accepted')).status).toBe(409);
    // Whoever comes past the route is refused by the database.
    await expect(
      of.server.owner.query(
        `INSERT INTO form_review (id, round_id, form_id, number, decision, decided_by, decided_at) VALUES ($1, $2, $3, 7, 'accepted', $4, now())`,
        [randomUUID(), of.world.round, form, of.world.people.dung.account],
      ),
    ).rejects.toThrow('has ended');
    await countAll();
    expect(await rows('SELECT FROM answers.response')).toEqual([]);
    expect(await listed()).toEqual(before);
    expect((await asOwner('GET', `/reviews/${form}`)).body.answers.length).toBeGreaterThan(10);
    expect((await asOwner('GET', '/standing')).body.totals).toMatchObject({ answered: 10, flagged: 1, setAside: 1 });
  });

  it('the file of answers tells it in a column, the estimates leave it out, and say how many', async () => {
    const file = String((await asOwner('GET', '/answers/councillors')).body);
    const [head = '', ...lines] = file.slice(1).trim().split(/\r?\n/);
    const column = head.split(',').indexOf('_setAside');
    expect(
      lines
        .slice(0, -1)
        .map((line) => line.split(',')[column])
        .toSorted(),
    ).toEqual(['0', '0', '0', '0', '0', '1']);
    const proposed = await asOwner('POST', '/estimates');
    expect(proposed.body.setAside).toBe(1);
    const batch = await ask(of.server, of.world.people.dung, 'GET', `/api/rounds/${of.world.round}/deliveries/${proposed.body.delivery}`);
    const estimated = (figure: string) => JSON.stringify(batch.body.preview.rows.filter((row: object) => JSON.stringify(row).includes(figure)));
    expect(estimated('leadersDynamism')).toContain('"0.68"');
    expect(estimated('leadersDynamism')).not.toContain('0.5667');
    // Five answers are left of six, one for each who was not set aside.
    const counts = await asOwner('GET', '/counts?group=councillors');
    const thrift = counts.body.questions.find(({ id }: { id: string }) => id === 'thrift');
    expect(thrift.bodies).toEqual([{ body: LARGE, answers: 5, counts: expect.objectContaining({ a: 5 }) }]);
  });

  it('an owner of the round who comes to work for the body as well finds none of its forms', async () => {
    const [{ id: form }] = (await listed()).items;
    await of.server.owner.query(
      `INSERT INTO membership (id, account_id, body_id, role, from_date, granted_at) VALUES ($1, $2, $3, 'clerk', '2022-01-01', now())`,
      [randomUUID(), of.world.people.dung.account, LARGE],
    );
    expect((await listed()).counts).toEqual({ undecided: 0, accepted: 0, setAside: 0 });
    expect((await asOwner('GET', `/reviews/${form}`)).status).toBe(404);
  });
});
