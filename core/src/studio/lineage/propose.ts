import { canonicalText } from '../../reading/normal-form.ts';
import { likelyComparable, originsOf } from '../../scheme/comparability.ts';
import type { Forebear } from '../../scheme/lineage.ts';
import { pairParts } from '../../scheme/pair-parts.ts';
import { type Change, type Placed, ruleWithoutMaximum } from '../../scheme/placed-parts.ts';
import type { Scheme } from '../../scheme/types.ts';
import { searchKey } from '../../text/search-key.ts';

/** Why an item of the edition before is proposed as a forebear: the same code, title or rule, a like title, or that it was divided into or joined to the item. */
export const PROPOSED_BECAUSE = ['sameCode', 'sameTitle', 'likeTitle', 'sameRule', 'dividedFrom', 'joinedFrom'] as const;
export type ProposedBecause = (typeof PROPOSED_BECAUSE)[number];

export interface ProposedForebear {
  readonly before: Placed;
  readonly because: readonly ProposedBecause[];
  readonly comparable: Forebear['comparable'];
  /** What makes it comparable in part only, or not at all. */
  readonly changes: readonly Change[];
}

/** An item of a draft with where it comes from: as a person has decided, else as it is proposed. */
export interface ItemLineage {
  readonly placed: Placed;
  /** Undefined: nobody has decided; none: there is no item before it. */
  readonly decided: readonly Forebear[] | undefined;
  readonly proposed: readonly ProposedForebear[];
}

/** The rule as a text where it measures something; what asks for a mere yes is alike in many items, and tells nothing. */
function measuredRule({ item }: Placed): string | undefined {
  return item && ('of' in item.rule || 'expression' in item.rule) ? canonicalText(ruleWithoutMaximum(item)) : undefined;
}

const same = (one: string | undefined, other: string | undefined): boolean => one !== undefined && one === other;

function proposal(placed: Placed, before: Placed, further: readonly ProposedBecause[]): ProposedForebear {
  const holds: Readonly<Partial<Record<ProposedBecause, boolean>>> = {
    sameCode: placed.code === before.code,
    sameTitle: searchKey(placed.title.vi) === searchKey(before.title.vi),
    sameRule: same(measuredRule(placed), measuredRule(before)),
  };
  return { before, because: PROPOSED_BECAUSE.filter((each) => holds[each] || further.includes(each)), ...likelyComparable(before, placed) };
}

/** A part of a whole, or a whole of parts: its points are those of the other at best in part. */
const inPart = (one: ProposedForebear): ProposedForebear => ({ ...one, comparable: one.comparable === 'no' ? 'no' : 'partly' });

/**
 * The items of a draft with their forebears in the edition before: as decided, else proposed by how the parts of both are paired, by items that were
 * divided or joined where they stand, and by a rule that measures the same. A proposal is nothing until a person has decided.
 */
export function proposeLineage(draft: Scheme, before: Scheme): ItemLineage[] {
  const left = pairParts(before, draft).flatMap(({ before: [older], after }) => (older?.item && after.length === 0 ? [older] : []));
  const origins = originsOf(draft, before);
  const isOpen = ({ declared, paired }: (typeof origins)[number]) => declared === undefined && paired === undefined;
  const openRules = origins.filter(isOpen).map(({ placed }) => measuredRule(placed));
  const elsewhere = (placed: Placed): ProposedForebear[] => {
    const whole = left.filter(({ code }) => code === placed.criterion);
    if (whole.length > 0) return whole.map((one) => inPart(proposal(placed, one, ['dividedFrom'])));
    const parts = left.filter(({ criterion }) => criterion === placed.code);
    if (parts.length > 0) return parts.map((one) => inPart(proposal(placed, one, ['joinedFrom'])));
    const rule = measuredRule(placed);
    const alike = left.filter((one) => same(measuredRule(one), rule));
    return alike.length === 1 && openRules.filter((each) => each === rule).length === 1 ? alike.map((one) => proposal(placed, one, [])) : [];
  };
  return origins.map(({ placed, declared, paired }) => {
    if (declared) return { placed, decided: declared, proposed: [] };
    if (!paired) return { placed, decided: undefined, proposed: elsewhere(placed) };
    const isLike = searchKey(placed.title.vi) !== searchKey(paired.title.vi);
    return { placed, decided: undefined, proposed: [proposal(placed, paired, isLike ? ['likeTitle'] : [])] };
  });
}
