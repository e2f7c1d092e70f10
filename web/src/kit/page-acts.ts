import { useEffect } from 'react';

/** Something that can be done on the page that is open, found by its name. */
export interface PageAct {
  readonly key: string;
  readonly label: string;
  /** What people call it besides. */
  readonly also?: string;
  /** The keys that do it, as they are written. */
  readonly keys?: string;
  /** One of many: told only where something was typed that names it. */
  readonly isOneOfMany?: boolean;
  readonly run: () => void;
}

const offered = new Map<readonly PageAct[], number>();

/** What the open page offers: the acts of the page, then those of its parts. */
export const pageActs = (): readonly PageAct[] => [...offered].toSorted(([, one], [, other]) => one - other).flatMap(([acts]) => acts);

/** Offers acts for as long as the page, or the part of it, is there that does them. */
export function usePageActs(acts: readonly PageAct[], of: 'page' | 'part' = 'page'): void {
  useEffect(() => {
    offered.set(acts, of === 'page' ? 0 : 1);
    return () => void offered.delete(acts);
  });
}
