import type { Acting, Effect } from '../../../audit/acting.ts';
import { readRowStates } from '../../../audit/queries/audited-tables.ts';
import { recordAct } from '../../../audit/record.ts';
import { Problem } from '../../../http/problems.ts';
import { findRoundFiles, insertRoundFile, type RoundFileRow } from '../queries/round-documents.ts';

/** Keeps a file of a round whose bytes are in the store. The same id again changes nothing. */
export async function bringRoundFile(acting: Acting, file: Omit<RoundFileRow, 'broughtBy' | 'broughtAt' | 'urged'>): Promise<Effect> {
  const { db, receivedAt } = acting;
  const { id, round, name, kind, bytes, sha256, scanned } = file;
  const [stored] = await findRoundFiles(db, [id]);
  if (stored) {
    if (stored.round !== round || stored.name !== name || stored.sha256 !== sha256) throw new Problem('idReused', { more: { id } });
    return 'unchanged';
  }
  await insertRoundFile(db, { ...file, broughtBy: acting.account as string, broughtAt: receivedAt, urged: null });
  const stands = await readRowStates(db, { round_file: [id] });
  await recordAct(acting, { act: 'round.bringFile', subject: `roundFile:${id}`, round, content: { name, kind, bytes, sha256, scanned, stands } });
  return 'done';
}
