import { maybe, UNIT, unitsIn, write } from '../../../testing/random-document.ts';
import { both, is, type TestedKind } from '../../../testing/tested-kind.ts';

/** How a rule of the kind "given" is made up, and what of it must be met. */
export const given: TestedKind = {
  make: ({ random }) => maybe(random, 0.5, () => ({ step: write(random, random.pick([UNIT / 4n, UNIT / 2n, UNIT / 10n, UNIT / 8n])) })),
  answer({ random }, rule, { maximum, minimum, penalty }) {
    const low = penalty ? (minimum ?? -2n * UNIT) : 0n;
    const step = unitsIn(rule['step']);
    if (step === undefined) return { points: write(random, random.pick([low, maximum, (low + maximum) / 2n, low + (maximum - low) / 3n])) };
    const steps = Number((maximum - low) / step);
    return { points: write(random, penalty ? -step * BigInt(random.between(0, steps)) : step * BigInt(random.between(0, steps))) };
  },
  settings: both('given step'),
  settingsOf(rule) {
    return [is('given step', rule, 'step')];
  },
  events: [],
  eventsOf: () => [],
};
