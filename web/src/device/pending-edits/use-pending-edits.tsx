import { createContext, type ReactNode, useContext, useLayoutEffect, useState, useSyncExternalStore } from 'react';
import type { SheetKey } from '../../client/sheet.ts';
import type { Pending } from './pending.ts';
import { PendingEdits, type PendingEditsState } from './pending-edits.ts';
import { type DraftKey, draftName } from './store.ts';

const OutboxContext = createContext<PendingEdits | null>(null);

/** What the person who is signed in has on this device. */
export function PendingEditsProvider({ account, children }: { account: string; children: ReactNode }) {
  const [pendingEdits, setOutbox] = useState<PendingEdits | null>(null);
  // Before anything is painted: the frame of the page hangs on it.
  useLayoutEffect(() => {
    const opened = new PendingEdits(account);
    setOutbox(opened);
    return () => opened.end();
  }, [account]);
  return <OutboxContext value={pendingEdits}>{pendingEdits ? children : null}</OutboxContext>;
}

export function usePendingEdits(): PendingEdits {
  const pendingEdits = useContext(OutboxContext);
  if (!pendingEdits) throw new Error('there is no outbox here');
  return pendingEdits;
}

/** Draws anew only what looks at the part that changed: nobody else waits for a letter that is typed. */
function usePart<T>(part: (state: PendingEditsState) => T): T {
  const pendingEdits = usePendingEdits();
  return useSyncExternalStore(pendingEdits.subscribe, () => part(pendingEdits.getState()));
}

export const usePending = (): readonly Pending[] => usePart(({ pending }) => pending);
/** Whether what was kept from before has been read. */
export const usePendingEditsReady = (): boolean => usePart(({ ready }) => ready);
/** Whether the last attempt to send found nobody. */
export const useLineCut = (): boolean => usePart(({ cut }) => cut);
/** The unfinished text of a field. */
export const useDraft = (key: DraftKey): string | undefined => usePart(({ drafts }) => drafts.get(draftName(key)));
/** How many fields of a sheet hold an unfinished text. */
export const useDraftCount = ({ round, body }: SheetKey): number =>
  usePart(
    ({ drafts }) => [...drafts.keys()].filter((name) => (([, ofRound, ofBody]) => ofRound === round && ofBody === body)(JSON.parse(name) as DraftKey)).length,
  );
