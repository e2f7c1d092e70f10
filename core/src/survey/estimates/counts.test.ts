import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answers } from '../answers/types.ts';
import { countAnswers } from './count-answers.ts';
import { type CountedCell, countsOf, foldCounts } from './fold-counts.ts';
import { everything, form, LEVEL_OPTIONS, matrix, single } from './testing/small-form.ts';

const asked = { required: false, noOpinion: true, when: [] };
const FORM = form([
  single('q1'),
  matrix('staff', ['attitude', 'skill', 'time']),
  { ...asked, id: 'channels', kind: 'multiple', title: { vi: 'Kênh' }, options: LEVEL_OPTIONS, shuffled: false },
  { ...asked, id: 'times', kind: 'number', title: { vi: 'Số lần' }, places: '0' },
  { ...asked, id: 'remark', kind: 'text', title: { vi: 'Góp ý' }, longest: '500' },
]);
const cellsOf = (answers: Answers, shown = everything(FORM)) => countAnswers(FORM, answers, shown).map(({ question, option }) => `${question} ${option}`);

describe('[F70] what one response adds to the counts', () => {
  it('is one cell a question, a row of a matrix being a question; no opinion and no answer stand apart', () => {
    const answers: Answers = {
      q1: 'b',
      staff: { rows: { attitude: 'a', skill: { noOpinion: true } } },
      channels: ['a', 'd'],
      times: '3',
    };
    expect(cellsOf(answers)).toEqual([
      'q1 b',
      'staff.attitude a',
      'staff.skill #noOpinion',
      'staff.time #notAnswered',
      'channels #answered',
      'channels a',
      'channels d',
      'times #answered',
      'remark #notAnswered',
    ]);
  });
  it('is told as not asked where the question was skipped, whatever stands under it', () => {
    const shown = new Set([...everything(FORM)].filter((id) => id !== 'staff'));
    expect(cellsOf({ q1: { noOpinion: true }, staff: { rows: { attitude: 'a' } }, channels: [], remark: 'Tốt' }, shown)).toEqual([
      'q1 #noOpinion',
      'staff.attitude #notAsked',
      'staff.skill #notAsked',
      'staff.time #notAsked',
      'channels #notAnswered',
      'times #notAnswered',
      'remark #answered',
    ]);
  });
  it('takes names as names, even those that every object has', () => {
    const odd = form([single('constructor'), matrix('toString', ['__proto__'])]);
    expect(countAnswers(odd, {}, everything(odd)).map(({ option }) => option)).toEqual(['#notAnswered', '#notAnswered']);
  });
});

const cell = fc.record({
  stratum: fc.constantFrom('đô thị', 'nông thôn'),
  cluster: fc.constantFrom('Thôn Minh họa 01', 'Thôn Minh họa 02'),
  group: fc.constantFrom('all', 'councillors'),
  question: fc.constantFrom('q1', 'q1.a', '","'),
  option: fc.constantFrom('a', '#noOpinion', '"'),
  count: fc.integer({ min: 0, max: 5 }),
});

describe('[F70] counts of many responses', () => {
  it('come to the same in any order and any parts, and to what a recount gives', () => {
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 40 }), fc.infiniteStream(fc.nat(5)), (cells, cuts) => {
        const whole = foldCounts([cells]);
        const parts: CountedCell[][] = [[]];
        const order = cells.map((each) => ({ each, at: cuts.next().value as number })).toSorted((a, b) => a.at - b.at);
        for (const { each, at } of order) {
          if (at > 2) parts.push([]);
          parts.at(-1)?.push(each);
        }
        expect(foldCounts(parts)).toEqual(whole);
        expect(foldCounts(parts.map((part) => foldCounts([part])))).toEqual(whole);
        expect(foldCounts([whole])).toEqual(whole);
        const recount = (of: CountedCell) =>
          cells.filter((each) => JSON.stringify({ ...each, count: 0 }) === JSON.stringify({ ...of, count: 0 })).reduce((sum, { count }) => sum + count, 0);
        for (const each of whole) expect(each.count).toBe(recount(each));
        expect(whole.reduce((sum, { count }) => sum + count, 0)).toBe(cells.reduce((sum, { count }) => sum + count, 0));
      }),
    );
  });
  it('of two villages are those of the village and the village', () => {
    const place = (cluster: string) => ({ stratum: 'nông thôn', cluster, group: 'all' });
    const cells = countAnswers(FORM, { q1: 'a' }, new Set(['q1'])).filter(({ question }) => question === 'q1');
    const one = foldCounts([countsOf(place('Thôn Minh họa 01'), cells), countsOf(place('Thôn Minh họa 01'), cells)]);
    const other = foldCounts([countsOf(place('Thôn Minh họa 03'), cells)]);
    expect(foldCounts([other, one]).map(({ cluster, count }) => [cluster, count])).toEqual([
      ['Thôn Minh họa 01', 2],
      ['Thôn Minh họa 03', 1],
    ]);
  });
});
