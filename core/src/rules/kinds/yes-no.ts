import type { NumberText } from '../../quantity/number-text.ts';
import * as exact from '../../quantity/rational.ts';
import { at } from '../../reading/path.ts';
import { number, object, oneOf, optional, required, withDefault } from '../../reading/shape.ts';
import { answerField } from '../asks.ts';
import { NOTHING_USED, notAnswered, points } from '../inputs.ts';
import { checkPoints, type RuleKind } from '../kind.ts';
import { nextBetterOption } from '../seek.ts';
import { yesNoWords } from './yes-no.words.ts';

/** A question answered yes or no. */
export interface YesNoRule {
  kind: 'yesNo';
  /** Default: the item's maximum. */
  yes: NumberText;
  no: NumberText;
}

export const yesNo: RuleKind<YesNoRule> = {
  shape: object<YesNoRule>({ kind: required(oneOf(['yesNo'])), yes: optional(number) as never, no: withDefault(number, () => '0') }),
  complete(rule, maximum) {
    if (maximum !== undefined) rule.yes ??= maximum;
  },
  check(rule, path, context) {
    checkPoints(rule.yes, at(path, 'yes'), context);
    checkPoints(rule.no, at(path, 'no'), context);
  },
  takes: ['yes'],
  uses: () => ({ ...NOTHING_USED, answer: ['yes'] }),
  compile(rule) {
    const [yes, no] = [exact.fromText(rule.yes), exact.fromText(rule.no)];
    return ({ answer }) => (answer.yes === undefined ? notAnswered(['answer.yes']) : points(answer.yes ? yes : no));
  },
  asks: () => ({ answer: [answerField('answer.yes', { kind: 'yesNo' })] }),
  seeks: (_rule, seeker, { yes }) => nextBetterOption(seeker, [{ option: !yes, answer: { yes: !yes }, upTo: false }]),
  words: yesNoWords,
};
