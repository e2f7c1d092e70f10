import { useMemo, useState } from 'react';

export type Pending<T> = { readonly key: string; readonly member: T; readonly state: 'same' | 'added' | 'changed' | 'removed' };

export interface PendingChanges<T> {
  /** Stored and intended members, each with its difference. */
  readonly list: readonly Pending<T>[];
  /** The list as intended. */
  readonly result: readonly T[];
  readonly count: number;
  put(...members: readonly T[]): void;
  remove(key: string): void;
  undo(key: string): void;
  clear(): void;
}

/** Unsaved changes of a list, kept apart from the list itself, so that they still apply after somebody else has changed it. */
export function usePendingChanges<T>(kept: readonly T[], keyOf: (member: T) => string): PendingChanges<T> {
  const [changes, setChanges] = useState<ReadonlyMap<string, T | null>>(new Map());
  const list = useMemo((): Pending<T>[] => {
    const there = new Set(kept.map(keyOf));
    const standing = kept.map((member): Pending<T> => {
      const key = keyOf(member);
      const change = changes.get(key);
      if (change === null) return { key, member, state: 'removed' };
      return change === undefined || JSON.stringify(change) === JSON.stringify(member)
        ? { key, member, state: 'same' }
        : { key, member: change, state: 'changed' };
    });
    const added = [...changes].flatMap(([key, member]): Pending<T>[] => (member === null || there.has(key) ? [] : [{ key, member, state: 'added' }]));
    return [...standing, ...added];
  }, [kept, changes, keyOf]);
  const change = (edit: (draft: Map<string, T | null>) => void) =>
    setChanges((before) => {
      const draft = new Map(before);
      edit(draft);
      return draft;
    });
  return {
    list,
    result: list.flatMap(({ member, state }) => (state === 'removed' ? [] : [member])),
    count: list.filter(({ state }) => state !== 'same').length,
    put: (...members) => change((draft) => members.forEach((member) => draft.set(keyOf(member), member))),
    remove: (key) => change((draft) => draft.set(key, null)),
    undo: (key) => change((draft) => draft.delete(key)),
    clear: () => setChanges(new Map()),
  };
}
