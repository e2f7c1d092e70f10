import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AGREEMENT_NAMES, RESPONSE_DECISION_NAMES } from '../../words/quality-flag-words.ts';
import { form, LEVEL_OPTIONS, matrix, single } from '../estimates/testing/small-form.ts';
import { AGREEMENTS, agreementByQuestion, compareBackCheck, drawBackChecks } from './back-check.ts';
import { foldReviews, RESPONSE_DECISIONS, type ResponseReview, reviewedResponses } from './decisions.ts';

const review = (sequence: number, response: string, decision: ResponseReview['decision'], reason = 'Đã gọi lại'): ResponseReview => ({
  sequence,
  response,
  decision,
  reason,
});

describe('[F62] a reviewer decides about responses', () => {
  it('a flag takes nothing away: what nobody has set aside counts, what was set aside is told with its reason', () => {
    const reviews = [review(1, 'x', 'setAside', 'Điền trùng'), review(2, 'y', 'setAside'), review(3, 'y', 'accepted', 'Đã xác minh')];
    expect(reviewedResponses(['w', 'x', 'y', 'z'], new Set(['x', 'y', 'z']), reviews)).toEqual({
      counted: ['w', 'y', 'z'],
      setAside: [{ sequence: 1, response: 'x', decision: 'setAside', reason: 'Điền trùng', earlier: 0 }],
      open: ['z'],
    });
    expect(foldReviews(reviews).get('y')).toEqual({ sequence: 3, response: 'y', decision: 'accepted', reason: 'Đã xác minh', earlier: 1 });
    expect(Object.keys(RESPONSE_DECISION_NAMES.vi)).toEqual([...RESPONSE_DECISIONS]);
  });
  it('the latest decision holds in whichever order they are read; every response is counted or set aside, never both', () => {
    const ids = ['w', 'x', 'y', 'z'];
    const decisions = fc.array(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...RESPONSE_DECISIONS)), { maxLength: 12 });
    fc.assert(
      fc.property(decisions, fc.infiniteStream(fc.nat()), (list, keys) => {
        const reviews = list.map(([id, decision], sequence) => review(sequence, id, decision));
        const mixed = reviews.map((each) => ({ each, key: keys.next().value as number })).toSorted((a, b) => a.key - b.key);
        const found = foldReviews(mixed.map(({ each }) => each));
        expect(found).toEqual(foldReviews(reviews));
        for (const id of ids) expect(found.get(id)?.sequence).toBe(reviews.findLast(({ response }) => response === id)?.sequence);
        const { counted, setAside } = reviewedResponses(ids, new Set(), reviews);
        expect([...counted, ...setAside.map(({ response }) => response)].toSorted()).toEqual(ids);
        // Nothing is lost: each decision either holds or is one of those before.
        expect([...found.values()].reduce((sum, { earlier }) => sum + earlier + 1, 0)).toBe(reviews.length);
      }),
    );
  });
});

describe('[F63] back-checks are drawn', () => {
  const taken = (interviewer: string | null, count: number) => Array.from({ length: count }, (_, index) => ({ id: `${interviewer}-${index}`, interviewer }));
  it('of each interviewer the share, rounded up, and one at least; of respondents who answered alone none', () => {
    const drawn = drawBackChecks([...taken('dtv-01', 41), ...taken('dtv-02', 3), ...taken(null, 50)], '0.1', 'xổ số 15/06/2026');
    expect(drawn.filter((id) => id.startsWith('dtv-01'))).toHaveLength(5);
    expect(drawn.filter((id) => id.startsWith('dtv-02'))).toHaveLength(1);
    expect(drawn).toHaveLength(6);
    expect(drawBackChecks(taken('dtv-01', 9), '0', 's')).toHaveLength(1);
    expect(drawBackChecks(taken('dtv-01', 9), '1', 's')).toHaveLength(9);
    expect(drawBackChecks(taken('dtv-01', 20), '0.05', 's')).toHaveLength(1);
  });
  it('by the seed alone: the order of the list and what others bring change nothing, another seed does', () => {
    const list = [...taken('dtv-01', 40), ...taken('dtv-02', 40)];
    const drawn = drawBackChecks(list, '0.1', 'xổ số 15/06/2026');
    expect(drawBackChecks(list.toReversed(), '0.1', 'xổ số 15/06/2026')).toEqual(drawn);
    expect(drawBackChecks(taken('dtv-02', 40), '0.1', 'xổ số 15/06/2026')).toEqual(drawn.filter((id) => id.startsWith('dtv-02')));
    expect(drawBackChecks(list, '0.1', 'xổ số 16/06/2026')).not.toEqual(drawn);
  });
  it('with about the same chance for each response', () => {
    const times = new Map<string, number>();
    for (let seed = 0; seed < 400; seed++) for (const id of drawBackChecks(taken('dtv-01', 10), '0.2', `s${seed}`)) times.set(id, (times.get(id) ?? 0) + 1);
    // 80 expected of each; four standard deviations are 32.
    expect(times.size).toBe(10);
    for (const count of times.values()) expect(Math.abs(count - 80)).toBeLessThan(32);
  });
});

describe('[F63] a back-check is held against the first interview', () => {
  const asked = { required: false, noOpinion: true, when: [] };
  const FORM = form([
    single('q1'),
    matrix('m', ['r1', 'r2']),
    { ...asked, id: 'channels', kind: 'multiple', title: { vi: 'Kênh' }, options: LEVEL_OPTIONS, shuffled: false },
    { ...asked, id: 'visits', kind: 'number', title: { vi: 'Số lần' }, places: '0' },
    { ...asked, id: 'remark', kind: 'text', title: { vi: 'Góp ý' }, longest: '500' },
  ]);
  const first = { q1: 'a', m: { rows: { r1: 'b', r2: { noOpinion: true as const } } }, channels: ['a', 'b'], visits: '2', remark: 'Tốt' };

  it('question by question, where both have an answer; "no opinion" is one, free texts are left out', () => {
    const second = { q1: 'a', m: { rows: { r1: 'b', r2: 'c' } }, channels: ['a', 'b'], visits: '3', remark: 'Khác' };
    const found = compareBackCheck(FORM, first, second);
    expect(found.questions.map(({ question, agreement }) => `${question} ${agreement}`)).toEqual([
      'q1 same',
      'm.r1 same',
      'm.r2 differs',
      'channels same',
      'visits differs',
    ]);
    expect(found).toMatchObject({ compared: 5, same: 3, share: '3/5' });
  });
  it('a shorter second interview is compared as far as it went', () => {
    const found = compareBackCheck(FORM, { ...first, q1: { noOpinion: true } }, { q1: { noOpinion: true }, visits: '2' });
    expect(found).toMatchObject({ compared: 2, same: 2, share: '1/1' });
    expect(found.questions).toContainEqual({ question: 'm.r1', agreement: 'onlyFirst' });
    expect(compareBackCheck(FORM, {}, { q1: 'a' })).toEqual({ questions: [{ question: 'q1', agreement: 'onlySecond' }], compared: 0, same: 0, share: null });
    expect(Object.keys(AGREEMENT_NAMES.vi)).toEqual([...AGREEMENTS]);
  });
  it('many together say which question is not understood', () => {
    const comparisons = [
      compareBackCheck(FORM, first, { q1: 'a', visits: '5' }),
      compareBackCheck(FORM, first, { q1: 'b', visits: '7' }),
      compareBackCheck(FORM, first, {}),
    ];
    expect(agreementByQuestion(comparisons).map(({ question, compared, same, share }) => [question, compared, same, share])).toEqual([
      ['q1', 2, 1, '1/2'],
      ['m.r1', 0, 0, null],
      ['m.r2', 0, 0, null],
      ['channels', 0, 0, null],
      ['visits', 2, 0, '0/1'],
    ]);
  });
});
