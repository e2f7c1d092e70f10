import type { NumberText } from '../../quantity/number-text.ts';
import * as exact from '../../quantity/rational.ts';
import { at } from '../../reading/path.ts';
import { object, oneOf, optional, positive, required } from '../../reading/shape.ts';
import { answerField, number } from '../asks.ts';
import { NOTHING_USED, notAnswered, points } from '../inputs.ts';
import { type RuleKind, within } from '../kind.ts';
import { seeksNothing } from '../seek.ts';
import { givenWords } from './given.words.ts';

/** Points that a person gives, in steps where the scheme says so. */
export interface GivenRule {
  kind: 'given';
  step?: NumberText;
}

export const given: RuleKind<GivenRule> = {
  shape: object<GivenRule>({ kind: required(oneOf(['given'])), step: optional(positive) }),
  check: () => {},
  takes: ['points'],
  checkAnswer({ step }, answer, path, faults, bounds) {
    if (answer.points === undefined) return;
    const value = exact.fromText(answer.points);
    const onStep = step === undefined || exact.isInteger(exact.divide(value, exact.fromText(step)));
    if (!within(value, bounds) || !onStep) faults.add('outOfRange', at(path, 'points'), { found: answer.points, ...(step ? { step } : {}) });
  },
  uses: () => ({ ...NOTHING_USED, answer: ['points'] }),
  compile: () => (inputs) => (inputs.answer.points === undefined ? notAnswered(['answer.points']) : points(exact.fromText(inputs.answer.points))),
  asks: ({ step }, { item, group }) => ({
    answer: [
      answerField(
        'answer.points',
        number({ unit: 'points', minimum: group === 'penalty' ? (item.minimum ?? null) : '0', maximum: item.maximum, step: step ?? null }),
      ),
    ],
  }),
  seeks: seeksNothing,
  words: givenWords,
};
