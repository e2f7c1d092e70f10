import { Group, Loader, Text } from '@mantine/core';
import { useTexts } from './language.tsx';
import { shellTexts } from './shell-texts.ts';

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
