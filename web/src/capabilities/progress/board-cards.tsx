import { Group, Paper, Progress, Stack, Text } from '@mantine/core';
import { pointsOver, readingsText, scoredOf } from '@parindex/core/words/points-text';
import { formatCount, formatMoment } from '../../kit/format.ts';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { isAppraised, type RowsProps } from './board-table.tsx';
import { BodyButton, StateWord, TimeWords, WaitWords } from './row-words.tsx';
import { boardTexts } from './texts/board.ts';

/** The board on a phone: a card for each body, with domains and items behind its name. */
export function BoardCards({ board, rows, marked, onOpen }: RowsProps) {
  const texts = useTexts(boardTexts);
  const { language } = useLanguage();
  const of = (answered: number, asked: number) => texts.answeredOf(formatCount(answered, language), formatCount(asked, language));
  const appraised = isAppraised(board);
  return (
    <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }} aria-label={texts.title}>
      {rows.map((row) => (
        <Paper component="li" withBorder p="sm" key={row.body.id} className="board-card" {...(marked.has(row.body.id) ? { 'data-changed': '' } : {})}>
          <Stack gap={4}>
            <Group justify="space-between" gap="xs">
              <Text fw={600}>
                <BodyButton name={row.body.name} onOpen={() => onOpen(row.body.id)} />
              </Text>
              <StateWord row={row} />
            </Group>
            <Progress value={row.asked === 0 ? 100 : (100 * row.answered) / row.asked} aria-label={`${texts.answered} ${scoredOf(row, language)}`} />
            <Text size="sm">
              {texts.answered}: {scoredOf(row, language)}
              {appraised ? ` · ${texts.appraised}: ${of(row.appraised, row.asked)}` : ''} · {texts.points}: {pointsOver(row, board, language)}
              {row.ifConfirmed || row.ifUnconfirmed ? ` (${readingsText(row, board, language)})` : ''}
            </Text>
            <Text size="sm" component="div">
              <TimeWords row={row} />
              <WaitWords row={row} />
            </Text>
            <Text size="sm">
              {texts.last}: {row.lastAt === null ? texts.never : formatMoment(row.lastAt)}
            </Text>
          </Stack>
        </Paper>
      ))}
    </Stack>
  );
}
