import type { Stage, Target } from '@parindex/core/ledger/index';
import { type RawBuilder, sql } from 'kysely';
import { membershipNamed, type Named, person } from '../../../db/fragments.ts';
import type { Reading } from '../../../db/transaction.ts';

/** An entry of a verdict that waits for a second person. */
export interface ProposedEntry {
  readonly id: string;
  readonly seq: number;
  readonly body: string;
  readonly kind: Target['kind'];
  readonly target: string;
  readonly stage: Stage;
  readonly at: Date;
  readonly by: Named;
  /** The body in whose name its author appraises. */
  readonly office: string | null;
  /** Whether somebody has confirmed, returned or taken it back. */
  readonly ended: boolean;
  /** The verdict that it belongs to; null: it is that itself. */
  readonly cause: string | null;
  readonly changes: Readonly<Record<string, unknown>>;
  readonly texts: readonly string[];
  readonly points: string | null;
  readonly reasonCode: string | null;
  /** null where there was none, or it was lawfully erased. */
  readonly content: Readonly<Record<string, unknown>> | null;
}

const proposals = (which: RawBuilder<unknown>) => sql<ProposedEntry>`
  SELECT * FROM (SELECT p.id, p.seq, p.body_id AS body, p.target_kind AS kind, p.target, p.stage, p.received_at AS at, ${person(sql.ref('p.actor'))} AS by,
      (SELECT o.body_id FROM ${membershipNamed(sql.ref('p.office'))} o) AS office, p.cause, p.changes, p.texts, p.points, p.reason_code AS "reasonCode", l.content,
      EXISTS (SELECT FROM entry d WHERE d.round_id = p.round_id AND d.body_id = p.body_id AND d.target_kind = p.target_kind AND d.target = p.target
        AND d.stage = p.stage AND d.cause = p.id) AS ended
    FROM entry p JOIN round r ON r.id = p.round_id AND r.edition_id = p.edition_id LEFT JOIN payload l ON l.id = p.payload_id
    WHERE p.stage <> 'claimed' AND p.standing = 'proposed' AND p.act = 'appraise' AND ${which}) x`;

/**
 * What waits for a second person in a round, or in one of its sheets: proposed under the edition that holds now, and nothing was
 * decided on it since. Under another edition it must be given anew.
 */
export async function readProposedEntries(db: Reading, round: string, body?: string): Promise<ProposedEntry[]> {
  const { rows } = await sql<ProposedEntry>`
    ${proposals(sql`p.round_id = ${round} ${body === undefined ? sql`` : sql`AND p.body_id = ${body}`}`)} WHERE NOT x.ended ORDER BY x.body, x.seq`.execute(db);
  return rows;
}

/** One verdict that was proposed in a sheet, its figures first, whatever became of it. */
export async function findProposal(db: Reading, round: string, body: string, id: string): Promise<ProposedEntry[]> {
  const { rows } = await sql<ProposedEntry>`
    ${proposals(sql`p.round_id = ${round} AND p.body_id = ${body} AND (p.id = ${id} OR p.cause = ${id})`)} ORDER BY x.seq`.execute(db);
  return rows;
}
