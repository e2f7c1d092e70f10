import type { Acting, Effect } from '../../../audit/acting.ts';
import { readRowStates } from '../../../audit/queries/audited-tables.ts';
import { recordAct } from '../../../audit/record.ts';
import { Problem } from '../../../http/problems.ts';
import { type EditionFileRow, findEditionFile, insertEditionFile } from '../queries/edition-requests.ts';

/** Keeps a decision on an edition whose bytes are in the store. The same id again changes nothing. */
export async function bringEditionFile(acting: Acting, file: Omit<EditionFileRow, 'broughtBy' | 'broughtAt'>): Promise<Effect> {
  const { db, receivedAt } = acting;
  const { id, edition, name, kind, bytes, sha256, scanned } = file;
  const stored = await findEditionFile(db, id);
  if (stored) {
    if (stored.edition !== edition || stored.name !== name || stored.sha256 !== sha256) throw new Problem('idReused', { more: { id } });
    return 'unchanged';
  }
  await insertEditionFile(db, { ...file, broughtBy: acting.account as string, broughtAt: receivedAt });
  const stands = await readRowStates(db, { edition_file: [id] });
  await recordAct(acting, { act: 'edition.bringFile', subject: `editionFile:${id}`, content: { edition, name, kind, bytes, sha256, scanned, stands } });
  return 'done';
}
