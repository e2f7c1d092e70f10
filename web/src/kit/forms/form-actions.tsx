import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { Outcome } from '../acts/outcome.tsx';
import type { Act } from '../acts/use-act.ts';
import { controlTexts } from '../words/control-texts.ts';
import { useTexts } from '../words/language.tsx';

export interface FormActionsProps {
  readonly submit: string;
  /** The act that the form starts; its outcome is shown above the buttons. */
  readonly act?: Act;
  /** After a conflict: loads the other person's state and keeps what was typed. */
  readonly load?: ((current: unknown) => void) | undefined;
  readonly disabled?: boolean;
  /** For a form that only adds to a list, which is saved as a whole. */
  readonly quiet?: boolean;
  /** Where "Cancel" could be mistaken for the act itself. */
  readonly leave?: string;
  readonly onCancel: () => void;
  /** Additional text for a refusal. */
  readonly children?: ReactNode;
}

/** The end of an inline form: submit or leave. */
export function FormActions({ submit, act, load, disabled = false, quiet = false, leave, onCancel, children }: FormActionsProps) {
  const texts = useTexts(controlTexts);
  return (
    <>
      <Outcome error={act?.error} load={load} />
      {children}
      <Group>
        <Button type="submit" variant={quiet ? 'default' : 'filled'} loading={act?.isPending ?? false} disabled={disabled}>
          {submit}
        </Button>
        <Button variant={quiet ? 'subtle' : 'default'} onClick={onCancel}>
          {leave ?? texts.cancel}
        </Button>
      </Group>
    </>
  );
}
