import type { Language } from '@parindex/core';
import type { OpeningCode } from '@parindex/core/round/index';
import type { Acting } from '../../../audit/acting.ts';
import { Problem } from '../../../http/problems.ts';
import { presentOpening } from '../present.ts';
import type { RoundRow } from '../queries/rounds.ts';
import { requirePresentedTold } from '../require-told.ts';
import { fillBaselines } from './fill-baselines.ts';
import { recordRoundChange } from './record-round-change.ts';

/** Opens a locked draft, or reports everything that is missing, or worth a second look and not named in `told`; last year's figures are taken in their present state. */
export async function openRound(acting: Acting, round: RoundRow, told: readonly OpeningCode[], language: Language): Promise<void> {
  const { ready, remarks } = await presentOpening(acting.db, round, language, acting.receivedAt);
  if (!ready)
    throw new Problem('notNow', {
      detail: { vi: 'Kỳ đánh giá còn thiếu những phần sau nên chưa mở được.', en: 'The round lacks what follows and cannot open yet.' },
      more: { state: round.state, remarks },
    });
  requirePresentedTold(
    remarks.map(({ code, text, about }) => ({ code, text, about })),
    told,
  );
  const baselines = await fillBaselines(acting.db, round);
  await recordRoundChange(acting, round, {
    act: 'round.open',
    patch: { state: 'open', openedAt: acting.receivedAt },
    touched: ['baseline'],
    content: { edition: round.edition, hash: round.editionHash, baselines: String(baselines), warnings: remarks.map(({ code }) => code) },
  });
}
