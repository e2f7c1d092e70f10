import { canonicalText } from '../reading/normal-form.ts';
import { type Criterion, hasParts, type Item, itemsOf, type Scheme } from './types.ts';

/** A criterion or an item with where it stands. */
export interface Placed {
  readonly code: string;
  readonly title: { vi: string; en?: string };
  readonly domain: string;
  readonly maximum: string;
  readonly item: Item | undefined;
  /** The code of the criterion that it is a part of; null for a criterion. */
  readonly criterion: string | null;
  readonly guidance: unknown;
  readonly lineage: unknown;
}

export const CHANGES = ['moved', 'points', 'rule', 'text'] as const;
export type Change = (typeof CHANGES)[number];

/** Criteria and items of a scheme, in its order. */
export function placesOf(scheme: Scheme): Placed[] {
  return scheme.domains.flatMap((domain) =>
    domain.criteria.flatMap((criterion) => {
      const placed = (part: Criterion, item: Item | undefined): Placed => ({
        code: part.code,
        title: part.title,
        domain: domain.code,
        maximum: part.maximum,
        item,
        criterion: part === criterion ? null : criterion.code,
        guidance: part.guidance,
        lineage: part.lineage,
      });
      return hasParts(criterion) ? [placed(criterion, undefined), ...itemsOf(criterion).map((item) => placed(item, item))] : [placed(criterion, criterion)];
    }),
  );
}

/** What of an item, or of a criterion, is not as it was. */
export function changesBetween(before: Placed, after: Placed): Change[] {
  const differs: Readonly<Record<Change, boolean>> = {
    moved: before.code !== after.code || before.domain !== after.domain,
    points: before.maximum !== after.maximum || before.item?.minimum !== after.item?.minimum,
    rule: canonicalText(ruleParts(before)) !== canonicalText(ruleParts(after)),
    text: before.title.vi !== after.title.vi,
  };
  return CHANGES.filter((change) => differs[change]);
}

/** All that decides points besides the maximum. */
function ruleParts({ item }: Placed): unknown {
  if (!item) return {};
  const { whenNotApplicable, notArisen, conditions, appliesTo, source } = item;
  return {
    rule: ruleWithoutMaximum(item),
    whenNotApplicable,
    claimable: notArisen !== undefined,
    conditions,
    source,
    ...(appliesTo ? { appliesTo } : {}),
  };
}

/** The rule of an item. yesNo's points default to the maximum: a change of the maximum alone is no change of the rule. */
export function ruleWithoutMaximum({ rule, maximum }: Item): unknown {
  return rule.kind === 'yesNo' && rule.yes === maximum ? { ...rule, yes: 'maximum' } : rule;
}
