import { Group, Loader, Text } from '@mantine/core';
import { useTexts } from '../texts/language.tsx';
import { shellTexts } from '../texts/shell.ts';

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
