import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { Arrival } from '../reading/arrival.tsx';
import { Notice } from '../reading/notice.tsx';
import { controlTexts } from '../words/control-texts.ts';
import { useTexts } from '../words/language.tsx';
import { CopyButton } from './copy-button.tsx';

interface ShownOnceProps {
  readonly title: string;
  readonly label: string;
  readonly secret: string;
  /** For whom, and until when it is valid. */
  readonly children: ReactNode;
  readonly onClose: () => void;
}

/** A link or token that the server returns only once. */
export function ShownOnce({ title, label, secret, children, onClose }: ShownOnceProps) {
  const texts = useTexts(controlTexts);
  return (
    <Arrival>
      <Notice kind="warning" title={title}>
        <Stack gap="sm">
          {children}
          <TextInput label={label} value={secret} readOnly onFocus={({ currentTarget }) => currentTarget.select()} />
          <Text size="sm">{texts.once}</Text>
          <Group gap="xs">
            <CopyButton text={secret} />
            <Button
              variant="default"
              onClick={({ currentTarget }) => {
                // The button disappears with what it closes; the section takes the focus.
                currentTarget.closest<HTMLElement>('section')?.focus();
                onClose();
              }}
            >
              {texts.close}
            </Button>
          </Group>
        </Stack>
      </Notice>
    </Arrival>
  );
}
