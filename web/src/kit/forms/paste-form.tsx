import { Stack, Textarea, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { CheckedForm } from './checked-form.tsx';

interface PasteFormProps {
  readonly title: string;
  readonly label: string;
  readonly description: string;
  readonly placeholder?: string;
  readonly text: string;
  /** The text has changed, so what was read of it is outdated. */
  readonly onText: (text: string) => void;
  readonly onRead: () => void;
  /** The parsed list, its faults, and the buttons. */
  readonly children: ReactNode;
}

/** A form for pasting a list: read first, stored only once it was shown. */
export function PasteForm({ title, label, description, placeholder, text, onText, onRead, children }: PasteFormProps) {
  return (
    <CheckedForm className="card" onSubmit={onRead}>
      <Stack>
        <Title order={3} size="h5">
          {title}
        </Title>
        <Textarea
          label={label}
          description={description}
          {...(placeholder === undefined ? {} : { placeholder })}
          required
          rows={4}
          value={text}
          onChange={({ currentTarget }) => onText(currentTarget.value)}
        />
        {children}
      </Stack>
    </CheckedForm>
  );
}
