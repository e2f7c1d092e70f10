import * as sheets from '@parindex/core/contracts/sheets';
import type { Changes } from '@parindex/core/ledger/entry';
import { call } from '../../client/call.ts';
import { type Answer, Refused } from '../../client/request.ts';
import type { SheetKey } from '../../client/sheet.ts';
import { type OtherValue, type Pending, without } from './pending.ts';
import type { Store } from './store.ts';

export type Saved = Answer<'savedAnswer'>;

/** The edits that were sent, with the server's answer. */
export interface SentEdits {
  readonly sheet: SheetKey;
  readonly entries: readonly Pending[];
  /** null: somebody else had entered the same, so that there was nothing to save. */
  readonly answer: Saved | null;
}

/** Shows the edits that were sent. */
type ShowSent = (delivered: SentEdits) => Promise<void>;

/** Refusals because of the time: the edit is kept and can be sent once the step is open again. */
const LATE_CODES = new Set(['stepClosed', 'sheetFrozen', 'notNow']);
/** Refusals that do not concern the change itself: it is sent again later. */
const RETRY_CODES = new Set([
  'notSignedIn',
  'secondFactorNeeded',
  'otherPerson',
  'failed',
  'notReady',
  'storeAway',
  'storeFull',
  'storageFull',
  'busy',
  'tooManyTries',
]);

export const isRetryable = ({ problem }: Refused): boolean => RETRY_CODES.has(problem.code);

/** A connection can lose a request silently: then it is repeated, and the server recognises what it has. */
const LONGEST_SILENCE = 20_000;

const send = ({ round, body }: SheetKey, account: string, entries: readonly Pending[]) =>
  call(sheets.declareEntries, {
    params: { round, body },
    body: {
      origin: entries[0]?.origin ?? 'web',
      by: account,
      entries: entries.map(({ id, target, base, changes, reason }) => ({
        ...{ id, [target.kind]: target.id, base, changes: changes as Record<string, never> },
        ...(reason === undefined ? {} : { reason }),
      })),
    },
    signal: AbortSignal.timeout(LONGEST_SILENCE),
  });

/**
 * Sends pending changes of one sheet and one origin: together and, if that is refused, one by one, so that one faulty
 * change does not hold up the others. Throws if the server does not answer or nobody is signed in: then everything waits.
 */
export async function sendPending(store: Store, sheet: SheetKey, orders: readonly number[], tell: ShowSent): Promise<void> {
  const entries = await store.claim(orders);
  const [first] = entries;
  if (!first) return;
  try {
    await settle(store, sheet, entries, tell);
  } catch (error) {
    if (!(error instanceof Refused) || isRetryable(error)) throw error;
    if (entries.length === 1) await keepRefused(store, sheet, first, error, tell);
    else for (const { order } of entries) await sendPending(store, sheet, [order], tell);
  }
}

async function settle(store: Store, sheet: SheetKey, entries: readonly Pending[], tell: ShowSent): Promise<void> {
  const answer = await send(sheet, (entries[0] as Pending).account, entries);
  // Shown first, then deleted: in between it merely exists twice.
  await tell({ sheet, entries, answer });
  await store.markSent(
    entries.map((entry, index) => ({ ...entry, seq: (answer.entries[index] as Saved['entries'][number]).seq })),
    sheet,
  );
}

async function keepRefused(store: Store, sheet: SheetKey, entry: Pending, { problem }: Refused, tell: ShowSent): Promise<void> {
  if (problem.code !== 'conflict') return store.put([{ ...entry, standing: LATE_CODES.has(problem.code) ? 'late' : 'refused', problem }]);
  const conflicts = (problem['conflicts'] as readonly (OtherValue & { readonly yours: Changes[string] })[]) ?? [];
  const known = await Promise.all(conflicts.map(({ seq }) => store.wasKnown(entry, seq)));
  // The other value was typed over knowingly, or is equal: there is nothing to choose.
  const open = conflicts.filter(({ theirs, yours }, index) => !known[index] && JSON.stringify(theirs) !== JSON.stringify(yours));
  const settled = new Set(conflicts.filter((_, index) => !known[index]).map(({ field }) => field));
  const left = without(entry.changes, settled);
  const rest = left && { ...entry, changes: left, base: problem['seq'] as number };
  if (open.length > 0) {
    // Only the fields to choose for wait for the person.
    const asked = open.map(({ field }) => [field, entry.changes[field] as Changes[string]]);
    await store.split(entry, rest, { ...entry, id: crypto.randomUUID(), changes: Object.fromEntries(asked), standing: 'conflict', theirs: open, problem });
  } else if (rest) await store.put([rest]);
  else {
    await store.remove([entry.order]);
    // Somebody else has entered the same: that is still to be read.
    return tell({ sheet, entries: [entry], answer: null });
  }
  if (rest) await sendPending(store, sheet, [entry.order], tell);
}
