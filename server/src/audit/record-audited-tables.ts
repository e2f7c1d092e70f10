import type { Acting } from './acting.ts';
import { RECORDS_AUDITED_TABLES, readAuditedTables, unrecordedTables } from './queries/audited-tables.ts';
import { recordAct } from './record.ts';

/** Tells whole registers where the trail has not yet: under the owner, once, by a new installation or one that comes from before. Answers whether it did. */
export async function recordAuditedTables(acting: Acting): Promise<boolean> {
  if ((await unrecordedTables(acting.db)).length === 0) return false;
  const stands = await readAuditedTables(acting.db);
  // Of processes that start at once, one was first.
  const untold = await unrecordedTables(acting.db);
  if (untold.length === 0) return false;
  await recordAct(acting, {
    act: RECORDS_AUDITED_TABLES,
    subject: 'installation',
    content: { stands: Object.fromEntries(untold.map((name) => [name, stands[name]])) },
  });
  return true;
}
