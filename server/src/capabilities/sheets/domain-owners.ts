import { itemsOfDomains, itemsUsing } from '@parindex/core';
import type { Target } from '@parindex/core/ledger/index';
import type { ReadyEdition } from '../editions/ready.ts';
import type { SheetPlace } from './queries/sheets.ts';

/** Codes of the domains in which one of these items or figures counts. */
export function domainsOf({ scheme, prepared }: ReadyEdition, targets: readonly Target[]): ReadonlySet<string> {
  const codes = new Set(targets.flatMap(({ kind, id }) => (kind === 'item' ? [id] : [...itemsUsing(prepared, id)])));
  return new Set(scheme.domains.filter((domain) => itemsOfDomains([domain]).some(({ code }) => codes.has(code))).map(({ code }) => code));
}

/** Bodies that own one of these domains in a round. */
export const ownersOf = ({ domainOwners }: Pick<SheetPlace, 'domainOwners'>, domains: ReadonlySet<string>): string[] =>
  domainOwners.filter(({ domain }) => domains.has(domain)).map(({ body }) => body);
