import type { Rational } from '../quantity/rational.ts';
import * as exact from '../quantity/rational.ts';
import type { Faults } from '../reading/faults.ts';
import { at } from '../reading/path.ts';
import type { ComputingFault } from '../rules/inputs.ts';
import type { Group, GroupKind } from '../scheme/types.ts';
import type { BodyData } from '../snapshot/types.ts';
import { type BodyInputs, bodyInputs, type FigureTypes } from './body-inputs.ts';
import { isBranch, type PreparedScheme } from './prepared.ts';
import type { BodyResult, DomainResult, Index, PartResult, ReasonWithoutIndex } from './result.ts';
import { type ItemScore, isFault, scoreItem } from './score-item.ts';

/** A body's result but for its rank, which hangs on the others. */
export interface BodyScore {
  readonly result: BodyResult;
  readonly index: Rational | null;
  readonly ranked: boolean;
}

/** The index as it is reported, rounded once. */
export const indexOf = (value: Rational, { places, mode }: PreparedScheme): Index => ({
  exact: exact.toFraction(value),
  rounded: exact.toDecimal(value, places, mode),
});

/** Scores one body, or adds the faults that show only when figures are put in. */
export function scoreBody(prepared: PreparedScheme, data: BodyData, types: FigureTypes, excluded: ReadonlySet<string>, faults: Faults): BodyScore | undefined {
  const scores = scoreItems(prepared, bodyInputs(data, types), data, excluded, faults);
  return scores && sumUp(prepared, data, scores);
}

/** What a body's scored items make together. */
export function sumUp(prepared: PreparedScheme, data: BodyData, scores: Scores): BodyScore {
  const domains = domainSums(prepared, scores);
  const totals = totalsOf(prepared, domains);
  const { body } = data;
  const reason = reasonWithoutIndex(prepared, data, scores, totals.applicable);
  const total = reason ? null : totalPoints(prepared, totals);
  const index = total && exact.percent(total, prepared.denominator);
  const shown = index && indexOf(index, prepared);
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
      domains: domains.map((domain) => domainResult(prepared, domain)),
      items: prepared.items.map((item) => {
        const score = scores.get(item.item.code) as ItemScore;
        return {
          code: item.item.code,
          state: score.state,
          points: exact.toFraction(score.points),
          maximum: exact.toFraction(score.maximum),
          explanation: score.explanation,
        };
      }),
    },
  };
}

export type Scores = ReadonlyMap<string, ItemScore>;

function scoreItems(prepared: PreparedScheme, inputs: BodyInputs, { body }: BodyData, excluded: ReadonlySet<string>, faults: Faults): Scores | undefined {
  const scores = new Map<string, ItemScore>();
  const broken = new Set<string>();
  for (const item of prepared.evaluationOrder) {
    const { code } = item.item;
    if (isBranch(item.rule) && broken.has(item.rule.item)) {
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

export function addComputingFault(fault: ComputingFault, body: string, item: string, faults: Faults): void {
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

interface PartSums {
  readonly code: string;
  readonly points: Rational;
  readonly maximum: Rational;
}

interface DomainSums extends PartSums {
  readonly group: Group;
  readonly criteria: readonly PartSums[];
}

const sumsOf = (parts: readonly { readonly points: Rational; readonly maximum: Rational }[]) => ({
  points: exact.sum(parts.map((part) => part.points)),
  maximum: exact.sum(parts.map((part) => part.maximum)),
});

function domainSums(prepared: PreparedScheme, scores: Scores): DomainSums[] {
  return prepared.domains.map(({ code, group, criteria }) => {
    const parts = criteria.map((criterion) => ({ code: criterion.code, ...sumsOf(criterion.items.map((item) => scores.get(item.item.code) as ItemScore)) }));
    return { code, group, criteria: parts, ...sumsOf(parts) };
  });
}

function totalsOf(prepared: PreparedScheme, domains: readonly DomainSums[]): Totals {
  const ofKind = (kind: GroupKind) => sumsOf(domains.filter(({ group }) => group.kind === kind));
  const regular = ofKind('regular');
  const bonus = bonusOf(prepared, (id) => sumsOf(domains.filter(({ group }) => group.id === id)).points, regular.maximum);
  return { regular: regular.points, applicable: regular.maximum, bonus, penalty: ofKind('penalty').points };
}

/** B of the contract's §5: the points of the bonus groups, each cut at its cap. */
export function bonusOf(prepared: PreparedScheme, pointsOf: (group: string) => Rational, applicable: Rational): Rational {
  const ofGroups = prepared.bonusGroups.map(({ id, cap }) => {
    const points = pointsOf(id);
    if (!cap) return points;
    const limit = prepared.scheme.total.bonusShrinks ? exact.divide(exact.multiply(cap, applicable), prepared.maximum) : cap;
    return exact.least(points, limit);
  });
  return exact.sum(ofGroups);
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

function partResult(prepared: PreparedScheme, { points, maximum }: { points: Rational; maximum: Rational }, hasIndex = true): PartResult {
  const index = hasIndex && !exact.isZero(maximum) ? indexOf(exact.percent(points, maximum), prepared) : null;
  return { points: exact.toFraction(points), maximum: exact.toFraction(maximum), index };
}

function domainResult(prepared: PreparedScheme, domain: DomainSums): DomainResult {
  const hasIndex = domain.group.kind === 'regular';
  return {
    code: domain.code,
    ...partResult(prepared, domain, hasIndex),
    criteria: domain.criteria.map((criterion) => ({ code: criterion.code, ...partResult(prepared, criterion, hasIndex) })),
  };
}

function sourcesOf(prepared: PreparedScheme, scores: Scores): BodyResult['sources'] {
  const sources: BodyResult['sources'] = {};
  for (const source of prepared.sources) {
    const own = [...scores.values()].filter(({ prepared: item }) => item.group === 'regular' && item.source === source);
    sources[source] = partResult(prepared, sumsOf(own));
  }
  return sources;
}
