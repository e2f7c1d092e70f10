import { createContext, type ReactNode, useContext, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Draft, NewPending, Pending } from './pending.ts';
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

/** The same list as long as it holds the same. */
function useListOf<T>(list: (state: PendingEditsState) => readonly T[]): readonly T[] {
  const last = useRef<readonly T[]>([]);
  return usePart((state) => {
    const now = list(state);
    if (now.length !== last.current.length || now.some((one, index) => one !== last.current[index])) last.current = now;
    return last.current;
  });
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
/** Unfinished texts by the names of their fields: with every letter others. */
export const useDrafts = (): ReadonlyMap<string, Draft> => usePart(({ drafts }) => drafts);
/** Names of unfinished texts. */
export const useDraftNames = (which: (draft: Draft) => boolean = () => true): readonly string[] =>
  useListOf(({ drafts }) => [...drafts].flatMap(([name, draft]) => (which(draft) ? [name] : [])));
/** What unfinished texts would change, of what is asked for. */
export const useTypedChanges = (which: (change: NewPending) => boolean): readonly NewPending[] =>
  useListOf(({ drafts }) => [...drafts.values()].flatMap(({ change }) => (change && which(change) ? [change] : [])));
/** The fields that are being typed in this window. */
export const useTyping = (): ReadonlySet<string> => usePart(({ typing }) => typing);
