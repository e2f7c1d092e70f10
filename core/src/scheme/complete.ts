import type { NumberText } from '../quantity/number-text.ts';
import { shortest } from '../quantity/number-text.ts';
import * as exact from '../quantity/rational.ts';
import type { Draft } from '../reading/shape.ts';
import { ruleFormOf } from '../rules/registry.ts';
import type { Criterion, CriterionWithParts, GroupKind, Item, Scheme } from './types.ts';

type DraftCriterion = Draft<Criterion>;

export const hasPartsDraft = (criterion: DraftCriterion): criterion is Draft<CriterionWithParts> => 'subCriteria' in criterion;

export const itemsOfDraft = (criterion: DraftCriterion): (Draft<Item> | undefined)[] =>
  hasPartsDraft(criterion) ? (criterion.subCriteria ?? []) : [criterion as Draft<Item>];

/** Sum of number texts as the shortest text; undefined where one is unknown. */
export function sumOf(texts: readonly (NumberText | undefined)[]): NumberText | undefined {
  if (texts.length === 0 || texts.some((text) => text === undefined)) return undefined;
  const total = exact.sum(texts.map((text) => exact.fromText(text as string)));
  let places = 0;
  while (!exact.isInteger(exact.multiply(total, exact.integer(10n ** BigInt(places))))) places++;
  return shortest(exact.toDecimal(total, places, 'halfUp'));
}

export function groupKindOf(scheme: Draft<Scheme>, id: string | undefined): GroupKind | undefined {
  return id === undefined ? undefined : (scheme.groups?.find((group) => group?.id === id)?.kind as GroupKind | undefined);
}

/** What a criterion adds to its domain's maximum; undefined where that is absent or cannot be. */
export function maximumOf(criterion: DraftCriterion | undefined, kind: GroupKind | undefined): NumberText | undefined {
  const maximum = criterion?.maximum;
  if (criterion === undefined || maximum === undefined || kind === undefined || hasPartsDraft(criterion)) return maximum;
  return (kind === 'penalty' ? maximum === '0' : exact.compare(exact.fromText(maximum), exact.zero) > 0) ? maximum : undefined;
}

/**
 * Writes out what hangs on the rest of the tree: groups of domains, maxima, the denominator, yesNo's points.
 * `unplaced` says of which domain (by index) the group is written but faulty.
 */
export function completeScheme(scheme: Draft<Scheme>, unplaced: (domain: number) => boolean): void {
  const regular = scheme.groups?.find((group) => group?.kind === 'regular');

  scheme.domains?.forEach((domain, index) => {
    if (!domain) return;
    if (regular?.id !== undefined && !unplaced(index)) domain.group ??= regular.id;
    const kind = groupKindOf(scheme, domain.group);
    for (const criterion of domain.criteria ?? []) {
      if (!criterion) continue;
      for (const item of itemsOfDraft(criterion)) {
        if (!item) continue;
        if (kind === 'penalty') item.maximum ??= '0';
        const rule = item.rule as Draft<Item['rule']> | undefined;
        if (rule?.kind) ruleFormOf(rule.kind).complete?.(rule, maximumOf(item, kind));
      }
      if (hasPartsDraft(criterion)) fill(criterion, sumOf(itemsOfDraft(criterion).map((item) => maximumOf(item, kind))));
    }
    fill(domain, sumOf((domain.criteria ?? []).map((criterion) => maximumOf(criterion, kind))));
  });

  if (!regular) return;
  const parts = (scheme.domains ?? []).filter((domain) => domain?.group === regular.id);
  // A domain whose group is not known may be one of these.
  if (scheme.domains?.every((domain) => groupKindOf(scheme, domain?.group) !== undefined)) fill(regular, sumOf(parts.map((domain) => domain?.maximum)));
  if (scheme.total && regular.maximum !== undefined) scheme.total.denominator ??= regular.maximum;
}

function fill(part: { maximum?: string | undefined }, sum: NumberText | undefined): void {
  if (sum !== undefined) part.maximum ??= sum;
}
