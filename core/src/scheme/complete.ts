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
 * `faulty` says whether what is written at a place is faulty: nothing takes its place.
 */
export function completeScheme(scheme: Draft<Scheme>, faulty: (...keys: (string | number)[]) => boolean): void {
  const regular = scheme.groups?.find((group) => group?.kind === 'regular');

  scheme.domains?.forEach((domain, d) => {
    if (!domain) return;
    if (regular?.id !== undefined && !faulty('domains', d, 'group')) domain.group ??= regular.id;
    const kind = groupKindOf(scheme, domain.group);
    domain.criteria?.forEach((criterion, c) => {
      if (!criterion) return;
      itemsOfDraft(criterion).forEach((item, s) => {
        if (!item) return;
        const within = hasPartsDraft(criterion) ? ['subCriteria', s] : [];
        if (kind === 'penalty' && !faulty('domains', d, 'criteria', c, ...within, 'maximum')) item.maximum ??= '0';
        const rule = item.rule as Draft<Item['rule']> | undefined;
        if (rule?.kind) ruleFormOf(rule.kind).complete?.(rule, maximumOf(item, kind));
      });
      if (hasPartsDraft(criterion)) fill(criterion, sumOf(itemsOfDraft(criterion).map((item) => maximumOf(item, kind))));
    });
    fill(domain, sumOf((domain.criteria ?? []).map((criterion) => maximumOf(criterion, kind))));
  });

  if (!regular) return;
  const parts = partsOfRegular(scheme, regular.id);
  if (parts && !faulty('groups', scheme.groups?.indexOf(regular) as number, 'maximum')) fill(regular, sumOf(parts.map((domain) => domain?.maximum)));
  if (scheme.total && regular.maximum !== undefined) scheme.total.denominator ??= regular.maximum;
}

/** The domains of the regular group; undefined where some domain's group is not known: it may be one of them. */
export function partsOfRegular({ groups, domains }: Draft<Scheme>, id: string | undefined): Draft<Scheme['domains']> | undefined {
  const placed = (group: string | undefined) => group !== undefined && groups?.some((each) => each?.id === group);
  if (id === undefined || !domains?.every((domain) => placed(domain?.group))) return undefined;
  return domains.filter((domain) => domain?.group === id);
}

function fill(part: { maximum?: string | undefined }, sum: NumberText | undefined): void {
  if (sum !== undefined) part.maximum ??= sum;
}
