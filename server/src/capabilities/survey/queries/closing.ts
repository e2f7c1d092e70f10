import { sql } from 'kysely';
import type pg from 'pg';
import { inBackgroundOf } from '../../../db/background.ts';
import type { Reading, Writing } from '../../../db/transaction.ts';
import type { CountRow } from './counting.ts';

/** Takes no form any more from now on; false where it has ended already. */
export async function askToEnd(db: Writing, round: string, account: string, at: Date): Promise<boolean> {
  const ended = await db
    .updateTable('survey')
    .set({ closing_asked_by: account, closing_asked_at: at })
    .where('round_id', '=', round)
    .where('closing_asked_at', 'is', null)
    .executeTakeFirst();
  return ended.numUpdatedRows > 0n;
}

export interface ClosedSurvey {
  readonly edition: string;
  readonly editionHash: string;
  readonly threshold: number;
  readonly closedAt: Date;
  readonly countsHash: string;
}

/** A survey that is closed; undefined while it is not. */
export async function findClosedSurvey(db: Reading, round: string): Promise<ClosedSurvey | undefined> {
  const row = await db
    .selectFrom('survey')
    .innerJoin('edition', 'edition.id', 'survey.edition_id')
    .select(['survey.edition_id', 'edition.hash', 'threshold', 'closed_at', 'counts_hash'])
    .where('round_id', '=', round)
    .executeTakeFirst();
  if (!row?.closed_at || row.counts_hash === null || row.hash === null) return undefined;
  return { edition: row.edition_id, editionHash: row.hash, threshold: row.threshold, closedAt: row.closed_at, countsHash: row.counts_hash };
}

/** The counts of a survey, for whoever leads it; nothing for anybody else. */
export async function readSurveyCounts(db: Reading, round: string): Promise<CountRow[]> {
  const { rows } =
    await sql<CountRow>`SELECT c.body_id AS body, c.group_id AS "group", c.question, c.option, c.count::int AS count FROM app.survey_counts(${round}) c`.execute(
      db as Writing,
    );
  return rows;
}

/** Days that are over become one row each of what is counted of forms. */
export async function foldDays(pool: pg.Pool, at: Date): Promise<void> {
  await inBackgroundOf(pool, (db) => sql`SELECT app.fold_days(${at})`.execute(db));
}

/** Erases the contact data of surveys whose term is over. */
export async function eraseContacts(pool: pg.Pool, at: Date): Promise<void> {
  await inBackgroundOf(pool, (db) => sql`SELECT app.erase_contacts(${at})`.execute(db));
}
