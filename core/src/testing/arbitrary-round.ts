import fc from 'fast-check';
import { arbitraryBodies, arbitraryInputs, type BodyInputs } from './arbitrary-bodies.ts';
import { written } from './arbitrary-numbers.ts';
import { type FigureType, record } from './arbitrary-rule.ts';
import { arbitraryScheme, type SchemePlan } from './arbitrary-scheme.ts';
import { Dice } from './dice.ts';
import type { Json, JsonObject } from './documents.ts';
import { spoil } from './spoil-round.ts';

/** How many domains, criteria and bodies a round has at most, about. */
const USUAL_SIZE = 5;

/**
 * A whole round from a seed: a snapshot with its scheme in it, as plain JSON, numbers as texts. The same seed
 * and size give the same snapshot on every machine. About one in ten has a fault, by design or by chance;
 * `soundRoundFromSeed` spoils none by design.
 */
export function roundFromSeed(seed: number, size = USUAL_SIZE): JsonObject {
  const dice = new Dice(seed);
  const snapshot = arbitrarySnapshot(dice, size);
  return dice.chance(0.06) ? spoil(dice, snapshot) : snapshot;
}

/** A round without a fault by design; a division by zero or a part over its whole may still show in computing. */
export const soundRoundFromSeed = (seed: number, size = USUAL_SIZE): JsonObject => arbitrarySnapshot(new Dice(seed), size);

const seeds = fc.tuple(fc.integer({ min: 0, max: 0x7fffffff }), fc.integer({ min: 1, max: USUAL_SIZE }));

/** Rounds for properties; what is shrunk is their size. A failure names seed and size. */
export const arbitraryRound: fc.Arbitrary<Round> = seeds.map(([seed, size]) => ({ seed, size, snapshot: roundFromSeed(seed, size) }));
export const arbitrarySoundRound: fc.Arbitrary<Round> = seeds.map(([seed, size]) => ({ seed, size, snapshot: soundRoundFromSeed(seed, size) }));

export interface Round {
  readonly seed: number;
  readonly size: number;
  readonly snapshot: JsonObject;
}

function arbitrarySnapshot(dice: Dice, size: number): JsonObject {
  const plan = arbitraryScheme(dice, size);
  const bodies = arbitraryBodies(dice, plan, dice.chance(0.03) ? 0 : dice.integer(1, size + 3));
  const inputs = arbitraryInputs(dice, plan, bodies.length);
  const ids = bodies.map(({ id }) => id as string);
  const keyed = (part: (inputs: BodyInputs) => JsonObject | undefined, share: number): JsonObject => {
    const all = record();
    ids.forEach((id, index) => {
      const own = part(inputs[index] as BodyInputs);
      if (own && dice.chance(share)) all[id] = own;
    });
    return all;
  };
  const declared = (figures: BodyInputs['figures']): JsonObject => {
    const all = record();
    for (const [id, value] of dice.shuffled([...figures])) all[id] = { value: valueWritten(dice, value, plan.figures.get(id)), ...provenance(dice) };
    return all;
  };
  const previous = dice.chance(0.7)
    ? {
        previous: {
          round: '2025',
          bodies: keyed(
            (own) => ({
              ...(dice.chance(0.95) ? { figures: declared(own.previous) } : {}),
              ...(dice.chance(0.3) ? { items: { '1.1': written(dice, '1.25'), 'mã cũ': '-0' } } : {}),
            }),
            0.85,
          ),
        },
      }
    : {};
  return {
    format: 'parindex-snapshot/1',
    scheme: plan.scheme,
    round: { id: dice.pick(['2026', 'vòng 1']), year: dice.pick<Json>([2026, '2026', '-1', '2026.0']) },
    bodies,
    ...arbitraryExclusions(dice, plan, ids),
    figures: keyed((own) => declared(own.figures), 0.97),
    sheets: keyed((own) => own.sheet, 0.97),
    estimates: keyed((own) => own.estimates, 0.97),
    ...previous,
  };
}

function valueWritten(dice: Dice, value: string | boolean, type: FigureType | undefined): Json {
  return typeof value === 'boolean' || type === 'date' ? value : written(dice, value);
}

const provenance = (dice: Dice): JsonObject => (dice.chance(0.1) ? { source: dice.pick(['Sở Tài chính', '']), date: '2026-01-10', vintage: 'chính thức' } : {});

function arbitraryExclusions(dice: Dice, plan: SchemePlan, bodies: readonly string[]): JsonObject {
  const all = bodies.flatMap((body) => plan.items.filter(() => dice.chance(0.03)).map(({ code }) => ({ body, item: code, legalBasis: 'Điều 5' })));
  return all.length > 0 || dice.chance(0.2) ? { exclusions: dice.shuffled(all) } : {};
}
