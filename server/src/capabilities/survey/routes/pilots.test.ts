import { randomUUID } from 'node:crypto';
import { allContracts } from '@parindex/core/contracts/all-contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectPool } from '../../../db/connect.ts';
import { wordsOfAnswer } from '../../../http/testing/words-of-answer.ts';
import { ask, type Person } from '../../../testing/world.ts';
import { countForms } from '../count-forms.ts';
import { addSurvey } from '../testing/survey-of-round.ts';
import { type Device, makeSurveyedRound, receiptOf, type SurveyedRound } from '../testing/surveyed-round.ts';

let of: SurveyedRound;
let at: string;
const dung = () => of.world.people.dung;
const pilots = async (who: Person = dung()) => (await ask(of.server, who, 'GET', at)).body;
const start = (id: string = randomUUID(), who: Person = dung()) => ask(of.server, who, 'POST', at, { id });
const stop = (id: string, who: Person = dung()) => ask(of.server, who, 'POST', `${at}/${id}/end`);
const openSurvey = () => ask(of.server, dung(), 'POST', `/api/rounds/${of.world.round}/survey`, { threshold: 3 });
const rows = async <R extends object>(query: string, values: unknown[] = []): Promise<R[]> => (await of.server.owner.query<R>(query, values)).rows;
const tokenOf = (link: string): string => link.split('/').at(-1) as string;
/** The form of a group in the latest pilot. */
const formOf = async (group = 'councillors') => (await pilots()).items[0].forms.find((form: { group: string }) => form.group === group);
const linkOf = async (group?: string): Promise<string> => tokenOf((await formOf(group)).link);
const BAND = 'Đây là phiếu điều tra thử: câu trả lời không được tính vào kết quả điều tra.';
/** A word in what is answered in pilots, and one in remarks. */
const [ANSWERED, REMARKED] = ['hoangyencautraloi', 'hoangyengopy'];
const REMARK = 'a.pilot-remark';

beforeAll(async () => {
  of = await makeSurveyedRound('2023-01-04T02:00:00Z', false);
  at = `/api/rounds/${of.world.round}/survey/pilots`;
});
afterAll(() => of.server.close());

describe('[F68] a pilot is run by whoever leads the survey, before it is opened', () => {
  it('once at a time; the same again changes nothing, and nobody else sees it', async () => {
    const id = randomUUID();
    expect((await pilots()).items).toEqual([]);
    expect((await start(id, of.world.people.an)).status).toBe(403);
    expect((await start(id)).status).toBe(201);
    expect((await start(id)).status).toBe(200);
    expect(await start()).toMatchObject({ status: 409 });
    expect((await ask(of.server, of.world.people.an, 'GET', at)).status).toBe(403);
    const { obstacle, items } = await pilots();
    expect(obstacle).toContain('Đang có một đợt điều tra thử');
    expect(items).toHaveLength(1);
    expect(items[0].forms.every(({ link }: { link: string }) => /\/phieu\/thu-[A-Za-z0-9_-]{43}$/.test(link))).toBe(true);
  });

  it('on every page it says that it is a trial, about nobody, and what is kept', async () => {
    const token = await linkOf();
    const door = await of.get(`/phieu/${token}`);
    expect(door.page).toContain('Điều tra thử không ghi thông tin liên hệ.');
    expect(door.page).not.toContain('Tỉnh Minh họa');
    await of.begin(token);
    for (const query of ['', '?phan=1', '?phan=8', '?phan=gui', '?lang=en']) {
      const { status, page } = await of.get(`/phieu/${token}${query}`);
      expect([query, status, page.includes(BAND) || page.includes('This form is on trial')]).toEqual([query, 200, true]);
    }
    const unknown = await of.get(`/phieu/thu-${'A'.repeat(43)}`);
    expect([unknown.status, unknown.page.includes(BAND)]).toEqual([404, true]);
  });

  it('judges as a survey does, gives the same receipt for the same submission, and keeps no answer of it', async () => {
    const token = await linkOf();
    const { page: missing } = await of.get(`/phieu/${token}?phan=gui`);
    expect(missing).toContain('chỗ chưa trả lời hoặc cần sửa');
    expect((await of.post(`/phieu/${token}?phan=1`, { 'a.leadersDynamism': 'zzz' })).status).toBe(422);
    expect((await of.send(token)).status).toBe(422);
    await of.answer(token);
    await of.post(`/phieu/${token}?phan=7`, { 'a.proposal': ANSWERED });
    expect((await of.post(`/phieu/${token}?phan=8`, { [REMARK]: 'x'.repeat(1_001) })).page).toContain('Có 1 chỗ cần sửa');
    await of.post(`/phieu/${token}?phan=8`, { [REMARK]: `Câu 2 khó hiểu ${REMARKED}` });
    expect(await rows('SELECT FROM pilots.draft WHERE answers::text LIKE $1', [`%${ANSWERED}%`])).toHaveLength(1);
    const submission = randomUUID();
    const sent = await of.send(token, submission);
    expect(sent.page).toContain(BAND);
    expect(receiptOf(sent.page)).toMatch(/^[2-9A-Z]{4}-/);
    expect(receiptOf((await of.send(token, submission)).page)).toBe(receiptOf(sent.page));
    const left = await rows<{ text: string }>('SELECT t::text AS text FROM pilots.trial t UNION ALL SELECT d::text FROM pilots.draft d');
    expect(left.filter(({ text }) => text.includes(ANSWERED))).toEqual([]);
    // Another submission without the code of a form is none.
    expect((await of.post(`/phieu/${token}/gui`, { lan: randomUUID() })).to).toBe(`/phieu/${token}`);
    expect(await formOf()).toMatchObject({ begun: 1, sent: 1, seconds: null, questions: null, remarks: null });
  });

  it('lets many try by one link, each their own form, and go on with another device by its code', async () => {
    const token = await linkOf();
    const [one, other, elsewhere]: Device[] = [new Map(), new Map(), new Map()];
    await of.post(`/phieu/${token}/bat-dau`, {}, one);
    await of.post(`/phieu/${token}/bat-dau`, {}, other);
    // Pressed twice it is one form.
    await of.post(`/phieu/${token}/bat-dau`, {}, one);
    expect((await formOf()).begun).toBe(3);
    await of.post(`/phieu/${token}?phan=1`, { 'a.leadersDynamism': 'b' }, one);
    expect((await of.get(`/phieu/${token}?phan=1`, other)).page).not.toContain('checked');
    const code = /tiếp: ([2-9A-Z]{4}-[2-9A-Z]{4})/.exec((await of.get(`/phieu/${token}?phan=1`, one)).page)?.[1] ?? '';
    expect((await of.post(`/phieu/${token}/tiep`, { ma: '2222-2222' }, elsewhere)).status).toBe(422);
    await of.post(`/phieu/${token}/tiep`, { ma: code }, elsewhere);
    expect((await of.get(`/phieu/${token}?phan=1`, elsewhere)).page).toMatch(/name="a\.leadersDynamism" value="b" checked/);
  });

  it('tells from three forms on how long they took, what was left or got no opinion, and what was remarked', async () => {
    const token = await linkOf();
    for (const minutes of [4, 10]) {
      await of.begin(token);
      await of.answer(token);
      of.server.clock.pass(minutes * 60_000);
      await of.send(token);
    }
    const { sent, seconds, questions, remarks } = await formOf();
    expect(sent).toBe(3);
    expect(seconds).toEqual({ shortest: 0, median: 240, longest: 600 });
    expect(remarks).toEqual([`Câu 2 khó hiểu ${REMARKED}`]);
    // What need not be answered: the priorities were left by all, the proposal by all but one.
    expect(questions).toEqual([
      { number: 12, title: expect.stringContaining('ưu tiên'), asked: 3, left: 3, noOpinion: 0 },
      { number: 13, title: expect.any(String), asked: 3, left: 2, noOpinion: 0 },
    ]);
  });

  it('stands before the opening of the survey, and is ended first; then its links open nothing, and what was not sent is gone', async () => {
    const [{ id }] = (await pilots()).items;
    const token = await linkOf();
    const refused = await openSurvey();
    expect(refused).toMatchObject({ status: 409, body: { detail: expect.stringContaining('Đang có một đợt điều tra thử') } });
    await expect(addSurvey(of.server.owner, of.world.round, of.world.scheme.id, dung().account, of.server.clock.now())).rejects.toThrow('a pilot of');
    await of.begin(token);
    expect((await stop(id, of.world.people.an)).status).toBe(403);
    expect((await stop(randomUUID())).status).toBe(404);
    expect(await stop(id)).toMatchObject({ status: 200, body: { obstacle: null } });
    expect((await stop(id)).status).toBe(200);
    expect((await of.get(`/phieu/${token}`)).status).toBe(404);
    expect((await of.post(`/phieu/${token}?phan=1`, { 'a.leadersDynamism': 'a' })).status).toBe(404);
    expect(await rows('SELECT FROM pilots.draft')).toEqual([]);
    expect((await formOf()).link).toBe(null);
    // What it gave stays.
    expect((await formOf()).remarks).toHaveLength(1);
  });

  it('a questionnaire is changed after it and tried again: each pilot names the one that it tried', async () => {
    const [before] = (await pilots()).items;
    const changed = 'f'.repeat(64);
    await rows(
      `UPDATE edition_questionnaire SET form = jsonb_set(form::jsonb, '{title,vi}', '"Phiếu đã sửa"')::json, hash = $1 WHERE group_id = 'councillors'`,
      [changed],
    );
    expect((await start()).status).toBe(201);
    const { items } = await pilots();
    const told = (pilot: number) => items[pilot].forms.find(({ group }: { group: string }) => group === 'councillors');
    expect(items.map(({ number }: { number: number }) => number)).toEqual([2, 1]);
    expect(told(0)).toMatchObject({ hash: changed, changed: false, title: 'Phiếu đã sửa' });
    expect(told(1)).toMatchObject({ changed: true, title: before.forms.find(({ group }: { group: string }) => group === 'councillors').title });
    expect((await of.get(`/phieu/${await linkOf()}`)).page).toContain('Phiếu đã sửa');
  });
});

describe('[F68] what is tried is never mixed with what is answered', () => {
  it('lies where no foreign key, no role and no function leads to from a survey, nor back', async () => {
    const crossing = await rows<{ name: string }>(
      `SELECT conname AS name FROM pg_constraint WHERE contype = 'f' AND (conrelid::regclass::text ~ '^(pilots.|survey_pilot)') <> (confrelid::regclass::text ~ '^(pilots.|survey_pilot)')
        AND confrelid::regclass::text NOT IN ('round', 'edition', 'account')`,
    );
    expect(crossing).toEqual([]);
    const open = await rows(
      `SELECT r.rolname, t.relname FROM pg_roles r, pg_class t WHERE r.rolname LIKE 'parindex%' AND NOT r.rolsuper AND r.oid <> t.relowner AND t.relnamespace = 'pilots'::regnamespace AND t.relkind = 'r'
        AND has_table_privilege(r.oid, t.oid, 'SELECT, INSERT, UPDATE, DELETE')`,
    );
    expect(open).toEqual([]);
    const functions = await rows<{ name: string; text: string }>(
      `SELECT proname AS name, prosrc AS text FROM pg_proc WHERE pronamespace = 'app'::regnamespace AND prosrc ~ '(pilots.|survey_pilot)'`,
    );
    expect(functions.length).toBeGreaterThan(6);
    expect(
      functions.filter(({ text }) => /answers\.(?!response_)[a-z_]+ |respondents\./.test(text.replaceAll('d.answers', ''))).map(({ name }) => name),
    ).toEqual([]);
  });

  it('no link of one opens, keeps or sends the other, whatever is asked of the database', async () => {
    const tried = await linkOf();
    const code = '22222222';
    await rows('SELECT app.begin_tried_form($1, $2)', [tried, code]);
    const surveyed = 'B'.repeat(43);
    const one = async (query: string, values: unknown[]) => Object.values((await rows(query, values))[0] as object)[0];
    expect(await one('SELECT app.find_form($1, $2)', [Buffer.from(tried), code])).toBe(null);
    expect(await one('SELECT app.begin_form($1, $2, true)', [Buffer.from(tried), code])).toBe(false);
    expect(await one(`SELECT app.save_form($1, $2, '{}')`, [Buffer.from(tried), code])).toBe(false);
    expect(await one(`SELECT app.submit_form($1, gen_random_uuid(), '{}', 'X')->>'state'`, [Buffer.from(tried)])).toBe('unknown');
    expect(await one('SELECT app.find_tried_form($1, $2)', [surveyed, code])).toBe(null);
    expect(await one('SELECT app.begin_tried_form($1, $2)', [surveyed, code])).toBe(false);
    expect(await one(`SELECT app.save_tried_form($1, $2, '{}')`, [surveyed, code])).toBe(false);
    expect(await one(`SELECT app.send_tried_form($1, $2, gen_random_uuid(), '{}', NULL, 'X')->>'state'`, [surveyed, code])).toBe('unknown');
    const [pilot] = await rows<{ id: string }>('SELECT id FROM survey_pilot WHERE ended_at IS NULL');
    await expect(
      rows(`INSERT INTO survey_pilot_form (pilot_id, group_id, hash, form, token) VALUES ($1, 'x', repeat('0', 64), '{}', $2)`, [pilot?.id, surveyed]),
    ).rejects.toThrow('survey_pilot_form_token_check');
  });

  it('whatever was tried before, a survey counts to the letter what was answered in it, and no route tells a word of a pilot but its own', async () => {
    const token = await linkOf();
    for (let form = 0; form < 3; form += 1) {
      await of.begin(token);
      await of.answer(token, (_name, values) => values.at(-1) as string);
      await of.post(`/phieu/${token}?phan=7`, { 'a.proposal': ANSWERED });
      await of.post(`/phieu/${token}?phan=8`, { [REMARK]: REMARKED });
      await of.send(token);
    }
    await of.begin(token);
    await of.post(`/phieu/${token}?phan=7`, { 'a.proposal': ANSWERED });
    expect((await stop((await pilots()).items[0].id)).status).toBe(200);
    of.server.clock.set('2023-01-10T02:00:00Z');
    expect((await openSurvey()).status).toBe(201);
    expect(await start()).toMatchObject({ status: 409, body: { detail: expect.stringContaining('đã được mở') } });
    await expect(
      rows(
        `INSERT INTO survey_pilot (id, round_id, number, edition_id, started_by, started_at) SELECT gen_random_uuid(), round_id, 9, edition_id, opened_by, now() FROM survey`,
      ),
    ).rejects.toThrow('there is no pilot of it any more');
    for (const invited of await of.invite(4)) {
      await of.answer(invited);
      await of.send(invited);
    }
    const survey = `/api/rounds/${of.world.round}/survey`;
    const jobs = connectPool(of.server.urls.jobs, 2);
    expect((await ask(of.server, dung(), 'POST', `${survey}/end`, { reason: 'Đủ phiếu (minh họa)' })).status).toBe(204);
    while (await countForms(jobs, () => of.server.clock.now()));
    await jobs.end();
    expect((await ask(of.server, dung(), 'POST', `${survey}/estimates`)).status).toBe(201);
    expect(await rows('SELECT responses::int FROM survey')).toEqual([{ responses: 4 }]);
    // All chose the first option, and all in the pilot the last.
    const counts = await rows<{ option: string; count: number }>(`SELECT option, count::int FROM answers.answer_count WHERE question = 'leadersDynamism'`);
    expect(counts).toEqual([{ option: 'a', count: 4 }]);

    const places: Record<string, string> = { round: of.world.round, body: 'tinh-minh-hoa-01', group: 'councillors', edition: of.world.scheme.id };
    const urls = allContracts
      // Events stay open, and tell ids alone.
      .filter(({ method, url }) => method === 'GET' && !url.endsWith('/events'))
      .map(({ url }) => url.replaceAll(/\{(\w+)\}/g, (_, name) => places[name] ?? randomUUID()))
      .flatMap((url) => (url.endsWith('/survey/counts') ? [`${url}?group=councillors`] : [url]));
    urls.push(...['labelled', 'xlsx'].map((as) => `${survey}/answers/councillors?as=${as}`), '/api/audit?limit=200', '/api/search?q=hoangyen');
    const telling: string[] = [];
    const answered = new Set<string>();
    for (const url of urls) {
      const answer = await of.server.app.inject({ method: 'GET', url, headers: { cookie: `parindex_session=${dung().token}` } });
      if (answer.statusCode === 200) answered.add(url);
      const words = await wordsOfAnswer(answer.headers, answer.rawPayload);
      if (words.replaceAll('q=hoangyen', '').includes('hoangyenc') || words.includes(REMARKED)) telling.push(url);
    }
    for (const route of ['/answers/councillors', '/answers/councillors?as=xlsx', '/codebook/councillors', '/standing', '/counts?group=councillors'])
      expect(answered).toContain(survey + route);
    expect(answered.size).toBeGreaterThan(40);
    expect(telling).toEqual([at]);
    const [{ remarks }] = [await formOf()];
    expect(remarks).toEqual([REMARKED, REMARKED, REMARKED]);
    expect(JSON.stringify(await pilots())).not.toContain(ANSWERED);
  });
});
