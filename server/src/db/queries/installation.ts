import type { Reading } from '../transaction.ts';

/** Whether any body is there. */
export async function hasBodies(db: Reading): Promise<boolean> {
  return (await db.selectFrom('body').select('id').limit(1).executeTakeFirst()) !== undefined;
}
