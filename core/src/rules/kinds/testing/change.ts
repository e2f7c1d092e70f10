import type { Doc, DocObject } from '../../../testing/random-document.ts';
import { QUANTITY_FORMS, randomQuantity } from '../../../testing/random-quantity.ts';
import { bandTable } from '../../../testing/rule-parts.ts';
import { bandEvents, byValue, edgesOfBands, eventsOfBands, nothingThere, ofQuantity, quantitySettings, type TestedKind } from '../../../testing/tested-kind.ts';

/** How a rule of the kind "change" is made up, and what of it must be met. */
export const change: TestedKind = {
  make: (setting, limits) => {
    const { random, figures } = setting;
    const previous = random.chance(0.6);
    const of = randomQuantity(setting, previous);
    const against: Doc = previous ? 'previous' : { figure: random.pick([...figures.count, ...figures.amount, ...figures.number]) };
    return { of, against, ...bandTable(setting, limits, of, against), ...(previous ? { whenNoPrevious: random.pick(['notApplicable', 'zero', 'full']) } : {}) };
  },
  often: true,
  settings: [
    ...quantitySettings(
      'change against previous',
      QUANTITY_FORMS.filter((form) => form !== 'estimate'),
    ),
    ...quantitySettings('change against figure'),
    ...['notApplicable', 'zero', 'full'].map((what) => `whenNoPrevious ${what}`),
  ],
  settingsOf(rule) {
    const previous = rule['against'] === 'previous';
    return [
      ...ofQuantity(rule['of'] as DocObject, `change against ${previous ? 'previous' : 'figure'}`),
      ...edgesOfBands(rule),
      ...(previous ? [`whenNoPrevious ${rule['whenNoPrevious']}`] : []),
    ];
  },
  events: [
    ...nothingThere('change'),
    ...['notApplicable', 'zero', 'full'].map((how) => `no previous: ${how}`),
    ...bandEvents('change'),
    'change: value below 0',
    'change: value 0',
  ],
  eventsOf: (outcome, rule) =>
    byValue(outcome, (value) => [
      ...(value[0] > 0n ? [] : [`change: value ${value[0] === 0n ? '0' : 'below 0'}`]),
      ...eventsOfBands(value, outcome.explanation, rule, 'change'),
    ]),
};
