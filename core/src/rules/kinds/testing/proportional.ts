import { type DocObject, isDocObject, maybe, UNIT, unitsIn, write } from '../../../testing/random-document.ts';
import { randomQuantity } from '../../../testing/random-quantity.ts';
import { edgeValue, points } from '../../../testing/rule-parts.ts';
import { both, byValue, is, nothingThere, off, ofQuantity, quantitySettings, type TestedKind } from '../../../testing/tested-kind.ts';

/** How a rule of the kind "proportional" is made up, and what of it must be met. */
export const proportional: TestedKind = {
  make: (setting, limits) => {
    const { random, edges } = setting;
    const of = randomQuantity(setting);
    const target = random.pick([UNIT, UNIT / 2n, (UNIT * 17n) / 20n, 2n * UNIT, 10n * UNIT, UNIT / 3n]);
    const withTarget = random.chance(0.5);
    edges.push({ of, at: withTarget ? target : UNIT });
    return {
      of,
      ...maybe(random, withTarget ? 1 : 0, () => ({ target: write(random, target) })),
      ...maybe(random, 0.5, () => {
        const floor = edgeValue(setting, of);
        edges.push({ of, at: floor }, { of, at: floor });
        return { floor: write(random, floor) };
      }),
      ...maybe(random, 0.4, () => ({ belowFloor: points(setting, limits) })),
      ...maybe(random, 0.6, () => ({
        round: { places: write(random, BigInt(random.pick([0, 1, 1, 2, 2, 3])) * UNIT), mode: random.pick(['halfUp', 'halfEven']) },
      })),
    };
  },
  fits: ({ penalty }) => !penalty,
  settings: [
    ...quantitySettings('proportional'),
    ...['target', 'floor', 'belowFloor'].flatMap((key) => both(`proportional ${key}`)),
    ...['none', 'halfUp', 'halfEven'].map((mode) => `proportional round ${mode}`),
  ],
  settingsOf(rule) {
    const round = rule['round'];
    return [
      ...ofQuantity(rule['of'] as DocObject, 'proportional'),
      ...['target', 'floor', 'belowFloor'].map((key) => is(`proportional ${key}`, rule, key)),
      `proportional round ${isDocObject(round) ? round['mode'] : 'none'}`,
    ];
  },
  events: [
    ...nothingThere('proportional'),
    ...['under the floor', 'on the floor', 'a unit under the floor', 'on the target', 'over the target', 'below 0', 'row rounded'].map(
      (what) => `proportional: ${what}`,
    ),
    'capped at the maximum: proportional',
  ],
  eventsOf: (outcome, rule) => byValue(outcome, (value) => ofShare(value, rule)),
};

function ofShare(value: readonly [bigint, bigint], rule: DocObject): string[] {
  const floor = unitsIn(rule['floor']);
  const fromFloor = floor === undefined ? 1n : off(value, floor);
  const fromTarget = off(value, unitsIn(rule['target']) ?? UNIT);
  const happened: readonly (readonly [boolean, string])[] = [
    [fromFloor < 0n, 'under the floor'],
    [fromFloor === 0n, 'on the floor'],
    [fromFloor === -value[1], 'a unit under the floor'],
    [fromTarget === 0n, 'on the target'],
    [fromTarget > 0n, 'over the target'],
    [value[0] < 0n, 'below 0'],
    [rule['round'] !== undefined, 'row rounded'],
  ];
  return happened.filter(([did]) => did).map(([, what]) => `proportional: ${what}`);
}
