import { NativeSelect, Text, Textarea, TextInput } from '@mantine/core';
import { correctionBody } from '@parindex/core/contracts/schemas/people';
import { limitsOf } from '../../../client/limits.ts';
import type { Sent } from '../../../client/request.ts';
import { FormDialog } from '../../../kit/form-dialog.tsx';
import { useTexts } from '../../../kit/language.tsx';
import { useAct } from '../../../kit/use-act.ts';
import { useForm } from '../../../kit/use-form.ts';
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
