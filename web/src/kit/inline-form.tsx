import { Paper, Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Arrival } from './arrival.tsx';
import { FormActions, type FormActionsProps } from './form-actions.tsx';

interface InlineFormProps extends Omit<FormActionsProps, 'children'> {
  readonly title: string;
  /** What it is about: another one takes the focus anew. */
  readonly of: string;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}

/** A form that opens in the place where it was wanted, and takes the focus. */
export function InlineForm({ title, of, onSubmit, children, ...actions }: InlineFormProps) {
  return (
    <Arrival of={of}>
      <Paper
        withBorder
        p="md"
        component="form"
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        <Stack>
          <Title order={3} size="h5">
            {title}
          </Title>
          {children}
          <FormActions {...actions} />
        </Stack>
      </Paper>
    </Arrival>
  );
}
