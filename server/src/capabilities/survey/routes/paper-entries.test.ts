import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectPool } from '../../../db/connect.ts';
import { addPerson } from '../../../testing/add-person.ts';
import { ask, type Person } from '../../../testing/world.ts';
import { countForms } from '../count-forms.ts';
import { makePaperSurvey, PAPER, type PaperSurvey, type Typed } from '../testing/paper-survey.ts';

const OF = { body: 'tinh-minh-hoa-01', group: 'councillors' };

let of: PaperSurvey;
let jobs: pg.Pool;
let [one, two, three] = [] as unknown as [Person, Person, Person];
/** Codes of forms that were handed out on the spot. */
let codes: string[];
let [good, fair] = [] as unknown as [Typed, Typed];
beforeAll(async () => {
  of = await makePaperSurvey();
  jobs = connectPool(of.server.urls.jobs, 4);
  [one, two, three] = of.typists;
  // On the list as long as the forms are printed: those that are addressed later are for people of their own.
  await of.invite(12);
  codes = (await of.print({ ...OF, kind: 'unaddressed', forms: 12 })).codes;
  await of.server.owner.query(`UPDATE respondents.respondent SET replaced_by = id, replaced_reason = 'retired'`);
  [good, fair] = [await of.answersAt(0), await of.answersAt(1)];
});
afterAll(async () => {
  await jobs.end();
  await of.server.close();
});

const rows = async <T extends object>(query: string, values: unknown[] = []) => (await of.server.owner.query<T>(query, values)).rows;
const taken = () =>
  rows<{ thrift: string; mode: string }>(`SELECT answers->>'thrift' AS thrift, mode FROM answers.response WHERE submitted_at IS NOT NULL ORDER BY 1`);
const next = () => codes.pop() as string;
const addressed = async () => {
  const [token] = await of.invite(1);
  const [code] = (await of.print({ ...OF, kind: 'addressed' })).codes;
  return { token: token as string, code: code as string };
};
const outcomeOf = ({ status, body }: Awaited<ReturnType<PaperSurvey['enter']>>) => (status < 300 ? body.outcome : `${status} ${body.code}`);

describe('[F59] a form is typed twice', () => {
  it('by two persons who see nothing of each other; as they agree it is taken, once', async () => {
    const code = next();
    expect((await of.lookUp(one, code)).body).toMatchObject({ place: 1, differing: [], body: { name: 'Tỉnh Minh họa 01' }, form: { group: 'councillors' } });
    expect(outcomeOf(await of.enter(one, code, 1, good))).toBe('first');
    const second = await of.lookUp(two, code);
    expect(second.body).toMatchObject({ place: 2, differing: [] });
    // The form as it was printed, and nothing of what the first has typed.
    expect(JSON.stringify({ ...second.body, form: null })).not.toContain('thrift');
    expect(await taken()).toEqual([]);
    expect(outcomeOf(await of.enter(two, code.toLowerCase().replaceAll('-', ' '), 2, good))).toBe('counted');
    expect(await taken()).toEqual([{ thrift: 'a', mode: 'paper' }]);
    for (const who of [one, two, three]) expect((await of.lookUp(who, code)).body.detail).toContain('đã được tính');
    expect(outcomeOf(await of.enter(three, code, 3, good))).toBe('409 notNow');
    expect(await taken()).toHaveLength(1);
  });

  it('never by the same person, held by the database too', async () => {
    const code = next();
    await of.enter(one, code, 1, good);
    expect((await of.lookUp(one, code)).body.detail).toContain('người khác');
    expect(outcomeOf(await of.enter(one, code, 2, good))).toBe('409 notNow');
    const [entry] = await rows<{ reference: Buffer }>(
      'SELECT reference FROM answers.paper_entry GROUP BY reference HAVING count(*) = 1 AND bool_and(typed_by = $1)',
      [one.account],
    );
    await expect(
      of.server.owner.query(
        `INSERT INTO answers.paper_entry SELECT reference, 2, round_id, body_id, group_id, addressed, answers, invalid, typed_by, typed_at FROM answers.paper_entry
         WHERE reference = $1 AND place = 1`,
        [entry?.reference],
      ),
    ).rejects.toThrow('paper_entry_reference_typed_by_key');
  });

  it('what is sent again gets the same answer and adds nothing', async () => {
    const code = next();
    for (let times = 0; times < 2; times += 1) expect(outcomeOf(await of.enter(one, code, 1, good))).toBe('first');
    for (let times = 0; times < 2; times += 1) expect(outcomeOf(await of.enter(two, code, 2, fair))).toBe('differs');
    for (let times = 0; times < 2; times += 1) expect(outcomeOf(await of.enter(three, code, 3, fair))).toBe('counted');
    expect(outcomeOf(await of.enter(one, code, 1, fair))).toBe('409 notNow');
  });

  it('nobody else types, and codes that were typed wrongly are told as such', async () => {
    const code = next();
    for (const who of ['an', 'binh', 'khanh', 'hanh'] as const) expect((await of.lookUp(of.world.people[who], code)).status).toBe(403);
    const wrong = `${code.slice(0, -1)}${code.endsWith('A') ? 'B' : 'A'}`;
    const told = await of.lookUp(one, wrong);
    expect([told.status, told.body.faults]).toEqual([
      422,
      [expect.objectContaining({ code: 'check', path: '/code', message: expect.stringContaining('đổi chỗ') })],
    ]);
    expect((await of.lookUp(one, 'ABCD')).body.faults[0]).toMatchObject({ code: 'length' });
    // Of another survey, or of none.
    await of.server.owner.query(`UPDATE respondents.paper_form SET code_hash = sha256('khac') WHERE code_hash = sha256(convert_to($1, 'UTF8'))`, [
      code.replaceAll('-', ''),
    ]);
    expect((await of.lookUp(one, code)).status).toBe(404);
    expect((await of.enter(one, code, 1, good)).status).toBe(404);
  });

  it('whoever also works for the body that is judged does not type about it', async () => {
    const code = next();
    const both = await addPerson(of.server, 'hai-noi', 'Cao Thị Kiêm', 'owner', 'bo-minh-hoa');
    await of.server.owner.query(
      `INSERT INTO membership (id, account_id, body_id, role, from_date, granted_at) VALUES (gen_random_uuid(), $1, 'tinh-minh-hoa-01', 'clerk', '2022-01-01', $2)`,
      [both.account, of.server.clock.now()],
    );
    expect((await of.lookUp(both, code)).body.detail).toContain('cơ quan được đánh giá');
    expect(outcomeOf(await of.enter(both, code, 1, good))).toBe('409 notNow');
  });
});

describe('[F59] what stands on paper is typed as it stands', () => {
  it('what is missing may be missing; what cannot be read is marked as invalid, counts as not answered and is kept as such', async () => {
    const code = next();
    const { thrift: _, ...left } = good;
    expect(outcomeOf(await of.enter(one, code, 1, left, ['thrift']))).toBe('first');
    // Another person who left it out without a mark has read something else.
    expect(outcomeOf(await of.enter(two, code, 2, left))).toBe('differs');
    expect((await of.lookUp(three, code)).body.differing).toEqual([
      {
        line: 'thrift',
        entries: [
          { answer: null, invalid: true },
          { answer: null, invalid: false },
        ],
      },
    ]);
    expect(outcomeOf(await of.enter(three, code, 3, {}, ['thrift']))).toBe('counted');
    expect(await rows(`SELECT answers ? 'thrift' AS has, invalid FROM answers.response WHERE invalid <> '{}'`)).toEqual([{ has: false, invalid: ['thrift'] }]);
  });

  it('answers are judged by the judgement of all answers, with all that is wrong at once', async () => {
    const code = next();
    const { status, body } = await of.enter(one, code, 1, { ...good, thrift: 'z', nothing: 'a' });
    expect([status, body.faults.map(({ code: fault, path }: { code: string; path: string }) => `${fault} ${path}`)]).toEqual([
      422,
      ['unknownQuestion /answers/nothing', 'unknownOption /answers/thrift'],
    ]);
    expect(body.faults[1].place).toMatch(/^Câu \d+$/);
    expect((await of.enter(one, code, 1, good, ['nothing'])).body.faults).toHaveLength(1);
  });

  it('a form with nothing on it is counted as blank, and not typed', async () => {
    const code = next();
    expect((await of.enter(one, code, 1, {})).body.detail).toContain('phiếu trắng');
    expect((await of.enter(one, code, 1, {}, ['thrift'])).body).toMatchObject({ code: 'notNow' });
  });
});

describe('[F59] a third person settles what two differ in', () => {
  it('sees that alone, and neither of the two settles it', async () => {
    const code = next();
    await of.enter(one, code, 1, good);
    await of.enter(two, code, 2, { ...good, thrift: 'b' });
    for (const who of [one, two]) expect((await of.lookUp(who, code)).body.detail).toContain('người khác');
    expect((await of.lookUp(three, code)).body).toMatchObject({
      place: 3,
      differing: [
        {
          line: 'thrift',
          entries: [
            { answer: 'a', invalid: false },
            { answer: 'b', invalid: false },
          ],
        },
      ],
    });
    // What the two agree in stays, whatever a third says of it.
    const before = (await taken()).length;
    const [other] = Object.keys(good).filter((id) => id !== 'thrift') as [string];
    expect(outcomeOf(await of.enter(three, code, 3, { thrift: 'c', [other]: fair[other] }))).toBe('counted');
    expect(await taken()).toHaveLength(before + 1);
    expect(await rows(`SELECT answers->>$1 AS other FROM answers.response WHERE answers->>'thrift' = 'c'`, [other])).toEqual([{ other: good[other] }]);
  });
});

describe('[F59] whoever comes at the same moment', () => {
  it('of two second entries one is kept; of two that settle a form one does', async () => {
    const code = next();
    await of.enter(one, code, 1, good);
    const seconds = await Promise.all([of.enter(two, code, 2, fair), of.enter(three, code, 2, fair)]);
    expect(seconds.map(outcomeOf).toSorted()).toEqual(['409 notNow', 'differs']);
    const [third, fourth] = [seconds[0]?.status === 201 ? three : two, await addPerson(of.server, 'nhap-bon', 'Mai Văn Nhập', 'owner', 'bo-minh-hoa')];
    const settling = await Promise.all([of.enter(third, code, 3, fair), of.enter(fourth, code, 3, fair)]);
    expect(settling.map(outcomeOf).toSorted()).toEqual(['409 notNow', 'counted']);
  });

  it('who answers on line and on paper counts once, whichever comes first', async () => {
    for (let times = 0; times < 3; times += 1) {
      const { token, code } = await addressed();
      await of.answer(token);
      await of.enter(one, code, 1, fair);
      const before = (await taken()).length;
      const [paper, sent] = await Promise.all([of.enter(two, code, 2, fair), of.send(token)]);
      expect([outcomeOf(paper) === 'counted', sent.status === 200].filter(Boolean)).toEqual([true]);
      expect(await taken()).toHaveLength(before + 1);
    }
  });

  it('who has answered on line is not typed; whose paper is counted does not answer on line', async () => {
    const first = await addressed();
    await of.answer(first.token);
    await of.send(first.token);
    expect((await of.lookUp(one, first.code)).body.detail).toContain('đã trả lời bằng cách khác');
    expect(outcomeOf(await of.enter(one, first.code, 1, good))).toBe('409 notNow');
    const second = await addressed();
    await of.enter(one, second.code, 1, good);
    await of.enter(two, second.code, 2, good);
    expect((await of.get(`/phieu/${second.token}`)).status).toBe(404);
    // Another form of the same person counts neither.
    const third = await addressed();
    const [again] = (await of.print({ ...OF, kind: 'addressed', only: 'unanswered' })).codes;
    await of.enter(one, third.code, 1, good);
    await of.enter(two, third.code, 2, good);
    expect((await of.lookUp(one, again as string)).status).toBe(409);
  });

  it('[F60] counted with all other forms, each once', async () => {
    while (await countForms(jobs, () => of.server.clock.now()));
    const forms = await taken();
    const sums = await rows<{ option: string; count: number }>(`SELECT option, count::int FROM answers.answer_count WHERE question = 'thrift' ORDER BY 1`);
    expect(sums.reduce((sum, { count }) => sum + count, 0)).toBe(forms.length);
    expect(sums.find(({ option }) => option === 'a')?.count).toBe(forms.filter(({ thrift }) => thrift === 'a').length);
  });
});

describe('[F59] how far it is', () => {
  it('is told by body and group; the trail tells neither codes nor answers', async () => {
    const { progress } = (await ask(of.server, one, 'GET', PAPER)).body;
    const papers = (await taken()).filter(({ mode }) => mode === 'paper').length;
    expect(progress).toMatchObject([{ counted: papers, once: expect.any(Number), differing: 0 }]);
    expect(progress[0].elsewhere).toBeGreaterThan(0);
    const trail = await rows<{ act: string; content: object }>(`SELECT act, content FROM audit WHERE act IN ('survey.typePaper', 'survey.reconcilePaper')`);
    expect(new Set(trail.flatMap(({ content }) => Object.keys(content)))).toEqual(new Set(['outcome']));
  });
});
