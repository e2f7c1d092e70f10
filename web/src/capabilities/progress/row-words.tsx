import { Anchor, Badge, Stack, Text } from '@mantine/core';
import { timeText, waitText } from '@parindex/core/words/progress-words';
import { SHEET_STATE_NAMES } from '@parindex/core/words/states';
import { useLanguage } from '../../kit/language.tsx';
import type { BoardRow } from './queries/board.ts';

export function StateWord({ row }: { row: Pick<BoardRow, 'state'> }) {
  const { language } = useLanguage();
  return (
    <Badge variant={row.state === 'open' ? 'default' : 'filled'} tt="none" fw={500} miw="max-content">
      {SHEET_STATE_NAMES[language][row.state]}
    </Badge>
  );
}

/** Late or predicted to be late, in words; what needs action is emphasised. */
export function TimeWords({ row }: { row: BoardRow }) {
  const { language } = useLanguage();
  const strong = row.late || row.pace.kind === 'tooSlow';
  const said = timeText(row, language);
  return said === '' ? null : (
    <Text span inherit fw={strong ? 600 : 400} {...(strong ? { c: 'var(--mantine-color-error)' } : {})}>
      {said}
    </Text>
  );
}

/** What a sheet waits for, line by line. */
export function WaitWords({ row }: { row: BoardRow }) {
  const { language } = useLanguage();
  return (
    <Stack gap={2}>
      {row.waits.map((wait) => (
        <span key={`${wait.kind} ${wait.domain}`}>{waitText(wait, language)}</span>
      ))}
    </Stack>
  );
}

/** A body's name, linking to its items. */
export const BodyButton = ({ name, onOpen }: { name: string; onOpen: () => void }) => (
  <Anchor component="button" type="button" inherit ta="left" onClick={onOpen}>
    {name}
  </Anchor>
);
