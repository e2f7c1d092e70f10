import { citationText } from '@parindex/core/evidence/citation';
import { MOST_CITATIONS } from '@parindex/core/ledger/citations';
import { type Target, targetKey, targetOfKey } from '@parindex/core/ledger/entry';
import { CITATIONS, citationsIn } from '@parindex/core/ledger/fields';
import { useEffect, useSyncExternalStore } from 'react';
import type { FileUpload } from '../../device/uploads/file-upload.ts';
import { useSendings, useUploads } from '../../device/uploads/use-uploads.ts';
import { awaitCitation } from './citation-focus.ts';
import { useSheet } from './sheet-at-work.tsx';
import { useDocuments } from './use-documents.ts';

/** Where uploads of this window are to be cited once they are kept, by their keys: one may go to other items meanwhile, and come back. */
let places: ReadonlyMap<string, Target> = new Map();
const listeners = new Set<() => void>();
const setPlaces = (next: ReadonlyMap<string, Target>): void => {
  places = next;
  for (const listener of listeners) listener();
};
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};
const usePlaces = () => useSyncExternalStore(subscribe, () => places);

/** Remembers where uploads are to be cited. */
export const citeOnceKept = (keys: readonly string[], target: Target): void =>
  setPlaces(new Map([...places, ...keys.map((key): [string, Target] => [key, target])]));

/** Uploads that are to be cited at a target, or that were not taken. */
export function useUploadsFor(target: Target): readonly FileUpload[] {
  const { sheet } = useSheet();
  const all = usePlaces();
  const sendings = useSendings(sheet);
  return sendings.filter(({ key }) => {
    const place = all.get(key);
    return place !== undefined && targetKey(place) === targetKey(target);
  });
}

/** Cites each upload of the open sheet where it is wanted, once the server has kept it. */
export function useCiteUploads(): void {
  const { sheet, shown, record } = useSheet();
  const all = usePlaces();
  const uploads = useUploads();
  const sendings = useSendings(sheet);
  const kept = sendings.filter(({ key, state, keptIn }) => state === 'kept' && keptIn !== null && all.has(key));
  const { documents } = useDocuments(kept.length > 0);
  const isKnown = kept.length > 0 && kept.every(({ keptIn }) => documents.has(keptIn ?? ''));
  useEffect(() => {
    if (!isKnown) return;
    for (const [key, files] of Map.groupBy(kept, (one) => targetKey(all.get(one.key) as Target))) {
      const target = targetOfKey(key);
      const cited = citationsIn(shown.cell(target)[CITATIONS]);
      const texts = files.map(({ keptIn }) =>
        citationText({ document: keptIn ?? '', version: documents.get(keptIn ?? '')?.versions[0]?.number ?? 1, place: {} }),
      );
      const more = [...new Set(texts)].filter((text) => !cited.includes(text));
      const [first] = files;
      if (more.length > 0 && first?.keptIn) awaitCitation(first.keptIn);
      if (more.length > 0) record(target, CITATIONS, { [CITATIONS]: [...cited, ...more].slice(0, MOST_CITATIONS) });
    }
    const done = new Set(kept.map(({ key }) => key));
    setPlaces(new Map([...places].filter(([key]) => !done.has(key))));
    for (const key of done) uploads.forget(key);
  }, [isKnown, kept, all, shown, documents, record, uploads]);
}
