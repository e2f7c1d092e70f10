import { NativeSelect, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Sent } from '../../../client/request.ts';
import { FormDialog } from '../../../kit/form-dialog.tsx';
import { useTexts } from '../../../kit/language.tsx';
import { askCorrection } from '../queries/account.ts';
import { accountTexts } from '../texts/account.ts';

const FIELDS: readonly Sent<'correctionBody'>['field'][] = ['name', 'email', 'memberships'];

export function CorrectionDialog({ onDone, onClose }: { onDone: () => void; onClose: () => void }) {
  const texts = useTexts(accountTexts).data;
  const [field, setField] = useState<Sent<'correctionBody'>['field']>('name');
  const [value, setValue] = useState('');
  const [reason, setReason] = useState('');
  const client = useQueryClient();
  const ask = useMutation({
    mutationFn: () => askCorrection({ field, value, reason }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['me'] });
      onDone();
    },
  });
  return (
    <FormDialog title={texts.ask} submit={texts.send} pending={ask.isPending} error={ask.error} onSubmit={() => ask.mutate()} onClose={onClose}>
      <Text size="sm">{texts.askMore}</Text>
      <NativeSelect
        label={texts.what}
        value={field}
        onChange={({ currentTarget }) => setField(FIELDS.find((one) => one === currentTarget.value) ?? 'name')}
        data={FIELDS.map((one) => ({ value: one, label: texts.fields[one] }))}
        data-autofocus
      />
      <TextInput label={texts.should} required value={value} onChange={({ currentTarget }) => setValue(currentTarget.value)} />
      <Textarea label={texts.reason} required autosize minRows={2} value={reason} onChange={({ currentTarget }) => setReason(currentTarget.value)} />
    </FormDialog>
  );
}
