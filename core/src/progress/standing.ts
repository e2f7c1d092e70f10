import type { SheetState } from '../round/sheet-states.ts';
import type { Wait } from './waits.ts';

/** How far a body has come with its sheet, each body in one: its state, with those told apart that have entered nothing and that wait for their head. */
export const STANDINGS = ['notBegun', 'open', 'toFreeze', 'frozen', 'sent'] as const;
export type Standing = (typeof STANDINGS)[number];

/** Where a body stands by its sheet's state and what the sheet waits for. */
export function standingOf({ state, waits }: { readonly state: SheetState; readonly waits: readonly Pick<Wait, 'kind'>[] }): Standing {
  const waitsFor = (kind: Wait['kind']) => waits.some((wait) => wait.kind === kind);
  return waitsFor('notBegun') ? 'notBegun' : waitsFor('head') ? 'toFreeze' : state;
}

/** The same where only counts are known, as in a ranking: of the open, those that have scored everything are told apart. */
export const runningStandingOf = ({
  state,
  asked,
  answered,
}: {
  readonly state: SheetState;
  readonly asked: number;
  readonly answered: number;
}): SheetState | 'scored' => (state === 'open' && asked > 0 && answered >= asked ? 'scored' : state);
