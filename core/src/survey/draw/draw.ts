import * as exact from '../../quantity/rational.ts';
import { type Rational, toFraction } from '../../quantity/rational.ts';
import { hashOf } from '../../reading/normal-form.ts';
import type { Frame } from '../frame/types.ts';
import { type DrawDesign, frameColumns, type Stage } from './design.ts';
import type { DrawFault } from './faults.ts';
import { type DrawKey, DrawNumbers } from './generator.ts';
import { type Stratum, strataOf, type UnitList } from './population.ts';
import { DRAW_FORMAT, type DrawnUnit, type DrawRecord, hashOfDraw, type ShortUnit } from './record.ts';
import { sampleCounts } from './sample-size.ts';
import { seedFault } from './seed.ts';
import { drawable, inclusion, select, selectReserves } from './select.ts';

export type Drawn = { readonly record: DrawRecord } | { readonly faults: readonly DrawFault[] };

/** Holds a draw: the same frame, design and seed give the same record, always. Or tells all reasons why it cannot be held. */
export function drawSample(frame: Frame, design: DrawDesign, seed: string): Drawn {
  const faults: DrawFault[] = [];
  const wrong = seedFault(seed);
  if (wrong) faults.push({ code: wrong, details: {} });
  const wanted = frameColumns(design);
  const asked = { strata: wanted.strata.map(({ column }) => column), upper: wanted.upper };
  if (JSON.stringify(asked) !== JSON.stringify(frame.columns)) {
    const told = ({ strata, upper }: Frame['columns']) => [...strata, ...upper].join(', ');
    return { faults: [...faults, { code: 'columnsDiffer', details: { found: told(frame.columns), expected: told(asked) } }] };
  }
  const strata = strataOf(frame, design);
  const sized = sampleCounts(frame, design, strata);
  if ('faults' in sized) return { faults: [...faults, ...sized.faults] };
  if (faults.length > 0) return { faults };
  const designHash = hashOf(design);
  const drawing = new Drawing(design.stages, { seed, design: designHash, frame: frame.hash });
  for (const [index, stratum] of strata.entries()) drawing.drawStratum(stratum, sized.counts[index] as number);
  const record: Omit<DrawRecord, 'hash'> = {
    format: DRAW_FORMAT,
    frame: frame.hash,
    design,
    designHash,
    seed,
    strata: strata.map(({ values, units, households }, index) => ({
      stratum: [...values],
      units: String(units.length),
      households: String(households),
      drawn: String(sized.counts[index]),
    })),
    units: drawing.units,
    short: drawing.short,
  };
  return { record: { ...record, hash: hashOfDraw(record) } };
}

/** Where in the frame a list lies, and what led there. */
interface Place {
  readonly stage: number;
  readonly stratum: readonly string[];
  readonly path: readonly string[];
  /** Whether all of it belongs to the sample. */
  readonly sample: boolean;
  readonly overall: Rational;
}

class Drawing {
  readonly units: DrawnUnit[] = [];
  readonly short: ShortUnit[] = [];
  readonly #stages: readonly Stage[];
  readonly #key: DrawKey;

  constructor(stages: readonly Stage[], key: DrawKey) {
    this.#stages = stages;
    this.#key = key;
  }

  drawStratum({ values, units }: Stratum, count: number): void {
    this.#drawList(units, count, { stage: 0, stratum: values, path: [], sample: true, overall: exact.one });
  }

  /** Each list has numbers of its own, so that nothing drawn in one hangs on another. */
  #drawList(list: UnitList, count: number, place: Place): void {
    const { method, reserves } = this.#stages[place.stage] as Stage;
    const numbers = new DrawNumbers(this.#key, [String(place.stage + 1), place.stratum, place.path]);
    const chance = inclusion(method, count, list.measures);
    const drawn = select(method, count, list.measures, numbers);
    const ready = selectReserves(method, Number(reserves), list.measures, drawn, numbers);
    for (const [order, index] of drawn.entries()) this.#take(list, index, order + 1, false, chance(index), place);
    for (const [order, index] of ready.entries()) this.#take(list, index, order + 1, true, chance(index), { ...place, sample: false });
  }

  #take(list: UnitList, index: number, order: number, reserve: boolean, chance: Rational, { stage, stratum, path, sample, overall }: Place): void {
    const name = list.name(index);
    const own = [...path, list.code(index)];
    const over = exact.multiply(overall, chance);
    this.units.push({
      unit: (this.#stages[stage] as Stage).unit,
      stratum: [...stratum],
      path: own,
      ...(name === undefined ? {} : { name }),
      order: String(order),
      reserve,
      sample,
      probability: toFraction(chance),
      overall: toFraction(over),
    });
    const below = this.#stages[stage + 1];
    const within = below && list.within(index);
    if (!within) return;
    const [wanted, has] = [Number(below.take), drawable(below.method, within.measures).length];
    if (has < wanted) this.short.push({ path: own, wanted: String(wanted), has: String(has) });
    this.#drawList(within, Math.min(wanted, has), { stage: stage + 1, stratum, path: own, sample, overall: over });
  }
}
