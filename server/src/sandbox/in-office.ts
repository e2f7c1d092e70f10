import type { Role } from '@parindex/core/rights/index';
import type pg from 'pg';
import type { Acting } from '../audit/acting.ts';
import type { Context } from '../context.ts';
import { inTransactionAs } from '../db/transaction.ts';
import { inventedPeople } from './invented.ts';

/** A person in a role of a body. */
export interface Office {
  readonly account: string;
  readonly membership: string;
}

/** Who hold a role in a body, in the order in which they were invented. */
export async function officesOf(owner: pg.Pool, body: string, role: Role): Promise<Office[]> {
  const emails = inventedPeople().flatMap((person) => (person.body === body && person.role === role ? [person.email] : []));
  const { rows } = await owner.query<Office>(
    `SELECT m.account_id AS account, m.id AS membership FROM membership m JOIN account a ON a.id = m.account_id
      WHERE m.body_id = $1 AND m.role = $2 AND a.email = ANY ($3) ORDER BY array_position($3, a.email)`,
    [body, role, emails],
  );
  return rows;
}

/** The first of them. */
export async function officeOf(owner: pg.Pool, body: string, role: Role): Promise<Office> {
  const [first] = await officesOf(owner, body, role);
  if (!first) throw new Error(`nobody is ${role} of ${body}`);
  return first;
}

/** What an invented person does in office at a moment: in a transaction of their own, judged by the rights and the calendar of that moment. */
export const actIn = <T>(context: Context, { account, membership }: Office, at: Date, work: (acting: Acting) => Promise<T>): Promise<T> =>
  inTransactionAs(context, account, at, (db) => work({ db, account, membership, receivedAt: at }));
