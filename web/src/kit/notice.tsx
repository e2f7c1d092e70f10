import { Alert } from '@mantine/core';
import type { ReactNode } from 'react';

const COLOURS = { note: 'brand', good: 'teal', warning: 'yellow', fault: 'red' } as const;

interface NoticeProps {
  readonly kind: keyof typeof COLOURS;
  readonly title?: string;
  readonly children: ReactNode;
}

/** Something that the reader should know; a fault is read out at once. */
export function Notice({ kind, title, children }: NoticeProps) {
  return (
    <Alert
      color={COLOURS[kind]}
      variant="light"
      role={kind === 'fault' ? 'alert' : 'status'}
      // The colour of the kind is too pale to read on its own ground.
      styles={{ title: { color: 'var(--mantine-color-text)' } }}
      {...(title === undefined ? {} : { title })}
    >
      {children}
    </Alert>
  );
}
