import { provisionalAtText } from '@parindex/core/words/ranking-words';
import { STEP_NAMES } from '@parindex/core/words/steps';
import { formatMoment, formatMomentExactly } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { useStepTimes } from '../../kit/words/use-step-times.ts';
import type { Board } from './queries/board.ts';
import { boardTexts } from './texts/board.ts';

/** The open and the next steps, and the time of the data, in a line or two. */
export function BoardSummary({ board, live }: { board: Board; live: boolean }) {
  const texts = useTexts(boardTexts);
  const names = useTexts(STEP_NAMES);
  const { language } = useLanguage();
  const { deadline, opening } = useStepTimes();
  const steps = board.steps.filter(({ open }) => open);
  const next = board.closedAt === null ? board.steps.find(({ opens }) => opens > board.at) : undefined;
  return (
    <ul className="board-summary">
      {board.closedAt === null ? null : <li>{texts.closed(formatMoment(board.closedAt))}</li>}
      {[...steps, ...(next ? [next] : [])].map(({ step, opens, closes, open }) => (
        <li key={step}>{open ? texts.stepOpen(names[step], deadline(closes)) : texts.stepNext(names[step], opening(opens))}</li>
      ))}
      <li>
        {provisionalAtText('claimed', formatMomentExactly(board.at), language)} <span className="screen-only">{live ? texts.live : texts.notLive}</span>
      </li>
    </ul>
  );
}
