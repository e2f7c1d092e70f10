import type { Uploads } from './uploads.ts';

let open: Uploads | undefined;
const listeners = new Set<() => void>();
// Told a moment later: what changes may change while something is being drawn.
const tell = (): void =>
  queueMicrotask(() => {
    for (const listener of listeners) listener();
  });

/** The uploads of this window, once somebody has brought a file: the frame looks at them without loading what sends. */
export const openUploads = (): Uploads | undefined => open;

/** Puts the uploads of a person in the place of those of somebody else, which end. */
export function replaceUploads(uploads: Uploads): void {
  open?.end();
  open = uploads;
  uploads.subscribe(tell);
}

/** Ends what is on its way: whoever leaves takes their files along. */
export const endUploads = (): void => open?.end();

export function subscribeToUploads(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
