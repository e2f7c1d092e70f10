import { createContext, type ReactNode, useContext, useLayoutEffect, useState, useSyncExternalStore } from 'react';
import type { Draft, Pending } from './pending.ts';
import { PendingEdits, type PendingEditsState } from './pending-edits.ts';
import { type DraftKey, draftName } from './store.ts';

const PendingEditsContext = createContext<PendingEdits | null>(null);

/** The pending edits of the user on this device. */
export function PendingEditsProvider({ account, children }: { account: string; children: ReactNode }) {
  const [pendingEdits, setPendingEdits] = useState<PendingEdits | null>(null);
  // Before the first paint, as the page frame depends on it.
  useLayoutEffect(() => {
    const opened = new PendingEdits(account);
    setPendingEdits(opened);
    return () => opened.end();
  }, [account]);
  return <PendingEditsContext value={pendingEdits}>{pendingEdits ? children : null}</PendingEditsContext>;
}

export function usePendingEdits(): PendingEdits {
  const pendingEdits = useContext(PendingEditsContext);
  if (!pendingEdits) throw new Error('there are no pending edits here');
  return pendingEdits;
}

/** Renders only the components that use the changed part, as typing changes it with every letter. */
function usePart<T>(part: (state: PendingEditsState) => T): T {
  const pendingEdits = usePendingEdits();
  return useSyncExternalStore(pendingEdits.subscribe, () => part(pendingEdits.getState()));
}

export const usePending = (): readonly Pending[] => usePart(({ pending }) => pending);
/** Whether the stored edits have been read. */
export const usePendingEditsReady = (): boolean => usePart(({ ready }) => ready);
/** Whether the browser keeps nothing on this device. */
export const useStoreUnusable = (): boolean => usePart(({ unusable }) => unusable);
/** Whether the line is lost. */
export const useLineCut = (): boolean => usePart(({ cut }) => cut);
/** The unfinished text of a field. */
export const useDraft = (key: DraftKey): Draft | undefined => usePart(({ drafts }) => drafts.get(draftName(key)));
/** Unfinished texts by the names of their fields, and which of them are being typed in this window. */
export const useDrafts = (): ReadonlyMap<string, Draft> => usePart(({ drafts }) => drafts);
export const useTyping = (): ReadonlySet<string> => usePart(({ typing }) => typing);
