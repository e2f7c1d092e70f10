import type { Caller } from './admission.ts';
import { Problem } from './problems.ts';

/** Whoever asks, at a screen: a token does not speak for the person. */
export function signedInByBrowser(caller: Caller | null): Caller {
  if (!caller) throw new Problem('notSignedIn');
  if (caller.byToken) throw new Problem('outOfScope');
  return caller;
}

/** Whoever asks about themselves. */
export const findMyself = async ({ caller }: { readonly caller: Caller | null }) => ({ of: {}, me: signedInByBrowser(caller) });
