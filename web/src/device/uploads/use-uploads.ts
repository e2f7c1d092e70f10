import { useQuery } from '@tanstack/react-query';
import { useMemo, useSyncExternalStore } from 'react';
import { sessionQuery } from '../../client/session.ts';
import type { SheetKey } from '../../client/sheet.ts';
import type { FileUpload } from './file-upload.ts';
import { openUploads, replaceUploads } from './open-uploads.ts';
import { Uploads } from './uploads.ts';

/** A person's uploads in this window. They outlive a page, and an expired session: the files are still available. */
function uploadsOf(account: string | undefined): Uploads {
  const open = openUploads();
  if (open && (account === undefined || open.account === account)) return open;
  const uploads = new Uploads(account ?? '');
  replaceUploads(uploads);
  return uploads;
}

export function useUploads(): Uploads {
  const account = useQuery(sessionQuery).data?.person.id;
  return uploadsOf(account);
}

/** Unfinished files of a library, in the order in which they were chosen. */
export function useSendings({ round, body }: SheetKey): readonly FileUpload[] {
  const uploads = useUploads();
  const all = useSyncExternalStore(uploads.subscribe, uploads.getState);
  return useMemo(() => all.filter((one) => one.round === round && one.body === body), [all, round, body]);
}
