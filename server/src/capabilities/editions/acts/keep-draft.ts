import type { Acting } from '../../../audit/acting.ts';
import { recordAct } from '../../../audit/record.ts';
import type { CheckedEdition, EditionTexts } from '../check.ts';
import { insertDraft, updateDraft } from '../queries/editions.ts';

/** Keeps a new draft of an edition, faults and all; its id is what its document says. */
export async function keepDraft(acting: Acting, texts: EditionTexts, { id, title, faults }: CheckedEdition, ownerBody: string | null): Promise<string> {
  if (id === undefined) throw new Error('a draft without an id has been let through');
  await insertDraft(acting.db, { ...texts, id, title, ownerBody, account: acting.account, at: acting.receivedAt });
  await recordAct(acting, { act: 'edition.draft', subject: `edition:${id}`, content: { faults: String(faults.length) } });
  return id;
}

/** Replaces the texts of a draft that is held. */
export async function changeDraft(acting: Acting, id: string, texts: EditionTexts, { title, faults }: CheckedEdition): Promise<void> {
  await updateDraft(acting.db, id, { ...texts, title });
  await recordAct(acting, { act: 'edition.change', subject: `edition:${id}`, content: { faults: String(faults.length) } });
}
