import { type RuleWording, words } from '../../words/rule-wording.ts';
import { texts } from '../../words/texts.ts';
import type { GivenRule } from './given.ts';

const TEXTS = texts({
  given: {
    vi: (maximum: string, step: string | undefined) => `Chấm điểm trực tiếp, tối đa ${maximum}${step === undefined ? '' : `, theo bước ${step}`}.`,
    en: (maximum: string, step: string | undefined) => `Points are given directly, up to ${maximum}${step === undefined ? '' : `, in steps of ${step}`}.`,
  },
  pointsGiven: { vi: (points: string) => `Điểm được chấm: ${points}.`, en: (points: string) => `Points given: ${points}.` },
});

/** How `given` is told. */
export const givenWords: RuleWording<GivenRule> = {
  texts: TEXTS,
  describe: ({ step }, { maximum }, names) => words(TEXTS[names.language].given(names.pointsOf(maximum), step && names.pointsOf(step))),
  explain: (_rule, { inputs, names }) => [TEXTS[names.language].pointsGiven(names.pointsOf(inputs.answer?.points ?? '0'))],
};
