import { canonicalText } from '../../reading/normal-form.ts';
import { type FoundBy, type Kin, pairParts } from '../../scheme/pair-parts.ts';
import { type Placed, ruleWithoutMaximum } from '../../scheme/placed-parts.ts';
import type { Scheme } from '../../scheme/types.ts';
import { type EffectOnPoints, effectOnPoints, pairDomains } from './effect-on-points.ts';
import { differInNumbersAlone } from './thresholds.ts';

/** What of a part is not as it was, in the order in which it is told. */
export const DIFFERENCES = [
  'moved',
  'renumbered',
  'text',
  'points',
  'rule',
  'thresholds',
  'conditions',
  'whenNotApplicable',
  'appliesTo',
  'source',
  'guidance',
  'evidence',
  'legalBasis',
] as const;
export type Difference = (typeof DIFFERENCES)[number];

/** One part that became several, several that became one, or several that became several others. */
export const REGROUPINGS = ['split', 'merged', 'rearranged'] as const;
export type Regrouping = (typeof REGROUPINGS)[number];

export interface Changed {
  readonly before: Placed;
  readonly after: Placed;
  readonly differences: readonly Difference[];
  readonly by: FoundBy;
}

export interface Regrouped {
  readonly kind: Regrouping;
  readonly before: readonly Placed[];
  readonly after: readonly Placed[];
}

/** Each criterion and item of both editions stands in exactly one of these. */
export interface Comparison {
  readonly added: readonly Placed[];
  readonly removed: readonly Placed[];
  readonly regrouped: readonly Regrouped[];
  readonly changed: readonly Changed[];
  readonly unchanged: readonly { readonly before: Placed; readonly after: Placed }[];
  readonly effect: EffectOnPoints;
}

const differ = (a: unknown, b: unknown): boolean => canonicalText(a ?? null) !== canonicalText(b ?? null);

interface Guidance {
  readonly vi?: string;
  readonly evidence?: { readonly vi?: string };
  readonly article?: unknown;
}
const guidanceOf = ({ guidance }: Placed): Guidance => (typeof guidance === 'object' && guidance !== null ? guidance : {});

/** What differs of a part; `samePlace`: it stands in the counterpart of the domain and criterion in which it stood. */
function differencesBetween(before: Placed, after: Placed, samePlace: boolean): Difference[] {
  const [old, fresh] = [before.item, after.item];
  const [advice, newAdvice] = [guidanceOf(before), guidanceOf(after)];
  const [rule, newRule] = [old && ruleWithoutMaximum(old), fresh && ruleWithoutMaximum(fresh)];
  const otherRule = differ(rule, newRule);
  const otherNumbers = otherRule && differInNumbersAlone(rule, newRule);
  const differs: Readonly<Record<Difference, boolean>> = {
    moved: !samePlace,
    renumbered: samePlace && before.code !== after.code,
    text: differ(before.title, after.title),
    points: before.maximum !== after.maximum || old?.minimum !== fresh?.minimum,
    rule: otherRule && !otherNumbers,
    thresholds: otherNumbers,
    conditions: differ(old?.conditions, fresh?.conditions),
    whenNotApplicable: old?.whenNotApplicable !== fresh?.whenNotApplicable || differ(old?.notArisen, fresh?.notArisen),
    appliesTo: differ(old?.appliesTo, fresh?.appliesTo),
    source: old?.source !== fresh?.source,
    guidance: advice.vi !== newAdvice.vi,
    evidence: advice.evidence?.vi !== newAdvice.evidence?.vi,
    legalBasis: differ(advice.article, newAdvice.article),
  };
  return DIFFERENCES.filter((difference) => differs[difference]);
}
const regroupingOf = ({ before, after }: Kin): Regrouping => (before.length === 1 ? 'split' : after.length === 1 ? 'merged' : 'rearranged');

/** What is other in a newer edition than in an older, part by part, and what it does to the maximum points. */
export function compareEditions(older: Scheme, newer: Scheme): Comparison {
  const kin = pairParts(older, newer);
  const domains = new Map(pairDomains(older.domains, newer.domains).map(({ before, after }) => [before?.code, after?.code]));
  const single = kin.flatMap(({ before: [before, ...olders], after: [after, ...newers], by }) =>
    before && after && by && olders.length === 0 && newers.length === 0 ? [{ before, after, by }] : [],
  );
  const criteria = new Map(single.map(({ before, after }) => [before.code, after.code]));
  const samePlace = (before: Placed, after: Placed) =>
    domains.get(before.domain) === after.domain && (before.criterion === null ? after.criterion === null : criteria.get(before.criterion) === after.criterion);
  const all = single.map((pair) => ({ ...pair, differences: differencesBetween(pair.before, pair.after, samePlace(pair.before, pair.after)) }));
  return {
    added: kin.flatMap(({ before, after }) => (before.length === 0 ? after : [])),
    removed: kin.flatMap(({ before, after }) => (after.length === 0 ? before : [])),
    regrouped: kin
      .filter(({ before, after }) => before.length > 0 && after.length > 0 && before.length + after.length > 2)
      .map((each) => ({ kind: regroupingOf(each), before: each.before, after: each.after })),
    changed: all.filter(({ differences }) => differences.length > 0),
    unchanged: all.filter(({ differences }) => differences.length === 0),
    effect: effectOnPoints(older, newer),
  };
}
