import { Faults } from '../../reading/faults.ts';
import { at, type Path, ROOT } from '../../reading/path.ts';
import type { Raw } from '../../reading/raw.ts';
import {
  countFrom1,
  type Draft,
  integer,
  list,
  notNegative,
  object,
  oneOf,
  optional,
  positive,
  required,
  type Shape,
  share,
  text,
  variants,
  withDefault,
} from '../../reading/shape.ts';
import { titleShape } from '../../reading/title-shape.ts';
import { searchKey } from '../../text/search-key.ts';
import { isOwnColumn } from '../frame/columns.ts';
import type { StratumColumn } from '../frame/types.ts';
import {
  type Allocation,
  CLUSTER,
  COUNTED_OF,
  DRAW_DESIGN_FORMAT,
  DRAW_METHODS,
  type DrawDesign,
  HOUSEHOLD,
  type OfStratum,
  type SampleSize,
  type Stage,
} from './design.ts';

const both = <T>(first: Shape<T>, second: Shape<T>): Shape<T> => ({
  read: (raw, path, faults) => (first.read(raw, path, faults) === undefined ? undefined : second.read(raw, path, faults)),
});
const countFrom0 = both(integer, notNegative);
const count = withDefault(countFrom0, () => '0');

const ofStratum = (value: Shape<string>) => list(object<OfStratum>({ stratum: required(list(text)), value: required(value) }));
const of = withDefault(oneOf(COUNTED_OF), () => 'units') as never;

type By<K extends Allocation['by']> = Extract<Allocation, { by: K }>;
const allocation = variants<Allocation>('by', {
  equal: object<By<'equal'>>({ by: required(oneOf(['equal'])), minimum: count }),
  proportional: object<By<'proportional'>>({ by: required(oneOf(['proportional'])), of, minimum: count }),
  neyman: object<By<'neyman'>>({ by: required(oneOf(['neyman'])), of, minimum: count, deviations: required(ofStratum(positive)) as never }),
});

type Kind<K extends SampleSize['kind']> = Extract<SampleSize, { kind: K }>;
const size = variants<SampleSize>('kind', {
  fixed: object<Kind<'fixed'>>({
    kind: required(oneOf(['fixed'])),
    count: optional(countFrom1),
    counts: withDefault(ofStratum(countFrom0), (): OfStratum[] => []) as never,
  }),
  total: object<Kind<'total'>>({ kind: required(oneOf(['total'])), count: required(countFrom1), allocation: required(allocation) }),
  yamane: object<Kind<'yamane'>>({ kind: required(oneOf(['yamane'])), margin: required(both(share, positive)), allocation: required(allocation) }),
});

const designShape = object<DrawDesign>({
  format: required(oneOf([DRAW_DESIGN_FORMAT])),
  title: required(titleShape),
  strata: withDefault(list(object<StratumColumn>({ column: required(text), values: optional(list(text, 1)) as never })), (): StratumColumn[] => []) as never,
  size: required(size),
  stages: required(
    list(object<Stage>({ unit: required(text), method: required(oneOf(DRAW_METHODS)), take: optional(countFrom1), reserves: count }), 1),
  ) as never,
});

/** Reads a declared draw into normal form, or adds all that is wrong with it to `faults`. */
export function readDrawDesign(raw: Raw, faults: Faults, path: Path = ROOT): DrawDesign | undefined {
  const own = new Faults();
  const draft = designShape.read(raw, path, own) as Draft<DrawDesign> | undefined;
  if (draft) {
    checkColumns(draft, path, own);
    checkStages(draft, path, own);
    checkSize(draft, path, own);
  }
  faults.addAll(own);
  return own.none ? (draft as DrawDesign) : undefined;
}

type DraftDesign = Draft<DrawDesign>;

const isStageOfAll = (unit: string): boolean => unit === CLUSTER || unit === HOUSEHOLD;

/** Each column has one part: a stratum, a stage, or what every frame has. */
function checkColumns({ strata, stages }: DraftDesign, path: Path, faults: Faults): void {
  const named = [
    ...(strata ?? []).map((stratum, index) => ({ name: stratum?.column, where: at(path, 'strata', index, 'column'), own: false })),
    ...(stages ?? []).map((stage, index) => ({ name: stage?.unit, where: at(path, 'stages', index, 'unit'), own: true })),
  ];
  const seen = new Set<string>();
  for (const { name, where, own } of named) {
    if (name === undefined) continue;
    const key = searchKey(name);
    if (seen.has(key)) faults.add('duplicateId', where, { found: name });
    seen.add(key);
    if (isOwnColumn(name) && !(own && isStageOfAll(name))) faults.add('notAllowedHere', where, { found: name });
  }
  strata?.forEach((stratum, index) => {
    stratum?.values?.forEach((value, place, all) => {
      if (all.indexOf(value) < place) faults.add('duplicateId', at(path, 'strata', index, 'values', place), { found: String(value) });
    });
  });
}

/** From the widest unit down: the cluster's columns, the cluster, its households; nothing is left out between cluster and household. */
function checkStages({ stages }: DraftDesign, path: Path, faults: Faults): void {
  stages?.forEach((stage, index, all) => {
    const where = at(path, 'stages', index);
    const before = all[index - 1]?.unit;
    if (stage?.unit === HOUSEHOLD && before !== CLUSTER) faults.add('notAllowedHere', at(where, 'unit'), { found: HOUSEHOLD });
    else if (stage?.unit !== undefined && stage.unit !== HOUSEHOLD && before !== undefined && isStageOfAll(before))
      faults.add('notAllowedHere', at(where, 'unit'), { found: stage.unit });
    // Households have no measure of their own.
    if (stage?.unit === HOUSEHOLD && stage.method === 'pps') faults.add('notAllowedHere', at(where, 'method'), { found: 'pps' });
    if (index === 0 && stage?.take !== undefined) faults.add('notAllowedHere', at(where, 'take'), { found: stage.take });
    if (index > 0 && stage && stage.take === undefined) faults.add('missingKey', at(where, 'take'), { key: 'take' });
  });
}

/** Numbers of strata: each once, with a value for each column, of those declared. */
function checkSize({ size: declared, strata }: DraftDesign, path: Path, faults: Faults): void {
  if (declared?.kind === 'fixed') {
    const where = at(path, 'size');
    if (declared.count === undefined && declared.counts?.length === 0) faults.add('missingKey', at(where, 'count'), { key: 'count' });
    checkStrata(declared.counts, strata, at(where, 'counts'), faults);
  } else if (declared && 'allocation' in declared && declared.allocation?.by === 'neyman')
    checkStrata(declared.allocation.deviations, strata, at(path, 'size', 'allocation', 'deviations'), faults);
}

function checkStrata(numbers: Draft<OfStratum[]> | undefined, strata: DraftDesign['strata'], path: Path, faults: Faults): void {
  const seen = new Set<string>();
  numbers?.forEach((number, index) => {
    const where = at(path, index, 'stratum');
    if (!number?.stratum || !strata) return;
    if (number.stratum.length !== strata.length) faults.add('wrongType', where, { found: String(number.stratum.length), expected: String(strata.length) });
    number.stratum.forEach((value, place) => {
      const allowed = strata[place]?.values;
      if (value !== undefined && allowed && !allowed.includes(value)) faults.add('unknownId', at(where, place), { found: value });
    });
    const key = JSON.stringify(number.stratum);
    if (seen.has(key)) faults.add('duplicateId', where, { found: number.stratum.join(', ') });
    seen.add(key);
  });
}
