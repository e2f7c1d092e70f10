import { Text } from '@mantine/core';
import { pointsOver, readingsText, scoredOf } from '@parindex/core/words/points-text';
import { Bar } from '@parindex/design/charts/bar.tsx';
import { formatCount, formatMoment } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { type RowsProps, shareOf } from './board-table.tsx';
import { hasBegun } from './queries/board.ts';
import { BodyButton, StateWord, WaitLine } from './row-words.tsx';
import { boardTexts } from './texts/board.ts';

/** The board on a phone: a card for each body, with domains and items behind its name. */
export function BoardCards({ board, rows, marked, onOpen }: RowsProps) {
  const texts = useTexts(boardTexts);
  const { language } = useLanguage();
  const of = (answered: number, asked: number) => texts.answeredOf(formatCount(answered, language), formatCount(asked, language));
  const appraised = hasBegun(board, 'appraisal');
  return (
    <ul className="board-cards" aria-label={texts.title}>
      {rows.map((row) => (
        <li key={row.body.id} className="card board-card" {...(marked.has(row.body.id) ? { 'data-changed': '' } : {})}>
          <div className="card-head">
            <Text fw={600} span>
              <BodyButton name={row.body.name} onOpen={() => onOpen(row.body.id)} />
            </Text>
            <StateWord row={row} />
          </div>
          <Bar share={shareOf(row)} as={row.answered >= row.asked ? 'good' : 'act'} />
          <Text size="sm">
            {texts.answered}: {scoredOf(row, language)}
            {appraised ? ` · ${texts.appraised}: ${of(row.appraised, row.asked)}` : ''} · {texts.points}: {pointsOver(row, board, language)}
            {row.ifConfirmed || row.ifUnconfirmed ? ` (${readingsText(row, board, language)})` : ''}
          </Text>
          <Text size="sm" component="div">
            <WaitLine row={row} />
          </Text>
          <Text size="sm" c="dimmed">
            {texts.last}: {row.lastAt === null ? texts.never : formatMoment(row.lastAt)}
          </Text>
        </li>
      ))}
    </ul>
  );
}
