import type { Language } from '@parindex/core';
import type { Acting } from '../../../audit/acting.ts';
import { Problem } from '../../../http/problems.ts';
import { presentOpening } from '../present.ts';
import type { RoundRow } from '../queries/rounds.ts';
import { fillBaselines } from './fill-baselines.ts';
import { recordRoundChange } from './record-round-change.ts';

/** Opens a draft that is held, or says all that it lacks; last year's figures are taken as they now stand. */
export async function openRound(acting: Acting, round: RoundRow, language: Language): Promise<void> {
  const { ready, remarks } = await presentOpening(acting.db, round, language, acting.receivedAt);
  if (!ready)
    throw new Problem('notNow', {
      detail: { vi: 'Kỳ đánh giá còn thiếu những phần sau nên chưa mở được.', en: 'The round lacks what follows and cannot open yet.' },
      more: { state: round.state, remarks },
    });
  const baselines = await fillBaselines(acting.db, round);
  await recordRoundChange(acting, round, {
    act: 'round.open',
    patch: { state: 'open', openedAt: acting.receivedAt },
    content: { edition: round.edition, hash: round.editionHash, baselines: String(baselines), warnings: remarks.map(({ code }) => code) },
  });
}

/** Closes an open round that is held: nothing is written into its sheets any more. */
export async function closeRound(acting: Acting, round: RoundRow): Promise<void> {
  await recordRoundChange(acting, round, { act: 'round.close', patch: { state: 'closed', closedAt: acting.receivedAt } });
}
