import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useDeferredValue, useEffect, useMemo, useRef } from 'react';
import { editionRulesQuery } from '../../capabilities/editions/queries/edition-rules.ts';
import { withSaved } from '../../capabilities/sheets/queries/saved-sheet.ts';
import { SheetProvider } from '../../capabilities/sheets/sheet-at-work.tsx';
import { showSheet } from '../../capabilities/sheets/shown-sheet.ts';
import { isRefusal, Refused } from '../../client/request.ts';
import { sheetMarkQuery, sheetQuery } from '../../client/sheet.ts';
import type { NewPending, Pending } from '../../device/pending-edits/pending.ts';
import { usePending, usePendingEdits, usePendingEditsReady, useTypedChanges } from '../../device/pending-edits/use-pending-edits.tsx';
import { later } from '../../kit/reading/later.tsx';
import { NotLoaded } from '../../kit/reading/loaded.tsx';
import { useLanguage } from '../../kit/words/language.tsx';
import { SheetView } from './sheet-view.tsx';

const route = getRouteApi('/lam-viec/ky-danh-gia/$round/bang-diem/$body');

const LeftWithoutField = later(async () => (await import('../../capabilities/sheets/left-without-field.tsx')).LeftWithoutField, { fallback: null });

/** Always the same, so that with a letter typed only what depends on it is rendered. */
const VIEW = <SheetView />;

/** A body's sheet: the server's state with this device's unsent edits over it. */
export function SheetPage() {
  const { round, body } = route.useParams();
  const sheet = useQuery(sheetQuery(round, body));
  const edition = sheet.data?.edition;
  const rules = useQuery({ ...editionRulesQuery(edition ?? ''), enabled: edition !== undefined });
  const { language } = useLanguage();
  const ready = usePendingEditsReady();
  const pending = usePending();
  useArrivals(round, body);
  const typed = useTyped(round, body);
  useLookAfterRefusal(round, body, pending);
  useNews(round, body);
  const shown = useMemo(() => {
    if (!sheet.data?.columns.claimed || !rules.data) return undefined;
    const waiting = pending.filter((entry) => entry.round === round && entry.body === body && entry.standing === 'waiting');
    return showSheet(sheet.data, rules.data, waiting, typed, language);
  }, [sheet.data, rules.data, pending, typed, round, body, language]);
  const error = sheet.error ?? rules.error;
  // Who may not read it any more sees no state that would look like the present one.
  const lost = isRefusal(sheet.error, 'notFound') || isRefusal(sheet.error, 'refused');
  if (!shown || !ready || lost)
    return (
      <>
        <NotLoaded error={error} retry={sheet.refetch} />
        {lost && ready ? <LeftWithoutField sheet={{ round, body }} /> : null}
      </>
    );
  return <SheetProvider shown={shown}>{VIEW}</SheetProvider>;
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
        const after = before && answer && withSaved(before, answer);
        if (after) client.setQueryData(queryKey, after);
        // Shown edits can be deleted from the store; only others wait for another answer.
        const anew = !after || reading ? client.invalidateQueries({ queryKey }) : undefined;
        if (!after) await anew;
      }),
    [pendingEdits, client, round, body],
  );
}

/** A field in which one explains: nothing hangs on it, and most of what is typed goes there. */
const isJustification = ({ changes }: NewPending) => Object.keys(changes).every((field) => field === 'justification');

/** What the texts being typed would change of the sheet's points and state, a little behind the letters. */
const useTyped = (round: string, body: string): readonly NewPending[] =>
  useDeferredValue(useTypedChanges((change) => change.round === round && change.body === body && !isJustification(change)));

/** What somebody else does to the sheet is read within seconds: an entry, a freeze, an assignment, or that one may not read it any more. */
function useNews(round: string, body: string): void {
  const client = useQueryClient();
  const { data, error } = useQuery(sheetMarkQuery(round, body));
  const state = error instanceof Refused ? error.problem.code : data?.mark;
  const seen = useRef<string>(undefined);
  useEffect(() => {
    if (state === undefined) return;
    const before = seen.current;
    seen.current = state;
    if (before === undefined || before === state) return;
    void client.invalidateQueries({ queryKey: sheetQuery(round, body).queryKey });
    void client.invalidateQueries({ queryKey: ['assignments', round, body] });
  }, [client, round, body, state]);
}

/** A refusal means that others have acted: the sheet is reloaded, so that everything is seen before choosing, and what is closed is closed here too. */
function useLookAfterRefusal(round: string, body: string, pending: readonly Pending[]): void {
  const client = useQueryClient();
  const refused = pending.filter((entry) => entry.round === round && entry.body === body && entry.standing !== 'waiting').length;
  useEffect(() => {
    if (refused > 0) void client.invalidateQueries({ queryKey: sheetQuery(round, body).queryKey });
  }, [client, round, body, refused]);
}
