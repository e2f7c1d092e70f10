import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { wholeLibraryQuery } from '../evidence/queries/evidence.ts';
import type { Documents } from './cited.ts';
import { useSheet } from './sheet-at-work.tsx';

/** The documents of the sheet's body, newest first; empty until loaded. `wanted` starts loading. */
export function useDocuments(wanted: boolean): { readonly documents: Documents; readonly error: unknown } {
  const { sheet } = useSheet();
  const { data, error } = useQuery({ ...wholeLibraryQuery({ round: sheet.round, body: sheet.body }), enabled: wanted });
  const documents = useMemo(() => new Map((data ?? []).map((document) => [document.id, document])), [data]);
  return { documents, error: data ? null : error };
}
