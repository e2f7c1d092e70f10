import type { Json } from '../../../testing/documents.ts';
import { type DocObject, maybe, UNIT, unitsIn, write } from '../../../testing/random-document.ts';
import { both, is, type Outcome, type TestedKind } from '../../../testing/tested-kind.ts';

/** How a rule of the kind "surveyMean" is made up, and what of it must be met. */
export const surveyMean: TestedKind = {
  make: (setting) => {
    const { random, questions } = setting;
    const weight = () => maybe(random, 0.5, () => ({ weight: write(random, BigInt(random.between(1, 6)) * (UNIT / 2n)) }));
    return {
      questions: random
        .shuffled(questions)
        .slice(0, random.between(1, 3))
        .map((id) => ({ id, ...weight() })),
      groupWeights: random.pick(['declared', 'answers']),
      ...maybe(random, 0.6, () => ({ minimumAnswers: write(random, BigInt(random.pick([1, 30, 30])) * UNIT) })),
      belowMinimum: random.pick(['notAnswered', 'notApplicable']),
    };
  },
  fits: ({ penalty }, { questions }) => !penalty && questions.length > 0,
  often: true,
  settings: [
    ...['declared', 'answers'].map((weights) => `surveyMean groupWeights ${weights}`),
    ...['notAnswered', 'notApplicable'].map((what) => `surveyMean belowMinimum ${what}`),
    ...both('surveyMean minimumAnswers'),
    ...['1', '2', '3'].map((count) => `surveyMean questions ${count}`),
  ],
  settingsOf(rule) {
    return [
      `surveyMean groupWeights ${rule['groupWeights']}`,
      `surveyMean belowMinimum ${rule['belowMinimum']}`,
      is('surveyMean minimumAnswers', rule, 'minimumAnswers'),
      `surveyMean questions ${(rule['questions'] as DocObject[]).length}`,
    ];
  },
  events: [
    ...['notAnswered', 'notApplicable'].map((how) => `below the minimum of answers: ${how}`),
    ...['a group is left out', 'a question is not asked of a group', 'every group is there', 'nothing there'].map((what) => `surveyMean: ${what}`),
  ],
  eventsOf: ofSurvey,
};

type Result = { readonly [key: string]: Json };

function ofSurvey({ state, explanation, groups }: Outcome, rule: DocObject): string[] {
  const estimates = ((explanation['inputs'] as Result)['estimates'] ?? {}) as Result;
  const there = Object.values(estimates).map((byGroup) => Object.values(byGroup as Result) as Result[]);
  if (state === 'notAnswered' && there.length === 0 && explanation['because'] === null) return ['surveyMean: nothing there'];
  if (state !== 'scored') return [];
  const least = Number((unitsIn(rule['minimumAnswers']) ?? UNIT) / UNIT);
  const every = there.length === (rule['questions'] as DocObject[]).length && there.every((byGroup) => byGroup.length === groups);
  return [
    ...(there.some((byGroup) => byGroup.some((estimate) => Number(estimate['answers']) < least)) ? ['surveyMean: a group is left out'] : []),
    every ? 'surveyMean: every group is there' : 'surveyMean: a question is not asked of a group',
  ];
}
