import { useHotkeys } from '@mantine/hooks';
import { useEffect } from 'react';

/** Something that can be done on the page that is open, found by its name. */
export interface PageAct {
  readonly key: string;
  readonly label: string;
  /** What people call it besides. */
  readonly also?: string;
  /** The keys that do it while the page is open, while something is typed too: as they are written, joined by +. */
  readonly keys?: string;
  /** What is said beside it where there are no keys. */
  readonly more?: string;
  /** One of many: told only where something was typed that names it. */
  readonly isOneOfMany?: boolean;
  readonly run: () => void;
}

const offered = new Map<readonly PageAct[], number>();

/** What the open page offers: the acts of the page, then those of its parts. */
export const pageActs = (): readonly PageAct[] => [...offered].toSorted(([, one], [, other]) => one - other).flatMap(([acts]) => acts);

const hotkeyOf = (keys: string): string => keys.replace('↓', 'ArrowDown').replace('↑', 'ArrowUp');

/** Offers acts, and binds their keys, for as long as the page, or the part of it, is there that does them. */
export function usePageActs(acts: readonly PageAct[], of: 'page' | 'part' = 'page'): void {
  useHotkeys(
    acts.flatMap(({ keys = '', run }): [string, () => void][] => (keys === '' ? [] : [[hotkeyOf(keys), run]])),
    [],
  );
  useEffect(() => {
    offered.set(acts, of === 'page' ? 0 : 1);
    return () => void offered.delete(acts);
  });
}
