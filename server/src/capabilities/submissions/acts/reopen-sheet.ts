import type { Acting } from '../../../audit/acting.ts';
import { readRowStates } from '../../../audit/queries/audited-tables.ts';
import { recordAct } from '../../../audit/record.ts';
import type { OpenSheet } from '../../sheets/open-sheet.ts';
import { insertReopening } from '../queries/sendings.ts';
import { changeSheetState } from './change-sheet-state.ts';

interface ToReopen {
  readonly id: string;
  readonly base: number;
  readonly reason: string;
  readonly items: readonly string[] | null;
  readonly until: string | null;
}

/** The owner of a round reopens a frozen or sent sheet: why, how far, until when. It must be frozen, signed and sent again. */
export async function reopenSheet(acting: Acting, open: OpenSheet, { id, base, reason, items, until }: ToReopen) {
  const changed = await changeSheetState(acting, open, 'reopen', { id, base, reason });
  if (changed.replayed) return changed;
  const { round, body } = open.place;
  await insertReopening(acting.db, {
    id,
    round_id: round,
    body_id: body,
    seq: changed.seq,
    items: items === null ? null : [...new Set(items)],
    edition_id: open.edition.id,
    until,
    by: acting.account as string,
    at: acting.receivedAt,
  });
  await recordAct(acting, {
    act: 'reopening.record',
    subject: `reopening:${id}`,
    round,
    body,
    content: { stands: await readRowStates(acting.db, { reopening: [id] }) },
  });
  return changed;
}
