import { Button, Group, Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { Outcome } from '../acts/outcome.tsx';
import { useReturnToOpener } from '../acts/return-to-opener.ts';
import type { Act } from '../acts/use-act.ts';
import { controlTexts } from '../words/control-texts.ts';
import { useTexts } from '../words/language.tsx';
import { CheckedForm } from './checked-form.tsx';

interface FormDialogProps {
  readonly title: string;
  readonly submit: string;
  /** Destructive acts are red. */
  readonly danger?: boolean;
  /** Nothing is to be sent yet. */
  readonly disabled?: boolean;
  readonly act: Act;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A short form in a dialog; a refusal is shown in it, and the input stays. */
export function FormDialogOpened({ title, submit, danger = false, disabled = false, act, onSubmit, onClose, children }: FormDialogProps) {
  const texts = useTexts(controlTexts);
  useReturnToOpener();
  return (
    <Modal opened onClose={onClose} title={title} size="lg" closeButtonProps={{ 'aria-label': texts.close }}>
      <CheckedForm onSubmit={onSubmit}>
        <Stack>
          {children}
          <Outcome error={act.error} />
          <Group gap="xs" className="dialog-acts">
            <Button type="submit" loading={act.isPending} disabled={disabled} {...(danger ? { color: 'red' } : {})}>
              {submit}
            </Button>
            <Button variant="default" onClick={onClose}>
              {texts.cancel}
            </Button>
          </Group>
        </Stack>
      </CheckedForm>
    </Modal>
  );
}
