import { type DocObject, unitsIn, write } from '../../../testing/random-document.ts';
import { ids, lowest, points, titled } from '../../../testing/rule-parts.ts';
import type { TestedKind } from '../../../testing/tested-kind.ts';

/** How a rule of the kind "levels" is made up, and what of it must be met. */
export const levels: TestedKind = {
  make: (setting, limits) => {
    const { random } = setting;
    const edge = limits.penalty ? lowest(limits) : limits.maximum;
    const worth = () => (random.chance(0.4) ? { upTo: write(random, (edge * BigInt(random.between(1, 4))) / 4n) } : { points: points(setting, limits) });
    return { levels: ids(setting, ['l1', 'l2', 'true', 'a/b', '1'], 4).map((id) => ({ id, ...worth(), ...titled(setting) })) };
  },
  answer({ random }, rule) {
    const level = random.pick(rule['levels'] as DocObject[]);
    const upTo = unitsIn(level['upTo']);
    if (upTo === undefined || random.chance(0.08)) return { level: level['id'] as string };
    return { level: level['id'] as string, points: write(random, (upTo * BigInt(random.pick([0, 1, 2, 3, 4, 4]))) / 4n) };
  },
  settings: ['levels fixed', 'levels upTo', 'levels upTo below 0'],
  settingsOf(rule) {
    return [
      ...new Set(
        (rule['levels'] as DocObject[]).map((level) =>
          level['upTo'] === undefined ? 'levels fixed' : (unitsIn(level['upTo']) ?? 0n) < 0n ? 'levels upTo below 0' : 'levels upTo',
        ),
      ),
    ];
  },
  events: [],
  eventsOf: () => [],
};
