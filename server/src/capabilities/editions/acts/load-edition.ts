import { hashOf, PHRASES } from '@parindex/core';
import type { Acting } from '../../../audit/acting.ts';
import { checkTexts, type EditionTexts } from '../check-texts.ts';
import { findEdition } from '../queries/editions.ts';
import { adoptLoaded, faultsOfAdoption } from './adopt-edition.ts';
import { keepDraft } from './keep-draft.ts';

/**
 * Loads an edition that comes with the project (scheme.yaml and cases.yaml of its folder) into the database, adopted; an
 * existing one stays. Returns its id. Throws if its texts have faults, or another edition has its id.
 */
export async function loadEdition(acting: Acting, texts: EditionTexts): Promise<string> {
  const checked = checkTexts(texts);
  if ('unreadable' in checked) throw new Error(checked.unreadable.vi);
  const faults = faultsOfAdoption(checked).list;
  if (!checked.scheme || faults.length > 0)
    throw new Error(faults.map(({ path, code, details }) => `${checked.id ?? '?'} ${path}  ${PHRASES.vi.fault[code](details)}`).join('\n'));
  const { id, legalBasis, validity } = checked.scheme;
  const there = await findEdition(acting.db, id);
  if (there?.state === 'adopted' && there.hash === hashOf(checked.scheme)) return id;
  if (there) throw new Error(`the database has another edition ${id}: a correction is a new edition`);
  await keepDraft(acting, texts, checked, null);
  const [decision] = legalBasis;
  await adoptLoaded(acting, id, checked, {
    effectiveFrom: validity?.from ?? decision?.date ?? null,
    effectiveTo: validity?.to ?? null,
    decision: decision ? { number: decision.number, date: decision.date ?? null } : null,
  });
  return id;
}
