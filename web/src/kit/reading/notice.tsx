import { Alert } from '@mantine/core';
import type { ReactNode } from 'react';

const COLOURS = { note: 'brand', good: 'teal', warning: 'yellow', fault: 'red' } as const;

interface NoticeProps {
  readonly kind: keyof typeof COLOURS;
  readonly title?: string;
  readonly children: ReactNode;
}

/** Important information; a fault is announced at once. */
export function Notice({ kind, title, children }: NoticeProps) {
  return (
    <Alert
      color={COLOURS[kind]}
      variant="light"
      role={kind === 'fault' ? 'alert' : 'status'}
      // The kind's own colour is too pale for text on its background.
      styles={{ title: { color: 'var(--mantine-color-text)' } }}
      {...(title === undefined ? {} : { title })}
    >
      {children}
    </Alert>
  );
}
