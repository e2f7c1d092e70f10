import { createHash } from 'node:crypto';
import { Faults, type Language } from '@parindex/core';
import type { Acting, Effect } from '../../../audit/acting.ts';
import { readRowStates } from '../../../audit/queries/audited-tables.ts';
import { recordAct } from '../../../audit/record.ts';
import { Problem } from '../../../http/problems.ts';
import { Overtaken } from '../../../http/route.ts';
import { presentSaves, type StepsRow, savesSince } from '../draft-saves.ts';
import type { LaidSave } from '../lay-save.ts';
import type { LaidSteps } from '../lay-steps.ts';
import { findSave, insertSave } from '../queries/edition-changes.ts';
import { type EditionWithSchemeRow, updateDraft } from '../queries/editions.ts';

/** A save as it is sent. */
export interface SentSteps {
  readonly id: string;
  readonly version: number;
  readonly steps: string;
}

/** What became of a save: the version that it made, what others had written before, what it wrote itself. */
export interface WrittenSteps {
  readonly version: number;
  readonly others: readonly StepsRow[];
  readonly own: readonly StepsRow[];
  readonly effect: Effect;
}

/** Most bytes of both texts of a draft, as where they are sent whole. */
const MOST_BYTES = 4 * 1024 * 1024;

const hashOfSent = ({ version, steps }: SentSteps): string => createHash('sha256').update(`${version}\u0000${steps}`).digest('hex');

/** The answer that a save had, where it is sent again. */
async function writtenBefore(acting: Acting, held: EditionWithSchemeRow, sent: SentSteps): Promise<WrittenSteps | undefined> {
  const row = await findSave(acting.db, held.id, sent.id);
  if (!row) return undefined;
  if (row.sent_hash !== hashOfSent(sent) || row.written_by !== acting.account) throw new Problem('idReused', { more: { id: sent.id } });
  const rows = await savesSince(acting.db, held.id, sent.version, held.version);
  return {
    version: row.version,
    others: rows.filter(({ version }) => version < row.version),
    own: rows.filter(({ version }) => version === row.version),
    effect: 'unchanged',
  };
}

function refuse(laid: Exclude<LaidSteps, { outcome: 'laid' | 'unchanged' }>, rows: readonly StepsRow[], present: () => object): never {
  switch (laid.outcome) {
    case 'unreadable':
      throw new Problem('unreadable', { detail: laid.why });
    case 'faulty': {
      const faults = new Faults();
      for (const fault of laid.faults) faults.copy(fault);
      throw new Problem('faulty', { faults });
    }
    case 'refused':
      throw new Problem('faulty', { more: { faults: laid.refused } });
    case 'conflict': {
      const told = laid.conflicts.map(({ save, ...conflict }) => ({
        ...conflict,
        by: rows[save]?.name ?? null,
        when: (rows[save] as StepsRow).written_at.toISOString(),
      }));
      throw new Problem('conflict', { more: { ...present(), conflicts: told } });
    }
  }
}

/** Writes the steps of a save into a locked draft, joined with what others wrote since the version on which they were taken; `Overtaken` where they were laid onto another version. */
export async function writeSteps(
  acting: Acting,
  held: EditionWithSchemeRow,
  sent: SentSteps,
  save: LaidSave | undefined,
  language: Language,
): Promise<WrittenSteps> {
  const before = await writtenBefore(acting, held, sent);
  if (before) return before;
  if (save?.version !== held.version) throw new Overtaken();
  const { others, laid } = save;
  if (laid.outcome === 'unchanged') return { version: held.version, others, own: [], effect: 'unchanged' };
  if (laid.outcome !== 'laid') refuse(laid, others, () => ({ version: held.version, others: presentSaves(others, acting.account, language) }));
  const { texts, title, changes, counts } = laid;
  if (Buffer.byteLength(texts.document) + Buffer.byteLength(texts.cases) > MOST_BYTES)
    throw new Problem('tooLarge', {
      detail: {
        vi: 'Bản dự thảo sau khi sửa vượt quá dung lượng cho phép (4 MB); không có gì được lưu.',
        en: 'After these changes the draft would be larger than 4 MB; nothing was kept.',
      },
    });
  const version = held.version + 1;
  await updateDraft(acting.db, held.id, { ...texts, title });
  await insertSave(acting.db, {
    ...{ edition: held.id, version, account: acting.account as string, at: acting.receivedAt },
    steps: { id: sent.id, hash: hashOfSent(sent), changes },
  });
  await recordAct(acting, {
    act: 'edition.change',
    subject: `edition:${held.id}`,
    content: { count: String(counts.document + counts.cases), stands: await readRowStates(acting.db, { edition: [held.id] }) },
  });
  return { version, others, own: await savesSince(acting.db, held.id, held.version, version), effect: 'done' };
}
