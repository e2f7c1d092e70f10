import type { RoundPart } from '@parindex/core/round/index';
import type { Acting } from '../../../audit/acting.ts';
import { Problem } from '../../../http/problems.ts';
import { type RoundRow, readPlan } from '../queries/rounds.ts';
import { recordRoundChange } from './record-round-change.ts';

/** Confirms that a copied part is still right. */
export async function confirmPart(acting: Acting, round: RoundRow, part: RoundPart): Promise<void> {
  const { unconfirmed } = await readPlan(acting.db, round.id);
  if (!unconfirmed.includes(part))
    throw new Problem('notNow', { detail: { vi: 'Phần này không chờ xác nhận.', en: 'This part does not wait to be confirmed.' }, more: { unconfirmed } });
  await recordRoundChange(acting, round, { act: 'round.confirm', confirms: [part], content: { part } });
}
