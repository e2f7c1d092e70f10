import { List, Stack, Text } from '@mantine/core';
import { Facts } from '../../../kit/page/facts.tsx';
import { useTexts } from '../../../kit/words/language.tsx';
import type { Draw } from '../queries/draws.ts';
import { drawTexts } from '../texts/draws.ts';

/** What a design says, in sentences, with its hash. */
export function DesignShown({ design: { title, sentences, hash } }: { design: Draw['design'] }) {
  const texts = useTexts(drawTexts).design;
  return (
    <Stack gap="xs">
      <Text fw={600}>{title}</Text>
      <List size="sm" aria-label={title}>
        {sentences.map((sentence) => (
          <List.Item key={sentence}>{sentence}</List.Item>
        ))}
      </List>
      <Facts cols={1} facts={[[texts.hash, hash]]} />
    </Stack>
  );
}
