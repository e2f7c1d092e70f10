import { DEFAULT_REASONS, type VerdictReason } from '@parindex/core/appraisal/reasons';
import { sql } from 'kysely';
import type { Reading } from '../../../db/transaction.ts';

/** By what verdicts are given in a round: the reasons that are chosen from, and from how many points on a second person is needed. */
export interface AppraisalTerms {
  readonly reasons: readonly VerdictReason[];
  readonly secondPersonOver: string | null;
}

/** The terms of a round's appraisal, as its owner has set them. */
export async function readAppraisalTerms(db: Reading, round: string): Promise<AppraisalTerms> {
  const row = await db
    .selectFrom('round')
    .select(['verdict_reasons as reasons', 'second_person_over as secondPersonOver'])
    .where('id', '=', round)
    .executeTakeFirstOrThrow();
  return { ...row, reasons: row.reasons ?? DEFAULT_REASONS };
}

/** Whether this threshold may be set now: once the appraisal has begun, none that is laxer. */
export async function maySetSecondPerson(db: Reading, round: string, over: string | null): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`SELECT app.may_set_second_person(${round}, ${over}) AS may`.execute(db);
  return rows[0]?.may === true;
}
