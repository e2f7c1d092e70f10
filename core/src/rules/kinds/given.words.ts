import { type RuleWording, words } from '../../words/rule-wording.ts';
import { texts } from '../../words/texts.ts';
import type { GivenRule } from './given.ts';

const TEXTS = texts({
  given: {
    vi: (maximum: string, step: string | undefined) => `Chấm điểm trực tiếp, tối đa ${maximum}${step === undefined ? '' : `, theo bước ${step}`}.`,
    en: (maximum: string, step: string | undefined) => `Points are given directly, up to ${maximum}${step === undefined ? '' : `, in steps of ${step}`}.`,
  },
  taken: {
    vi: (most: string | undefined, step: string | undefined) =>
      `${most === undefined ? 'Trừ điểm trực tiếp' : `Trừ tối đa ${most}`}${step === undefined ? '' : `, theo bước ${step}`}.`,
    en: (most: string | undefined, step: string | undefined) =>
      `Points are taken away directly${most === undefined ? '' : `, up to ${most}`}${step === undefined ? '' : `, in steps of ${step}`}.`,
  },
  pointsGiven: { vi: (points: string) => `Điểm được chấm: ${points}.`, en: (points: string) => `Points given: ${points}.` },
});

/** How `given` is told. */
export const givenWords: RuleWording<GivenRule> = {
  texts: TEXTS,
  describe({ step }, { maximum, minimum }, names) {
    const own = TEXTS[names.language];
    const each = step && names.pointsOf(step);
    // A maximum of 0 is that of a penalty, which may have no end.
    return words(Number(maximum) === 0 ? own.taken(minimum && names.pointsOf(minimum.replace('-', '')), each) : own.given(names.pointsOf(maximum), each));
  },
  explain: (_rule, { inputs, names }) => [TEXTS[names.language].pointsGiven(names.pointsOf(inputs.answer?.points ?? '0'))],
};
