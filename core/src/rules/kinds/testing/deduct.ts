import { write } from '../../../testing/random-document.ts';
import { ids, lowest, randomTicks, titled } from '../../../testing/rule-parts.ts';
import { eventsOfTicks, type TestedKind, tickEvents } from '../../../testing/tested-kind.ts';

/** How a rule of the kind "deduct" is made up, and what of it must be met. */
export const deduct: TestedKind = {
  make: (setting, limits) => {
    const { random } = setting;
    const reach = limits.maximum - lowest(limits);
    const worth = () => write(random, (reach * BigInt(random.between(1, 8))) / 8n);
    return {
      checks: ids(setting, ['k1', 'k2', 'k4', 'toString'], 4).map((id) => ({ id, ...titled(setting), points: worth() })),
      combine: random.pick(['sum', 'worst']),
    };
  },
  answer: randomTicks,
  settings: ['deduct sum', 'deduct worst'],
  settingsOf(rule) {
    return [`deduct ${rule['combine']}`];
  },
  events: [...tickEvents('deduct'), 'capped at the minimum: deduct'],
  eventsOf: (outcome, rule) => eventsOfTicks(outcome, rule, 'deduct'),
};
