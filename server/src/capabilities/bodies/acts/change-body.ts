import type { Faults, Raw } from '@parindex/core';
import { type BodyChanges, changeBody } from '@parindex/core/bodies/index';
import type { Acting } from '../../../audit/acting.ts';
import { recordAct } from '../../../audit/record.ts';
import type { Writing } from '../../../db/transaction.ts';
import { lockBodies, readStoredBodies, type StoredBody } from '../queries/bodies.ts';
import { changesTo, keepBodies, recordOfChanges } from './keep-bodies.ts';

/** Locks the bodies for a change and returns them; nobody else changes them until the transaction ends. */
export async function holdBodies(db: Writing): Promise<StoredBody[]> {
  await lockBodies(db);
  return readStoredBodies(db);
}

/** The registry after a change to one body; adds the faults of the change. */
export function judgeBodyChange(stored: readonly StoredBody[], id: string, raw: Raw, faults: Faults): BodyChanges | undefined {
  const registry = changeBody(stored, id, raw, faults);
  return registry && changesTo(stored, registry);
}

/** Writes a checked change of a body: it ends, is renamed, or changes an attribute from a day on. */
export async function keepBodyChange(acting: Acting, id: string, changes: BodyChanges): Promise<void> {
  const stands = await keepBodies(acting, changes);
  const { content, erasable } = recordOfChanges(changes);
  await recordAct(acting, { act: 'body.change', subject: `body:${id}`, body: id, content: { ...content, stands }, ...(erasable ? { erasable } : {}) });
}
