import type { DatedStep } from '@parindex/core/rights/index';
import type { SheetState } from '@parindex/core/round/index';
import { sql } from 'kysely';
import { count, lastName, stepsOf } from '../../../db/fragments.ts';
import type { Reading } from '../../../db/transaction.ts';

export interface WorkRow {
  readonly round: string;
  readonly title: string;
  readonly year: number;
  readonly state: 'draft' | 'open' | 'closed';
  readonly body: string;
  readonly name: string;
  readonly owns: boolean;
  readonly appraises: boolean;
  readonly takesPart: boolean;
  readonly sheetState: SheetState | null;
  readonly steps: readonly DatedStep[];
  /** Tasks to mend lost points whose day is over. */
  readonly lateTasks: number;
}

/** The part that bodies have in rounds: owner, appraiser or participant; drafts for their owners alone, as row security has it. */
export async function findWork(db: Reading, bodies: readonly string[]): Promise<WorkRow[]> {
  if (bodies.length === 0) return [];
  const { rows } = await sql<WorkRow>`
    SELECT r.id AS round, r.title, r.year, r.state, b.id AS body, ${lastName(sql.ref('b.id'))} AS name,
      stands.owns, stands.appraises, stands.sheet IS NOT NULL AS "takesPart", stands.sheet AS "sheetState",
      ${stepsOf(sql.ref('r.id'))} AS steps,
      (SELECT count(*)::int FROM improvement_task t WHERE t.round_id = r.id AND t.body_id = b.id AND t.state = 'open'
        AND t.due < (app.moment() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date) AS "lateTasks"
    FROM round r CROSS JOIN body b CROSS JOIN LATERAL (SELECT r.owner_body = b.id AS owns,
      EXISTS (SELECT FROM domain_owner d WHERE d.round_id = r.id AND d.body_id = b.id) AS appraises,
      (SELECT p.state FROM participant p WHERE p.round_id = r.id AND p.body_id = b.id) AS sheet) stands
    WHERE b.id = ANY (${[...new Set(bodies)]}::text[]) AND (stands.owns OR stands.appraises OR stands.sheet IS NOT NULL)
      AND (r.state <> 'draft' OR stands.owns)
    ORDER BY r.year DESC, r.id, b.id`.execute(db);
  return rows;
}

/** Items of a sheet that departments have in hand, as the round's edition calls them. */
export async function itemsGivenAway(db: Reading, round: string, body: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('assignment as a')
    .innerJoin('round as r', 'r.id', 'a.round_id')
    .select('a.target')
    .where('a.round_id', '=', round)
    .where('a.body_id', '=', body)
    .where('a.target_kind', '=', 'item')
    .where('a.ended_at', 'is', null)
    .where('a.matter', '=', 'sheet')
    .whereRef('a.to_body', '<>', 'a.body_id')
    .whereRef('a.edition_id', '=', 'r.edition_id')
    .execute();
  return new Set(rows.map(({ target }) => target));
}

/** How many parts of a sheet its leaders have approved, where the body reviews them after. */
export async function countToReview(db: Reading, round: string, body: string): Promise<number> {
  const { parts } = await db
    .selectFrom('part as t')
    .innerJoin('approval_chain as c', (join) => join.onRef('c.round_id', '=', 't.round_id').onRef('c.body_id', '=', 't.body_id').on('c.review', '=', true))
    .select(count().as('parts'))
    .where('t.round_id', '=', round)
    .where('t.body_id', '=', body)
    .where('t.standing', '=', 'approved')
    .executeTakeFirstOrThrow();
  return parts;
}

/** Verdicts of somebody's that a second person has returned, and on which nobody has decided since: in a round that runs, the first of each named. */
export async function readReturnedVerdicts(
  db: Reading,
  round: string,
  account: string,
): Promise<{ readonly body: string; readonly name: string; readonly item: string }[]> {
  const { rows } = await sql<{ body: string; name: string; item: string }>`
    SELECT p.body_id AS body, ${lastName(sql.ref('p.body_id'))} AS name, p.target AS item
    FROM entry p JOIN round r ON r.id = p.round_id AND r.edition_id = p.edition_id
      JOIN entry d ON d.round_id = p.round_id AND d.body_id = p.body_id AND d.cause = p.id AND d.stage = p.stage AND d.act = 'return'
    WHERE p.round_id = ${round} AND p.actor = ${account} AND p.stage <> 'claimed' AND p.standing = 'proposed' AND p.act = 'appraise' AND p.target_kind = 'item' AND p.cause IS NULL
      AND NOT EXISTS (SELECT FROM entry n WHERE n.round_id = p.round_id AND n.body_id = p.body_id AND n.target_kind = 'item' AND n.target = p.target AND n.stage = p.stage
        AND n.seq > d.seq AND NOT app.is_remark(n.act))
    ORDER BY p.body_id, p.target`.execute(db);
  return rows;
}

/** How many mails wait for somebody to say what becomes of them. */
export async function countMailsToDecide(db: Reading): Promise<number> {
  const { mails } = await db.selectFrom('mail').select(count().as('mails')).where('state', 'in', ['unsure', 'refused']).executeTakeFirstOrThrow();
  return mails;
}

/** What bodies are called. */
export async function bodyNames(db: Reading, bodies: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (bodies.length === 0) return new Map();
  const rows = await db
    .selectFrom('body as b')
    .select(({ ref }) => ['b.id', lastName(ref('b.id')).as('name')])
    .where('b.id', 'in', [...bodies])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
