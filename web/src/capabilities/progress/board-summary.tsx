import { Stack, Text } from '@mantine/core';
import { STEP_NAMES } from '@parindex/core/words/steps';
import { formatCount, formatMoment, formatMomentExactly } from '../../kit/format.ts';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { useStepTimes } from '../../kit/use-step-times.ts';
import { timeOf } from './chosen-rows.ts';
import type { Board } from './queries/board.ts';
import { boardTexts } from './texts/board.ts';

/** The board in two lines: open and next steps, and the time of the data; for a single body only the latter. */
export function BoardSummary({ board, live, whole }: { board: Board; live: boolean; whole: boolean }) {
  const texts = useTexts(boardTexts);
  const names = useTexts(STEP_NAMES);
  const { language } = useLanguage();
  const { deadline, opening } = useStepTimes();
  const count = (has: (row: Board['rows'][number]) => boolean) => formatCount(board.rows.filter(has).length, language);
  const steps = board.steps.filter(({ open }) => open);
  const next = board.closedAt === null ? board.steps.find(({ opens }) => opens > board.at) : undefined;
  return (
    <Stack gap={4}>
      {whole ? (
        <>
          <Text fw={600}>
            {texts.sum(
              formatCount(board.rows.length, language),
              count(({ state }) => state === 'open'),
              count(({ state }) => state === 'frozen'),
              count(({ state }) => state === 'sent'),
            )}
          </Text>
          <Text>
            {texts.sumLate(
              count((row) => timeOf(row) === 'late'),
              count((row) => timeOf(row) === 'tooSlow'),
              count((row) => timeOf(row) === 'unknown'),
            )}
          </Text>
        </>
      ) : null}
      {board.closedAt === null ? null : <Text size="sm">{texts.closed(formatMoment(board.closedAt))}</Text>}
      {[...steps, ...(next ? [next] : [])].map(({ step, opens, closes, open }) => (
        <Text key={step} size="sm">
          {open ? texts.stepOpen(names[step], deadline(closes)) : texts.stepNext(names[step], opening(opens))}
        </Text>
      ))}
      <Text size="sm" c="dimmed">
        {texts.asOf(formatMomentExactly(board.at))} <span className="screen-only">{live ? texts.live : texts.notLive}</span>
      </Text>
    </Stack>
  );
}
