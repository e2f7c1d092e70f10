import { type DataStore, ERRORS } from '@tus/server';
import { checkedArrivalId } from './keys.ts';
import { DifferentObject, NoSuchObject, NotAllArrived } from './storage-faults.ts';

/** Bytes of an upload that is whole, undefined where there is none; throws NotAllArrived. */
export async function wholeUpload(arrivals: DataStore, id: string): Promise<number | undefined> {
  const upload = await arrivals.getUpload(checkedArrivalId(id)).catch((error) => {
    if (error === ERRORS.FILE_NOT_FOUND || error === ERRORS.FILE_NO_LONGER_EXISTS) return undefined;
    throw error;
  });
  if (upload && upload.offset !== upload.size) throw new NotAllArrived(id, upload.offset, upload.size);
  return upload?.size;
}

/**
 * Whether an upload of so many bytes still has to be brought under its key, where so many lie already (undefined: nothing there).
 * Throws NoSuchObject where both are absent, DifferentObject where their sizes differ.
 */
export function isToBeKept(id: string, key: string, given: number | undefined, there: number | undefined): boolean {
  if (given === undefined && there === undefined) throw new NoSuchObject(id);
  if (given !== undefined && there !== undefined && given !== there) throw new DifferentObject(key, there, given);
  return there === undefined;
}
