import { type BodyChanges, type BodyField, type BodyRegistry, compareBodies, type RegisteredBody, settledBodies } from '@parindex/core/bodies/index';
import type { Acting } from '../../../audit/acting.ts';
import { type RowStates, readRowStates } from '../../../audit/queries/audited-tables.ts';
import { type StoredBody, writeBodies } from '../queries/bodies.ts';

/** What would change if the stored bodies became those of a checked registry. */
export const changesTo = (stored: readonly StoredBody[], registry: BodyRegistry): BodyChanges => compareBodies(stored, settledBodies(registry));

/** Writes what is new and what has changed; answers how it stands then, for the act that tells it. */
export async function keepBodies(acting: Acting, { added, changed }: BodyChanges): Promise<RowStates> {
  const written = [...added, ...changed.map(({ after }) => after)];
  await writeBodies(acting.db, written);
  const ids = written.map(({ id }) => id);
  return readRowStates(acting.db, { body: ids, body_name: ids, body_attribute: ids, body_succession: ids });
}

/** Up to this many changes are recorded in full, before and after; for more, the audit has their ids and the document's hash. */
const MOST_TOLD_WHOLE = 20;

const picked = (body: RegisteredBody, fields: readonly BodyField[]) => Object.fromEntries(fields.map((field) => [field, body[field] ?? null]));

/** Changes as recorded in the audit. */
export function recordOfChanges({ added, changed }: BodyChanges) {
  const ids = [...added, ...changed.map(({ after }) => after)].map(({ id }) => id);
  const whole = ids.length <= MOST_TOLD_WHOLE && changed.length > 0;
  return {
    content: { added: String(added.length), changed: String(changed.length), ...(ids.length <= MOST_TOLD_WHOLE ? { bodies: ids } : {}) },
    ...(whole
      ? { erasable: { changes: changed.map(({ before, after, fields }) => ({ id: after.id, before: picked(before, fields), after: picked(after, fields) })) } }
      : {}),
  };
}
