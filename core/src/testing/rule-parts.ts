import { namesFrom } from './hostile-names.ts';
import { type Doc, type DocObject, UNIT, write } from './random-document.ts';
import { formOf, type Setting } from './random-quantity.ts';

/** Between which points an item may lie; `minimum` null: without limit. */
export interface Limits {
  readonly maximum: bigint;
  readonly minimum: bigint | null;
  readonly penalty: boolean;
}

/** Points within the limits, often at one of them. */
export function pointsWithin({ random }: Setting, { maximum, minimum, penalty }: Limits): bigint {
  const low = penalty ? (minimum ?? -3n * UNIT) : 0n;
  const steps = random.pick([1n, 2n, 4n, 4n, 8n, 3n]);
  return low + ((maximum - low) * BigInt(random.below(Number(steps) + 1))) / steps;
}

/** Some ids, each once. */
export const ids = ({ random }: Setting, names: readonly string[], most: number): string[] => namesFrom(random, names, random.between(1, most));

/** A title now and then. */
export const titled = ({ random }: Setting): DocObject => (random.chance(0.2) ? { title: { vi: 'Mức' } } : {});

/** Points within the limits, as they are written. */
export const points = (setting: Setting, limits: Limits): Doc => write(setting.random, pointsWithin(setting, limits));
/** The fewest points, or some where there is no limit. */
export const lowest = ({ penalty, minimum }: Limits): bigint => (penalty ? (minimum ?? -3n * UNIT) : 0n);

/** A value at which a quantity of this form may be judged. */
export function edgeValue({ random }: Setting, of: DocObject): bigint {
  switch (formOf(of)) {
    case 'ratio':
    case 'estimate':
      return (UNIT * BigInt(random.pick([0, 5, 8, 10, 12, 15, 16, 17, 18, 19, 20, 20]))) / 20n;
    case 'days':
      return BigInt(random.between(-5, 30)) * UNIT;
    default:
      return (UNIT * BigInt(random.between(-8, 40))) / random.pick([1n, 1n, 2n, 4n]);
  }
}

/** Bands in falling order, with `otherwise`. */
export function bandTable(setting: Setting, limits: Limits, of: DocObject, against?: Doc): DocObject {
  const { random, figures, edges } = setting;
  const isCount = (name: Doc | undefined) => figures.count.includes(name as string);
  const counted = (formOf(of) === 'figure' && isCount(of['figure'])) || formOf(of) === 'days';
  const whole = counted && (against === undefined || against === 'previous' || isCount((against as DocObject)['figure']));
  const shift = against === undefined ? 0n : random.pick([0n, 0n, -1n, 2n]) * UNIT;
  const wanted = Array.from({ length: random.between(1, 4) }, () => ({ at: edgeValue(setting, of) - shift, open: random.chance(0.4) }));
  if (random.chance(0.3)) for (const { at, open } of [...wanted]) wanted.push({ at, open: !open });
  const begin = ({ at, open }: { at: bigint; open: boolean }): bigint => {
    if (!whole) return at * 2n + (open ? 1n : 0n);
    const floor = at >= 0n ? at / UNIT : -((-at + UNIT - 1n) / UNIT);
    return open || floor * UNIT !== at ? floor + 1n : floor;
  };
  const bands: DocObject[] = [];
  let before: bigint | undefined;
  for (const edge of wanted.toSorted((a, b) => (begin(a) < begin(b) ? 1 : -1))) {
    if (before !== undefined && begin(edge) >= before) continue;
    before = begin(edge);
    edges.push({ of, at: edge.at, ...(against === undefined ? {} : { against }) });
    bands.push({ [edge.open ? 'above' : 'from']: write(random, edge.at), points: write(random, pointsWithin(setting, limits)) });
  }
  return { bands, otherwise: write(random, pointsWithin(setting, limits)) };
}

/** Any of the things to tick. */
export function randomTicks({ random }: Setting, rule: DocObject): DocObject {
  const known = (rule['checks'] as DocObject[]).map((check) => check['id'] as string);
  return { checks: random.shuffled(random.some(known, random.pick([1, 0.5, 0.8, 0]))) };
}
