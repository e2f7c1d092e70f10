import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as exact from '../../quantity/rational.ts';
import { Faults } from '../../reading/faults.ts';
import { readJson } from '../../reading/json.ts';
import { hashOf } from '../../reading/normal-form.ts';
import { readYaml } from '../../reading/yaml.ts';
import { readScheme } from '../../scheme/read.ts';
import type { Scheme } from '../../scheme/types.ts';
import { computeDocument, type JsonObject } from '../../testing/documents.ts';
import { BODY, domain, item, snapshot } from '../../testing/small-round.ts';
import { askedQuestions } from '../answers/asked.ts';
import { readQuestionnaire } from '../questionnaire/read.ts';
import type { Questionnaire } from '../questionnaire/types.ts';
import { absentText } from './absent-text.ts';
import { countAnswers } from './count-answers.ts';
import { countedQuestions } from './counted-questions.ts';
import { estimatesOf } from './estimates-of.ts';
import { type Counts, countsOf, foldCounts } from './fold-counts.ts';
import { scoreOfAnswers } from './score-of-answers.ts';
import { snapshotEstimates } from './snapshot-estimates.ts';
import { edition, everything, form, matrix, single, WEIGHTED } from './testing/small-form.ts';

const GROUPS = [
  { id: 'councillors', weight: 1 },
  { id: 'leaders', weight: 1 },
];
const ITEM = (questions: string[], minimum = 1) =>
  item('1.1', {
    maximum: 2,
    source: 'survey',
    rule: { kind: 'surveyMean', questions: questions.map((id) => ({ id })), groupWeights: 'declared', minimumAnswers: minimum, belowMinimum: 'notAnswered' },
  });
const EDITION = edition({
  survey: {
    places: 4,
    groups: GROUPS,
    questions: [
      { id: 'drive', groups: ['councillors'], options: WEIGHTED },
      { id: 'staff', groups: ['councillors'], options: WEIGHTED },
    ],
  },
  domains: [domain('1', [ITEM(['drive', 'staff'], 30)])],
});

const counted = (of: Record<string, Record<string, number>>, group = 'councillors', cluster = 'Xã Minh họa 01'): Counts =>
  foldCounts([
    Object.entries(of).flatMap(([question, options]) =>
      Object.entries(options).map(([option, count]) => ({ stratum: 'toàn tỉnh', cluster, group, question, option, count })),
    ),
  ]);

describe('[F70] estimates from counts', () => {
  it('46 councillors of a real edition: the weighted mean of those with an option, rounded once', () => {
    const source = readFileSync(new URL('../../../../schemes/province-2022/scheme.yaml', import.meta.url), 'utf8');
    const scheme = readScheme(readYaml(source).value, new Faults()) as Scheme;
    const councillors = form([single('q1', { feeds: { question: 'leadersDynamism' } })], { scheme: scheme.id });
    const { estimates, absent } = estimatesOf(
      scheme,
      [councillors],
      counted({ q1: { a: 20, b: 20, c: 5, d: 1, '#noOpinion': 3, '#notAnswered': 2, '#notAsked': 4 } }),
    );
    // (20 × 1 + 20 × 0.6 + 5 × 0.2 + 1 × 0) / 46 = 33/46 = 0.71739…
    expect(estimates['leadersDynamism']?.['councillors']).toEqual({
      mean: '0.7174',
      answers: 46,
      counts: { a: 20, b: 20, c: 5, d: 1 },
      hash: hashOf({ edition: hashOf(scheme), question: 'leadersDynamism', group: 'councillors', counts: { a: '20', b: '20', c: '5', d: '1' } }),
    });
    expect(absent).toContainEqual({ question: 'leadersDynamism', group: 'departmentLeaders', because: 'notTied', options: [] });
    expect(absent).toContainEqual({ question: 'sipas', group: 'all', because: 'noWeights', options: [] });
  });

  it('the forms of a real edition feed all that its items wait for, but the index that arrives ready made; with the best answers all of them have full points', () => {
    const folder = new URL('../../../../schemes/province-2022/', import.meta.url);
    const yaml = (name: string) => readYaml(readFileSync(new URL(name, folder), 'utf8')).value;
    const scheme = readScheme(yaml('scheme.yaml'), new Faults()) as Scheme;
    const forms = readdirSync(new URL('questionnaires/', folder)).map(
      (name) => readQuestionnaire(yaml(`questionnaires/${name}`), scheme, new Faults()) as Questionnaire,
    );
    const responses = forms.map((questionnaire) => {
      const answers = Object.fromEntries(
        countedQuestions(questionnaire).flatMap(({ question, row, feeds }) => (feeds && row === null ? [[question, 'a']] : [])),
      );
      const rows = Map.groupBy(
        countedQuestions(questionnaire).filter(({ row, feeds }) => feeds && row !== null),
        ({ question }) => question,
      );
      for (const [question, of] of rows) Object.assign(answers, { [question]: { rows: Object.fromEntries(of.map(({ row }) => [row, 'a'])) } });
      const asked = new Set(askedQuestions(questionnaire, answers).map(({ id }) => id));
      return countsOf({ stratum: 'toàn tỉnh', cluster: 'toàn tỉnh', group: questionnaire.group }, countAnswers(questionnaire, answers, asked));
    });
    const survey = estimatesOf(scheme, forms, foldCounts(responses));
    expect(survey.absent).toEqual([{ question: 'sipas', group: 'all', because: 'noWeights', options: [] }]);
    const estimates = snapshotEstimates([[BODY, survey]]);
    const { result, faults } = computeDocument(
      readJson(
        JSON.stringify(snapshot(scheme as never, { estimates: estimates as never, bodies: [{ id: BODY, name: 'Tỉnh Minh họa 01', type: 'province' }] })),
      ),
    );
    expect(faults).toEqual([]);
    const bySurvey = result?.bodies[0]?.items.filter(({ explanation }) => explanation.rule === 'surveyMean') ?? [];
    expect(bySurvey.length).toBeGreaterThan(10);
    for (const { points, maximum } of bySurvey) expect(points).toBe(maximum);
  });

  it('a row of a matrix feeds a question of its own, options go by the edition’s where the form has others', () => {
    const staff = matrix('agency', ['people', 'money'], {
      rows: [
        { id: 'people', title: { vi: 'Con người' }, feeds: { question: 'staff', options: { a: 'd', d: 'a' } } },
        { id: 'money', title: { vi: 'Tài chính' } },
      ],
    } as never);
    const { estimates } = estimatesOf(EDITION, [form([staff])], counted({ 'agency.people': { a: 3, b: 1 }, 'agency.money': { a: 9 } }));
    expect(estimates['staff']?.['councillors']).toMatchObject({ mean: '0.1500', answers: 4, counts: { a: 0, b: 1, c: 0, d: 3 } });
  });

  it('where nobody answered there is no estimate, never a 0; where nobody is satisfied there is one, and it is 0', () => {
    const both = form([single('q1', { feeds: { question: 'drive' } }), single('q2', { feeds: { question: 'staff' } })]);
    const { estimates, absent, small } = estimatesOf(EDITION, [both], counted({ q1: { d: 29 }, q2: { '#noOpinion': 12, '#notAnswered': 1 } }));
    expect(Object.keys(estimates)).toEqual(['drive']);
    expect(estimates['drive']?.['councillors']).toMatchObject({ mean: '0.0000', answers: 29 });
    expect(absent).toEqual([{ question: 'staff', group: 'councillors', because: 'noAnswers', options: [] }]);
    // The item asks for 30: it is listed here, and decided by the item's rule.
    expect(small).toEqual([{ item: '1.1', question: 'drive', group: 'councillors', minimum: '30', answers: 29 }]);
  });

  it('what does not belong to the edition is told and not guessed at', () => {
    const odd = form([single('q1', { feeds: { question: 'drive', options: { a: 'A' } } }), single('q2', { feeds: { question: 'unknown' } })]);
    const { estimates, absent } = estimatesOf(EDITION, [odd], counted({ q1: { a: 2, b: 5 }, q2: { a: 1 } }));
    expect(estimates).toEqual({});
    expect(absent.map(({ question, because, options }) => [question, because, options])).toEqual([
      ['drive', 'unknownOption', ['A']],
      ['staff', 'notTied', []],
      ['unknown', 'notInEdition', []],
    ]);
    expect(absent.map((one) => absentText(one, 'vi'))[0]).toBe('Có phương án trả lời không thuộc bộ tiêu chí: A.');
  });

  it('leaders are not asked what the edition asks of councillors alone', () => {
    const leaders = form([single('q1', { feeds: { question: 'drive' } })], { group: 'leaders' });
    const { estimates, absent } = estimatesOf(EDITION, [leaders], counted({ q1: { a: 5 } }, 'leaders'));
    expect(estimates).toEqual({});
    expect(absent).toContainEqual({ question: 'drive', group: 'leaders', because: 'notInEdition', options: [] });
  });

  it('stands in a snapshot as it is, and the item has its points by it', () => {
    const both = form([single('q1', { feeds: { question: 'drive' } }), single('q2', { feeds: { question: 'staff' } })]);
    const survey = estimatesOf(EDITION, [both], counted({ q1: { a: 30, b: 10 }, q2: { a: 20, d: 20 } }));
    const written = snapshotEstimates([
      [BODY, survey],
      ['minh-hoa-02', { estimates: {}, absent: [], small: [] }],
    ]);
    expect(written).toEqual({ [BODY]: { drive: { councillors: { mean: '0.9000', answers: 40 } }, staff: { councillors: { mean: '0.5000', answers: 40 } } } });
    const { result, faults } = computeDocument(readJson(JSON.stringify(snapshot(EDITION as never, { estimates: written as never }))));
    expect(faults).toEqual([]);
    const [scored] = result?.bodies[0]?.items ?? [];
    // The mean of 0.9 and 0.5, times 2.
    expect(scored?.points).toBe('7/5');
  });

  it('changes its hash with the counts, the group, the question and the edition, and with nothing else', () => {
    const q1 = form([single('q1', { feeds: { question: 'drive' } })]);
    const hash = (counts: Counts, of = 'edition') => estimatesOf(EDITION, [q1], counts, of).estimates['drive']?.['councillors']?.hash;
    const first = hash(counted({ q1: { a: 2, b: 1 } }));
    expect(hash(foldCounts([counted({ q1: { a: 1, b: 1 } }), counted({ q1: { a: 1, '#notAnswered': 7 } }, 'councillors', 'Xã Minh họa 02')]))).toBe(first);
    expect(hash(counted({ q1: { a: 2, c: 1 } }))).not.toBe(first);
    expect(hash(counted({ q1: { a: 2, b: 1 } }), 'another')).not.toBe(first);
  });

  it('lies within its weights, is exact to half a place, and the same as of every answer by itself', () => {
    const q1 = form([single('q1', { feeds: { question: 'drive' } })]);
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'd', '#noOpinion'), { maxLength: 60 }), (options) => {
        const counts = foldCounts(options.map((option) => counted({ q1: { [option]: 1 } })));
        const found = estimatesOf(EDITION, [q1], counts, '').estimates['drive']?.['councillors'];
        const weights = options.flatMap((option) => WEIGHTED.find(({ id }) => id === option)?.weight ?? []).map(exact.fromText);
        expect(found?.answers ?? 0).toBe(weights.length);
        if (!found) return;
        const mean = exact.divide(exact.sum(weights), exact.integer(weights.length));
        expect(found.mean).toBe(exact.toDecimal(mean, 4, 'halfUp'));
      }),
    );
  });

  it('one response by itself has the mean weight of its tied answers', () => {
    const both = form([single('q1', { feeds: { question: 'drive' } }), single('q2', { feeds: { question: 'staff' } }), single('q3')]);
    expect(scoreOfAnswers(EDITION, both, { q1: 'a', q2: 'c', q3: 'd' }, everything(both))).toBe('3/5');
    expect(scoreOfAnswers(EDITION, both, { q1: 'a', q2: 'c' }, new Set(['q1']))).toBe('1/1');
    expect(scoreOfAnswers(EDITION, both, { q3: 'a', q1: { noOpinion: true } }, everything(both))).toBeNull();
  });
});

describe('[F70] citizens’ satisfaction becomes points by a conversion that the edition declares', () => {
  const scored = (rule: JsonObject, mean: [number, number]) => {
    const scheme = edition({
      survey: {
        places: 4,
        questions: [
          {
            id: 'sipas',
            options: [
              { id: 'satisfied', weight: 1 },
              { id: 'not', weight: 0 },
            ],
          },
        ],
      },
      domains: [domain('1', [item('1.1', { maximum: 10, source: 'satisfaction', rule: { ...rule, of: { estimate: 'sipas' } } })])],
    });
    const citizens = form(
      [
        single('q', {
          options: [
            { id: 'satisfied', title: { vi: 'Hài lòng' } },
            { id: 'not', title: { vi: 'Không hài lòng' } },
          ],
          feeds: { question: 'sipas' },
        } as never),
      ],
      {
        group: 'all',
      },
    );
    const [satisfied, not] = mean;
    const estimates = snapshotEstimates([[BODY, estimatesOf(scheme, [citizens], counted({ q: { satisfied, not } }, 'all'))]]);
    const { result, faults } = computeDocument(readJson(JSON.stringify(snapshot(scheme as never, { estimates: estimates as never }))));
    expect(faults).toEqual([]);
    return result?.bodies[0]?.items[0]?.points;
  };

  it('in proportion: 75.03% of 10 points is 7.503, and a target may be set', () => {
    expect(scored({ kind: 'proportional' }, [7503, 2497])).toBe('7503/1000');
    expect(scored({ kind: 'proportional', target: 0.9 }, [7503, 2497])).toBe('2501/300');
    expect(scored({ kind: 'proportional', target: 0.9 }, [95, 5])).toBe('10/1');
  });

  it('by a table of percentages and points: at an edge, below it, above all', () => {
    const bands = [
      { from: 0.9, points: 10 },
      { from: 0.8, points: 8.5 },
      { from: 0.75, points: 7.48 },
    ];
    const table = { kind: 'bands', bands, otherwise: 0 };
    expect(scored(table, [90, 10])).toBe('10/1');
    expect(scored(table, [8999, 1001])).toBe('17/2');
    expect(scored(table, [7503, 2497])).toBe('187/25');
    expect(scored(table, [75, 25])).toBe('187/25');
    expect(scored(table, [7499, 2501])).toBe('0/1');
  });
});
