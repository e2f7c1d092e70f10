import { randomUUID } from 'node:crypto';
import { type Answers, askedQuestions, judgeAnswers, type Questionnaire } from '@parindex/core/survey/index';
import { compareBackCheck, comparedQuestions, drawBackChecks } from '@parindex/core/survey/quality/back-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectPool } from '../../../db/connect.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { hashOfToken } from '../../../http/admission.ts';
import { addPerson } from '../../../testing/add-person.ts';
import { ask } from '../../../testing/world.ts';
import { countForms } from '../../survey/count-forms.ts';
import { makeSurveyedRound, type SurveyedRound } from '../../survey/testing/surveyed-round.ts';
import { addressList, type Field, MAILS, makeField, wholeAnswers } from '../testing/field.ts';

let of: SurveyedRound;
let field: Field;
let form: Questionnaire;
let at: string;
let giang: Field['nam'];
const BODY = 'tinh-minh-hoa-01';
const PLACE = { body: BODY, group: 'all' };
const HOUSEHOLDS = 24;
type Told = ReturnType<typeof JSON.parse>;
const asOwner = (method: 'GET' | 'POST', url: string, body?: unknown) => ask(of.server, of.world.people.dung, method, url, body);
const read = async (): Promise<Told> => (await asOwner('GET', `${at}/back-checks`)).body;
const rows = async <T extends object>(text: string, values: unknown[] = []) => (await of.server.owner.query<T>(text, values)).rows;
const addressesOf = async (who: Field['nam']): Promise<Told[]> =>
  (await ask(of.server, who, 'GET', '/api/interviews')).body.surveys.flatMap(({ addresses }: Told) => addresses);
const checksOf = async (who: Field['nam']): Promise<Told[]> => (await addressesOf(who)).filter(({ backCheck }) => backCheck);
const send = (who: Field['nam'], address: string, answers: Answers, id: string = randomUUID()) =>
  ask(of.server, who, 'PUT', `/api/interviews/${id}`, { address, seconds: 900, answers });
const note = (who: Field['nam'], address: string, outcome: string, moment = of.server.clock.now().toISOString()) =>
  ask(of.server, who, 'POST', '/api/interviews/visits', {
    sentAt: of.server.clock.now().toISOString(),
    visits: [{ id: randomUUID(), address, at: moment, outcome }],
  });
const give = (interviewer: string, checker: string) => asOwner('POST', `${at}/back-checks/assignments`, { ...PLACE, interviewer, checker });
const ofInterviewer = (told: Told, { account }: Field['nam']): Told => told.interviewers.find(({ interviewer }: Told) => interviewer.id === account);
const first = (): Answers => wholeAnswers(form);
const second = (): Answers => wholeAnswers(form, (options) => options.at(-1) ?? '');
/** All that anything of a survey is counted, told or estimated from. */
const counted = async () => ({
  responses: await rows('SELECT reference, answers::text, counted, saved_at FROM answers.response ORDER BY reference'),
  counts: await rows('SELECT * FROM answers.answer_count ORDER BY 1, 2, 3, 4, 5'),
  tallies: await rows('SELECT * FROM answers.form_tally ORDER BY 1, 2, 3, 4, 5'),
  people: await rows('SELECT * FROM respondents.respondent_tally ORDER BY 1, 2, 3, 4, 5'),
  apart: await rows('SELECT * FROM answers.set_apart'),
  interviewed: await rows('SELECT address_id, receipt FROM respondents.interviewed ORDER BY 1'),
  visits: await rows('SELECT id FROM respondents.visit ORDER BY 1'),
  standing: (await asOwner('GET', `/api/rounds/${of.world.round}/survey/standing`)).body,
  quotas: (await asOwner('GET', `/api/rounds/${of.world.round}/survey/quotas`)).body,
  survey: (await asOwner('GET', `/api/rounds/${of.world.round}/survey`)).body,
  fieldwork: (await asOwner('GET', at)).body,
});
/** How many rows of a table a session sees, by the database's own rules. */
const seenBy = (token: string, table: string): Promise<number> =>
  inTransaction(of.server.context.pool, { session: hashOfToken(token).toString('hex') }, of.server.clock.now(), false, async (db) => {
    const { rows: found } = await sql<{ count: number }>`SELECT count(*)::int AS count FROM ${sql.table(`respondents.${table}`)}`.execute(db);
    return found[0]?.count ?? 0;
  });

beforeAll(async () => {
  of = await makeSurveyedRound();
  field = await makeField(of.server, of.world);
  giang = await addPerson(of.server, 'huong', 'Mai Thị Hương', 'interviewer', 'bo-minh-hoa');
  at = `/api/rounds/${of.world.round}/survey/fieldwork`;
  const village = (code: string, mail: string) =>
    Array.from({ length: HOUSEHOLDS }, (_, index) => `${code};Thôn Minh họa ${code};Hộ số ${index + 1};;;${mail}`);
  expect((await field.sendList(BODY, addressList(...village('T01', MAILS.nam), ...village('T02', MAILS.oanh)))).status).toBe(201);
  const [survey] = (await ask(of.server, field.nam, 'GET', '/api/interviews')).body.surveys;
  form = survey.form;
  await asOwner('POST', `/api/rounds/${of.world.round}/survey/quotas`, {
    ...{ id: randomUUID(), number: 1, ...PLACE, stratum: 'whole', most: 2 * HOUSEHOLDS },
  });
  // Oanh's households are of another mind than Nam's.
  for (const [who, answers] of [
    [field.nam, first()],
    [field.oanh, second()],
  ] as const)
    for (const { id } of (await addressesOf(who)).slice(0, 20)) {
      await note(who, id, 'interviewed');
      expect((await send(who, id, answers)).body.state).toBe('accepted');
    }
}, 120_000);
afterAll(() => of.server.close());

describe('[F63] the owner of a round draws back-checks', () => {
  let drawn: Told;
  const draw = (id: string, percent = 30, who = of.world.people.dung) => ask(of.server, who, 'POST', `${at}/back-checks`, { id, ...PLACE, percent });

  it('a share of each interviewer’s interviews, once, by a seed that the trail tells', async () => {
    for (const name of ['an', 'binh', 'giang', 'khanh'] as const) {
      expect((await draw(randomUUID(), 30, of.world.people[name])).status).toBe(403);
      expect((await ask(of.server, of.world.people[name], 'GET', `${at}/back-checks`)).status).toBe(403);
    }
    expect((await draw(randomUUID(), 30, field.nam)).status).toBe(403);
    expect((await asOwner('POST', `${at}/back-checks`, { id: 'x', body: BODY, group: 'all', percent: 0 })).body.faults).toMatchObject([
      { path: '/id' },
      { path: '/percent' },
    ]);
    const id = randomUUID();
    const answers = await Promise.all([draw(id), draw(id), draw(randomUUID())]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 201, 409]);
    expect((await draw(id, 31)).body.code).toBe('idReused');
    drawn = (await read()).draws;
    expect(drawn).toMatchObject([{ number: 1, percent: 30, among: 40, drawn: 12, ...PLACE }]);
    const trail = await rows(`SELECT content FROM audit WHERE act = 'fieldwork.drawBackChecks'`);
    expect(trail).toEqual([{ content: { group: 'all', number: 1, percent: 30, seed: drawn[0].seed, rows: 40, count: 12 } }]);
  });

  it('whoever has list and seed draws the same', async () => {
    const { payload } = await of.server.app.inject({
      method: 'GET',
      url: `${at}/back-checks/${drawn[0].id}/list`,
      headers: { cookie: `parindex_session=${of.world.people.dung.token}` },
    });
    const list = payload
      .replace('\uFEFF', '')
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(';'));
    expect(list).toHaveLength(40);
    const again = drawBackChecks(
      list.map(([id = '', interviewer = '']) => ({ id, interviewer })),
      '0.30',
      drawn[0].seed,
    );
    expect(again).toEqual(list.filter(([, , said]) => said === 'có').map(([id]) => id));
    expect(again).toHaveLength(12);
    // Nobody else gets it.
    expect((await ask(of.server, field.oanh, 'GET', `${at}/back-checks/${drawn[0].id}/list`)).status).toBe(403);
  });

  it('to somebody else than who held the interview: the database itself refuses the same person, and one of the body that is rated', async () => {
    expect((await give(field.nam.account, MAILS.nam)).body.detail).toBe(
      'Hộ phúc tra phải giao cho người chưa từng được giao hộ đó và không thuộc cơ quan được đánh giá.',
    );
    expect((await give(field.nam.account, 'an@minh-hoa.example')).body.faults).toMatchObject([{ path: '/checker' }]);
    const [one] = await rows<{ id: string }>('SELECT id FROM respondents.back_check WHERE drawn AND interviewer_id = $1', [field.nam.account]);
    const insert = (account: string) =>
      inTransaction(of.server.context.pool, { session: hashOfToken(of.world.people.dung.token).toString('hex') }, of.server.clock.now(), true, async (db) =>
        sql`INSERT INTO respondents.back_check_given (back_check_id, number, account_id, given_by, given_at)
            VALUES (${one?.id}, 1, ${account}, ${of.world.people.dung.account}, ${of.server.clock.now()})`.execute(db),
      );
    await expect(insert(field.nam.account)).rejects.toThrow('row-level security');
    await expect(insert(of.world.people.an.account)).rejects.toThrow('row-level security');
    expect((await give(field.nam.account, MAILS.oanh)).body).toEqual({ given: 6 });
    expect((await give(field.nam.account, MAILS.oanh)).body).toEqual({ given: 6 });
    expect((await give(field.oanh.account, 'huong@minh-hoa.example')).body).toEqual({ given: 6 });
    expect(await rows('SELECT FROM respondents.back_check_given')).toHaveLength(12);
  });

  it('who held the interview learns nothing of it, neither from the page nor from the database', async () => {
    expect(await checksOf(field.nam)).toEqual([]);
    expect((await checksOf(field.oanh)).map(({ cluster }) => cluster)).toEqual(Array(6).fill('T01'));
    expect((await checksOf(giang)).map(({ cluster, interviewed }) => [cluster, interviewed])).toEqual(Array(6).fill(['T02', false]));
    for (const table of ['back_check_draw', 'back_check', 'back_check_given', 'back_check_visit', 'back_checked'])
      for (const { token } of [field.nam, of.world.people.an, giang]) expect([table, await seenBy(token, table)]).toEqual([table, 0]);
    // Nor can they send one, or note a visit there.
    const [one] = await checksOf(field.oanh);
    expect((await send(field.nam, one.id, first())).status).toBe(404);
    expect((await note(field.nam, one.id, 'absent')).body.kept).toEqual([]);
  });
});

describe('[F63] what is said the second time counts nowhere', () => {
  it('is compared as it comes, kept nowhere, and changes no count', async () => {
    const before = await counted();
    const [one, two, three, four, five, six] = await checksOf(field.oanh);
    expect((await send(field.oanh, one.id, { nothing: 'x' })).status).toBe(422);
    const id = randomUUID();
    await note(field.oanh, one.id, 'interviewed');
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(field.oanh, one.id, first(), id)));
    expect(new Set(answers.map(({ body }) => body.receipt)).size).toBe(1);
    expect(answers.filter(({ body }) => body.state === 'repeated')).toHaveLength(19);
    // Of another that somebody sends of the same household only that it came is kept.
    expect((await send(field.oanh, one.id, second())).body).toMatchObject({ state: 'accepted', reason: null });
    expect((await note(field.oanh, two.id, 'nobodyCame')).body.kept).toHaveLength(1);
    await note(field.oanh, three.id, 'refusal');
    for (const _ of [1, 2, 3]) await note(field.oanh, four.id, 'absent');
    await note(field.oanh, five.id, 'absent');
    expect((await checksOf(field.oanh)).map(({ interviewed, visits }) => [interviewed, visits.length])).toEqual([
      [true, 1],
      ...[1, 1, 3, 1, 0].map((visits) => [false, visits]),
    ]);
    const told = await read();
    expect(ofInterviewer(told, field.nam)).toMatchObject({
      checks: [
        { state: 'open', count: 2 },
        { state: 'held', count: 1 },
        { state: 'nobodyCame', count: 1 },
        { state: 'notReached', count: 1 },
        { state: 'refused', count: 1 },
      ],
      givenTo: [{ name: 'Lý Thị Oanh' }],
      agreement: null,
    });
    expect(told.nobodyCame).toMatchObject([{ household: two.household, clusterName: 'Thôn Minh họa T01', interviewer: { id: field.nam.account } }]);
    expect(await counted()).toEqual(before);
    // That nobody came is said of a back-check alone.
    const [own] = (await addressesOf(field.oanh)).filter(({ backCheck, interviewed }) => !backCheck && !interviewed);
    expect((await note(field.oanh, own.id, 'nobodyCame')).body.kept).toEqual([]);
    expect(six.interviewed).toBe(false);
  });

  it('the database compares as the core does', async () => {
    const questions = askedQuestions(form, first());
    const variants: Answers[] = [first(), second(), {}, Object.fromEntries(Object.entries(first()).slice(0, 5))];
    for (const question of questions.filter(({ noOpinion }) => noOpinion).slice(0, 6)) variants.push({ ...first(), [question.id]: { noOpinion: true } });
    expect(questions.some(({ kind }) => kind === 'matrix')).toBe(true);
    for (const one of variants)
      for (const other of variants) {
        const [a, b] = [judgeAnswers(form, one, false).answers, judgeAnswers(form, other, false).answers];
        const [found] = await rows<{ said: Record<string, string> }>('SELECT app.compare_answers($1, $2, $3) AS said', [
          ...[JSON.stringify(a), JSON.stringify(b), JSON.stringify(comparedQuestions(form))],
        ]);
        expect(found?.said).toEqual(Object.fromEntries(compareBackCheck(form, a, b).questions.map(({ question, agreement }) => [question, agreement])));
      }
  });

  it('how far it agrees is told once as many were asked again as the threshold, and no household by itself', async () => {
    const checks = await checksOf(giang);
    const told = async () => ofInterviewer(await read(), field.oanh);
    for (const { id } of checks.slice(0, 4)) expect((await send(giang, id, second())).body.state).toBe('accepted');
    expect(await told()).toMatchObject({
      checks: [
        { state: 'open', count: 2 },
        { state: 'held', count: 4 },
      ],
      agreement: null,
    });
    expect((await read()).questions).toEqual([]);
    expect(await rows('SELECT FROM answers.back_check_pair')).toHaveLength(5);
    // The fifth said otherwise: five together are told, and none of them is kept by itself.
    await send(giang, checks[4].id, first());
    const one = compareBackCheck(form, second(), first());
    const all = compareBackCheck(form, second(), second());
    const [same, differing] = [4 * all.same + one.same, one.compared - one.same];
    expect((await told()).agreement).toMatchObject({ interviews: 5, same, compared: same + differing });
    expect(await rows('SELECT FROM answers.back_check_pair')).toHaveLength(1);
    const { questions } = await read();
    expect(questions.length).toBeGreaterThan(5);
    for (const { compared, title } of questions) expect([compared, title.length > 0]).toEqual([5, true]);
    // The sixth changes nothing that is told.
    await send(giang, checks[5].id, first());
    expect((await told()).agreement).toMatchObject({ interviews: 5, same });
    expect((await read()).questions).toEqual(questions);
  });

  it('what each interviewer brought is told beside it, above the threshold', async () => {
    const told = await read();
    const nam = ofInterviewer(told, field.nam);
    expect(nam).toMatchObject({
      given: 24,
      interviewed: 20,
      refused: 0,
      notReached: 0,
      callBacks: 0,
      oddHours: 0,
      days: [{ day: '2023-01-10', count: 20 }],
      minutes: 15,
    });
    expect(nam.effect).toMatchObject({ interviews: 20, by: 'places', mean: '0/1', otherMean: '1/1', difference: '-1/1', isBeyond: true });
    expect(ofInterviewer(told, field.oanh).effect.difference).toBe(
      nam.effect.difference.startsWith('-') ? nam.effect.difference.slice(1) : `-${nam.effect.difference}`,
    );
    // One more of either is told with four others.
    const [own] = (await addressesOf(field.nam)).filter(({ interviewed }) => !interviewed);
    await note(field.nam, own.id, 'interviewed', '2023-01-09T15:30:00Z');
    await send(field.nam, own.id, second());
    expect(ofInterviewer(await read(), field.nam)).toMatchObject({ interviewed: 21, oddHours: 1, effect: nam.effect });
  });

  it('a later draw is of the interviews that were in none', async () => {
    const { body } = await asOwner('POST', `${at}/back-checks`, { id: randomUUID(), ...PLACE, percent: 100 });
    expect(body).toEqual({ among: 1, drawn: 1 });
    expect((await read()).draws.map(({ number, among }: Told) => [number, among])).toEqual([
      [1, 40],
      [2, 1],
    ]);
  });
});

describe('[F63] [F67] when the survey closes', () => {
  it('counts of what was the same stay, and nothing of a household; what comes then is told its receipt and compared with nothing', async () => {
    const open = (await checksOf(field.oanh)).filter(({ interviewed }) => !interviewed);
    of.server.clock.set('2023-03-25T17:00:01Z');
    expect((await asOwner('POST', `/api/rounds/${of.world.round}/survey/end`, {})).status).toBe(204);
    const jobs = connectPool(of.server.urls.jobs, 2);
    while (await countForms(jobs, () => of.server.clock.now()));
    await jobs.end();
    expect(await rows('SELECT mode, count(*)::int FROM answers.closed_response GROUP BY 1')).toEqual([{ mode: 'interview', count: 41 }]);
    expect(await rows('SELECT FROM answers.back_check_pair')).toEqual([]);
    const told = await read();
    expect(ofInterviewer(told, field.oanh).agreement.interviews).toBe(5);
    expect(ofInterviewer(told, field.oanh)).toMatchObject({ minutes: null, effect: null });
    expect((await send(field.oanh, open[0].id, first())).body.state).toBe('accepted');
    expect(await rows('SELECT FROM answers.back_check_pair')).toEqual([]);
    expect(await checksOf(field.oanh)).toEqual([]);
  });
});
