import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { sheetQuery } from '../../client/sheet.ts';
import { usePendingEditsReady } from '../../device/pending-edits/use-pending-edits.tsx';
import { useLanguage } from '../../kit/words/language.tsx';
import { editionRulesQuery } from '../editions/queries/edition-rules.ts';
import { showSheet } from './shown-sheet.ts';

/** A sheet as it stands with the server, in which whoever reads enters nothing, though they may work for its body. */
export function useSheetToRead(round: string, body: string) {
  const sheet = useQuery(sheetQuery(round, body));
  const edition = sheet.data?.edition;
  const rules = useQuery({ ...editionRulesQuery(edition ?? ''), enabled: edition !== undefined });
  const ready = usePendingEditsReady();
  const { language } = useLanguage();
  const shown = useMemo(
    () => (sheet.data?.columns.claimed && rules.data ? showSheet({ ...sheet.data, enters: null }, rules.data, [], [], language) : undefined),
    [sheet.data, rules.data, language],
  );
  return { shown: ready ? shown : undefined, error: sheet.error ?? rules.error, refetch: sheet.refetch };
}
