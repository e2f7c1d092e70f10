import { at, type Faults, ROOT } from '@parindex/core';
import type { Reading } from '../../db/transaction.ts';
import { findRoundFiles } from './queries/round-documents.ts';

/** Adds a fault for each file that was not brought to the round, or is named twice; a letter that was made here is a draft, and files no issued one. */
export async function judgeFiles(db: Reading, round: string, files: readonly (string | undefined)[] | undefined, faults: Faults): Promise<void> {
  const wanted = (files ?? []).filter((id) => id !== undefined);
  const known = wanted.length === 0 ? [] : await findRoundFiles(db, wanted);
  for (const [index, id] of wanted.entries())
    if (!known.some((file) => file.id === id && file.round === round && file.urged === null)) faults.add('unknownId', at(ROOT, 'files', index), { found: id });
    else if (wanted.indexOf(id) !== index) faults.add('duplicateId', at(ROOT, 'files', index), { found: id });
}
