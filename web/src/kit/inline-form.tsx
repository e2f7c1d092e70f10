import { Paper, Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Arrival } from './arrival.tsx';
import { FormActions, type FormActionsProps } from './form-actions.tsx';

interface InlineFormProps extends Omit<FormActionsProps, 'children'> {
  readonly title: string;
  /** The subject; another one takes the focus again. */
  readonly of: string;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}

/** A form that opens in place and takes the focus. */
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
