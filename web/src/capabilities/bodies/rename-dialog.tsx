import { NativeSelect, TextInput } from '@mantine/core';
import { TYPES_OF_KIND } from '@parindex/core/bodies/types';
import { BODY_TYPE_NAMES } from '@parindex/core/words/kinds';
import { useState } from 'react';
import { DayInput } from '../../kit/day-input.tsx';
import { FormDialog } from '../../kit/form-dialog.tsx';
import { useTexts } from '../../kit/language.tsx';
import type { ChangeDialogProps } from './body-changes.tsx';
import { bodyTexts } from './texts/body.ts';
import { useBodyChange } from './use-body-change.ts';

export function RenameDialog({ body, onDone, onClose }: ChangeDialogProps) {
  const texts = useTexts(bodyTexts);
  const types = useTexts(BODY_TYPE_NAMES);
  const possible = TYPES_OF_KIND[body.kind];
  const [full, setFull] = useState('');
  const [short, setShort] = useState('');
  const [type, setType] = useState<(typeof possible)[number] | ''>('');
  const [from, setFrom] = useState<string>();
  const [basis, setBasis] = useState('');
  const change = useBodyChange(body, onDone);
  const submit = () =>
    change.mutate({
      name: {
        from: from ?? '',
        full,
        ...(short.trim() === '' ? {} : { short }),
        ...(type === '' ? {} : { type }),
        ...(basis.trim() === '' ? {} : { basis }),
      },
    });
  return (
    <FormDialog title={texts.rename} submit={texts.save} pending={change.isPending} error={change.error} onSubmit={submit} onClose={onClose}>
      <TextInput label={texts.full} required value={full} onChange={({ currentTarget }) => setFull(currentTarget.value)} data-autofocus />
      <TextInput label={texts.short} description={texts.shortMore} value={short} onChange={({ currentTarget }) => setShort(currentTarget.value)} />
      <NativeSelect
        label={texts.type}
        value={type}
        onChange={({ currentTarget }) => setType(possible.find((one) => one === currentTarget.value) ?? '')}
        data={[{ value: '', label: texts.sameType }, ...possible.map((one) => ({ value: one, label: types[one] }))]}
      />
      <DayInput label={texts.from} required value={from} onChange={setFrom} />
      <TextInput label={texts.basis} description={texts.basisMore} value={basis} onChange={({ currentTarget }) => setBasis(currentTarget.value)} />
    </FormDialog>
  );
}
