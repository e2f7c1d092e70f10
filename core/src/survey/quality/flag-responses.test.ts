import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Faults } from '../../reading/faults.ts';
import { readJson } from '../../reading/json.ts';
import { QUALITY_FLAG_NAMES, qualityFlagText } from '../../words/quality-flag-words.ts';
import type { Answers } from '../answers/types.ts';
import { everything, form, matrix, single } from '../estimates/testing/small-form.ts';
import type { ResponseFacts } from './facts.ts';
import { flagResponses } from './flag-responses.ts';
import { QUALITY_FLAGS, type QualityFlag } from './flags.ts';
import { DEFAULT_QUALITY, type QualityLimits } from './limits.ts';
import { readQualityLimits } from './read-limits.ts';
import { medianOf } from './too-fast.ts';

const ROWS = ['r1', 'r2', 'r3', 'r4', 'r5', 'r6'];
const FORM = form([single('q1'), single('q2'), matrix('m', ROWS), single('q3'), single('q4')]);
const FORMS = new Map([['citizens', FORM]]);
const rows = (options: string) => ({ rows: Object.fromEntries(ROWS.map((row, index) => [row, options.charAt(index % options.length)])) });

/** An unsuspicious response, changed as said. */
const facts = (id: string, changes: Partial<ResponseFacts> = {}): ResponseFacts => ({
  id,
  form: 'citizens',
  stratum: 'nông thôn',
  answers: { q1: 'a', q2: 'b', m: rows('abc'), q3: 'a', q4: 'c' },
  asked: everything(FORM),
  durationSeconds: 300,
  startedHour: 9,
  device: null,
  place: null,
  metresAway: null,
  interviewer: null,
  score: null,
  ...changes,
});
const of = (answers: Answers) => ({ answers });
const limits = (changes: Partial<QualityLimits> = {}): QualityLimits => ({ ...DEFAULT_QUALITY, ...changes });
const codes = (responses: ResponseFacts[], by = limits()) => flagResponses(FORMS, responses, by).responses.map(({ code, response }) => `${response} ${code}`);
const text = (flag: QualityFlag | undefined) => flag && qualityFlagText(flag, 'vi');

describe('[F62] a response that was too fast', () => {
  const quick = { tooFast: { ofMedian: '0.5', leastResponses: '3', secondsPerQuestion: '2', leastPageQuestions: '5' } };
  const ids = ['x', 'y', 'z'];
  it('lies below a share of the median of its form: below, not on the limit', () => {
    const others = ids.map((id) => facts(id, { durationSeconds: 200, ...of({ q1: id }) }));
    expect(codes([...others, facts('on', { durationSeconds: 100 })], limits(quick))).toEqual([]);
    const { responses } = flagResponses(FORMS, [...others, facts('below', { durationSeconds: 99 })], limits(quick));
    expect(responses).toEqual([{ code: 'tooFast', response: 'below', details: { by: 'median', seconds: 99, limit: '100/1', page: null } }]);
    expect(text(responses[0])).toBe('Trả lời trong 99 giây, dưới mức 100 giây tính theo trung vị thời gian trả lời của mẫu phiếu này.');
  });
  it('or below so many seconds for each question asked, where there are too few to know a median', () => {
    // Ten questions: two, six rows, two.
    const first = (durationSeconds: number, asked = everything(FORM)) =>
      flagResponses(FORMS, [facts('one', { durationSeconds, asked })], limits()).responses[0];
    expect(first(20)).toBeUndefined();
    expect(first(19)).toMatchObject({ code: 'tooFast', details: { by: 'questions', seconds: 19, limit: '20/1' } });
    expect(first(19, new Set(['q1', 'q2', 'q3', 'q4']))).toBeUndefined();
  });
  it('or at one page; on paper nobody measured', () => {
    expect(flagResponses(FORMS, [facts('one', { perPageSeconds: { p1: 12 } })], limits()).responses[0]).toMatchObject({
      details: { by: 'page', page: 'p1', limit: '20/1' },
    });
    expect(codes([facts('paper', { durationSeconds: null, startedHour: null })])).toEqual([]);
  });
  it('the median of an even number is half-way between the two in the middle', () => {
    expect(medianOf([7, 1, 4])).toEqual({ n: 4n, d: 1n });
    expect(medianOf([7, 1, 4, 2])).toEqual({ n: 3n, d: 1n });
    expect(medianOf([2, 1])).toEqual({ n: 3n, d: 2n });
  });
});

describe('[F62] a straight line', () => {
  it('is one option at all rows of a matrix that were answered, from the declared number on', () => {
    const { responses } = flagResponses(FORMS, [facts('x', of({ q1: 'a', q2: 'b', m: rows('b') }))], limits());
    expect(responses).toEqual([{ code: 'straightLine', response: 'x', details: { runs: [{ questions: ROWS.map((row) => `m.${row}`), option: 'b' }] } }]);
    expect(text(responses[0])).toBe('Chọn cùng một phương án ở 6 câu hỏi liên tiếp.');
    expect(codes([facts('x', of({ m: { rows: { ...rows('b').rows, r6: 'a' } } }))])).toEqual([]);
    const five = { m: { rows: Object.fromEntries(ROWS.slice(1).map((row) => [row, 'b'])) } };
    expect(codes([facts('x', of(five))])).toEqual([]);
    expect(codes([facts('x', of(five))], limits({ straightLine: { leastQuestions: '5' } }))).toEqual(['x straightLine']);
  });
  it('is one option at all questions with the same options, too, wherever they stand in the form', () => {
    const singles = form(['q1', 'q2', 'q3', 'q4'].map((id) => single(id)));
    const cut = form([single('q1'), single('q2'), { ...single('n'), kind: 'number', places: '0' } as never, single('q3'), single('q4')]);
    const same = { q1: 'd', q2: 'd', q3: 'd', q4: 'd', n: '3' };
    const found = (questionnaire: typeof singles, answers: Answers) =>
      flagResponses(
        new Map([['citizens', questionnaire]]),
        [facts('x', { answers, asked: everything(questionnaire) })],
        limits({ straightLine: { leastQuestions: '4' } }),
      ).responses;
    expect(found(singles, same)).toHaveLength(1);
    expect(found(cut, same)).toHaveLength(1);
    expect(found(cut, { ...same, q4: 'a' })).toEqual([]);
  });
});

describe('[F62] answers that are those of another response', () => {
  const answers: Answers = { q1: 'a', q2: 'b', m: rows('abc'), q3: 'a', q4: 'c' };
  it('are found whole, on both sides, with how many there are', () => {
    const { responses } = flagResponses(FORMS, [facts('x', of(answers)), facts('y', of(answers)), facts('z', of({ ...answers, q4: 'd' }))], limits());
    expect(responses.map(({ response, details }) => [response, details])).toEqual([
      ['x', { questions: 10, others: 1, alike: expect.stringMatching(/^[0-9a-f]{64}$/) }],
      ['y', { questions: 10, others: 1, alike: expect.any(String) }],
    ]);
    expect(text(responses[0])).toBe('Nội dung trả lời 10 câu hỏi trùng hoàn toàn với 1 phiếu khác.');
  });
  it('say nothing where few questions were answered, or all with one option', () => {
    const few = of({ q1: 'a', m: rows('abc') });
    expect(codes([facts('x', few), facts('y', few)])).toEqual([]);
    const one = of({ q1: 'a', q2: 'a', m: rows('a'), q3: 'a', q4: 'a' });
    expect(codes([facts('x', one), facts('y', one)])).toEqual(['x straightLine', 'y straightLine']);
  });
  it('are found among many in one walk', () => {
    const made = (index: number) =>
      of({
        q1: 'abcd'.charAt(index & 3),
        q2: 'abcd'.charAt((index >> 2) & 3),
        m: rows('abc'),
        q3: 'abcd'.charAt((index >> 4) & 3),
        q4: 'abcd'.charAt((index >> 6) & 3),
      });
    const many = Array.from({ length: 3000 }, (_, index) => facts(`r${index}`, made(index % 256)));
    const { responses } = flagResponses(FORMS, many, limits());
    expect(responses.filter(({ code }) => code === 'equalAnswers')).toHaveLength(3000);
  });
});

describe('[F62] where, when and by what a response was taken', () => {
  const device = (id: string, changes: Partial<ResponseFacts> = {}) => facts(id, { device: 'm1', ...of({ q1: id }), ...changes });
  it('three from one device are told, an interviewer’s are not', () => {
    expect(codes([device('x'), device('y')])).toEqual([]);
    expect(codes([device('x'), device('y'), device('z'), device('i', { interviewer: 'dtv-01' })])).toEqual(['x sameDevice', 'y sameDevice', 'z sameDevice']);
    expect(codes(['x', 'y', 'z'].map((id) => device(id, { interviewer: 'dtv-01' })))).toEqual([]);
    expect(
      codes(
        ['x', 'y', 'z'].map((id) => device(id, { interviewer: 'dtv-01' })),
        limits({ sameDevice: { leastResponses: '3', takenBy: 'all' } }),
      ),
    ).toHaveLength(3);
  });
  it('so are three that one interviewer took at one place, and not three of three interviewers', () => {
    const at = (id: string, interviewer: string) => facts(id, { place: 'o1', interviewer, ...of({ q1: id }) });
    expect(codes([at('x', 'dtv-01'), at('y', 'dtv-01'), at('z', 'dtv-01')])).toEqual(['x samePlace', 'y samePlace', 'z samePlace']);
    expect(codes([at('x', 'dtv-01'), at('y', 'dtv-02'), at('z', 'dtv-03')])).toEqual([]);
  });
  it('at night nobody is interviewed; a respondent alone may answer then', () => {
    const begun = (startedHour: number, interviewer: string | null = 'dtv-01') => codes([facts('x', { startedHour, interviewer })]);
    expect([begun(5), begun(6), begun(20), begun(21), begun(23, null)]).toEqual([['x oddHour'], [], [], ['x oddHour'], []]);
  });
  it('far from the place assigned is above the limit, not on it', () => {
    const { responses } = flagResponses(
      FORMS,
      [facts('on', { metresAway: 500, ...of({ q1: 'a' }) }), facts('above', { metresAway: 1501, ...of({ q1: 'b' }) })],
      limits(),
    );
    expect(responses.map((flag) => [flag.response, text(flag)])).toEqual([
      ['above', 'Vị trí thực hiện cách địa điểm được phân công 1.501 m, vượt giới hạn 500 m.'],
    ]);
  });
});

describe('[F62] an interviewer whose responses differ from the others’', () => {
  const taken = (interviewer: string, score: string, count: number, stratum = 'nông thôn') =>
    Array.from({ length: count }, (_, index) => facts(`${interviewer}-${stratum}-${index}`, { interviewer, score, stratum, answers: { q1: 'a' } }));
  const effects = (responses: ResponseFacts[]) => flagResponses(FORMS, responses, limits()).interviewers;
  it('is told when the means lie farther apart than the limit; just the limit is allowed', () => {
    expect(effects([...taken('dtv-01', '3/4', 10), ...taken('dtv-02', '3/5', 10)])).toEqual([]);
    const found = effects([...taken('dtv-01', '1/1', 10), ...taken('dtv-02', '3/5', 10), ...taken('dtv-03', '4/5', 10)]);
    expect(found.map(({ interviewer, details }) => [interviewer, details.mean, details.otherMean, details.difference])).toEqual([
      ['dtv-01', '1/1', '7/10', '3/10'],
      ['dtv-02', '3/5', '9/10', '-3/10'],
    ]);
    expect(text(found[0])).toBe(
      'Điểm trung bình 10 phiếu của điều tra viên là 1; của 20 phiếu do các điều tra viên khác thực hiện trong cùng tầng là 0,7. Chênh lệch 0,3, vượt giới hạn 0,15.',
    );
  });
  it('is held against the same stratum alone, and only where both sides have responses enough', () => {
    expect(effects([...taken('dtv-01', '1/1', 10), ...taken('dtv-02', '0/1', 10, 'đô thị')])).toEqual([]);
    expect(effects([...taken('dtv-01', '1/1', 9), ...taken('dtv-02', '0/1', 10)])).toEqual([]);
  });
});

describe('[F62] flags', () => {
  it('are the same in whichever order responses are read, and of honest responses there is none', () => {
    const hour = fc.integer({ min: 0, max: 23 });
    const some = fc.record({
      durationSeconds: fc.integer({ min: 1, max: 400 }),
      startedHour: hour,
      device: fc.constantFrom('m1', 'm2', null),
      interviewer: fc.constantFrom('dtv-01', null),
      metresAway: fc.nat(900),
      q1: fc.constantFrom('a', 'b'),
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 14 }), (list) => {
        const responses = list.map(({ q1, ...changes }, index) => facts(`r${index}`, { ...changes, ...of({ q1, q2: 'b', m: rows('abc'), q3: 'c', q4: 'd' }) }));
        expect(codes(responses.toReversed()).toSorted()).toEqual(codes(responses).toSorted());
      }),
    );
    expect(codes([facts('x')])).toEqual([]);
  });
  it('have each a name and a sentence in both languages', () => {
    expect(Object.keys(QUALITY_FLAG_NAMES.vi)).toEqual([...QUALITY_FLAGS]);
    expect(Object.keys(QUALITY_FLAG_NAMES.en)).toEqual([...QUALITY_FLAGS]);
  });
});

describe('[F62] limits are declared', () => {
  const read = (raw: object) => {
    const faults = new Faults();
    return {
      read: readQualityLimits(readJson(JSON.stringify({ format: 'parindex-survey-quality/1', ...raw })).value, faults),
      faults: faults.list.map(({ code, path }) => `${code} ${path}`),
    };
  };
  it('with the house’s own where nothing is said, and as shortest texts', () => {
    expect(read({})).toEqual({ read: DEFAULT_QUALITY, faults: [] });
    expect(read({ tooFast: { ofMedian: '0.30' }, oddHour: { takenBy: 'all' } }).read).toEqual({
      ...DEFAULT_QUALITY,
      tooFast: { ...DEFAULT_QUALITY.tooFast, ofMedian: '0.3' },
      oddHour: { ...DEFAULT_QUALITY.oddHour, takenBy: 'all' },
    });
  });
  it('and all that is wrong with them is told at once', () => {
    const wrong = {
      tooFast: { ofMedian: 1.5 },
      sameDevice: { leastResponses: 1, takenBy: 'nobody' },
      oddHour: { from: 9, before: 9 },
      farAway: { metres: -1 },
      speed: {},
    };
    expect(read(wrong).faults.toSorted()).toEqual([
      'outOfRange /farAway/metres',
      'outOfRange /oddHour/before',
      'outOfRange /sameDevice/leastResponses',
      'outOfRange /tooFast/ofMedian',
      'unknownKey /speed',
      'unknownValue /sameDevice/takenBy',
    ]);
  });
});
