import type { Caller } from './admission.ts';
import { Problem } from './problems.ts';

/** Whoever asks about themselves, at a screen: a token does not speak for the person. */
export async function findMyself({ caller }: { readonly caller: Caller | null }) {
  if (!caller) throw new Problem('notSignedIn');
  if (caller.byToken) throw new Problem('outOfScope');
  return { of: {}, me: caller };
}
