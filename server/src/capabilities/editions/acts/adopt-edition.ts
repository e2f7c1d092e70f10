import { at, canonicalText, Faults, hashOf, ROOT, type Scheme } from '@parindex/core';
import type { Acting } from '../../../audit/acting.ts';
import { readRowStates } from '../../../audit/queries/audited-tables.ts';
import { recordAct } from '../../../audit/record.ts';
import type { CheckedEdition } from '../check-texts.ts';
import { lockEdition } from '../queries/editions.ts';

/** What prevents adoption: every fault of the document under /document, of the cases under /cases. Having no case is one. */
export function faultsOfAdoption({ faults, cases }: CheckedEdition): Faults {
  const found = new Faults();
  for (const { in: part, fault } of faults) found.add(fault.code, at(ROOT, part, ...fault.keys), fault.details);
  if (cases?.run === 0) found.add('emptyText', at(ROOT, 'cases'));
  return found;
}

/** A faultless draft as it is kept once it is adopted. */
export function formOf({ scheme, cases }: CheckedEdition): { readonly scheme: string; readonly hash: string; readonly casesRun: number } {
  return { scheme: canonicalText(scheme), hash: hashOf(scheme as Scheme), casesRun: cases?.run ?? 0 };
}

export interface AdoptionTerms {
  readonly effectiveFrom: string | null;
  readonly effectiveTo: string | null;
  readonly decision: { readonly number: string; readonly date: string | null } | null;
}

/** Adopts an edition that comes with the project; from then on the database refuses every change of it. */
export async function adoptLoaded(acting: Acting, id: string, checked: CheckedEdition, terms: AdoptionTerms): Promise<void> {
  const form = formOf(checked);
  await lockEdition(acting.db, id, { ...form, ...terms, account: acting.account, at: acting.receivedAt });
  await recordAct(acting, {
    act: 'edition.adopt',
    subject: `edition:${id}`,
    content: { hash: form.hash, cases: String(form.casesRun), ...terms, stands: await readRowStates(acting.db, { edition: [id] }) },
  });
}
