import { useMemo, useSyncExternalStore } from 'react';
import type { SheetKey } from '../../client/sheet.ts';
import { type FileUpload, isUnfinished } from './file-upload.ts';
import { openUploads, subscribeToUploads } from './open-uploads.ts';

const NONE: readonly FileUpload[] = [];

/** Libraries with unfinished uploads of this window, and how many. */
export function useUnfinishedUploads(): readonly (SheetKey & { readonly count: number })[] {
  const all = useSyncExternalStore(subscribeToUploads, () => openUploads()?.getState() ?? NONE);
  return useMemo(
    () =>
      [...Map.groupBy(all.filter(isUnfinished), ({ round, body }) => JSON.stringify([round, body])).values()].flatMap((of) =>
        of[0] ? [{ round: of[0].round, body: of[0].body, count: of.length }] : [],
      ),
    [all],
  );
}
