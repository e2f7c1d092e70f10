import type { Acting } from '../../../audit/acting.ts';
import { readRowStates } from '../../../audit/queries/audited-tables.ts';
import { recordAct } from '../../../audit/record.ts';
import type { CheckedEdition, EditionTexts } from '../check-texts.ts';
import { insertSave } from '../queries/edition-changes.ts';
import { type EditionRow, insertDraft, updateDraft } from '../queries/editions.ts';

/** The file that a draft was made of, which itself is not kept. */
export interface DraftedFrom {
  readonly fileName: string;
  /** Hex. */
  readonly sha256: string;
  readonly confirmedRules: number;
}

/** Stores a new draft of an edition, faults included; its id is the one in its document. */
export async function keepDraft(
  acting: Acting,
  texts: EditionTexts,
  { id, title, faults }: CheckedEdition,
  ownerBody: string | null,
  from?: DraftedFrom,
): Promise<string> {
  if (id === undefined) throw new Error('a draft without an id has been let through');
  await insertDraft(acting.db, { ...texts, id, title, ownerBody, account: acting.account, at: acting.receivedAt });
  await recordAct(acting, {
    act: 'edition.draft',
    subject: `edition:${id}`,
    content: {
      faults: String(faults.length),
      ...(from && { fileHash: from.sha256, confirmedRules: String(from.confirmedRules) }),
      stands: await readRowStates(acting.db, { edition: [id] }),
    },
    ...(from && { erasable: { fileName: from.fileName } }),
  });
  return id;
}

/** Replaces the texts of a locked draft; steps that were taken on what stood before find no way onto it. */
export async function changeDraft(
  acting: Acting,
  { id, version }: Pick<EditionRow, 'id' | 'version'>,
  texts: EditionTexts,
  { title, faults }: CheckedEdition,
): Promise<void> {
  await updateDraft(acting.db, id, { ...texts, title });
  await insertSave(acting.db, { edition: id, version: version + 1, account: acting.account as string, at: acting.receivedAt });
  await recordAct(acting, {
    act: 'edition.change',
    subject: `edition:${id}`,
    content: { faults: String(faults.length), stands: await readRowStates(acting.db, { edition: [id] }) },
  });
}
