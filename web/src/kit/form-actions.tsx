import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { controlTexts } from './control-texts.ts';
import { useTexts } from './language.tsx';
import { Outcome } from './outcome.tsx';
import type { Act } from './use-act.ts';

export interface FormActionsProps {
  readonly submit: string;
  /** What the form sets going: how it ended is told above the buttons. */
  readonly act?: Act;
  /** Where somebody else may have been faster: takes their state in and leaves what was typed. */
  readonly load?: ((current: unknown) => void) | undefined;
  readonly disabled?: boolean;
  /** Of a form that only puts something into a list, which is saved as a whole. */
  readonly quiet?: boolean;
  /** Where the word for giving up would be taken for the act itself. */
  readonly leave?: string;
  readonly onCancel: () => void;
  /** What else is told of a refusal. */
  readonly children?: ReactNode;
}

/** The end of a form in the page: to send it, or to leave it. */
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
