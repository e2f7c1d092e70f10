import { maybe } from '../../../testing/random-document.ts';
import { ids, points, randomTicks, titled } from '../../../testing/rule-parts.ts';
import { eventsOfTicks, type TestedKind, tickEvents } from '../../../testing/tested-kind.ts';

/** How a rule of the kind "checks" is made up, and what of it must be met. */
export const checks: TestedKind = {
  make: (setting, limits) => {
    const { random } = setting;
    const all = !limits.penalty && random.chance(0.4);
    const worth = () => (all && random.chance(0.5) ? {} : { points: points(setting, limits) });
    return {
      checks: ids(setting, ['k1', 'k2', 'k3', 'constructor'], 4).map((id) => ({ id, ...worth(), ...titled(setting) })),
      ...maybe(random, all ? 1 : 0.3, () => ({ all })),
    };
  },
  answer: randomTicks,
  settings: ['checks sum', 'checks all'],
  settingsOf(rule) {
    return [`checks ${rule['all'] === true ? 'all' : 'sum'}`];
  },
  events: [...tickEvents('checks'), 'capped at the maximum: checks', 'capped at the minimum: checks'],
  eventsOf: (outcome, rule) => eventsOfTicks(outcome, rule, 'checks'),
};
