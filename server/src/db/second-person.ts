import type { WhyNotDecided } from '@parindex/core/rights/second-person';
import { type Expression, type RawBuilder, sql } from 'kysely';
import type { Reading } from './transaction.ts';

/** The function that judges who may decide what an owner asked for: of a round, of an edition. */
const JUDGES = { round: sql`app.why_not_decided_of_round`, edition: sql`app.why_not_decided_of_edition` } as const;
export type AskedOf = keyof typeof JUDGES;

const officesIn = (offices: readonly string[]) => sql`unnest(${[...offices]}::uuid[]) AS o (office)`;

/** Whether one of these offices may decide a request. */
export const decidableBy = (asked: AskedOf, request: Expression<string>, offices: readonly string[]): RawBuilder<boolean> =>
  sql`EXISTS (SELECT FROM ${officesIn(offices)} WHERE ${JUDGES[asked]}(${request}, o.office) IS NULL)`;

/** By which of these offices the asker decides a request, or why by none. */
export async function decidingOffice(
  db: Reading,
  asked: AskedOf,
  id: string,
  offices: readonly string[],
): Promise<{ readonly office: string } | { readonly why: WhyNotDecided }> {
  const { rows } = await sql<{ office: string; why: WhyNotDecided | null }>`SELECT o.office, ${JUDGES[asked]}(${id}, o.office) AS why
    FROM ${officesIn(offices)}`.execute(db);
  const by = rows.find(({ why }) => why === null);
  // What keeps an owner from it says more than that another office is no owner's.
  return by ? { office: by.office } : { why: rows.find(({ why }) => why !== 'otherPerson')?.why ?? 'otherPerson' };
}
