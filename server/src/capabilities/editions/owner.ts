import { bodiesWith } from '@parindex/core/rights/index';
import type { Caller } from '../../http/admission.ts';

/** On whose owners the right to write a draft depends: the body that is named, otherwise the one that the caller is an owner of. */
export function ownerOfDraft(named: string | undefined, caller: Pick<Caller, 'memberships'> | null) {
  const owned = bodiesWith(caller?.memberships ?? [], 'edition.write');
  const ownerBody = named ?? owned[0];
  return { of: { roundOwner: ownerBody ?? null }, ownerBody, chosen: named !== undefined || owned.length < 2 };
}
