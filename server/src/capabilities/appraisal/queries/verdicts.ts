import type { Stage, Target } from '@parindex/core/ledger/index';
import type { AppraisalShare } from '@parindex/core/round/index';
import { type RawBuilder, sql } from 'kysely';
import { count, person, rowsFrom } from '../../../db/fragments.ts';
import type { Reading } from '../../../db/transaction.ts';
import type { SheetPlace } from '../../sheets/queries/sheets.ts';

/** The last verdict on an item of a sheet: who, when, why. */
export interface LastVerdict {
  readonly body: string;
  readonly item: string;
  readonly stage: Stage;
  readonly seq: number;
  readonly at: Date;
  readonly by: { readonly id: string; readonly name: string };
  readonly code: string | null;
  /** null where there was none, or it was lawfully erased. */
  readonly text: string | null;
}

const lastOf = (which: RawBuilder<unknown>) => sql<LastVerdict>`
  SELECT v.body_id AS body, v.target AS item, v.stage, v.seq, v.received_at AS at, ${person(sql.ref('v.actor'))} AS by, v.reason_code AS code, l.content->>'reason.text' AS text
  FROM (SELECT DISTINCT ON (n.body_id, n.target) n.* FROM entry n WHERE n.target_kind = 'item' AND n.stage <> 'claimed' AND NOT app.is_remark(n.act) AND n.standing = 'effective' AND ${which}
    ORDER BY n.body_id, n.target, n.seq DESC) v LEFT JOIN payload l ON l.id = v.payload_id`;

/** The last verdict on each item of a sheet. */
export async function readVerdictsOfBody(db: Reading, round: string, body: string): Promise<LastVerdict[]> {
  const { rows } = await lastOf(sql`n.round_id = ${round} AND n.body_id = ${body}`).execute(db);
  return rows;
}

/** The last verdict on an item of each of a round's sheets. */
export async function readVerdictsOnItem(db: Reading, round: string, item: string): Promise<LastVerdict[]> {
  // By the bodies of the round, so that the index on targets finds them.
  const bodies = sql`ARRAY(SELECT p.body_id FROM participant p WHERE p.round_id = ${round})`;
  const { rows } = await lastOf(sql`n.round_id = ${round} AND n.body_id = ANY (${bodies}) AND n.target = ${item}`).execute(db);
  return rows;
}

/** Which of these targets a notice has told the body of, as decided at a stage. */
export async function readToldByNotice(
  db: Reading,
  { round, body }: Pick<SheetPlace, 'round' | 'body'>,
  stage: Stage,
  targets: readonly Target[],
): Promise<Target[]> {
  const { rows } = await sql<Target>`SELECT x.kind, x.id FROM ${rowsFrom(targets, 'kind text, id text')}
    WHERE app.is_told_by_notice(${round}, ${body}, ${stage}, x.kind, x.id)`.execute(db);
  return rows;
}

/** How many figures a verdict of a sheet changed. */
export async function countFiguresOf(db: Reading, { round, body }: Pick<SheetPlace, 'round' | 'body'>, verdict: string): Promise<number> {
  const { figures } = await db
    .selectFrom('entry')
    .select(count().as('figures'))
    .where('round_id', '=', round)
    .where('body_id', '=', body)
    .where('cause', '=', verdict)
    .where('target_kind', '=', 'figure')
    .executeTakeFirstOrThrow();
  return figures;
}

/** Who appraises what in a round. */
export async function readAppraisalShares(db: Reading, round: string): Promise<AppraisalShare[]> {
  const { rows } =
    await sql<AppraisalShare>`SELECT d.domain, nullif(d.item, '') AS item, d.body_id AS body FROM domain_owner d WHERE d.round_id = ${round}`.execute(db);
  return rows;
}

/** Points of the year before by item, by body of the round; only of one body, if it is named. */
export async function readPointsBefore(db: Reading, round: string, body?: string): Promise<ReadonlyMap<string, Readonly<Record<string, string>>>> {
  let query = db.selectFrom('baseline').select(['body_id as body', 'items']).where('round_id', '=', round);
  if (body !== undefined) query = query.where('body_id', '=', body);
  return new Map((await query.execute()).map(({ body: whose, items }) => [whose, items]));
}
