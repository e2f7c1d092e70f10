import { Button, Group } from '@mantine/core';
import { controlTexts } from './control-texts.ts';
import { useTexts } from './language.tsx';

export interface FormActionsProps {
  readonly submit: string;
  readonly pending?: boolean;
  readonly disabled?: boolean;
  /** Of a form that only puts something into a list, which is saved as a whole. */
  readonly quiet?: boolean;
  /** Where the word for giving up would be taken for the act itself. */
  readonly leave?: string;
  readonly onCancel: () => void;
}

/** The end of a form in the page: to send it, or to leave it. */
export function FormActions({ submit, pending = false, disabled = false, quiet = false, leave, onCancel }: FormActionsProps) {
  const texts = useTexts(controlTexts);
  return (
    <Group>
      <Button type="submit" variant={quiet ? 'default' : 'filled'} loading={pending} disabled={disabled}>
        {submit}
      </Button>
      <Button variant={quiet ? 'subtle' : 'default'} onClick={onCancel}>
        {leave ?? texts.cancel}
      </Button>
    </Group>
  );
}
