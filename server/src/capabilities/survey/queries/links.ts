import { type RawBuilder, sql } from 'kysely';
import type { Reading, Writing } from '../../../db/transaction.ts';

/** Somebody who gets a link. */
export interface InvitedRow {
  readonly id: string;
  readonly body: string;
  readonly group: string;
  readonly name: string;
  readonly position: string | null;
  readonly unit: string | null;
  readonly phone: string | null;
  readonly mail: string | null;
  readonly address: string | null;
}

/** Of which lists: just these bodies; of one group, just these people, where said. */
export interface AskedOf {
  readonly bodies: readonly string[];
  readonly group: string | undefined;
  readonly respondents?: readonly string[] | undefined;
}

/** Whoever is on these lists, as p: they were not replaced. */
export const listedIn = (round: string, { bodies, group, respondents }: AskedOf): RawBuilder<boolean> =>
  sql<boolean>`p.round_id = ${round} AND p.body_id = ANY (${[...bodies]}::text[]) AND p.replaced_by IS NULL AND p.erased_at IS NULL
      ${group === undefined ? sql`` : sql`AND p.group_id = ${group}`} ${respondents === undefined ? sql`` : sql`AND p.id = ANY (${[...respondents]}::uuid[])`}`;

/** Whoever of them is still asked: they have not answered. */
export const stillAsked = (round: string, of: AskedOf): RawBuilder<boolean> =>
  sql<boolean>`${listedIn(round, of)} AND NOT EXISTS (SELECT FROM respondents.participation a WHERE a.respondent_id = p.id)`;

/** Which of them: those without a link, those without an addressed form, or all. */
export type Without = 'link' | 'paperForm' | 'nothing';

const WITHOUT: Readonly<Record<Without, RawBuilder<unknown>>> = {
  link: sql`AND NOT p.invited`,
  paperForm: sql`AND NOT EXISTS (SELECT FROM respondents.paper_form f WHERE f.respondent_id = p.id)`,
  nothing: sql``,
};

/** Who is to be written to, body by body; for whoever leads the survey. At most one more than `limit`. */
export async function readToInvite(db: Reading, round: string, of: AskedOf, without: Without, limit: number): Promise<InvitedRow[]> {
  const { rows } = await sql<InvitedRow>`
    SELECT p.id, p.body_id AS body, p.group_id AS "group", p.name, p.position, p.workplace AS unit, p.phone, p.mail, p.address
    FROM respondents.respondent p JOIN participant t ON t.round_id = p.round_id AND t.body_id = p.body_id
    WHERE ${stillAsked(round, of)} ${WITHOUT[without]}
    ORDER BY t.position, p.body_id, p.group_id, p.listed_at, p.id LIMIT ${limit + 1}`.execute(db);
  return rows;
}

/** Whoever else makes links of a round waits until the transaction ends. */
export async function holdLinks(db: Writing, round: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`links of ${round}`}, 0))`.execute(db);
}

/** The links of these end now. */
export async function endLinks(db: Writing, respondents: readonly string[], at: Date): Promise<void> {
  await sql`UPDATE respondents.link SET ended_at = ${at}::timestamptz WHERE respondent_id = ANY (${[...respondents]}::uuid[]) AND ended_at IS NULL`.execute(db);
}

export interface NewLink {
  readonly respondent: string;
  /** SHA-256 of its secret. */
  readonly hash: Buffer;
}

/** Keeps links by the hashes of their secrets. */
export async function insertLinks(db: Writing, links: readonly NewLink[], by: string, at: Date): Promise<void> {
  const kept = links.map(({ respondent, hash }) => ({ respondent, hash: hash.toString('hex') }));
  await sql`INSERT INTO respondents.link (token_hash, respondent_id, made_by, made_at)
    SELECT decode(l.hash, 'hex'), l.respondent, ${by}::uuid, ${at}::timestamptz FROM jsonb_to_recordset(${JSON.stringify(kept)}::jsonb) AS l (respondent uuid, hash text)`.execute(
    db,
  );
}
