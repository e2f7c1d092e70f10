import type { NumberText } from '../../quantity/number-text.ts';
import { bandsOf, type RuleDoubt } from './bands-of.ts';
import type { Clause } from './clauses.ts';
import { countTheSame, type Edge, type Interval, intervalOf, noneOf } from './intervals.ts';
import { quantityOf } from './quantity-of.ts';
import { coefficientOf, otherThanMaximum } from './reckoned.ts';
import { type ItemOfRule, REST, type RuleDraft, type Said, same, topDoubts } from './rule-draft.ts';

/** Bands, or points in proportion, where all cases are about one number. */
export function measuredOf(said: Said, item: ItemOfRule): RuleDraft | undefined {
  const { clauses } = said;
  const rest = clauses.find(({ when }) => REST.test(when));
  const read = clauses.filter((clause) => clause !== rest).map((clause) => ({ clause, interval: intervalOf(clause.when) }));
  const isCounted = read.some(({ interval }) => interval?.measure.kind === 'count');
  const cases = isCounted ? read.map(({ clause, interval }) => ({ clause, interval: interval ?? noneOf(clause.when) })) : read;
  const reckoned = cases.filter(({ clause }) => 'reckoned' in clause);
  if (reckoned.length === 1) return item.penalty ? undefined : proportionalOf(cases, rest, said, item);
  if (cases.length < 2 - (rest ? 1 : 0) || reckoned.length > 1 || cases.length === 0) return undefined;
  const intervals = cases.flatMap(({ interval }) => interval ?? []);
  const [first] = intervals;
  if (!first || intervals.length < cases.length || !countTheSame(intervals)) return undefined;
  if (rest && !('points' in rest)) return undefined;
  const points = cases.map(({ clause }) => (clause as { points: NumberText }).points);
  const table = bandsOf(
    intervals.map((interval, index) => ({ ...interval, points: points[index] as NumberText })),
    rest && 'points' in rest ? rest.points : undefined,
  );
  if (!table) return undefined;
  const quantity = quantityOf(
    { ...first.measure, unit: intervals.map(({ measure }) => measure.unit).find((unit) => unit !== '') ?? '' },
    namedBy(intervals),
    said,
    item,
  );
  if (!quantity) return undefined;
  const { of, figures } = quantity;
  const signed = (text: NumberText): NumberText => (item.penalty && Number(text) > 0 ? `-${text}` : text);
  return {
    rule: { kind: 'bands', of, bands: table.bands.map((band) => ({ ...band, points: signed(band.points) })), otherwise: signed(table.otherwise) },
    figures,
    doubts: [...table.doubts, ...topDoubts([...points, table.otherwise], item)],
  };
}

/** What the cases say is measured, where they agree. */
function namedBy(intervals: readonly Interval[]): string | undefined {
  const names = [...new Set(intervals.map(({ of }) => of.replace(/^(?:nếu|trường hợp|khi)\s+/iu, '').trim()).filter((name) => name.length > 5))];
  return names.length === 1 ? names[0] : undefined;
}

interface Case {
  readonly clause: Clause;
  readonly interval: Interval | undefined;
}

const pointsOf = (one: { readonly clause: Clause } | undefined): NumberText | undefined => (one && 'points' in one.clause ? one.clause.points : undefined);

/** The case that gives the maximum outright, that which is reckoned, and that which gives nothing or little. */
function partsOf(cases: readonly Case[]): { readonly own: Case; readonly top: Case | undefined; readonly bottom: Case | undefined } | undefined {
  const own = cases.find(({ clause }) => 'reckoned' in clause);
  const fixed = cases.filter((one) => one !== own);
  const top = fixed.find(({ interval }) => interval?.low && (!interval.high || (interval.low.at === '1' && interval.high.at === '1')));
  const bottom = fixed.find(({ interval }) => interval?.high && !interval.low);
  const isShare = ({ interval }: Case) => interval?.measure.kind === 'share';
  if (!own || !fixed.every(isShare) || fixed.some((one) => one !== top && one !== bottom)) return undefined;
  return isShare(own) || /^(?:dưới mức (?:đó|này|trên))?$/iu.test(own.clause.when) ? { own, top, bottom } : undefined;
}

function proportionalOf(cases: readonly Case[], rest: Clause | undefined, said: Said, item: ItemOfRule): RuleDraft | undefined {
  const parts = partsOf(cases);
  const target = parts && 'reckoned' in parts.own.clause ? coefficientOf(parts.own.clause.reckoned, item.maximum) : undefined;
  const quantity = quantityOf({ kind: 'share', unit: '' }, namedBy(cases.flatMap(({ interval }) => interval ?? [])), said, item);
  if (!parts || target === undefined || !quantity) return undefined;
  const { own, top, bottom } = parts;
  const high = bottom?.interval?.high;
  const floor = own.interval?.low ?? (high && { at: high.at, taken: !high.taken });
  const other = 'reckoned' in own.clause ? otherThanMaximum(own.clause.reckoned, item.maximum) : undefined;
  const below = pointsOf(bottom) ?? pointsOf(rest && { clause: rest }) ?? '0';
  return {
    rule: {
      kind: 'proportional',
      of: quantity.of,
      target,
      ...(floor && { floor: floor.at }),
      belowFloor: below,
      ...(said.settings.round && { round: said.settings.round }),
    },
    figures: quantity.figures,
    doubts: [
      ...(other === undefined ? [] : [{ code: 'topIsNotMaximum' as const, details: { top: other, maximum: item.maximum } }]),
      ...(top ? [...topDoubts([pointsOf(top) ?? '0'], item), ...targetDoubts(top.interval?.low, target)] : []),
      ...(floor ? floorDoubts(floor, high, bottom !== undefined || rest !== undefined) : []),
    ],
  };
}

const targetDoubts = (edge: Edge | undefined, target: NumberText): RuleDoubt[] =>
  same(edge?.at ?? '0', target) ? [] : [{ code: 'targetDiffers', details: { target, edge: edge?.at ?? '' } }];

function floorDoubts(floor: Edge, high: Edge | undefined, isRestSaid: boolean): RuleDoubt[] {
  return [
    ...(floor.taken ? [] : [{ code: 'edgeUnsaid' as const, details: { edge: floor.at } }]),
    ...(high && !same(high.at, floor.at) ? [{ code: 'gap' as const, details: { from: high.at, to: floor.at } }] : []),
    ...(isRestSaid ? [] : [{ code: 'restUnsaid' as const, details: {} }]),
  ];
}
