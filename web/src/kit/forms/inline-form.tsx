import { Stack, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Arrival } from '../reading/arrival.tsx';
import { AskBeforeLeaving } from './ask-before-leaving.tsx';
import { CheckedForm } from './checked-form.tsx';
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
  const [typed, setTyped] = useState(false);
  return (
    <Arrival of={of}>
      <CheckedForm
        className="card"
        onInput={() => setTyped(true)}
        onSubmit={() => {
          // Whoever sends it may be led on once it is answered.
          setTyped(false);
          onSubmit();
        }}
      >
        <AskBeforeLeaving unsaved={typed} />
        <Stack>
          <Title order={3} size="h5">
            {title}
          </Title>
          {children}
          <FormActions {...actions} />
        </Stack>
      </CheckedForm>
    </Arrival>
  );
}
