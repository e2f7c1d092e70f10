import type { Uploads } from './uploads.ts';

let open: Uploads | undefined;
const listeners = new Set<() => void>();
// Deferred, as a change may happen while something is being rendered.
const tell = (): void =>
  queueMicrotask(() => {
    for (const listener of listeners) listener();
  });

/** The uploads of this window, once there are any: the page frame reads them without loading the uploader. */
export const openUploads = (): Uploads | undefined => open;

/** Replaces the uploads of another person, which are ended. */
export function replaceUploads(uploads: Uploads): void {
  open?.end();
  open = uploads;
  uploads.subscribe(tell);
}

/** Ends running uploads at sign-out. */
export const endUploads = (): void => open?.end();

export function subscribeToUploads(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
