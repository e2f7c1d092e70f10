import type { Faults, Raw } from '@parindex/core';
import { type BodyChanges, recordSuccession } from '@parindex/core/bodies/index';
import type { Acting } from '../../../audit/acting.ts';
import { recordAct } from '../../../audit/record.ts';
import { readBodyVersions, type StoredBody } from '../queries/bodies.ts';
import { changesTo, keepBodies, recordOfChanges } from './keep-bodies.ts';

export interface NewSuccession {
  readonly predecessors: readonly string[];
  readonly successors: readonly string[];
  readonly changedOn: string;
  readonly decision: { readonly number: string; readonly date: string };
  readonly partly?: boolean | undefined;
}

/** The registry after a transfer of work; adds its faults. */
export function judgeSuccession(stored: readonly StoredBody[], raw: Raw, faults: Faults): BodyChanges | undefined {
  const registry = recordSuccession(stored, raw, faults);
  return registry && changesTo(stored, registry);
}

/** Writes a checked transfer of work; returns the changed bodies with their new versions. */
export async function keepSuccession(acting: Acting, { predecessors, successors, changedOn, decision, partly = false }: NewSuccession, changes: BodyChanges) {
  const stands = await keepBodies(acting, changes);
  const { erasable } = recordOfChanges(changes);
  await recordAct(acting, {
    act: 'body.succession',
    subject: 'bodies',
    content: { predecessors, successors, changedOn, decision, partly, stands },
    ...(erasable ? { erasable } : {}),
  });
  return {
    changed: await readBodyVersions(
      acting.db,
      changes.changed.map(({ after }) => after.id),
    ),
  };
}
