import { Group, Loader, Text } from '@mantine/core';
import { shellTexts } from '../shell/shell-texts.ts';
import { useTexts } from './language.tsx';

/** Something is on its way. */
export function Loading() {
  const { loading } = useTexts(shellTexts);
  return (
    <Group role="status" gap="sm" p="md">
      <Loader size="sm" />
      <Text c="dimmed">{loading}</Text>
    </Group>
  );
}
