import { NativeSelect, TextInput } from '@mantine/core';
import { TYPES_OF_KIND } from '@parindex/core/bodies/types';
import { bodyChange } from '@parindex/core/contracts/schemas/bodies';
import { BODY_TYPE_NAMES } from '@parindex/core/words/kinds';
import { limitsOf } from '../../client/limits.ts';

import { DayInput } from '../../kit/fields/day-input.tsx';
import { FormDialog } from '../../kit/forms/form-dialog.tsx';
import { useForm } from '../../kit/forms/use-form.ts';
import { useTexts } from '../../kit/words/language.tsx';
import type { ChangeDialogProps } from './change-dialog-props.ts';
import { bodyTexts } from './texts/body.ts';
import { useBodyChange } from './use-body-change.ts';

export function RenameDialog({ body, onDone, onClose }: ChangeDialogProps) {
  const texts = useTexts(bodyTexts);
  const types = useTexts(BODY_TYPE_NAMES);
  const possible = TYPES_OF_KIND[body.kind];
  const { values, put, text, input } = useForm(
    { full: '', short: '', type: '' as (typeof possible)[number] | '', from: undefined as string | undefined, basis: '' },
    limitsOf(bodyChange).name,
  );
  const { full, short, type, from, basis } = values;
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
    <FormDialog title={texts.rename} submit={texts.save} act={change} onSubmit={submit} onClose={onClose}>
      <TextInput label={texts.full} required {...text('full')} data-autofocus />
      <TextInput label={texts.short} description={texts.shortMore} {...text('short')} />
      <NativeSelect
        label={texts.type}
        value={type}
        onChange={({ currentTarget }) => put({ type: possible.find((one) => one === currentTarget.value) ?? '' })}
        data={[{ value: '', label: texts.sameType }, ...possible.map((one) => ({ value: one, label: types[one] }))]}
      />
      <DayInput label={texts.from} required {...input('from')} />
      <TextInput label={texts.basis} description={texts.basisMore} {...text('basis')} />
    </FormDialog>
  );
}
