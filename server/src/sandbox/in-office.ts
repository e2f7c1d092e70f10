import type { Role } from '@parindex/core/rights/index';
import type pg from 'pg';
import type { Acting } from '../audit/acting.ts';
import type { Context } from '../context.ts';
import { inTransactionAs } from '../db/transaction.ts';

/** A person in a role of a body. */
export interface Office {
  readonly account: string;
  readonly membership: string;
}

/** Who holds a role in a body, the first where several do. */
export async function officeOf(owner: pg.Pool, body: string, role: Role): Promise<Office> {
  const { rows } = await owner.query<Office>(`SELECT account_id AS account, id AS membership FROM membership WHERE body_id = $1 AND role = $2 ORDER BY id`, [
    body,
    role,
  ]);
  if (!rows[0]) throw new Error(`nobody is ${role} of ${body}`);
  return rows[0];
}

/** What an invented person does in office at a moment: in a transaction of their own, judged by the rights and the calendar of that moment. */
export const actIn = <T>(context: Context, { account, membership }: Office, at: Date, work: (acting: Acting) => Promise<T>): Promise<T> =>
  inTransactionAs(context, account, at, (db) => work({ db, account, membership, receivedAt: at }));
