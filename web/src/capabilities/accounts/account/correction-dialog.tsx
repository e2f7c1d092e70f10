import { NativeSelect, Text, Textarea, TextInput } from '@mantine/core';
import { correctionBody } from '@parindex/core/contracts/schemas/people';
import { limitsOf } from '../../../client/limits.ts';
import type { Sent } from '../../../client/request.ts';
import { useAct } from '../../../kit/acts/use-act.ts';
import { FormDialog } from '../../../kit/forms/form-dialog.tsx';
import { useForm } from '../../../kit/forms/use-form.ts';
import { useTexts } from '../../../kit/words/language.tsx';
import { accountChanged, askCorrection } from '../queries/account.ts';
import { accountTexts } from '../texts/account.ts';

type Field = Sent<'correctionBody'>['field'];
const FIELDS: readonly Field[] = ['name', 'email', 'memberships'];

export function CorrectionDialog({ onDone, onClose }: { onDone: () => void; onClose: () => void }) {
  const texts = useTexts(accountTexts).data;
  const { values, put, text } = useForm({ field: 'name' as Field, value: '', reason: '' }, limitsOf(correctionBody));
  const ask = useAct(() => askCorrection(values), {
    refresh: accountChanged,
    onDone,
  });
  return (
    <FormDialog title={texts.ask} submit={texts.send} act={ask} onSubmit={() => ask.mutate()} onClose={onClose}>
      <Text size="sm">{texts.askMore}</Text>
      <NativeSelect
        label={texts.what}
        value={values.field}
        onChange={({ currentTarget }) => put({ field: FIELDS.find((one) => one === currentTarget.value) ?? 'name' })}
        data={FIELDS.map((one) => ({ value: one, label: texts.fields[one] }))}
        data-autofocus
      />
      <TextInput label={texts.should} required {...text('value')} />
      <Textarea label={texts.reason} required rows={2} {...text('reason')} />
    </FormDialog>
  );
}
