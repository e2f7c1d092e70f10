import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { editionRulesQuery } from '../../capabilities/editions/queries/edition-rules.ts';
import { withSaved } from '../../capabilities/sheets/queries/saved-sheet.ts';
import { SheetProvider } from '../../capabilities/sheets/sheet-at-work.tsx';
import { showSheet } from '../../capabilities/sheets/shown-sheet.ts';
import { sheetQuery } from '../../client/sheet.ts';
import type { Pending } from '../../device/pending-edits/pending.ts';
import { usePending, usePendingEdits, usePendingEditsReady } from '../../device/pending-edits/use-pending-edits.tsx';
import { NotLoaded } from '../../kit/loaded.tsx';
import { SheetView } from './sheet-view.tsx';

const route = getRouteApi('/lam-viec/ky-danh-gia/$round/bang-diem/$body');

/** A body's sheet: the server's state with this device's unsent edits over it. */
export function SheetPage() {
  const { round, body } = route.useParams();
  const sheet = useQuery(sheetQuery(round, body));
  const edition = sheet.data?.edition;
  const rules = useQuery({ ...editionRulesQuery(edition ?? ''), enabled: edition !== undefined });
  const ready = usePendingEditsReady();
  const pending = usePending();
  useArrivals(round, body);
  useLookAfterConflict(round, body, pending);
  const shown = useMemo(() => {
    if (!sheet.data?.columns.claimed || !rules.data) return undefined;
    const waiting = pending.filter((entry) => entry.round === round && entry.body === body && entry.standing === 'waiting');
    return showSheet(sheet.data, rules.data, waiting);
  }, [sheet.data, rules.data, pending, round, body]);
  const error = sheet.error ?? rules.error;
  if (!shown || !ready) return <NotLoaded error={error} retry={sheet.refetch} />;
  return (
    <SheetProvider shown={shown}>
      <SheetView />
    </SheetProvider>
  );
}

/** Answers are merged into the loaded sheet; if others wrote in between, it is reloaded. */
function useArrivals(round: string, body: string): void {
  const pendingEdits = usePendingEdits();
  const client = useQueryClient();
  useEffect(
    () =>
      pendingEdits.onSent(async ({ sheet, answer }) => {
        if (sheet.round !== round || sheet.body !== body) return;
        const { queryKey } = sheetQuery(round, body);
        // A read in progress may be older than this answer, and would remove it from the screen again.
        const reading = client.isFetching({ queryKey }) > 0;
        await client.cancelQueries({ queryKey });
        const before = client.getQueryData(queryKey);
        const after = before && withSaved(before, answer);
        if (after) client.setQueryData(queryKey, after);
        // Shown edits can be deleted from the store; only others wait for another answer.
        const anew = !after || reading ? client.invalidateQueries({ queryKey }) : undefined;
        if (!after) await anew;
      }),
    [pendingEdits, client, round, body],
  );
}

/** A conflict means that others have written: the sheet is reloaded, so that everything is seen before choosing. */
function useLookAfterConflict(round: string, body: string, pending: readonly Pending[]): void {
  const client = useQueryClient();
  const conflicts = pending.filter((entry) => entry.round === round && entry.body === body && entry.standing === 'conflict').length;
  useEffect(() => {
    if (conflicts > 0) void client.invalidateQueries({ queryKey: sheetQuery(round, body).queryKey });
  }, [client, round, body, conflicts]);
}
