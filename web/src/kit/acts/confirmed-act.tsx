import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Arrival } from '../reading/arrival.tsx';
import { controlTexts } from '../words/control-texts.ts';
import { useTexts } from '../words/language.tsx';

interface ConfirmedActProps {
  readonly act: string;
  readonly question: string;
  readonly yes: string;
  readonly acting: boolean;
  readonly disabled?: boolean;
  readonly onAct: () => void;
  /** For an action that is rarely the page's purpose. */
  readonly quiet?: boolean;
  /** For one of many on a page. */
  readonly small?: boolean;
}

/** An act that cannot be undone, confirmed in place. */
export function ConfirmedAct({ act, question, yes, acting, disabled = false, onAct, quiet = false, small = false }: ConfirmedActProps) {
  const texts = useTexts(controlTexts);
  const [asking, setAsking] = useState(false);
  const [refused, setRefused] = useState(false);
  if (!asking)
    return (
      // After cancelling, the focus returns to the button.
      <Button
        autoFocus={refused}
        w="fit-content"
        variant={quiet ? 'default' : 'filled'}
        {...(small ? { size: 'compact-sm' } : {})}
        loading={acting}
        disabled={disabled}
        onClick={() => setAsking(true)}
      >
        {act}
      </Button>
    );
  const go = () => {
    setAsking(false);
    onAct();
  };
  const cancel = () => {
    setRefused(true);
    setAsking(false);
  };
  return (
    <Arrival of={question}>
      <Stack gap="xs">
        <Text fw={600}>{question}</Text>
        <Group gap="xs">
          <Button onClick={go}>{yes}</Button>
          <Button variant="default" onClick={cancel}>
            {texts.cancel}
          </Button>
        </Group>
      </Stack>
    </Arrival>
  );
}
