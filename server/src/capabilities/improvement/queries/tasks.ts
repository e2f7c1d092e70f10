import type { ImprovementState } from '@parindex/core/round/improvement-states';
import { type Insertable, sql } from 'kysely';
import { type Named, person } from '../../../db/fragments.ts';
import type { Tables } from '../../../db/tables.ts';
import type { Reading, Writing } from '../../../db/transaction.ts';

export interface TaskRow {
  readonly id: string;
  readonly item: string;
  readonly measure: string;
  /** What it is to give; null: not said. */
  readonly product: string | null;
  readonly lead: string;
  /** yyyy-mm-dd. */
  readonly due: string;
  readonly state: ImprovementState;
  readonly note: string | null;
  readonly documentNumber: string | null;
  readonly documentDate: string | null;
  readonly version: number;
  readonly changedBy: Named;
  readonly changedAt: Date;
}

/** The tasks of a body in a round, as far as the asker is told. */
export async function readTasks(db: Reading, round: string, body: string): Promise<TaskRow[]> {
  const { rows } = await sql<TaskRow>`
    SELECT t.id, t.item, t.measure, t.product, t.lead, t.due::text AS due, t.state, t.note, t.document_number AS "documentNumber", t.document_date::text AS "documentDate",
      t.version, ${person(sql.ref('t.changed_by'))} AS "changedBy", t.changed_at AS "changedAt"
    FROM improvement_task t WHERE t.round_id = ${round} AND t.body_id = ${body} ORDER BY t.item`.execute(db);
  return rows;
}

/** Adds a task, or changes it where it is in the version that was seen; whether it was. */
export async function putTask(db: Writing, row: Insertable<Tables['improvement_task']>, seen: number): Promise<boolean> {
  const { id, round_id: _, body_id: __, item: ___, ...changed } = row;
  const done =
    seen === 0
      ? await db
          .insertInto('improvement_task')
          .values(row)
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst()
      : await db.updateTable('improvement_task').set(changed).where('id', '=', id).where('version', '=', seen).executeTakeFirst();
  return ('numUpdatedRows' in done ? done.numUpdatedRows : (done.numInsertedOrUpdatedRows ?? 0n)) > 0n;
}
