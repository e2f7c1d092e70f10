import { bandRows, bandStep, measured, ofValue, quantityNotes, type RuleWording, words } from '../../words/rule-wording.ts';
import { texts } from '../../words/texts.ts';
import type { BandsRule } from './bands.ts';

const TEXTS = texts({
  bands: { vi: (quantity: string) => `Theo ${quantity}:`, en: (quantity: string) => `By ${quantity}:` },
});

/** How `bands` is told. */
export const bandsWords: RuleWording<BandsRule> = {
  texts: TEXTS,
  describe: (rule, _item, names) =>
    words(TEXTS[names.language].bands(names.quantity(rule.of)), { rows: bandRows(rule, names), notes: quantityNotes(rule.of, names) }),
  explain: ofValue((rule, value, scored) => [measured(rule.of, value, scored), bandStep(rule, scored)]),
};
