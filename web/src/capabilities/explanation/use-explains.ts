import { hasOpened } from '@parindex/core/round/steps';
import { useQuery } from '@tanstack/react-query';
import { type SheetKey, sheetQuery } from '../../client/sheet.ts';
import { useNow } from '../../kit/words/now.ts';

/** Whether there is something to read or to answer of a sheet's appraisal: its first verdicts are told, or its step of explanation has opened. */
export function useExplains({ round, body }: SheetKey): boolean {
  const now = useNow();
  const { data } = useQuery({ ...sheetQuery(round, body), refetchInterval: false });
  if (!data) return false;
  return data.columns.appraised !== undefined || hasOpened(data.steps, 'explanation', now.getTime());
}
