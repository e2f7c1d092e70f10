import { sql } from 'kysely';
import { personName } from '../../../db/fragments.ts';
import type { Reading, Writing } from '../../../db/transaction.ts';

/** A save of a draft. */
export interface SaveRow {
  readonly version: number;
  readonly save_id: string | null;
  readonly sent_hash: string | null;
  /** Null where the whole texts were replaced. */
  readonly changes: string | null;
  readonly written_by: string;
  readonly written_at: Date;
  readonly name: string | null;
}

const saves = (db: Reading, edition: string) =>
  db
    .selectFrom('edition_change as c')
    .select(['c.version', 'c.save_id', 'c.sent_hash', 'c.changes', 'c.written_by', 'c.written_at', personName(sql.ref('c.written_by')).as('name')])
    .where('c.edition_id', '=', edition);

/** What was written of a draft after a version, in order. */
export const savesAfter = (db: Reading, edition: string, version: number, most: number): Promise<SaveRow[]> =>
  saves(db, edition).where('c.version', '>', version).orderBy('c.version').limit(most).execute();

/** A save by the id that its sender gave it. */
export const findSave = (db: Reading, edition: string, id: string): Promise<SaveRow | undefined> =>
  saves(db, edition).where('c.save_id', '=', id).executeTakeFirst();

export interface NewSave {
  readonly edition: string;
  readonly version: number;
  /** Absent where the whole texts are replaced. */
  readonly steps?: { readonly id: string; readonly hash: string; readonly changes: string };
  readonly account: string;
  readonly at: Date;
}

/** Keeps what a save changed. */
export async function insertSave(db: Writing, { edition, version, steps, account, at }: NewSave): Promise<void> {
  await db
    .insertInto('edition_change')
    .values({
      ...{ edition_id: edition, version, written_by: account, written_at: at },
      ...(steps && { save_id: steps.id, sent_hash: steps.hash, changes: steps.changes }),
    })
    .execute();
}

/** Forgets what was written of a draft that is none any more. */
export async function deleteSaves(db: Writing, edition: string): Promise<void> {
  await db.deleteFrom('edition_change').where('edition_id', '=', edition).execute();
}
