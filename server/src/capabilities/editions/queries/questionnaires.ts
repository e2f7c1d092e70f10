import type { Questionnaire } from '@parindex/core/survey/index';
import type { Reading, Writing } from '../../../db/transaction.ts';

export interface KeptQuestionnaire {
  readonly document: string;
  readonly form: Questionnaire;
  readonly hash: string;
}

/** The hash of each group's form beside an edition. */
export async function findQuestionnaireHashes(db: Reading, edition: string): Promise<Map<string, string>> {
  const rows = await db.selectFrom('edition_questionnaire').select(['group_id', 'hash']).where('edition_id', '=', edition).execute();
  return new Map(rows.map(({ group_id, hash }) => [group_id, hash]));
}

/** The forms beside an edition, in the order of their groups' ids. */
export async function findQuestionnaires(db: Reading, edition: string): Promise<Questionnaire[]> {
  const rows = await db.selectFrom('edition_questionnaire').select('form').where('edition_id', '=', edition).orderBy('group_id').execute();
  return rows.map(({ form }) => form);
}

/** The same with their hashes; of one group, or of all. */
export async function findKeptQuestionnaires(db: Reading, edition: string, group?: string): Promise<Omit<KeptQuestionnaire, 'document'>[]> {
  const all = db.selectFrom('edition_questionnaire').select(['form', 'hash']).where('edition_id', '=', edition);
  return (group === undefined ? all : all.where('group_id', '=', group)).orderBy('group_id').execute();
}

export async function addQuestionnaires(db: Writing, edition: string, kept: readonly KeptQuestionnaire[]): Promise<void> {
  if (kept.length === 0) return;
  await db
    .insertInto('edition_questionnaire')
    .values(kept.map(({ document, form, hash }) => ({ edition_id: edition, group_id: form.group, document, form: JSON.stringify(form), hash })))
    .execute();
}

/** Keeps a form beside an edition in place of the one of its group. */
export async function keepQuestionnaire(db: Writing, edition: string, { document, form, hash }: KeptQuestionnaire): Promise<void> {
  const kept = { document, form: JSON.stringify(form), hash };
  await db
    .insertInto('edition_questionnaire')
    .values({ edition_id: edition, group_id: form.group, ...kept })
    .onConflict((conflict) => conflict.columns(['edition_id', 'group_id']).doUpdateSet(kept))
    .execute();
}

/** Whether a survey was opened with an edition: then its forms are locked. */
export async function isSurveyed(db: Reading, edition: string): Promise<boolean> {
  return (await db.selectFrom('survey').select('round_id').where('edition_id', '=', edition).executeTakeFirst()) !== undefined;
}
