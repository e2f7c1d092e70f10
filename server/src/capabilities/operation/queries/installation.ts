import type { Reading } from '../../../db/transaction.ts';

/** Whether any body is there. */
export async function hasBodies(db: Reading): Promise<boolean> {
  return (await db.selectFrom('body').select('id').limit(1).executeTakeFirst()) !== undefined;
}

/** Whether anything has been told in the trail. */
export async function hasActs(db: Reading): Promise<boolean> {
  return (await db.selectFrom('audit').select('n').limit(1).executeTakeFirst()) !== undefined;
}
