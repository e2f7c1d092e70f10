import type { Language } from '@parindex/core';
import type { Acting } from '../../../audit/acting.ts';
import { Problem } from '../../../http/problems.ts';
import { presentOpening } from '../present.ts';
import type { RoundRow } from '../queries/rounds.ts';
import { fillBaselines } from './fill-baselines.ts';
import { recordRoundChange } from './record-round-change.ts';

/** Opens a locked draft, or reports everything that is missing; last year's figures are taken in their present state. */
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
    touched: ['baseline'],
    content: { edition: round.edition, hash: round.editionHash, baselines: String(baselines), warnings: remarks.map(({ code }) => code) },
  });
}
