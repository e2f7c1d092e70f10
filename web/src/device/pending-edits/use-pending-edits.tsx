import { createContext, type ReactNode, useContext, useLayoutEffect, useState, useSyncExternalStore } from 'react';
import type { Pending, SheetKey } from './pending.ts';
import { Outbox, type OutboxState } from './pending-edits.ts';
import { type DraftKey, draftName } from './store.ts';

const OutboxContext = createContext<Outbox | null>(null);

/** What the person who is signed in has on this device. */
export function OutboxProvider({ account, children }: { account: string; children: ReactNode }) {
  const [outbox, setOutbox] = useState<Outbox | null>(null);
  // Before anything is painted: the frame of the page hangs on it.
  useLayoutEffect(() => {
    const opened = new Outbox(account);
    setOutbox(opened);
    return () => opened.end();
  }, [account]);
  return <OutboxContext value={outbox}>{outbox ? children : null}</OutboxContext>;
}

export function useOutbox(): Outbox {
  const outbox = useContext(OutboxContext);
  if (!outbox) throw new Error('there is no outbox here');
  return outbox;
}

/** Draws anew only what looks at the part that changed: nobody else waits for a letter that is typed. */
function usePart<T>(part: (state: OutboxState) => T): T {
  const outbox = useOutbox();
  return useSyncExternalStore(outbox.subscribe, () => part(outbox.getState()));
}

export const usePending = (): readonly Pending[] => usePart(({ pending }) => pending);
/** Whether what was kept from before has been read. */
export const useOutboxReady = (): boolean => usePart(({ ready }) => ready);
/** Whether the last attempt to send found nobody. */
export const useLineCut = (): boolean => usePart(({ cut }) => cut);
/** The unfinished text of a field. */
export const useDraft = (key: DraftKey): string | undefined => usePart(({ drafts }) => drafts.get(draftName(key)));
/** How many fields of a sheet hold an unfinished text. */
export const useDraftCount = ({ round, body }: SheetKey): number =>
  usePart(
    ({ drafts }) => [...drafts.keys()].filter((name) => (([, ofRound, ofBody]) => ofRound === round && ofBody === body)(JSON.parse(name) as DraftKey)).length,
  );
