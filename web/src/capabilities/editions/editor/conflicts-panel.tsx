import { Button, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { displayDecimal } from '@parindex/core/quantity/display';
import { isObject, NumberToken, type Raw } from '@parindex/core/reading/raw';
import type { Change } from '@parindex/core/studio/operations/change';
import { conflictText } from '@parindex/core/words/draft-words';
import { Section } from '../../../kit/page/section.tsx';
import { formatMoment } from '../../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../../kit/words/language.tsx';
import { editorTexts } from '../texts/editor.ts';
import type { DraftState, DraftWriting } from './draft-writing.ts';
import { textIn } from './tree-rows.ts';

/** Where two people wrote in one place: what each wrote, and whose stands. */
export function ConflictsPanel({ writing, state }: { writing: DraftWriting; state: DraftState }) {
  const texts = useTexts(editorTexts);
  const { language } = useLanguage();
  const words = texts.conflicts;
  const valueText = (value: Raw | undefined): string => {
    if (value === undefined || value === null || value === '') return words.emptied;
    if (value instanceof NumberToken) return displayDecimal(value.text, language);
    if (typeof value === 'string') return value;
    return (isObject(value) && (textIn(value, 'title', 'vi') || textIn(value, 'vi'))) || words.other;
  };
  const told = (change: Change): string => {
    switch (change.change) {
      case 'set':
        return valueText(change.after);
      case 'insert':
        return valueText(change.value);
      case 'remove':
        return words.removed;
      case 'move':
        return words.moved;
    }
  };
  return (
    <Section title={words.title} lead={words.lead}>
      <Stack gap="md">
        {state.conflicts.map(({ key, conflict, ours, theirs, by, at }) => {
          const said = writing.saidOf(key);
          const choice = (stands: 'ours' | 'theirs', label: string) => (
            <Button
              size="compact-sm"
              variant={said === stands ? 'filled' : 'default'}
              aria-pressed={said === stands}
              onClick={() => writing.decide(key, stands)}
            >
              {label}
            </Button>
          );
          return (
            <div key={key}>
              <Text size="sm" fw={600}>
                {conflictText(conflict, state.startedFrom, language)}
              </Text>
              <SimpleGrid cols={{ base: 1, sm: 2 }} mt="xs">
                <Stack gap={4}>
                  <Text size="xs" c="dimmed">
                    {words.mine}
                  </Text>
                  <Text size="sm">{told(ours)}</Text>
                  <Group>{choice('ours', words.keepMine)}</Group>
                </Stack>
                <Stack gap={4}>
                  <Text size="xs" c="dimmed">
                    {words.theirs(by ?? texts.somebody, at === '' ? '' : formatMoment(at))}
                  </Text>
                  <Text size="sm">{told(theirs)}</Text>
                  <Group>{choice('theirs', words.takeTheirs)}</Group>
                </Stack>
              </SimpleGrid>
            </div>
          );
        })}
      </Stack>
    </Section>
  );
}
