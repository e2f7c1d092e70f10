import { useSyncExternalStore } from 'react';

let onPaper = false;
const listeners = new Set<() => void>();
const turn = (now: boolean) => () => {
  onPaper = now;
  for (const listener of listeners) listener();
};
addEventListener('beforeprint', turn(true));
addEventListener('afterprint', turn(false));

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Whether the page is being printed: print-only content is not rendered before. */
export const usePrinting = (): boolean => useSyncExternalStore(subscribe, () => onPaper);
