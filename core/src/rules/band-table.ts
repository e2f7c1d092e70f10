import type { NumberText } from '../quantity/number-text.ts';
import type { Rational } from '../quantity/rational.ts';
import * as exact from '../quantity/rational.ts';
import { at, type Path } from '../reading/path.ts';
import { type Draft, list, number, object, optional, required, type Shape } from '../reading/shape.ts';
import { checkPoints, type RuleContext } from './kind.ts';

/** A band takes every value from an edge (which belongs to it) or above one (which does not). */
export interface Band {
  from?: NumberText;
  above?: NumberText;
  points: NumberText;
}

export interface BandTable {
  bands: Band[];
  otherwise: NumberText;
}

const looseBand = object<Band>({ from: optional(number), above: optional(number), points: required(number) });

const band: Shape<Band> = {
  read(raw, path, faults) {
    const read = looseBand.read(raw, path, faults);
    if (!read) return read;
    const written = raw as Record<string, unknown>;
    const [from, above] = [written['from'] ?? null, written['above'] ?? null];
    if (from === null && above === null) faults.add('missingKey', at(path, 'from'), { key: 'from | above' });
    if (from !== null && above !== null) {
      faults.add('notAllowedHere', at(path, 'above'));
      // Where the band begins is not known.
      delete read.from;
      delete read.above;
    }
    return read;
  },
};

export const bandFields = { bands: required(list(band, 1)), otherwise: required(number) };

/** The lowest value that a band takes: a number, and 1 where the number itself is not taken. */
function lowest({ from, above }: Draft<Band>, whole: boolean): readonly [Rational, number] | undefined {
  if (from !== undefined) {
    const edge = exact.fromText(from);
    return [whole ? exact.negate(exact.floor(exact.negate(edge))) : edge, 0];
  }
  if (above === undefined) return undefined;
  const edge = exact.fromText(above);
  return whole ? [exact.add(exact.floor(edge), exact.one), 0] : [edge, 1];
}

/** Bands stand in falling order: the lowest value of each lies under that of the one before. `whole`: only whole numbers come; undefined where that is not known. */
export function checkBandTable({ bands, otherwise }: Draft<BandTable>, path: Path, whole: boolean | undefined, context: RuleContext): void {
  let before: readonly [Rational, number] | undefined;
  bands?.forEach((entry, index) => {
    const here = at(path, 'bands', index);
    checkPoints(entry?.points, at(here, 'points'), context);
    const edge = entry && whole !== undefined ? lowest(entry, whole) : undefined;
    if (edge && before) {
      const order = exact.compare(edge[0], before[0]);
      if (order > 0 || (order === 0 && edge[1] >= before[1])) context.faults.add('bandsOrder', here);
    }
    before = edge;
  });
  checkPoints(otherwise, at(path, 'otherwise'), context);
}

/** The first band that takes the value, with its points. */
export function compileBandTable({ bands, otherwise }: BandTable): (value: Rational) => { band: number | 'otherwise'; points: Rational } {
  const table = bands.map(({ from, above, points }) => ({
    edge: exact.fromText(from ?? (above as string)),
    closed: from !== undefined,
    points: exact.fromText(points),
  }));
  const rest = exact.fromText(otherwise);
  return (value) => {
    const band = table.findIndex(({ edge, closed }) => {
      const order = exact.compare(value, edge);
      return order > 0 || (closed && order === 0);
    });
    return band < 0 ? { band: 'otherwise', points: rest } : { band, points: table[band]?.points as Rational };
  };
}
