import type { CouncilRefusal } from '@parindex/core/council/votes';
import { COUNCIL_REFUSAL_TEXTS } from '@parindex/core/words/council-words';
import { Problem } from '../../http/problems.ts';

/** Refuses what cannot be done in a session, by its name; nothing where there is none. */
export function refuse(why: CouncilRefusal | undefined): void {
  if (why !== undefined) throw new Problem('notNow', { detail: COUNCIL_REFUSAL_TEXTS[why], more: { why } });
}
