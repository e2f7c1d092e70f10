import type { DocumentClass } from '@parindex/core/evidence/document-classes';
import { sql } from 'kysely';
import type { Reading, Writing } from '../../../db/transaction.ts';

export interface RetentionTerm {
  readonly class: DocumentClass;
  /** null: kept for ever. */
  readonly years: number | null;
  readonly basis: string;
  readonly version: number;
}

/** The terms that were set. */
export async function readTerms(db: Reading): Promise<RetentionTerm[]> {
  return db.selectFrom('retention_term').select(['document_class as class', 'years', 'basis', 'version']).execute();
}

/** Sets a term, given the version that was seen (0 if there was none); false if another change came in between. */
export async function writeTerm(db: Writing, term: RetentionTerm, by: string, at: Date): Promise<boolean> {
  const set = { years: term.years, basis: term.basis, set_by: by, set_at: at, version: term.version + 1 };
  const written =
    term.version === 0
      ? await db
          .insertInto('retention_term')
          .values({ document_class: term.class, ...set })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst()
          .then(({ numInsertedOrUpdatedRows }) => numInsertedOrUpdatedRows)
      : await db
          .updateTable('retention_term')
          .set(set)
          .where('document_class', '=', term.class)
          .where('version', '=', term.version)
          .executeTakeFirst()
          .then(({ numUpdatedRows }) => numUpdatedRows);
  return written === 1n;
}

export interface DueRow {
  readonly round: { readonly id: string; readonly title: string; readonly year: number };
  readonly class: DocumentClass;
  readonly from: Date;
  readonly documents: number;
  readonly bytes: number;
}

/** What becomes due until a moment, in rounds that the caller may know of; earliest due first. */
export async function becomingDue(db: Reading, until: Date): Promise<DueRow[]> {
  const { rows } = await sql<DueRow>`SELECT json_build_object('id', r.id, 'title', r.title, 'year', r.year) AS round, f.document_class AS class,
      f.due_at AS "from", f.documents, f.bytes
    FROM app.becoming_due(${until}) f JOIN round r ON r.id = f.round ORDER BY f.due_at, r.id, f.document_class`.execute(db);
  return rows;
}
