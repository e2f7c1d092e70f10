import type { Acting } from './acting.ts';
import { holdRegisters, TELLS_REGISTERS, untoldRegisters } from './queries/audited-tables.ts';
import { recordAct } from './record.ts';

/** Tells whole registers where the trail has not yet: under the owner, once, by a new installation or one that comes from before. Answers whether it did. */
export async function tellRegisters(acting: Acting): Promise<boolean> {
  if ((await untoldRegisters(acting.db)).length === 0) return false;
  const stands = await holdRegisters(acting.db);
  // Of processes that start at once, one was first.
  const untold = await untoldRegisters(acting.db);
  if (untold.length === 0) return false;
  await recordAct(acting, {
    act: TELLS_REGISTERS,
    subject: 'installation',
    content: { stands: Object.fromEntries(untold.map((name) => [name, stands[name]])) },
  });
  return true;
}
