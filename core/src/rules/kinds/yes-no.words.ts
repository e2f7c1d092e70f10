import { type RuleWording, words } from '../../words/rule-wording.ts';
import { texts } from '../../words/texts.ts';
import type { YesNoRule } from './yes-no.ts';

const TEXTS = texts({
  yesNo: { vi: 'Kê khai Có hoặc Không:', en: 'Answered yes or no:' },
  answered: {
    vi: (answer: string, points: string) => `Kê khai “${answer}”: ${points}.`,
    en: (answer: string, points: string) => `Answered “${answer}”: ${points}.`,
  },
});

/** How `yesNo` is told. */
export const yesNoWords: RuleWording<YesNoRule> = {
  texts: TEXTS,
  describe: (rule, _item, names) =>
    words(TEXTS[names.language].yesNo, {
      rows: [
        { what: names.phrases.yes, points: names.pointsOf(rule.yes) },
        { what: names.phrases.no, points: names.pointsOf(rule.no) },
      ],
    }),
  explain(rule, { inputs, names }) {
    const { yes, no } = names.phrases;
    const { answered } = TEXTS[names.language];
    return [inputs.answer?.yes ? answered(yes, names.pointsOf(rule.yes)) : answered(no, names.pointsOf(rule.no))];
  },
};
