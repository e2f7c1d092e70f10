import { useQuery } from '@tanstack/react-query';
import { useMemo, useSyncExternalStore } from 'react';
import { sessionQuery } from '../../client/session.ts';
import type { SheetKey } from '../../client/sheet.ts';
import type { FileUpload } from './file-upload.ts';
import { openUploads, replaceUploads } from './open-uploads.ts';
import { Uploads } from './uploads.ts';

/** The uploads of a person in this window. They outlive a page, and a sign-in that has run out: the files are still at hand. */
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

/** Files on their way into a library, in the order in which they were chosen. */
export function useSendings({ round, body }: SheetKey): readonly FileUpload[] {
  const uploads = useUploads();
  const all = useSyncExternalStore(uploads.subscribe, uploads.getState);
  return useMemo(() => all.filter((one) => one.round === round && one.body === body), [all, round, body]);
}
