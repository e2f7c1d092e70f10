import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { Arrival } from './arrival.tsx';
import { controlTexts } from './control-texts.ts';
import { CopyButton } from './copy-button.tsx';
import { useTexts } from './language.tsx';
import { Notice } from './notice.tsx';

interface ShownOnceProps {
  readonly title: string;
  readonly label: string;
  readonly secret: string;
  /** To whom it goes, and until when it serves. */
  readonly children: ReactNode;
  readonly onClose: () => void;
}

/** A link or a token that the server tells this once. */
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
                // The button goes away with what it closes; the section it stood in keeps the place.
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
