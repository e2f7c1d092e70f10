import type { Respondent } from '@parindex/core/survey/respondents/index';
import type { ReplacementReason } from '@parindex/core/survey/respondents/replacement';
import { sql } from 'kysely';
import type { Reading, Writing } from '../../../db/transaction.ts';

/** Somebody listed; those replaced too. */
export interface RespondentRow extends Omit<Respondent, 'line'> {
  readonly id: string;
  /** In hexadecimal; another one once they are erased. */
  readonly salt: string;
  readonly listedAt: Date;
  readonly replacedBy: string | null;
  readonly replacedReason: ReplacementReason | null;
}

/** Holds the list of a body until the transaction ends: nobody else adds to it, replaces or confirms meanwhile. */
export async function holdList(db: Writing, round: string, body: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`respondents of ${round}/${body}`}, 0))`.execute(db);
}

/** Whom a body has listed, in the order in which they came. */
export async function readListed(db: Reading, round: string, body: string): Promise<RespondentRow[]> {
  const rows = await db
    .selectFrom('respondents.respondent as p')
    .select(({ ref }) => [
      sql<string>`encode(${ref('p.salt')}, 'hex')`.as('salt'),
      ...(['p.id', 'p.group_id as group', 'p.name', 'p.position', 'p.workplace as unit', 'p.phone', 'p.mail', 'p.address', 'p.note'] as const),
      ...(['p.listed_at as listedAt', 'p.replaced_by as replacedBy', 'p.replaced_reason as replacedReason'] as const),
    ])
    .where('p.round_id', '=', round)
    .where('p.body_id', '=', body)
    .orderBy('p.listed_at')
    .orderBy('p.id')
    .execute();
  return rows as RespondentRow[];
}

interface Listing {
  readonly round: string;
  readonly body: string;
  readonly by: string;
  readonly at: Date;
}

/** Appends to a list in one statement, whatever its length. */
export async function addRespondents(
  db: Writing,
  { round, body, by, at }: Listing,
  added: readonly (Omit<Respondent, 'line'> & { readonly id: string })[],
): Promise<void> {
  await sql`INSERT INTO respondents.respondent (id, round_id, body_id, group_id, name, position, workplace, phone, mail, address, note, listed_by, listed_at)
    SELECT a.id, ${round}, ${body}, a."group", a.name, a.position, a.unit, a.phone, a.mail, a.address, a.note, ${by}::uuid, ${at}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(added)}::jsonb)
      AS a (id uuid, "group" text, name text, position text, unit text, phone text, mail text, address text, note text)`.execute(db);
}

/** Somebody who is listed stands in the place of somebody else from now on. */
export async function markReplaced(db: Writing, id: string, by: string, reason: ReplacementReason): Promise<void> {
  await db
    .updateTable('respondents.respondent')
    .set({ replaced_by: by, replaced_reason: reason })
    .where('id', '=', id)
    .where('replaced_by', 'is', null)
    .execute();
}

/**
 * Whether a respondent has answered, for whoever leads the survey; nobody else finds it. Whoever sends their form meanwhile waits until the transaction ends,
 * and is waited for.
 */
export async function heldHasAnswered(db: Writing, id: string): Promise<boolean> {
  await db.selectFrom('respondents.respondent').select('id').where('id', '=', id).forUpdate().execute();
  return (await db.selectFrom('respondents.participation').select('respondent_id').where('respondent_id', '=', id).executeTakeFirst()) !== undefined;
}
