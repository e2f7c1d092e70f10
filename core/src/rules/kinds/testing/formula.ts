import { numberExpression } from '../../../testing/random-expression.ts';
import { FORMULA_SETTINGS, ofFormula, type TestedKind } from '../../../testing/tested-kind.ts';

/** How a rule of the kind "formula" is made up, and what of it must be met. */
export const formula: TestedKind = {
  make: (setting) => ({ expression: numberExpression(setting, setting.random.pick([1, 2, 2, 3])) }),
  settings: FORMULA_SETTINGS,
  settingsOf(rule) {
    return ofFormula(String(rule['expression']));
  },
  events: [...['halfUp', 'halfEven'].map((mode) => `formula: rounds ${mode}`), 'capped at the maximum: formula', 'capped at the minimum: formula'],
  eventsOf: ({ state, mode }, rule) => (state === 'scored' && String(rule['expression']).includes('round(') ? [`formula: rounds ${mode}`] : []),
};
