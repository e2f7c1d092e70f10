import { Text, TextInput } from '@mantine/core';
import { newSecurityKey } from '@parindex/core/contracts/schemas/session';
import { limitsOf } from '../../../client/limits.ts';
import { addSecurityKey, KeyNotUsed } from '../../../client/security-key.ts';
import type { Enrolled } from '../../../client/session.ts';
import { useAct } from '../../../kit/acts/use-act.ts';
import { FormDialog } from '../../../kit/forms/form-dialog.tsx';
import { useForm } from '../../../kit/forms/use-form.ts';
import { useTexts } from '../../../kit/words/language.tsx';
import { KeyOutcome } from '../key-outcome.tsx';
import { keyTexts } from '../texts/security-keys.ts';

/** A name for a new key; then the browser asks for the key itself. */
export function SecurityKeyDialog({ onDone, onClose }: { onDone: (enrolled: Enrolled) => void; onClose: () => void }) {
  const texts = useTexts(keyTexts);
  const { values, text } = useForm({ name: '' }, limitsOf(newSecurityKey));
  const add = useAct(() => addSecurityKey(values.name), { onDone });
  const notUsed = add.error instanceof KeyNotUsed;
  return (
    <FormDialog
      title={texts.add}
      submit={texts.add}
      act={{ isPending: add.isPending, error: notUsed ? undefined : add.error }}
      onSubmit={() => add.mutate()}
      onClose={onClose}
    >
      <Text size="sm">{texts.addMore}</Text>
      <TextInput label={texts.name} description={texts.nameMore} required {...text('name')} data-autofocus />
      {notUsed ? <KeyOutcome error={add.error} /> : null}
    </FormDialog>
  );
}
