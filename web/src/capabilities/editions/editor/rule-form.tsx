import { Stack, Title } from '@mantine/core';
import type { Keys } from '@parindex/core/studio/operations/change';
import { useTexts } from '../../../kit/words/language.tsx';
import { editorTexts } from '../texts/editor.ts';
import { RuleShown } from './rule-shown.tsx';

/** How an item gets its points. */
export function RuleForm({ at }: { at: Keys }) {
  const texts = useTexts(editorTexts).rule;
  return (
    <Stack gap="sm">
      <Title order={3} size="h5">
        {texts.title}
      </Title>
      <RuleShown at={at} />
    </Stack>
  );
}
