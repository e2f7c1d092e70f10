import { allows, stateAfter } from '@parindex/core/round/index';
import type { Acting } from '../../../audit/acting.ts';
import { Problem } from '../../../http/problems.ts';
import { isSaidAgain } from '../../sheets/acts/replay.ts';
import { writeEntries } from '../../sheets/acts/write-entries.ts';
import type { OpenSheet } from '../../sheets/open-sheet.ts';
import { findEntries, setSheetState } from '../../sheets/queries/sheets.ts';

interface WholeSheetAct {
  readonly id: string;
  readonly base: number;
  readonly reason?: string;
}

/**
 * An act on a whole sheet: freezes (chốt số liệu), sends, takes back, reopens it. The sheet is locked: no save slips in
 * between. Each says which seq was seen: what came after it must be looked at first; `judge` refuses what must not be done
 * to the sheet as it stands.
 */
export async function changeSheetState(
  acting: Acting,
  { place, edition, sheet }: OpenSheet,
  act: 'freeze' | 'send' | 'takeBack' | 'reopen',
  { id, base, reason }: WholeSheetAct,
  judge: () => void = () => undefined,
) {
  const [stored] = await findEntries(acting.db, [id]);
  if (stored) {
    const said = {
      round: place.round,
      body: place.body,
      account: acting.account,
      act,
      kind: null,
      target: null,
      base,
      changes: {},
      ...(reason === undefined ? {} : { reason: { code: null, text: reason } }),
    };
    if (!isSaidAgain(stored, said)) throw new Problem('idReused', { more: { id } });
    acting.recorded += 1;
    return { seq: sheet.seq, state: sheet.state, replayed: true };
  }
  if (place.roundState !== 'open') throw new Problem('notNow', { more: { round: place.roundState } });
  if (!allows(sheet.state, act)) throw new Problem(act === 'freeze' ? 'sheetFrozen' : 'notNow', { more: { state: sheet.state } });
  if (base !== sheet.seq) throw new Problem('staleVersion', { more: { seq: sheet.seq } });
  judge();
  const [seq] = await writeEntries(
    acting,
    { round: place.round, body: place.body, edition: edition.id, seq: sheet.seq },
    [
      {
        id,
        target: null,
        act,
        stage: 'claimed',
        base,
        changes: {},
        points: null,
        origin: 'api',
        ...(reason === undefined ? {} : { reason: { code: null, text: reason } }),
      },
    ],
    [],
  );
  const state = stateAfter(sheet.state, act);
  await setSheetState(acting.db, place.round, place.body, state);
  return { seq, state, replayed: false };
}
