import type { InterestKind } from '@parindex/core/appraisal/own-cause';
import { sql } from 'kysely';
import { type Named, namedBody, performed } from '../../../db/fragments.ts';
import type { Reading, Writing } from '../../../db/transaction.ts';

interface Performed {
  readonly by: Named;
  readonly at: string;
}

export interface InterestRow {
  readonly id: string;
  readonly person: Named;
  readonly body: Named;
  readonly kind: InterestKind;
  readonly reason: string;
  readonly declared: Performed;
  readonly withdrawn: Performed | null;
  readonly withdrawalReason: string | null;
}

/** Interests of a round that the asker may know, the newest first. */
export const readInterests = (db: Reading, round: string): Promise<InterestRow[]> =>
  db
    .selectFrom('interest as i')
    .select(({ ref }) => [
      'i.id',
      sql<Named>`(SELECT json_build_object('id', w.id, 'name', w.name) FROM app.person_names(ARRAY[i.account_id]) w)`.as('person'),
      namedBody(ref('i.body_id')).as('body'),
      'i.kind',
      'i.reason',
      performed(ref('i.declared_by'), ref('i.declared_at')).$notNull().as('declared'),
      performed(ref('i.withdrawn_by'), ref('i.withdrawn_at')).as('withdrawn'),
      'i.withdrawal_reason as withdrawalReason',
    ])
    .where('i.round_id', '=', round)
    .orderBy('i.declared_at', 'desc')
    .orderBy('i.id')
    .execute();

export interface NewInterestRow {
  readonly id: string;
  readonly round: string;
  readonly person: string;
  readonly body: string;
  readonly kind: InterestKind;
  readonly reason: string;
}

/** Keeps an interest; false where there is one with this id, or the same of the same person and body. */
export async function insertInterest(db: Writing, { id, round, person, body, kind, reason }: NewInterestRow, by: string, at: Date): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('interest')
    .values({ id, round_id: round, account_id: person, body_id: body, kind, reason, declared_by: by, declared_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

export async function withdrawInterestRow(db: Writing, id: string, by: string, at: Date, reason: string): Promise<void> {
  await db
    .updateTable('interest')
    .set({ withdrawn_by: by, withdrawn_at: at, withdrawal_reason: reason })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .execute();
}

/** Whose interests the asker may record, as an owner of the round. */
export async function readDeciders(db: Reading, round: string): Promise<Named[]> {
  const { rows } = await sql<Named>`SELECT d.id, d.name FROM app.deciders_of(${round}) d ORDER BY d.name, d.id`.execute(db);
  return rows;
}

/** Whether somebody decides in a round. */
export async function decidesIn(db: Reading, round: string, person: string): Promise<boolean> {
  const { rows } = await sql<{ decides: boolean }>`SELECT app.decides_in(${round}, ${person}::uuid) AS decides`.execute(db);
  return rows[0]?.decides === true;
}

/** Bodies whose sheets are in a round, by name. */
export async function readBodiesOfRound(db: Reading, round: string): Promise<Named[]> {
  const { rows } = await sql<Named>`SELECT n.body->>'id' AS id, n.body->>'name' AS name
    FROM (SELECT ${namedBody(sql.ref('p.body_id'))}::jsonb AS body, p.position FROM participant p WHERE p.round_id = ${round}) n ORDER BY n.position, 1`.execute(
    db,
  );
  return rows;
}
