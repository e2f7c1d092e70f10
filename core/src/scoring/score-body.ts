import * as exact from '../quantity/rational.ts';
import type { Rational } from '../quantity/rational.ts';
import { at } from '../reading/path.ts';
import type { Faults } from '../reading/faults.ts';
import type { ComputingFault } from '../rules/inputs.ts';
import type { BodyData } from '../snapshot/types.ts';
import { type BodyInputs, bodyInputs, type FigureTypes } from './body-inputs.ts';
import { type PreparedScheme } from './prepared.ts';
import type { BodyResult, DomainResult, Index, PartResult, ReasonWithoutIndex } from './result.ts';
import { type ItemScore, isFault, scoreItem } from './score-item.ts';

/** A body's result but for its rank, which hangs on the others. */
export interface BodyScore {
  readonly result: BodyResult;
  readonly index: Rational | null;
  readonly ranked: boolean;
}

/** The index as it is reported, rounded once. */
export const indexOf = (value: Rational, { places, mode }: PreparedScheme): Index => ({ exact: exact.toFraction(value), rounded: exact.toDecimal(value, places, mode) });

/** Scores one body, or adds the faults that show only when figures are put in. */
export function scoreBody(prepared: PreparedScheme, data: BodyData, types: FigureTypes, excluded: ReadonlySet<string>, faults: Faults): BodyScore | undefined {
  const scores = scoreItems(prepared, bodyInputs(data, types), data, excluded, faults);
  if (!scores) return undefined;
  const totals = totalsOf(prepared, scores);
  const { body } = data;
  const reason = reasonWithoutIndex(prepared, data, scores, totals.applicable);
  const total = reason ? null : totalPoints(prepared, totals);
  const index = total && exact.divide(exact.multiply(total, exact.hundred), prepared.denominator);
  const shown = index && indexOf(index, prepared);
  const byDomain = domainsOf(prepared, scores);
  return {
    index,
    ranked: body.ranked,
    result: {
      id: body.id,
      code: body.code,
      name: body.name,
      block: body.block,
      points: exact.toFraction(totals.regular),
      maximum: exact.toFraction(totals.applicable),
      bonus: exact.toFraction(totals.bonus),
      penalty: exact.toFraction(totals.penalty),
      total: total && exact.toFraction(total),
      index: shown,
      rank: null,
      class: index && classOf(prepared, index),
      reason,
      sources: sourcesOf(prepared, scores),
      domains: byDomain,
      items: prepared.items.map((item) => {
        const score = scores.get(item.item.code) as ItemScore;
        return { code: item.item.code, state: score.state, points: exact.toFraction(score.points), maximum: exact.toFraction(score.maximum), explanation: score.explanation };
      }),
    },
  };
}

type Scores = ReadonlyMap<string, ItemScore>;

function scoreItems(prepared: PreparedScheme, inputs: BodyInputs, { body }: BodyData, excluded: ReadonlySet<string>, faults: Faults): Scores | undefined {
  const scores = new Map<string, ItemScore>();
  const broken = new Set<string>();
  for (const item of prepared.evaluationOrder) {
    const { code } = item.item;
    if (item.rule && 'item' in item.rule && broken.has(item.rule.item)) {
      broken.add(code);
      continue;
    }
    const standing = { type: body.type, excluded: excluded.has(code) };
    const score = scoreItem(item, inputs, standing, (named) => scores.get(named) as ItemScore);
    if (isFault(score)) {
      broken.add(code);
      addComputingFault(score, body.id, code, faults);
    } else scores.set(code, score);
  }
  return broken.size === 0 ? scores : undefined;
}

function addComputingFault(fault: ComputingFault, body: string, item: string, faults: Faults): void {
  if (fault.code === 'divisionByZero') faults.add(fault.code, at(null, 'sheets', body, item));
  else faults.add(fault.code, fault.previous ? at(null, 'previous', 'bodies', body, 'figures', fault.figure) : at(null, 'figures', body, fault.figure));
}

interface Totals {
  /** R, M, B and P of the contract's §5. */
  readonly regular: Rational;
  readonly applicable: Rational;
  readonly bonus: Rational;
  readonly penalty: Rational;
}

function totalsOf(prepared: PreparedScheme, scores: Scores): Totals {
  const pointsOf = (keep: (group: string) => boolean) =>
    exact.sum(prepared.domains.filter((domain) => keep(domain.group.id)).flatMap((domain) => domain.criteria.flatMap((criterion) => criterion.items.map((item) => scores.get(item.item.code)?.points ?? exact.zero))));
  const ofKind = (kind: string) => new Set(prepared.scheme.groups.filter((group) => group.kind === kind).map((group) => group.id));
  const [regular, penalty] = [ofKind('regular'), ofKind('penalty')];
  const applicable = exact.sum([...scores.values()].filter(({ prepared: item }) => item.group === 'regular').map((score) => score.maximum));
  const bonus = exact.sum(
    prepared.bonusGroups.map(({ id, cap }) => {
      const points = pointsOf((group) => group === id);
      if (!cap) return points;
      const limit = prepared.scheme.total.bonusShrinks ? exact.divide(exact.multiply(cap, applicable), prepared.maximum) : cap;
      return exact.least(points, limit);
    }),
  );
  return { regular: pointsOf((group) => regular.has(group)), applicable, bonus, penalty: pointsOf((group) => penalty.has(group)) };
}

function reasonWithoutIndex({ scheme }: PreparedScheme, { body }: BodyData, scores: Scores, applicable: Rational): ReasonWithoutIndex | null {
  if (body.admission.state === 'notAdmitted') return 'notAdmitted';
  if (exact.isZero(applicable)) return 'nothingApplicable';
  if (scheme.missing.notAnswered === 'incomplete' && [...scores.values()].some(({ state }) => state === 'notAnswered')) return 'incomplete';
  return null;
}

/** T of the contract's §5: the regular points brought to the declared maximum, with bonus and penalty, clamped. */
function totalPoints({ scheme, maximum, clamp }: PreparedScheme, { regular, applicable, bonus, penalty }: Totals): Rational {
  const scaled = scheme.total.whenMaximumShrinks === 'rescale' ? exact.divide(exact.multiply(regular, maximum), applicable) : regular;
  const total = exact.add(exact.add(scaled, bonus), penalty);
  return clamp ? exact.least(exact.greatest(total, clamp.min), clamp.max) : total;
}

function classOf(prepared: PreparedScheme, index: Rational): string | null {
  const judged = prepared.scheme.classes.on === 'exact' ? index : exact.round(index, prepared.places, prepared.mode);
  return prepared.classes.find(({ from }) => exact.compare(judged, from) >= 0)?.id ?? null;
}

function partOf(prepared: PreparedScheme, points: Rational, maximum: Rational, hasIndex: boolean): PartResult {
  const index = hasIndex && !exact.isZero(maximum) ? indexOf(exact.divide(exact.multiply(points, exact.hundred), maximum), prepared) : null;
  return { points: exact.toFraction(points), maximum: exact.toFraction(maximum), index };
}

function domainsOf(prepared: PreparedScheme, scores: Scores): DomainResult[] {
  return prepared.domains.map(({ code, group, criteria }) => {
    const hasIndex = group.kind === 'regular';
    let [points, maximum] = [exact.zero, exact.zero];
    const parts = criteria.map((criterion) => {
      const own = criterion.items.map((item) => scores.get(item.item.code) as ItemScore);
      const [ownPoints, ownMaximum] = [exact.sum(own.map((score) => score.points)), exact.sum(own.map((score) => score.maximum))];
      points = exact.add(points, ownPoints);
      maximum = exact.add(maximum, ownMaximum);
      return { code: criterion.code, ...partOf(prepared, ownPoints, ownMaximum, hasIndex) };
    });
    return { code, ...partOf(prepared, points, maximum, hasIndex), criteria: parts };
  });
}

function sourcesOf(prepared: PreparedScheme, scores: Scores): BodyResult['sources'] {
  const sources: BodyResult['sources'] = {};
  for (const source of prepared.sources) {
    const own = [...scores.values()].filter(({ prepared: item }) => item.group === 'regular' && item.source === source);
    sources[source] = partOf(prepared, exact.sum(own.map((score) => score.points)), exact.sum(own.map((score) => score.maximum)), true);
  }
  return sources;
}
