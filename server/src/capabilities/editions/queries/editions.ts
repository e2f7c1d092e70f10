import { type NotNull, sql } from 'kysely';
import { anyOf } from '../../../db/fragments.ts';
import type { Reading, Writing } from '../../../db/transaction.ts';

export interface EditionRow {
  readonly id: string;
  readonly state: 'draft' | 'adopted';
  readonly owner_body: string | null;
  readonly title: { readonly vi: string; readonly en?: string } | null;
  readonly hash: string | null;
  readonly cases_run: number | null;
  readonly effective_from: string | null;
  readonly effective_to: string | null;
  readonly decision_number: string | null;
  readonly decision_date: string | null;
  readonly created_at: Date;
  readonly adopted_at: Date | null;
  readonly decision_file: string | null;
  readonly signing_key: string | null;
  readonly signature: Buffer | null;
  readonly withdrawn_at: Date | null;
  readonly withdrawal_number: string | null;
  readonly withdrawal_date: string | null;
  readonly withdrawal_file: string | null;
  readonly replaced_by: string | null;
  readonly version: number;
}

export interface EditionWithSchemeRow extends EditionRow {
  readonly document: string;
  readonly cases: string;
}

const SHOWN = [
  'id',
  'state',
  'owner_body',
  'title',
  'hash',
  'cases_run',
  'effective_from',
  'effective_to',
  'decision_number',
  'decision_date',
  'created_at',
  'adopted_at',
  'decision_file',
  'signing_key',
  'signature',
  'withdrawn_at',
  'withdrawal_number',
  'withdrawal_date',
  'withdrawal_file',
  'replaced_by',
  'version',
] as const;

/** An edition with its texts. */
export const findEdition = (db: Reading, id: string): Promise<EditionWithSchemeRow | undefined> =>
  db
    .selectFrom('edition')
    .select([...SHOWN, 'document', 'cases'])
    .where('id', '=', id)
    .executeTakeFirst();

/** Locks an edition for writing until the transaction ends. */
export const holdEdition = (db: Writing, id: string): Promise<EditionWithSchemeRow | undefined> =>
  db
    .selectFrom('edition')
    .select([...SHOWN, 'document', 'cases'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();

/** Whether an edition is a draft or adopted, protected from removal until the transaction ends; undefined if there is none, or it was withdrawn. */
export async function keepEdition(db: Writing, id: string): Promise<EditionRow['state'] | undefined> {
  return (await db.selectFrom('edition').select('state').where('id', '=', id).where('withdrawn_at', 'is', null).forKeyShare().executeTakeFirst())?.state;
}

/** A page of editions in the order of their ids; one more than requested if there are more. */
export async function listEditions(db: Reading, limit: number, after: string | undefined): Promise<EditionRow[]> {
  let query = db
    .selectFrom('edition')
    .select(SHOWN)
    .orderBy('id')
    .limit(limit + 1);
  if (after !== undefined) query = query.where('id', '>', after);
  return query.execute();
}

/** The normal forms of adopted editions by id, unchanged to the byte. */
export async function readNormalForms(db: Reading, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('edition')
    .select(['id', sql<string>`scheme::text`.as('text')])
    .where('id', '=', anyOf(ids))
    .where('state', '=', 'adopted')
    .execute();
  return new Map(rows.map(({ id, text }) => [id, text]));
}

/** All adopted editions, the newest first. */
export const listAdopted = (db: Reading): Promise<{ readonly id: string; readonly hash: string }[]> =>
  db
    .selectFrom('edition')
    .select(['id', 'hash'])
    .where('state', '=', 'adopted')
    .orderBy('adopted_at', 'desc')
    .orderBy('id')
    .$narrowType<{ hash: NotNull }>()
    .execute();

export interface DraftTexts {
  readonly document: string;
  readonly cases: string;
  readonly title: EditionRow['title'];
}

/** Keeps a new draft. */
export async function insertDraft(db: Writing, draft: DraftTexts & { id: string; ownerBody: string | null; account: string | null; at: Date }): Promise<void> {
  const { id, ownerBody, account, at, document, cases, title } = draft;
  await db
    .insertInto('edition')
    .values({ id, state: 'draft', owner_body: ownerBody, title: title && JSON.stringify(title), document, cases, created_by: account, created_at: at })
    .execute();
}

/** Replaces a draft's texts. */
export async function updateDraft(db: Writing, id: string, { document, cases, title }: DraftTexts): Promise<void> {
  await db
    .updateTable('edition')
    .set((eb) => ({ document, cases, title: title && JSON.stringify(title), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export interface LoadedForm {
  readonly scheme: string;
  readonly hash: string;
  readonly casesRun: number;
  readonly effectiveFrom: string | null;
  readonly effectiveTo: string | null;
  readonly decision: { readonly number: string; readonly date: string | null } | null;
  readonly account: string | null;
  readonly at: Date;
}

/** Adopts an edition that comes with the project, which makes it unchangeable; one that people wrote is adopted by two (edition-requests.ts). */
export async function lockEdition(db: Writing, id: string, form: LoadedForm): Promise<void> {
  await db
    .updateTable('edition')
    .set((eb) => ({
      state: 'adopted',
      scheme: form.scheme,
      hash: form.hash,
      cases_run: form.casesRun,
      effective_from: form.effectiveFrom,
      effective_to: form.effectiveTo,
      decision_number: form.decision?.number ?? null,
      decision_date: form.decision?.date ?? null,
      adopted_by: form.account,
      adopted_at: form.at,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute();
}

/** Rounds that have chosen the edition. */
export async function roundsUsing(db: Reading, edition: string): Promise<string[]> {
  const rows = await db.selectFrom('round').select('id').where('edition_id', '=', edition).orderBy('id').execute();
  return rows.map(({ id }) => id);
}

export async function deleteEdition(db: Writing, id: string): Promise<void> {
  await db.deleteFrom('edition').where('id', '=', id).execute();
}
