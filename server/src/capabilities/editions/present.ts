import { itemsOfDomains, type Language } from '@parindex/core';
import { iso } from '../../iso.ts';
import { checkEdition } from './check.ts';
import { presentAuthored } from './check-texts.ts';
import type { EditionRow, EditionWithSchemeRow } from './queries/editions.ts';
import { signedEdition, statementOf } from './sign-edition.ts';

function withdrawalOf({ withdrawn_at: at, withdrawal_number: number, withdrawal_date: date, replaced_by: replacedBy }: EditionRow) {
  return at === null || number === null || date === null ? null : { at: at.toISOString(), decision: { number, date }, replacedBy };
}

function signatureOf(row: EditionRow) {
  const { signing_key: key, signature } = row;
  return key === null || signature === null ? null : { key, statement: statementOf(key, signedEdition(row)), value: signature.toString('base64') };
}

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
  withdrawn: withdrawalOf(row),
  createdAt: row.created_at.toISOString(),
  adoptedAt: iso(row.adopted_at),
  version: row.version,
});

/** An edition with all faults of its texts, line by line, and the results of its cases. */
export async function presentEdition(row: EditionWithSchemeRow, language: Language) {
  const { scheme, faults, cases } = await checkEdition(row);
  return {
    ...presentEditionRow(row),
    status: scheme?.status ?? null,
    items: scheme ? itemsOfDomains(scheme.domains).length : null,
    files: { adoption: row.decision_file, withdrawal: row.withdrawal_file },
    signature: signatureOf(row),
    faults: presentAuthored(faults, language),
    cases,
  };
}
