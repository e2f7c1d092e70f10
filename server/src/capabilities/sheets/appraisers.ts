import { itemsOfDomains, itemsUsing } from '@parindex/core';
import type { Target } from '@parindex/core/ledger/index';
import { appraisersOfItem } from '@parindex/core/round/index';
import type { ReadyEdition } from '../editions/ready.ts';
import type { SheetPlace } from './queries/sheets.ts';

/** Items in which one of these items or figures counts, each with its domain. */
export function itemsCounting({ scheme, prepared }: ReadyEdition, targets: readonly Target[]): { readonly domain: string; readonly item: string }[] {
  const codes = new Set(targets.flatMap(({ kind, id }) => (kind === 'item' ? [id] : [...itemsUsing(prepared, id)])));
  return scheme.domains.flatMap((domain) =>
    itemsOfDomains([domain])
      .filter(({ code }) => codes.has(code))
      .map(({ code }) => ({ domain: domain.code, item: code })),
  );
}

/** Bodies that appraise one of these items in a round. */
export const appraisersOf = ({ domainOwners }: Pick<SheetPlace, 'domainOwners'>, items: ReturnType<typeof itemsCounting>): string[] => [
  ...new Set(items.flatMap(({ domain, item }) => appraisersOfItem(domainOwners, domain, item))),
];
