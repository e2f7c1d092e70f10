import type { DocObject } from '../../../testing/random-document.ts';
import { randomQuantity } from '../../../testing/random-quantity.ts';
import { bandTable } from '../../../testing/rule-parts.ts';
import { bandEvents, byValue, edgesOfBands, eventsOfBands, nothingThere, ofQuantity, quantitySettings, type TestedKind } from '../../../testing/tested-kind.ts';

/** How a rule of the kind "bands" is made up, and what of it must be met. */
export const bands: TestedKind = {
  make: (setting, limits) => {
    const of = randomQuantity(setting);
    return { of, ...bandTable(setting, limits, of) };
  },
  settings: [...quantitySettings('bands'), 'band from', 'band above'],
  settingsOf(rule) {
    return [...ofQuantity(rule['of'] as DocObject, 'bands'), ...edgesOfBands(rule)];
  },
  events: [...nothingThere('bands'), ...bandEvents('bands')],
  eventsOf: (outcome, rule) => byValue(outcome, (value) => eventsOfBands(value, outcome.explanation, rule, 'bands')),
};
