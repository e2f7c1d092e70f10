import { randomUUID } from 'node:crypto';
import type { Questionnaire } from '@parindex/core/survey/index';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectPool } from '../../../db/connect.ts';
import { ask, type Person } from '../../../testing/world.ts';
import { addressList, type Field, MAILS, makeField, wholeAnswers } from '../../fieldwork/testing/field.ts';
import { countForms } from '../count-forms.ts';
import { makePaperSurvey, type PaperSurvey } from '../testing/paper-survey.ts';
import { receiptOf } from '../testing/surveyed-round.ts';

let of: PaperSurvey;
let field: Field;
let at: string;
let form: Questionnaire;
const BODY = 'tinh-minh-hoa-01';
const OTHER = 'tinh-minh-hoa-02';
const THIRD = 'tinh-minh-hoa-03';
const rows = async <T extends object>(text: string, values: unknown[] = []) => (await of.server.owner.query<T>(text, values)).rows;
const dung = () => of.world.people.dung;
const declare = (quota: object, who: Person = dung()) =>
  ask(of.server, who, 'POST', at, { id: randomUUID(), number: 1, body: BODY, group: 'all', stratum: 'whole', most: 10, ...quota });
const quotas = async (who: Person = dung()) => (await ask(of.server, who, 'GET', at)).body.items;
const interview = (id: string, address: string) =>
  ask(of.server, field.nam, 'PUT', `/api/interviews/${id}`, { address, seconds: 900, answers: wholeAnswers(form) });
const setApart = async () => (await ask(of.server, dung(), 'GET', `/api/rounds/${of.world.round}/survey/fieldwork`)).body.setApart;
const decide = (body: string, group: string, take: boolean) =>
  ask(of.server, dung(), 'POST', `/api/rounds/${of.world.round}/survey/fieldwork/set-apart`, {
    ...{ body, group, because: 'quota', take },
    reason: 'Hạn mức đã nâng (minh họa)',
  });
const counted = (body: string, group: string) =>
  rows<{ count: number }>(`SELECT count(*)::int AS count FROM answers.response WHERE body_id = $1 AND group_id = $2 AND submitted_at IS NOT NULL`, [
    body,
    group,
  ]).then(([row]) => row?.count);
/** People of a group who have a position, with complete drafts. */
const drafted = async (count: number, body: string, group: string, position?: string) => {
  const tokens = await of.invite(count, body, group);
  if (position !== undefined)
    await rows(
      `UPDATE respondents.respondent SET position = $2 WHERE id IN (SELECT respondent_id FROM respondents.link WHERE token_hash IN (SELECT sha256(convert_to(t, 'UTF8')) FROM unnest($1::text[]) AS t))`,
      [tokens, position],
    );
  for (const token of tokens) await of.begin(token);
  const [asked] = await rows<{ form: Questionnaire }>('SELECT form FROM edition_questionnaire WHERE group_id = $1', [group]);
  await rows(`UPDATE answers.response SET answers = $3 WHERE body_id = $1 AND group_id = $2 AND submitted_at IS NULL AND answers = '{}'`, [
    body,
    group,
    JSON.stringify(wholeAnswers(asked?.form as Questionnaire)),
  ]);
  return tokens;
};

beforeAll(async () => {
  of = await makePaperSurvey();
  field = await makeField(of.server, of.world);
  at = `/api/rounds/${of.world.round}/survey/quotas`;
  form = (await rows<{ form: Questionnaire }>(`SELECT form FROM edition_questionnaire WHERE group_id = 'all'`))[0]?.form as Questionnaire;
}, 60_000);
afterAll(() => of.server.close());

describe('[F56] a quota is declared by the owner of the round', () => {
  it('tells every fault at once, and is never below the threshold: that it is full would tell of too few', async () => {
    const { status, body } = await declare({ body: 'khong-co', group: 'khong-co', stratum: 'position', value: '', most: 4, aimed: 5 });
    expect(status).toBe(422);
    expect(body.faults.map(({ code, path }: { code: string; path: string }) => [path, code])).toEqual([
      ['/body', 'unknownId'],
      ['/group', 'unknownId'],
      ['/value', 'missingKey'],
      ['/most', 'outOfRange'],
      ['/aimed', 'outOfRange'],
    ]);
    expect((await declare({ value: 'Trưởng phòng' })).body.faults).toMatchObject([{ path: '/value', code: 'notAllowedHere' }]);
    for (const name of ['an', 'binh', 'giang', 'khanh'] as const) expect((await declare({}, of.world.people[name])).status).toBe(403);
    expect(await quotas()).toEqual([]);
  });

  it('before anybody has answered without a reason, anew as often as need be; the same again changes nothing', async () => {
    const id = randomUUID();
    expect((await declare({ id, most: 12, aimed: 10 })).status).toBe(201);
    expect((await declare({ id, most: 12, aimed: 10 })).status).toBe(200);
    expect((await declare({ id, most: 13 })).body.code).toBe('idReused');
    expect((await declare({ most: 10 })).body.code).toBe('alreadyThere');
    expect((await declare({ number: 2, most: 10 })).status).toBe(201);
    expect(await quotas()).toMatchObject([
      {
        body: { id: BODY },
        group: 'all',
        stratum: 'whole',
        value: '',
        atLeast: 0,
        full: false,
        declarations: [{ number: 1, most: 12, aimed: 10 }, { most: 10 }],
      },
    ]);
    await expect(of.server.owner.query('UPDATE survey_quota SET most = 100')).rejects.toThrow();
    expect(await rows(`SELECT count(*)::int AS count FROM audit WHERE act = 'survey.declareQuota'`)).toEqual([{ count: 2 }]);
  });
});

describe('[F56] token, quota and answer are one transaction', () => {
  it('of forty who send at once for ten places, on line, by interviewers and on paper, exactly ten are taken, nothing is lost, and what is sent again gets the same receipt', async () => {
    const tokens = await drafted(20, BODY, 'all');
    const list = Array.from({ length: 10 }, (_, index) => `T01;Thôn Minh họa 1;Hộ số ${index + 1};Ngõ ${index + 1};;${MAILS.nam}`);
    expect((await field.sendList(BODY, addressList(...list))).status).toBe(201);
    const addresses: { id: string }[] = (await ask(of.server, field.nam, 'GET', '/api/interviews')).body.surveys[0].addresses;
    const { codes } = await of.print({ body: BODY, group: 'all', kind: 'unaddressed', forms: 10 });
    const [first, second] = of.typists;
    const typed = wholeAnswers(form);
    for (const code of codes) expect((await of.enter(first, code, 1, typed)).body.outcome).toBe('first');

    const [submissions, ids] = [tokens.map(() => randomUUID()), addresses.map(() => randomUUID())];
    const all = () =>
      Promise.all([
        Promise.all(tokens.map((token, index) => of.send(token, submissions[index]))),
        Promise.all(addresses.map(({ id }, index) => interview(ids[index] as string, id))),
        Promise.all(codes.map((code) => of.enter(second, code, 2, typed))),
      ]);
    const [online, interviews, paper] = await all();
    const taken = {
      online: online.filter(({ status }) => status === 200).length,
      interviews: interviews.filter(({ body }) => body.state === 'accepted').length,
      paper: paper.filter(({ body }) => body.outcome === 'counted').length,
    };
    expect(taken.online + taken.interviews + taken.paper).toBe(10);
    expect(await counted(BODY, 'all')).toBe(10);
    expect(await rows('SELECT most, taken FROM respondents.quota_place')).toEqual([{ most: 10, taken: 10 }]);
    // Nobody is turned away without a word, and nothing that somebody said is lost.
    for (const { status, page } of online.filter((one) => one.status !== 200)) {
      expect(status).toBe(403);
      expect(page).toContain('Đã nhận đủ số phiếu');
      expect(page).toContain('Nội dung đã lưu được giữ đến khi kết thúc điều tra');
    }
    expect(interviews.filter(({ body }) => body.reason === 'quota')).toHaveLength(10 - taken.interviews);
    expect(paper.filter(({ body }) => body.outcome === 'setApart')).toHaveLength(10 - taken.paper);
    expect(await setApart()).toEqual([{ body: BODY, group: 'all', reason: 'quota', waiting: 20 - taken.interviews - taken.paper, taken: 0, leftOut: 0 }]);
    expect(await rows(`SELECT FROM answers.response WHERE submitted_at IS NULL AND answers <> '{}'`)).toHaveLength(20 - taken.online);
    expect(await rows(`SELECT FROM answers.set_apart WHERE answers = '{}'`)).toEqual([]);

    const [again, heldAgain, typedAgain] = await all();
    expect(again.map(({ page }) => receiptOf(page))).toEqual(online.map(({ page }) => receiptOf(page)));
    expect(heldAgain.map(({ body }) => body.receipt)).toEqual(interviews.map(({ body }) => body.receipt));
    expect(typedAgain.map(({ body }) => body.outcome)).toEqual(paper.map(({ body }) => body.outcome));
    expect(await counted(BODY, 'all')).toBe(10);
  }, 120_000);

  it('later it is changed with a reason alone; what was kept apart is taken as far as there are places, and the rest goes on waiting', async () => {
    expect((await declare({ number: 3, most: 12 })).body.faults).toMatchObject([{ path: '/reason', code: 'missingKey' }]);
    expect((await decide(BODY, 'all', true)).body.detail).toContain('Hạn mức số phiếu đã đủ');
    const [before] = await setApart();
    expect((await declare({ number: 3, most: 12, reason: 'Bổ sung mẫu (minh họa)' })).status).toBe(201);
    expect((await decide(BODY, 'all', true)).body).toEqual({ taken: 2, leftOut: 0, waiting: before.waiting - 2 });
    expect(await counted(BODY, 'all')).toBe(12);
    expect((await ask(of.server, dung(), 'POST', `/api/rounds/${of.world.round}/survey/end`, { reason: 'x' })).body.detail).toContain('phiếu để riêng');
    expect((await decide(BODY, 'all', false)).body).toEqual({ taken: 0, leftOut: before.waiting - 2, waiting: 0 });
    const progress = (await ask(of.server, dung(), 'GET', `/api/rounds/${of.world.round}/survey/paper`)).body.progress;
    const [of01] = progress;
    expect(of01).toMatchObject({ once: 0, differing: 0 });
    expect(of01.counted + of01.setApart).toBe(10);
  });

  it('nobody waits where there is no quota, whatever is held elsewhere', async () => {
    const [token = ''] = await drafted(1, OTHER, 'all');
    const holder = new pg.Client({ connectionString: of.server.urls.owner });
    await holder.connect();
    await holder.query('BEGIN; SELECT FROM respondents.quota_place FOR UPDATE');
    expect((await of.send(token)).status).toBe(200);
    await holder.end();
  });

  it('who declares while others answer counts each of them, on one side or the other', async () => {
    const tokens = await drafted(12, OTHER, 'councillors');
    const sent = tokens.map((token) => of.send(token));
    const [declared, ...answers] = await Promise.all([declare({ body: OTHER, group: 'councillors', most: 6, reason: 'Theo kế hoạch (minh họa)' }), ...sent]);
    expect(declared.status).toBe(201);
    const took = answers.filter(({ status }) => status === 200).length;
    const [place] = await rows<{ most: number; taken: number }>(`SELECT most, taken FROM respondents.quota_place WHERE body_id = $1`, [OTHER]);
    expect(place?.taken).toBe(took);
    expect(took).toBe(await counted(OTHER, 'councillors'));
    // It holds from then on.
    expect(took).toBeGreaterThanOrEqual(6);
    expect((await of.get(`/phieu/${(await of.invite(1, OTHER, 'councillors'))[0]}`)).page).toContain('Đã nhận đủ số phiếu');
  }, 60_000);
});

describe('[F56] a quota of a stratum', () => {
  const GROUP = 'councillors';
  it('counts those who have this in their list, in whatever letters, and nobody else; one who is in two takes a place in both or in none', async () => {
    expect((await declare({ group: GROUP, stratum: 'position', value: '  Trưởng   ban ', most: 5 })).status).toBe(201);
    expect((await declare({ group: GROUP, most: 8 })).status).toBe(201);
    const [heads, others] = [await drafted(7, BODY, GROUP, 'TRƯỞNG BAN'), await drafted(6, BODY, GROUP, 'Phó Trưởng ban')];
    const sent = await Promise.all([...heads, ...others].map((token) => of.send(token)));
    const ofHeads = sent.slice(0, 7).filter(({ status }) => status === 200).length;
    const ofOthers = sent.slice(7).filter(({ status }) => status === 200).length;
    expect(ofHeads).toBeLessThanOrEqual(5);
    expect(ofHeads + ofOthers).toBe(8);
    expect(
      await rows(`SELECT stratum, value, taken FROM respondents.quota_place WHERE body_id = $1 AND group_id = $2 ORDER BY stratum`, [BODY, GROUP]),
    ).toEqual([
      { stratum: 'position', value: 'trưởng ban', taken: ofHeads },
      { stratum: 'whole', value: '', taken: 8 },
    ]);
  }, 60_000);

  it('[F67] it is told how far they are filled in steps of the threshold alone, with how many are on the lists', async () => {
    const told = (await quotas()).filter(({ group, body }: { group: string; body: { id: string } }) => group === GROUP && body.id === BODY);
    expect(told).toMatchObject([
      { stratum: 'whole', atLeast: 5, full: true, listed: 13 },
      { stratum: 'position', value: 'Trưởng ban', listed: 7 },
    ]);
    expect([0, 5]).toContain(told[1].atLeast);
    expect((await ask(of.server, of.world.people.an, 'GET', at)).status).toBe(403);
    await expect(rows(`SET ROLE parindex_app; SELECT * FROM respondents.quota_place`)).rejects.toThrow('permission denied');
    await rows('RESET ROLE');
  });

  it('a paper form of a listed person takes their place, and above it is kept apart until there are more; who answers on line meanwhile counts once', async () => {
    const place = { body: THIRD, group: 'all' };
    await rows(
      `INSERT INTO respondents.list_confirmation (round_id, body_id, document_number, document_date, groups, confirmed_by, confirmed_at)
       VALUES ($1, $2, '6/BC-UBND', '2023-01-10', '{}', $3, $4)`,
      [of.world.round, THIRD, of.world.people.binh.account, of.server.clock.now()],
    );
    const typed = wholeAnswers(form);
    expect((await declare({ ...place, most: 5 })).status).toBe(201);
    const [late, ...five] = await drafted(6, THIRD, 'all');
    for (const token of five) expect((await of.send(token)).status).toBe(200);
    const { codes } = await of.print({ ...place, kind: 'addressed' });
    expect(codes).toHaveLength(1);
    const [first, second, third] = of.typists;
    await of.enter(first, codes[0] as string, 1, typed);
    expect((await of.enter(second, codes[0] as string, 2, typed)).body.outcome).toBe('setApart');
    expect((await of.lookUp(third, codes[0] as string)).body.detail).toContain('vượt hạn mức');
    expect((await declare({ ...place, number: 2, most: 6, reason: 'Thêm một phiếu (minh họa)' })).status).toBe(201);
    expect((await of.send(late as string)).status).toBe(200);
    expect((await decide(THIRD, 'all', true)).body).toEqual({ taken: 0, leftOut: 1, waiting: 0 });
    expect(await counted(THIRD, 'all')).toBe(6);
  }, 60_000);
});

describe('[F56] whoever had begun when the last place went', () => {
  it('is told at the next step, keeps what they wrote, and goes on where more are taken', async () => {
    const place = { body: THIRD, group: 'councillors' };
    const [token = ''] = await of.invite(1, THIRD, place.group);
    await of.begin(token);
    expect((await declare({ ...place, most: 5 })).status).toBe(201);
    for (const one of await drafted(5, THIRD, place.group)) expect((await of.send(one)).status).toBe(200);
    const { status, page } = await of.post(`/phieu/${token}?phan=1`, { 'a.leadersDynamism': 'b' });
    expect([status, page.includes('Đã nhận đủ số phiếu')]).toEqual([403, true]);
    expect((await of.get(`/phieu/${token}?phan=1`)).status).toBe(403);
    expect((await of.post(`/phieu/${token}/bat-dau`, { lai: '1' })).status).toBe(403);
    await declare({ ...place, number: 2, most: 50, reason: 'Nhận thêm (minh họa)' });
    expect((await of.get(`/phieu/${token}?phan=1`)).page).toMatch(/name="a\.leadersDynamism" value="b" checked/);
    await of.answer(token);
    expect((await of.send(token)).status).toBe(200);
  }, 60_000);
});

describe('[F56] [F67] at the closing', () => {
  it('quotas do not count what was left out, and no trace leads from a place to an answer', async () => {
    of.server.clock.set('2023-03-25T17:00:01Z');
    expect((await ask(of.server, dung(), 'POST', `/api/rounds/${of.world.round}/survey/end`, {})).status).toBe(204);
    const jobs = connectPool(of.server.urls.jobs, 2);
    while (await countForms(jobs, () => of.server.clock.now()));
    await jobs.end();
    const traces = await rows('SELECT DISTINCT xmin::text FROM respondents.quota_place UNION SELECT DISTINCT xmin::text FROM answers.set_apart');
    expect(traces).toHaveLength(1);
    expect(await rows(`SELECT DISTINCT answers::text, reference, invalid FROM answers.set_apart`)).toEqual([{ answers: '{}', reference: null, invalid: [] }]);
    expect(await rows(`SELECT count(*)::int AS count FROM answers.closed_response WHERE body_id = $1 AND group_id = 'all'`, [BODY])).toEqual([{ count: 12 }]);
    expect((await declare({ number: 4, most: 20, reason: 'Muộn (minh họa)' })).status).toBe(409);
    expect(await rows('SELECT once, differing FROM answers.paper_left WHERE once + differing > 0')).toEqual([]);
  }, 60_000);
});
