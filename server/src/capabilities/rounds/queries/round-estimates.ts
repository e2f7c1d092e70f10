import type { Role } from '@parindex/core/rights/index';
import type { EstimatesAtHand } from '@parindex/core/round/index';
import { sql } from 'kysely';
import { type Named, namedBody, performed } from '../../../db/fragments.ts';
import type { Reading, Writing } from '../../../db/transaction.ts';

interface Performed {
  readonly by: Named;
  readonly at: string;
}

/** A person whom an owner has named to see the estimates of a round while they are sealed. */
export interface EstimateReaderRow {
  readonly id: string;
  readonly round: string;
  readonly person: Named;
  readonly named: Performed;
  readonly reason: string;
  readonly ended: Performed | null;
  readonly endReason: string | null;
}

/** All who were ever named in a round, the newest first. */
export const readEstimateReaders = (db: Reading, round: string): Promise<EstimateReaderRow[]> =>
  db
    .selectFrom('estimate_reader as e')
    .select(({ ref }) => [
      'e.id',
      'e.round_id as round',
      sql<Named>`(SELECT json_build_object('id', w.id, 'name', w.name) FROM app.person_names(ARRAY[e.account_id]) w)`.as('person'),
      performed(ref('e.named_by'), ref('e.named_at')).$notNull().as('named'),
      'e.reason',
      performed(ref('e.ended_by'), ref('e.ended_at')).as('ended'),
      'e.end_reason as endReason',
    ])
    .where('e.round_id', '=', round)
    .orderBy('e.named_at', 'desc')
    .orderBy('e.id')
    .execute();

/** The round of which somebody was named under this id. */
export const roundOfEstimateReader = async (db: Reading, id: string): Promise<string | undefined> =>
  (await db.selectFrom('estimate_reader').select('round_id').where('id', '=', id).executeTakeFirst())?.round_id;

export interface NewEstimateReader {
  readonly id: string;
  readonly round: string;
  readonly person: string;
  readonly by: string;
  readonly at: Date;
  readonly reason: string;
}

export async function insertEstimateReader(db: Writing, { id, round, person, by, at, reason }: NewEstimateReader): Promise<void> {
  await db.insertInto('estimate_reader').values({ id, round_id: round, account_id: person, named_by: by, named_at: at, reason }).execute();
}

export async function endEstimateReaderRow(db: Writing, id: string, by: string, at: Date, reason: string): Promise<void> {
  await db.updateTable('estimate_reader').set({ ended_by: by, ended_at: at, end_reason: reason }).where('id', '=', id).where('ended_at', 'is', null).execute();
}

/** A release of the estimates of a round. */
export interface EstimateReleaseRow {
  readonly id: string;
  readonly round: string;
  readonly released: Performed;
  readonly reason: string;
  readonly withdrawn: Performed | null;
  readonly withdrawalReason: string | null;
}

/** All releases of a round, the newest first. */
export const readEstimateReleases = (db: Reading, round: string): Promise<EstimateReleaseRow[]> =>
  db
    .selectFrom('estimate_release as e')
    .select(({ ref }) => [
      'e.id',
      'e.round_id as round',
      performed(ref('e.released_by'), ref('e.released_at')).$notNull().as('released'),
      'e.reason',
      performed(ref('e.withdrawn_by'), ref('e.withdrawn_at')).as('withdrawn'),
      'e.withdrawal_reason as withdrawalReason',
    ])
    .where('e.round_id', '=', round)
    .orderBy('e.released_at', 'desc')
    .orderBy('e.id')
    .execute();

/** The round that was released under this id. */
export const roundOfEstimateRelease = async (db: Reading, id: string): Promise<string | undefined> =>
  (await db.selectFrom('estimate_release').select('round_id').where('id', '=', id).executeTakeFirst())?.round_id;

export interface NewEstimateRelease {
  readonly id: string;
  readonly round: string;
  readonly by: string;
  readonly at: Date;
  readonly reason: string;
}

export async function insertEstimateRelease(db: Writing, { id, round, by, at, reason }: NewEstimateRelease): Promise<void> {
  await db.insertInto('estimate_release').values({ id, round_id: round, released_by: by, released_at: at, reason }).execute();
}

export async function withdrawEstimateReleaseRow(db: Writing, id: string, by: string, at: Date, reason: string): Promise<void> {
  await db
    .updateTable('estimate_release')
    .set({ withdrawn_by: by, withdrawn_at: at, withdrawal_reason: reason })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .execute();
}

export interface CandidateOffice {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly body: Named | null;
}

/** Whom an owner of the round may name, by each office that makes them somebody to be named. */
export async function readEstimateCandidates(db: Reading, round: string): Promise<CandidateOffice[]> {
  const { rows } = await sql<CandidateOffice>`SELECT c.id, c.name, c.role, CASE WHEN c.body IS NULL THEN NULL ELSE ${namedBody(sql.ref('c.body'))} END AS body
    FROM app.estimate_candidates(${round}) c ORDER BY c.name, c.id, c.role, c.body`.execute(db);
  return rows;
}

/** The estimates of a round as they lie, for its owners. */
export async function readEstimatesAtHand(db: Reading, round: string): Promise<EstimatesAtHand> {
  const { rows } = await sql<EstimatesAtHand>`SELECT bodies, without, deliveries FROM app.estimates_at_hand(${round})`.execute(db);
  return rows[0] as EstimatesAtHand;
}
