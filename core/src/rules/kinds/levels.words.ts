import { inLanguage } from '../../words/language.ts';
import { type RuleWording, titled, words } from '../../words/rule-wording.ts';
import { texts } from '../../words/texts.ts';
import type { LevelsRule } from './levels.ts';

const TEXTS = texts({
  levels: { vi: 'Chọn một mức:', en: 'One level is chosen:' },
  chosen: { vi: (title: string, points: string) => `Mức ${title}: ${points}.`, en: (title: string, points: string) => `Level ${title}: ${points}.` },
});

/** How `levels` is told. */
export const levelsWords: RuleWording<LevelsRule> = {
  texts: TEXTS,
  describe: (rule, _item, names) =>
    words(TEXTS[names.language].levels, {
      rows: rule.levels.map((level) => ({
        what: titled(level, names),
        points: level.points === undefined ? names.phrases.rule.upTo(names.pointsOf(level.upTo as string)) : names.pointsOf(level.points),
      })),
    }),
  explain(rule, { inputs, names }) {
    const level = rule.levels.find(({ id }) => id === inputs.answer?.level);
    const title = names.phrases.quote(inLanguage(level?.title, names.language) ?? level?.id ?? '');
    return [TEXTS[names.language].chosen(title, names.pointsOf(level?.points ?? inputs.answer?.points ?? '0'))];
  },
};
