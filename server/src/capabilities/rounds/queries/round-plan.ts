import type { AppraisalShare, RoundPart, Step } from '@parindex/core/round/index';
import { sql } from 'kysely';
import { rowsFrom } from '../../../db/fragments.ts';
import type { Reading, Writing } from '../../../db/transaction.ts';

export interface ParticipantRow {
  readonly body: string;
  readonly block: string | null;
  readonly ranked: boolean;
}

/** The bodies that take part, in the order of the list. */
export async function participantsOf(db: Reading, round: string): Promise<string[]> {
  const rows = await db.selectFrom('participant').select('body_id').where('round_id', '=', round).orderBy('position').execute();
  return rows.map(({ body_id }) => body_id);
}

/** Those of these bodies whose removal would lose data: entries, survey means, extensions. */
export async function bodiesWithData(db: Reading, round: string, bodies: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ body: string }>`
    SELECT body FROM unnest(${bodies as string[]}::text[]) AS body
    WHERE EXISTS (SELECT FROM entry n WHERE n.round_id = ${round} AND n.body_id = body)
      OR EXISTS (SELECT FROM estimate e WHERE e.round_id = ${round} AND e.body_id = body)
      OR EXISTS (SELECT FROM extension x WHERE x.round_id = ${round} AND x.body_id = body)
    ORDER BY body`.execute(db);
  return rows.map(({ body }) => body);
}

/** Removes bodies from a round, with their exclusions and last year's values. */
export async function removeParticipants(db: Writing, round: string, bodies: readonly string[]): Promise<void> {
  if (bodies.length === 0) return;
  for (const table of ['exclusion', 'baseline', 'participant'] as const)
    await db.deleteFrom(table).where('round_id', '=', round).where('body_id', 'in', bodies).execute();
}

/** Puts bodies into a round in the order of the list; existing ones keep their sheets. */
export async function putParticipants(db: Writing, round: string, participants: readonly ParticipantRow[]): Promise<void> {
  await sql`INSERT INTO participant (round_id, body_id, position, block, ranked)
    SELECT ${round}, x.body, x.position, x.block, x.ranked
    FROM ${rowsFrom(
      participants.map((participant, index) => ({ ...participant, position: index + 1 })),
      'body text, position integer, block text, ranked boolean',
    )}
    ON CONFLICT (round_id, body_id) DO UPDATE SET position = excluded.position, block = excluded.block, ranked = excluded.ranked`.execute(db);
}

export interface ExclusionRow {
  readonly body: string;
  readonly item: string;
  readonly legalBasis: string;
  /** The document of the round by which it was decided. */
  readonly decision: string | null;
}

/** Replaces all exclusions of a round. */
export async function putExclusions(db: Writing, round: string, exclusions: readonly ExclusionRow[]): Promise<void> {
  await db.deleteFrom('exclusion').where('round_id', '=', round).execute();
  await sql`INSERT INTO exclusion (round_id, body_id, item, legal_basis, decision_id) SELECT ${round}, x.body, x.item, x."legalBasis", x.decision
    FROM ${rowsFrom(exclusions, 'body text, item text, "legalBasis" text, decision uuid')}`.execute(db);
}

/** Which of these items of bodies have a value at some stage. */
export async function itemsWithData(
  db: Reading,
  round: string,
  items: readonly { readonly body: string; readonly item: string }[],
): Promise<{ body: string; item: string }[]> {
  const { rows } = await sql<{ body: string; item: string }>`
    SELECT DISTINCT c.body_id AS body, c.target AS item FROM ${rowsFrom(items, 'body text, item text')}
      JOIN cell c ON c.round_id = ${round} AND c.body_id = x.body AND c.target_kind = 'item' AND c.target = x.item AND c.fields <> '{}'`.execute(db);
  return rows;
}

/** Replaces who appraises what in a round. */
export async function putDomainOwners(db: Writing, round: string, owners: readonly AppraisalShare[]): Promise<void> {
  await db.deleteFrom('domain_owner').where('round_id', '=', round).execute();
  await sql`INSERT INTO domain_owner (round_id, domain, item, body_id) SELECT ${round}, x.domain, coalesce(x.item, ''), x.body
    FROM ${rowsFrom(owners, 'domain text, item text, body text')}`.execute(db);
}

export interface StepRow {
  readonly step: Step;
  readonly opens: Date;
  readonly closes: Date;
}

/** Sets the times of locked steps; new ones are added. */
export async function putSteps(db: Writing, round: string, steps: readonly StepRow[]): Promise<void> {
  await sql`INSERT INTO round_step (round_id, step, opens, closes) SELECT ${round}, x.step, x.opens, x.closes
    FROM ${rowsFrom(steps, 'step text, opens timestamptz, closes timestamptz')}
    ON CONFLICT (round_id, step) DO UPDATE SET opens = excluded.opens, closes = excluded.closes, version = round_step.version + 1
      WHERE (round_step.opens, round_step.closes) IS DISTINCT FROM (excluded.opens, excluded.closes)`.execute(db);
}

export async function removeSteps(db: Writing, round: string, steps: readonly Step[]): Promise<void> {
  if (steps.length === 0) return;
  await db.deleteFrom('round_step').where('round_id', '=', round).where('step', 'in', steps).execute();
}

/** Copies participants, exclusions and domain owners of another round, and marks these parts as unconfirmed. */
export async function copyPlan(db: Writing, from: string, to: string, parts: readonly RoundPart[]): Promise<void> {
  await sql`INSERT INTO participant (round_id, body_id, position, block, ranked)
    SELECT ${to}, body_id, position, block, ranked FROM participant WHERE round_id = ${from}`.execute(db);
  await sql`INSERT INTO exclusion (round_id, body_id, item, legal_basis)
    SELECT ${to}, body_id, item, legal_basis FROM exclusion WHERE round_id = ${from}`.execute(db);
  await sql`INSERT INTO domain_owner (round_id, domain, item, body_id) SELECT ${to}, domain, item, body_id FROM domain_owner WHERE round_id = ${from}`.execute(
    db,
  );
  await sql`INSERT INTO copied_part (round_id, part) SELECT ${to}, unnest(${parts as string[]}::text[])`.execute(db);
}
