import { maybe } from '../../../testing/random-document.ts';
import { points } from '../../../testing/rule-parts.ts';
import { both, is, type TestedKind } from '../../../testing/tested-kind.ts';

/** How a rule of the kind "yesNo" is made up, and what of it must be met. */
export const yesNo: TestedKind = {
  make: (setting, limits) => ({
    ...maybe(setting.random, 0.5, () => ({ yes: points(setting, limits) })),
    ...maybe(setting.random, 0.4, () => ({ no: points(setting, limits) })),
  }),
  answer({ random }) {
    return { yes: random.chance(0.6) };
  },
  settings: [...both('yesNo yes'), ...both('yesNo no')],
  settingsOf(rule) {
    return [is('yesNo yes', rule, 'yes'), is('yesNo no', rule, 'no')];
  },
  events: [],
  eventsOf: () => [],
};
