import type { Questionnaire } from '@parindex/core/survey/index';
import { sql } from 'kysely';
import { type Named, person } from '../../../db/fragments.ts';
import type { Reading, Writing } from '../../../db/transaction.ts';

export interface NewPilot {
  readonly id: string;
  readonly round: string;
  readonly edition: string;
  readonly forms: readonly { readonly group: string; readonly hash: string; readonly form: Questionnaire; readonly token: string }[];
  readonly by: string;
  readonly at: Date;
}

/** Keeps a pilot with the questionnaires that are tried; it is the next of its round. */
export async function insertPilot(db: Writing, { id, round, edition, forms, by, at }: NewPilot): Promise<void> {
  await sql`INSERT INTO survey_pilot (id, round_id, number, edition_id, started_by, started_at)
    SELECT ${id}, ${round}, count(*) + 1, ${edition}, ${by}, ${at} FROM survey_pilot WHERE round_id = ${round}`.execute(db);
  await db
    .insertInto('survey_pilot_form')
    .values(forms.map(({ group, hash, form, token }) => ({ pilot_id: id, group_id: group, hash, form: JSON.stringify(form), token })))
    .execute();
}

/** The round of a pilot; undefined where the asker sees none. */
export async function roundOfPilot(db: Reading, id: string): Promise<string | undefined> {
  return (await db.selectFrom('survey_pilot').select('round_id').where('id', '=', id).executeTakeFirst())?.round_id;
}

/** Ends a pilot; false where it has ended. */
export async function endPilot(db: Writing, id: string, by: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('survey_pilot')
    .set({ ended_by: by, ended_at: at })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Whether a pilot of a round runs, for whoever leads its survey. */
export async function isPiloted(db: Reading, round: string): Promise<boolean> {
  const running = db.selectFrom('survey_pilot').select('id').where('round_id', '=', round).where('ended_at', 'is', null);
  return (await running.executeTakeFirst()) !== undefined;
}

export interface PilotRow {
  readonly id: string;
  readonly number: number;
  readonly startedBy: Named;
  readonly startedAt: Date;
  readonly endedBy: Named | null;
  readonly endedAt: Date | null;
}

/** The pilots of a round, the latest first. */
export const readPilots = (db: Reading, round: string): Promise<PilotRow[]> =>
  db
    .selectFrom('survey_pilot as p')
    .select(({ ref }) => [
      'p.id',
      'p.number',
      person(ref('p.started_by')).as('startedBy'),
      'p.started_at as startedAt',
      sql<Named | null>`CASE WHEN ${ref('p.ended_at')} IS NOT NULL THEN ${person(ref('p.ended_by'))} END`.as('endedBy'),
      'p.ended_at as endedAt',
    ])
    .where('p.round_id', '=', round)
    .orderBy('p.number', 'desc')
    .execute();

/** What a pilot has given of a group. */
export interface PilotFormRow {
  readonly pilot: string;
  readonly group: string;
  readonly hash: string;
  readonly form: Questionnaire;
  readonly token: string;
  readonly begun: number;
  readonly sent: number;
  /** All below is null until three were sent. */
  readonly seconds: { readonly shortest: number; readonly median: number; readonly longest: number } | null;
  readonly questions: readonly { readonly id: string; readonly asked: number; readonly left: number; readonly noOpinion: number }[] | null;
  readonly remarks: readonly string[] | null;
}

export async function readPilotForms(db: Reading, round: string): Promise<PilotFormRow[]> {
  const { rows } =
    await sql<PilotFormRow>`SELECT f.pilot_id AS pilot, f.group_id AS "group", f.hash, f.form, f.token, g.begun, g.sent, g.seconds, g.questions, g.remarks
    FROM app.pilot_figures(${round}) g JOIN survey_pilot_form f ON f.pilot_id = g.pilot_id AND f.group_id = g.group_id`.execute(db as Writing);
  return rows;
}
