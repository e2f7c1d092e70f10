import { itemsOfDomains, type Language } from '@parindex/core';
import { iso } from '../../iso.ts';
import { checkEdition, presentAuthored } from './check.ts';
import type { EditionRow, EditionWithSchemeRow } from './queries/editions.ts';

/** An edition in a list. */
export const presentEditionRow = (row: EditionRow) => ({
  id: row.id,
  state: row.state,
  title: row.title,
  ownerBody: row.owner_body,
  hash: row.hash,
  effectiveFrom: row.effective_from,
  effectiveTo: row.effective_to,
  decision: row.decision_number === null ? null : { number: row.decision_number, date: row.decision_date },
  createdAt: row.created_at.toISOString(),
  adoptedAt: iso(row.adopted_at),
  version: row.version,
});

/** An edition with all faults of its texts, line by line, and the results of its cases. */
export function presentEdition(row: EditionWithSchemeRow, language: Language) {
  const { scheme, faults, cases } = checkEdition(row);
  return {
    ...presentEditionRow(row),
    status: scheme?.status ?? null,
    items: scheme ? itemsOfDomains(scheme.domains).length : null,
    faults: presentAuthored(faults, language),
    cases,
  };
}
