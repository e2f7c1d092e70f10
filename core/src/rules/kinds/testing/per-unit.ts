import { type DocObject, UNIT, unitsIn, write } from '../../../testing/random-document.ts';
import { randomQuantity } from '../../../testing/random-quantity.ts';
import { both, byValue, is, nothingThere, off, ofQuantity, quantitySettings, type TestedKind } from '../../../testing/tested-kind.ts';

/** How a rule of the kind "perUnit" is made up, and what of it must be met. */
export const perUnit: TestedKind = {
  make: (setting, limits) => {
    const { random, edges } = setting;
    const of = randomQuantity(setting);
    const free = random.chance(0.5) ? random.pick([UNIT, 2n * UNIT, UNIT / 2n, 0n]) : undefined;
    edges.push({ of, at: free ?? 0n }, { of, at: (free ?? 0n) + UNIT });
    const each = random.pick([UNIT / 10n, UNIT / 4n, (UNIT * 3n) / 10n, UNIT]) * (limits.penalty ? -1n : 1n);
    return { of, points: write(random, each), ...(free === undefined ? {} : { free: write(random, free) }) };
  },
  settings: [...quantitySettings('perUnit'), ...both('perUnit free')],
  settingsOf(rule) {
    return [...ofQuantity(rule['of'] as DocObject, 'perUnit'), is('perUnit free', rule, 'free')];
  },
  events: [
    ...nothingThere('perUnit'),
    ...['under', 'at', 'over'].map((what) => `perUnit: ${what} the free units`),
    'capped at the maximum: perUnit',
    'capped at the minimum: perUnit',
  ],
  eventsOf: (outcome, rule) =>
    byValue(outcome, (value) => {
      const distance = off(value, unitsIn(rule['free']) ?? 0n);
      return [`perUnit: ${distance < 0n ? 'under' : distance === 0n ? 'at' : 'over'} the free units`];
    }),
};
