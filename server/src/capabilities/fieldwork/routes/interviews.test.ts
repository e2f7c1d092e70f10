import { randomUUID } from 'node:crypto';
import type { Questionnaire } from '@parindex/core/survey/index';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectPool } from '../../../db/connect.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { hashOfToken } from '../../../http/admission.ts';
import { addPerson } from '../../../testing/add-person.ts';
import { ask } from '../../../testing/world.ts';
import { countForms } from '../../survey/count-forms.ts';
import { makeSurveyedRound, type SurveyedRound } from '../../survey/testing/surveyed-round.ts';
import { addressList, type Field, MAILS, makeField, villageOf, wholeAnswers } from '../testing/field.ts';

let of: SurveyedRound;
let field: Field;
let at: string;
let form: Questionnaire;
const BODY = 'tinh-minh-hoa-01';
const asOwner = (method: 'GET' | 'POST', url: string, body?: unknown) => ask(of.server, of.world.people.dung, method, url, body);
const takeAlong = async (who = field.nam) => (await ask(of.server, who, 'GET', '/api/interviews')).body.surveys;
const addressesOf = async (who = field.nam): Promise<{ id: string; household: string; reserve: boolean; interviewed: boolean; visits: unknown[] }[]> =>
  (await takeAlong(who)).flatMap(({ addresses }: { addresses: unknown[] }) => addresses);
const send = (id: string, address: string, who = field.nam, answers: unknown = wholeAnswers(form)) =>
  ask(of.server, who, 'PUT', `/api/interviews/${id}`, { address, seconds: 900, answers });
const rows = async <T extends object>(text: string, values: unknown[] = []) => (await of.server.owner.query<T>(text, values)).rows;
const noted = (who: Field['nam'], ...visits: object[]) =>
  ask(of.server, who, 'POST', '/api/interviews/visits', { sentAt: of.server.clock.now().toISOString(), visits });

beforeAll(async () => {
  of = await makeSurveyedRound();
  field = await makeField(of.server, of.world);
  at = `/api/rounds/${of.world.round}/survey/fieldwork`;
}, 60_000);
afterAll(() => of.server.close());

describe('[F64] the owner of a round gives addresses to interviewers', () => {
  it('declares first how they are visited, once', async () => {
    expect((await asOwner('POST', `${at}/rules`, { group: 'all', mostVisits: 3, replaced: ['vacant', 'refusal', 'nonContact'] })).status).toBe(204);
    expect((await asOwner('POST', `${at}/rules`, { group: 'all', mostVisits: 4, replaced: [] })).status).toBe(409);
    expect((await asOwner('POST', `${at}/rules`, { group: 'nobody', mostVisits: 3, replaced: [] })).body.faults).toMatchObject([
      { code: 'unknownId', path: '/group' },
    ]);
    for (const name of ['an', 'binh', 'giang', 'khanh'] as const)
      expect((await ask(of.server, of.world.people[name], 'POST', `${at}/rules`, { group: 'councillors', mostVisits: 3, replaced: [] })).status).toBe(403);
  });

  it('reads a list whole: every fault by its line, and with any nothing is kept', async () => {
    const list = addressList(
      ...villageOf('T01', 'Thôn Minh họa 1', MAILS.nam),
      'T01;Thôn Khác;Hộ số 4;;;nam@minh-hoa.example',
      'T01;Thôn Minh họa 1;hộ số 1;;;nam@minh-hoa.example',
      'T02;;Hộ số 1;;có lẽ;khong-phai-thu',
      'T02;Thôn Minh họa 2;Hộ số 2;;;an@minh-hoa.example',
      'T01;Thôn Minh họa 1;Hộ số 5;;;oanh@minh-hoa.example',
    );
    const { status, body } = await field.sendList(BODY, list);
    expect(status).toBe(422);
    expect(body.faults.map(({ code, line }: { code: string; line: number }) => [line, code])).toEqual([
      [6, 'clusterOtherName'],
      [7, 'householdTwice'],
      [8, 'cellEmpty'],
      [8, 'badReserve'],
      [8, 'badMail'],
      [9, 'unknownInterviewer'],
      [10, 'clusterOfTwo'],
    ]);
    expect(body.faults[0]).toMatchObject({
      place: 'Dòng 6, cột “Thôn, tổ dân phố”',
      message: 'Dòng này ghi thôn, tổ dân phố là “Thôn Khác”, còn dòng 2 cùng mã ghi là “Thôn Minh họa 1”.',
    });
    expect(await rows('SELECT FROM respondents.address')).toEqual([]);
  });

  it('refuses an interviewer who belongs to the body that is rated', async () => {
    const phuc = await addPerson(of.server, 'phuc', 'Hồ Văn Phúc', 'interviewer', 'bo-minh-hoa');
    await of.server.owner.query(
      `INSERT INTO membership (id, account_id, body_id, role, from_date, granted_at) VALUES ($1, $2, $3, 'clerk', '2022-01-01', now())`,
      [...[randomUUID(), phuc.account, BODY]],
    );
    const { body } = await field.sendList(BODY, addressList(...villageOf('T02', 'Thôn Minh họa 2', 'phuc@minh-hoa.example')), true);
    expect(body.faults[0]).toMatchObject({
      code: 'interviewerOfBody',
      message: '“phuc@minh-hoa.example” là người của cơ quan được đánh giá nên không được làm điều tra viên cho cơ quan này.',
    });
  });

  it('holds none about the body that owns the round, nor does somebody lead those about a body of their own', async () => {
    const { body, status } = await field.sendList('bo-minh-hoa', addressList(...villageOf('T02', 'Thôn Minh họa 2', MAILS.oanh)));
    expect([status, body.code]).toEqual([status, status === 409 ? 'notNow' : 'faulty']);
    expect(await rows('SELECT FROM respondents.address')).toEqual([]);
  });

  it('keeps it: each interviewer takes their own along, with form and rule, and nobody else sees them', async () => {
    const list = addressList(...villageOf('T01', 'Thôn Minh họa 1', MAILS.nam), ...villageOf('T02', 'Thôn Minh họa 2', MAILS.oanh));
    expect(await field.sendList(BODY, list, true)).toMatchObject({
      status: 200,
      body: { addresses: 6, reserves: 2, clusters: 2, interviewers: 2, faultCount: 0 },
    });
    expect((await field.sendList(BODY, list)).status).toBe(201);
    expect((await field.sendList(BODY, list)).body.faults[0]).toMatchObject({ code: 'householdKnown' });
    expect((await field.sendList(BODY, addressList(`T01;Thôn Minh họa 1;Hộ số 4;;;${MAILS.oanh}`))).body.faults).toMatchObject([
      { code: 'clusterGiven', place: 'Dòng 2, cột “Điều tra viên”' },
    ]);
    const [survey] = await takeAlong();
    expect(survey).toMatchObject({
      open: true,
      group: { id: 'all' },
      rule: { mostVisits: 3, replaced: ['refusal', 'nonContact', 'vacant'] },
      round: { id: of.world.round },
    });
    form = survey.form;
    expect(form.pages.length).toBeGreaterThan(1);
    expect(
      survey.addresses.map(({ clusterName, household, reserve }: { clusterName: string; household: string; reserve: boolean }) => [
        clusterName,
        household,
        reserve,
      ]),
    ).toEqual([
      ['Thôn Minh họa 1', 'Hộ số 1', false],
      ['Thôn Minh họa 1', 'Hộ số 2', false],
      ['Thôn Minh họa 1', 'Hộ số 3', false],
      ['Thôn Minh họa 1', 'Hộ số 9', true],
    ]);
    for (const name of ['an', 'binh', 'dung', 'khanh'] as const)
      expect((await ask(of.server, of.world.people[name], 'GET', '/api/interviews')).status).toBe(403);
    for (const name of ['an', 'binh', 'giang', 'khanh'] as const)
      for (const url of [at, `${at}/clusters?body=${BODY}&group=all`]) expect((await ask(of.server, of.world.people[name], 'GET', url)).status).toBe(403);
    // The database itself tells the people of the body that is rated nothing.
    for (const table of ['address', 'assignment', 'visit', 'interviewed']) expect(await seenBy(of.world.people.an.token, table)).toBe(0);
  });

  it('[F64] a device gets one key for its interviewer, and nobody gets another’s', async () => {
    const key = async (who: Field['nam']) => (await ask(of.server, who, 'POST', '/api/interviews/key')).body.key;
    const first = await key(field.nam);
    expect(Buffer.from(first, 'base64')).toHaveLength(32);
    expect(await key(field.nam)).toBe(first);
    expect(await key(field.oanh)).not.toBe(first);
    expect((await ask(of.server, of.world.people.dung, 'POST', '/api/interviews/key')).status).toBe(403);
  });
});

/** How many rows of a table a session sees, by the database's own rules. */
const seenBy = (token: string, table: string): Promise<number> =>
  inTransaction(of.server.context.pool, { session: hashOfToken(token).toString('hex') }, of.server.clock.now(), false, async (db) => {
    const { rows: counted } = await sql<{ count: number }>`SELECT count(*)::int AS count FROM ${sql.table(`respondents.${table}`)}`.execute(db);
    return counted[0]?.count ?? 0;
  });

describe('[F58] [F60] what a device sends counts once, whatever its line does', () => {
  it('visits are kept once, at the hour of the server though the clock of the device is wrong', async () => {
    const [first] = await addressesOf();
    const visit = { id: randomUUID(), address: first?.id, at: '2019-01-01T00:00:00Z', outcome: 'absent', returnAt: '2023-01-11T01:00:00Z' };
    const sent = { sentAt: '2019-01-01T02:00:00Z', visits: [visit, { ...visit, id: randomUUID(), address: randomUUID() }] };
    const answers = await Promise.all([1, 2, 3].map(() => ask(of.server, field.nam, 'POST', '/api/interviews/visits', sent)));
    for (const { status, body } of answers) expect([status, body.kept, body.refused.length]).toEqual([200, [visit.id], 1]);
    expect(await rows(`SELECT to_char(visited_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI') AS at FROM respondents.visit`)).toEqual([
      { at: '2023-01-10 00:00' },
    ]);
    expect((await noted(field.oanh, { ...visit, id: randomUUID() })).body.kept).toEqual([]);
  });

  it('an interview that is not whole is refused with all that is missing, at its questions', async () => {
    const [, second] = await addressesOf();
    const { status, body } = await send(randomUUID(), second?.id ?? '', field.nam, { nothing: 'x' });
    expect(status).toBe(422);
    expect(body.faults.length).toBeGreaterThan(5);
    expect(body.faults.every(({ message, place }: { message: string; place: string }) => message.endsWith('.') && place.length > 0)).toBe(true);
  });

  it('sent a hundred times at once it counts once, and each sender gets the same receipt', async () => {
    const [, second] = await addressesOf();
    const id = randomUUID();
    const answers = await Promise.all(Array.from({ length: 100 }, () => send(id, second?.id ?? '')));
    expect(new Set(answers.map(({ body }) => body.receipt)).size).toBe(1);
    expect(answers.map(({ status }) => status).filter((status) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.state === 'repeated')).toHaveLength(99);
    expect(await rows(`SELECT mode, cluster, count(*)::int FROM answers.response GROUP BY 1, 2`)).toEqual([{ mode: 'interview', cluster: 'T01', count: 1 }]);
    expect((await addressesOf()).map(({ interviewed }) => interviewed)).toEqual([false, true, false, false]);
  }, 60_000);

  it('of two interviews of one household at the same moment one counts, the other is kept apart with a receipt', async () => {
    const [, , third] = await addressesOf();
    const ids = [randomUUID(), randomUUID()];
    const answers = await Promise.all(ids.map((id) => send(id, third?.id ?? '')));
    expect(answers.map(({ body }) => body.state).toSorted()).toEqual(['accepted', 'setApart']);
    const again = await Promise.all(ids.map((id) => send(id, third?.id ?? '')));
    expect(again.map(({ body }) => body.receipt)).toEqual(answers.map(({ body }) => body.receipt));
    expect((await asOwner('GET', at)).body.setApart).toEqual([{ body: BODY, group: 'all', reason: 'second', waiting: 1, taken: 0, leftOut: 0 }]);
    expect(await rows('SELECT FROM answers.response')).toHaveLength(2);
  });

  it('an address that was never the sender’s, an id of another interview, a strange account: nothing is taken', async () => {
    const [first] = await addressesOf();
    expect((await send(randomUUID(), first?.id ?? '', field.oanh)).status).toBe(404);
    const [used] = await rows<{ id: string }>('SELECT submission_id AS id FROM answers.response LIMIT 1');
    const [other] = await addressesOf(field.oanh);
    expect((await send(used?.id ?? '', other?.id ?? '', field.oanh)).status).toBe(404);
    expect((await ask(of.server, of.world.people.an, 'PUT', `/api/interviews/${randomUUID()}`, { address: first?.id, seconds: 1, answers: {} })).status).toBe(
      403,
    );
    expect(
      (await ask(of.server, { token: 'none' } as never, 'PUT', `/api/interviews/${randomUUID()}`, { address: first?.id, seconds: 1, answers: {} })).status,
    ).toBe(401);
  });

  it('what was noted and asked before a village went to somebody else is not lost, and the owner decides of it', async () => {
    const before = await addressesOf();
    expect((await asOwner('POST', `${at}/assignments`, { body: BODY, group: 'all', cluster: 'T01', interviewer: MAILS.oanh })).status).toBe(204);
    expect((await asOwner('POST', `${at}/assignments`, { body: BODY, group: 'all', cluster: 'T09', interviewer: MAILS.oanh })).body.faults).toMatchObject([
      { path: '/cluster' },
    ]);
    // The two that were interviewed stay with who held the interviews.
    expect((await addressesOf()).map(({ household }) => household)).toEqual(['Hộ số 2', 'Hộ số 3']);
    expect((await addressesOf(field.oanh)).map(({ household }) => household)).toEqual(['Hộ số 1', 'Hộ số 9', 'Hộ số 1', 'Hộ số 2', 'Hộ số 3', 'Hộ số 9']);
    const [first] = before;
    expect(
      (await noted(field.nam, { id: randomUUID(), address: first?.id, at: of.server.clock.now().toISOString(), outcome: 'interviewed' })).body.kept,
    ).toHaveLength(1);
    const awaited = async () => (await asOwner('GET', `/api/rounds/${of.world.round}/survey/standing`)).body.awaitedInterviews;
    const work = async () =>
      (await asOwner('GET', at)).body.work.map(({ held, interviewed }: { held: number; interviewed: number }) => ({ held, interviewed }));
    // Said to have been held, and not here: no interview that counts.
    expect(await awaited()).toBe(1);
    expect((await work()).reduce((sum: number, { held }: { held: number }) => sum + held, 0)).toBe(1);
    const id = randomUUID();
    const { receipt, ...told } = (await send(id, first?.id ?? '')).body;
    expect(told).toEqual({ state: 'setApart', reason: 'former' });
    expect((await send(id, first?.id ?? '')).body).toEqual({ state: 'repeated', reason: 'former', receipt });
    expect(await awaited()).toBe(0);
    expect(await rows('SELECT FROM answers.response')).toHaveLength(2);
    const decide = (because: string) =>
      asOwner('POST', `${at}/set-apart`, { body: BODY, group: 'all', because, take: true, reason: 'Đã đối chiếu với người trước (minh họa)' });
    expect((await decide('late')).status).toBe(409);
    expect((await decide('former')).body).toEqual({ taken: 1, leftOut: 0, waiting: 0 });
    expect((await send(id, first?.id ?? '')).body).toEqual({ state: 'repeated', reason: null, receipt });
  });

  it('how it goes is told by interviewer, with reserves that took the place of a refusal, and AAPOR’s rate', async () => {
    const own = await addressesOf(field.oanh);
    const village = own.filter(({ household }, index) => index >= 2 && household !== 'Hộ số 9');
    await noted(field.oanh, { id: randomUUID(), address: village[0]?.id, at: of.server.clock.now().toISOString(), outcome: 'refusal' });
    const { work } = (await asOwner('GET', at)).body;
    const oanh = work.find(({ interviewer }: { interviewer: { id: string } }) => interviewer.id === field.oanh.account);
    // T02: two still to visit, a refusal, and the reserve that took its place; T01: one that was interviewed before it came to her, its reserve not needed.
    expect(oanh).toMatchObject({ visited: 5, reserves: 1, interviewed: 1, waiting: 3, ended: [{ outcome: 'refusal', count: 1 }], rate: '1/5' });
    const nam = work.find(({ interviewer }: { interviewer: { id: string } }) => interviewer.id === field.nam.account);
    expect(nam).toMatchObject({ visited: 2, interviewed: 2, rate: '1/1' });
    const bodies = (await asOwner('GET', `/api/rounds/${of.world.round}/survey`)).body.bodies;
    const row = bodies.find(({ body }: { body: { id: string } }) => body.id === BODY).groups.find(({ group }: { group: string }) => group === 'all');
    expect(row).toMatchObject({ listed: 6, answered: 3 });
  });
});

describe('[F58] what comes after the end is kept apart until it is decided', () => {
  it('late interviews get their receipt, count for nobody, and hold the end up', async () => {
    const [late, another] = (await addressesOf(field.oanh)).filter(({ interviewed, reserve }) => !interviewed && !reserve);
    of.server.clock.set('2023-03-25T17:00:01Z');
    expect((await send(randomUUID(), late?.id ?? '', field.oanh)).body).toMatchObject({
      state: 'setApart',
      reason: 'late',
      receipt: expect.stringMatching(/^[0-9A-Z-]+$/),
    });
    const twice = randomUUID();
    expect((await send(twice, late?.id ?? '', field.oanh)).body.state).toBe('setApart');
    expect((await send(twice, late?.id ?? '', field.oanh)).body.state).toBe('repeated');
    expect((await send(randomUUID(), another?.id ?? '', field.oanh)).body.state).toBe('setApart');
    expect((await asOwner('POST', `/api/rounds/${of.world.round}/survey/end`, {})).body.detail).toContain('Còn 4 phiếu để riêng');
    expect(
      (await ask(of.server, of.world.people.binh, 'POST', `${at}/set-apart`, { body: BODY, group: 'all', because: 'late', take: true, reason: 'x' })).status,
    ).toBe(403);
  });

  it('the owner takes them in with a reason: one of each household, and none where another interview counts', async () => {
    const decide = (because: string) =>
      asOwner('POST', `${at}/set-apart`, { body: BODY, group: 'all', because, take: true, reason: 'Mưa lũ, mất kết nối (minh họa)' });
    expect((await decide('late')).body).toEqual({ taken: 2, leftOut: 1, waiting: 0 });
    expect((await decide('second')).body).toEqual({ taken: 0, leftOut: 1, waiting: 0 });
    expect((await decide('late')).status).toBe(409);
    expect(await rows('SELECT FROM answers.response')).toHaveLength(5);
  });

  it('[F67] once it is closed nothing leads from an answer to a household, and what comes then is known to be too late', async () => {
    const [left] = (await addressesOf(field.oanh)).filter(({ interviewed }) => !interviewed);
    const [known] = await rows<{ id: string; address: string; receipt: string }>(
      `SELECT f.submission_id AS id, i.address_id AS address, f.receipt FROM answers.response f JOIN respondents.interviewed i ON i.receipt = f.receipt
        JOIN respondents.assignment s ON s.address_id = i.address_id AND s.account_id = $1 LIMIT 1`,
      [field.nam.account],
    );
    expect((await asOwner('POST', `/api/rounds/${of.world.round}/survey/end`, {})).status).toBe(204);
    const jobs = connectPool(of.server.urls.jobs, 2);
    while (await countForms(jobs, () => of.server.clock.now()));
    await jobs.end();
    // Neither village has as many as the threshold: it would lead to its households.
    expect(await rows(`SELECT mode, cluster, count(*)::int FROM answers.closed_response GROUP BY 1, 2`)).toEqual([
      { mode: 'interview', cluster: null, count: 5 },
    ]);
    expect(await rows(`SELECT DISTINCT answers::text, held_for, seconds, cluster FROM answers.set_apart`)).toEqual([
      { answers: '{}', held_for: null, seconds: 0, cluster: '' },
    ]);
    const traces = await rows<{ xmin: string }>(
      'SELECT DISTINCT xmin::text FROM respondents.interviewed UNION ALL SELECT DISTINCT xmin::text FROM respondents.address',
    );
    expect(traces.length).toBe(2);
    // Sent again by a device that has not heard of its receipt: the same.
    expect((await send(known?.id ?? '', known?.address ?? '')).body).toMatchObject({ state: 'repeated', receipt: known?.receipt });
    expect((await send(randomUUID(), left?.id ?? '', field.oanh)).body).toMatchObject({ state: 'setApart', reason: 'leftOut' });
    // Nothing of it waits for a decision that nobody can make any more.
    expect(await rows(`SELECT FROM answers.set_apart WHERE decision IS NULL`)).toEqual([]);
    expect(await rows(`SELECT DISTINCT answers::text, seconds FROM answers.set_apart`)).toEqual([{ answers: '{}', seconds: 0 }]);
    expect(await addressesOf(field.oanh)).toEqual([]);
  });
});
