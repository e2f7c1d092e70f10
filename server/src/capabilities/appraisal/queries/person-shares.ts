import type { PersonShare, Piece } from '@parindex/core/appraisal/person-shares';
import { sql } from 'kysely';
import { type Named, namedBody } from '../../../db/fragments.ts';
import type { Reading, Writing } from '../../../db/transaction.ts';
import { itemNow } from '../../sheets/item-now.ts';
import { readTakeovers } from '../../sheets/queries/takeovers.ts';

/** What was given to a person and not taken back, by the codes of the edition in force. */
export interface GivenShare extends PersonShare {
  readonly id: string;
  /** The appraising body that gave it. */
  readonly office: string;
  readonly name: string;
  readonly assignedBy: Named;
  readonly assignedAt: Date;
}

/** What is given in a round, by one appraising body where it is named; what has no place in the edition in force is left out. */
export async function readPersonShares(db: Reading, round: string, office?: string): Promise<GivenShare[]> {
  const { rows } = await sql<GivenShare & { edition: string }>`
    WITH found AS MATERIALIZED (SELECT s.* FROM person_share s WHERE s.round_id = ${round} AND s.ended_at IS NULL ${office === undefined ? sql`` : sql`AND s.office_body = ${office}`}),
      people AS MATERIALIZED (SELECT w.id, w.name FROM app.person_names(ARRAY(SELECT assigned_by FROM found UNION SELECT account_id FROM found)) w)
    SELECT s.id, s.office_body AS office, s.item, s.edition_id AS edition, s.body_id AS body, s.account_id AS person, doer.name,
      json_build_object('id', giver.id, 'name', giver.name) AS "assignedBy", s.assigned_at AS "assignedAt"
    FROM found s JOIN people doer ON doer.id = s.account_id JOIN people giver ON giver.id = s.assigned_by ORDER BY doer.name, doer.id, s.item NULLS LAST, s.body_id NULLS FIRST, s.id`.execute(
    db,
  );
  if (rows.length === 0) return [];
  const takeovers = await readTakeovers(db, round);
  return rows.flatMap(({ edition, ...share }) => {
    if (share.item === null) return [share];
    const item = itemNow({ item: share.item, edition }, takeovers);
    return item === undefined ? [] : [{ ...share, item }];
  });
}

/** A person of an appraising body, with the bodies of the round that they do not appraise. */
export interface Appraiser extends Named {
  readonly causes: readonly string[];
}

/** Who appraises for a body, for whoever distributes there. */
export async function readAppraisers(db: Reading, round: string, office: string): Promise<Appraiser[]> {
  const { rows } = await sql<Appraiser>`SELECT a.id, a.name, a.causes FROM app.appraisers_in(${round}, ${office}) a ORDER BY a.name, a.id`.execute(db);
  return rows;
}

/** Of those to whom these bodies gave something, who may still decide there, and on which sheets not. */
export async function readColleagues(
  db: Reading,
  round: string,
  offices: readonly string[],
): Promise<(Omit<Appraiser, 'name'> & { readonly office: string })[]> {
  const { rows } = await sql<Omit<Appraiser, 'name'> & { office: string }>`SELECT o.office, c.id, c.causes
    FROM unnest(${[...offices]}::text[]) AS o (office) CROSS JOIN LATERAL app.colleagues_in(${round}, o.office) c`.execute(db);
  return rows;
}

/** The bodies for which the asker appraises. */
export async function readOwnOffices(db: Reading): Promise<string[]> {
  const { rows } = await sql<{
    body: string;
  }>`SELECT DISTINCT m.body_id AS body FROM app.in_force() m WHERE m.role = 'appraiser' AND m.body_id IS NOT NULL`.execute(db);
  return rows.map(({ body }) => body);
}

/** Items of bodies on which somebody has decided, as far as whoever distributes for a body may know. */
export async function readDecidedPieces(db: Reading, round: string, office: string): Promise<Piece[]> {
  const { rows } = await sql<Piece>`SELECT d.item, d.body FROM app.decided_pieces(${round}, ${office}) d`.execute(db);
  return rows;
}

/** Items of bodies that do not apply by decision. */
export async function readExcludedPieces(db: Reading, round: string): Promise<Piece[]> {
  return await db.selectFrom('exclusion').select(['item', 'body_id as body']).where('round_id', '=', round).execute();
}

/** Holds what an appraising body gives until the transaction ends: two who distribute at once would give the same twice. */
export async function holdPersonShares(db: Writing, round: string, office: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`person shares of ${round}/${office}`}, 0))`.execute(db);
}

interface Place {
  readonly round: string;
  readonly office: string;
  readonly edition: string;
}

/** Gives; what somebody has already stays as it is. The ids of what is new. */
export async function insertPersonShares(
  db: Writing,
  { round, office, edition }: Place,
  shares: readonly (PersonShare & { readonly id: string })[],
  by: string,
  at: Date,
): Promise<number> {
  if (shares.length === 0) return 0;
  const { numAffectedRows } = await sql`INSERT INTO person_share (id, round_id, office_body, item, edition_id, body_id, account_id, assigned_by, assigned_at)
    SELECT x.id, ${round}, ${office}, x.item, ${edition}, x.body, x.person, ${by}::uuid, ${at}
    FROM jsonb_to_recordset(${JSON.stringify(shares)}::jsonb) AS x (id uuid, item text, body text, person uuid) ON CONFLICT DO NOTHING`.execute(db);
  return Number(numAffectedRows ?? 0n);
}

/** Takes back; what was taken back already is left as it is. */
export async function endPersonShares(db: Writing, ids: readonly string[], by: string, at: Date): Promise<void> {
  if (ids.length === 0) return;
  await sql`UPDATE person_share s SET ended_by = ${by}::uuid, ended_at = ${at} WHERE s.id = ANY (${[...ids]}::uuid[]) AND s.ended_at IS NULL`.execute(db);
}

/** Shares by their ids, with those that were taken back. */
export const findPersonShares = (db: Reading, ids: readonly string[]) =>
  db
    .selectFrom('person_share')
    .select(['id', 'round_id as round', 'office_body as office', 'item', 'body_id as body', 'account_id as person'])
    .where('id', 'in', [...ids])
    .execute();

/** The appraising bodies of a round in which the asker distributes, by name. */
export async function readDistributedOffices(db: Reading, round: string): Promise<Named[]> {
  const { rows } = await sql<Named>`SELECT o.body->>'id' AS id, o.body->>'name' AS name
    FROM (SELECT ${namedBody(sql.ref('d.body_id'))}::jsonb AS body FROM (SELECT DISTINCT body_id FROM domain_owner WHERE round_id = ${round}) d WHERE app.distributes(${round}, d.body_id)) o
    ORDER BY 2, 1`.execute(db);
  return rows;
}
