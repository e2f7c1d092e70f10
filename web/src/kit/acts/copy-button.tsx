import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { controlTexts } from '../words/control-texts.ts';
import { useTexts } from '../words/language.tsx';

/** Copies a text to the clipboard, and reports whether that worked. */
export function CopyButton({ text, label }: { text: string; label?: string }) {
  const texts = useTexts(controlTexts);
  const [state, setState] = useState<'copied' | 'failed'>();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setState('copied');
    } catch {
      setState('failed');
    }
  };
  return (
    <Group gap="xs">
      <Button variant="default" onClick={() => void copy()}>
        {label ?? texts.copy}
      </Button>
      <Text size="sm" role="status">
        {state === 'copied' ? texts.copied : state === 'failed' ? texts.copyFailed : ''}
      </Text>
    </Group>
  );
}
