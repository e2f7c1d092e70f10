import { NativeSelect, TextInput } from '@mantine/core';
import { CHANGING_ATTRIBUTES, type ChangingAttribute } from '@parindex/core/bodies/types';
import { useState } from 'react';
import { DayInput } from '../../kit/day-input.tsx';
import { FormDialog } from '../../kit/form-dialog.tsx';
import { useTexts } from '../../kit/language.tsx';
import type { Choice } from '../../kit/search-select.tsx';
import type { ChangeDialogProps } from './body-changes.tsx';
import { BodySelect } from './body-select.tsx';
import { bodyTexts } from './texts/body.ts';
import { useBodyChange } from './use-body-change.ts';

/** Code, region, block or the body above, from a day on. */
export function AttributeDialog({ body, onDone, onClose }: ChangeDialogProps) {
  const texts = useTexts(bodyTexts);
  const [attribute, setAttribute] = useState<ChangingAttribute>('code');
  const [value, setValue] = useState('');
  const [parent, setParent] = useState<Choice>();
  const [from, setFrom] = useState<string>();
  const [basis, setBasis] = useState('');
  const change = useBodyChange(body, onDone);
  const told = attribute === 'parent' ? parent?.value : value.trim() || undefined;
  const submit = () => change.mutate({ attributes: [{ attribute, value: told ?? null, from: from ?? '', ...(basis.trim() === '' ? {} : { basis }) }] });
  return (
    <FormDialog title={texts.attributes} submit={texts.save} pending={change.isPending} error={change.error} onSubmit={submit} onClose={onClose}>
      <NativeSelect
        label={texts.attribute}
        value={attribute}
        onChange={({ currentTarget }) => setAttribute(CHANGING_ATTRIBUTES.find((one) => one === currentTarget.value) ?? 'code')}
        data={CHANGING_ATTRIBUTES.map((one) => ({ value: one, label: texts.attributeNames[one] }))}
        data-autofocus
      />
      {attribute === 'parent' ? (
        <BodySelect label={texts.newValue} description={texts.newParentMore} on={from} chosen={parent} onChoose={setParent} />
      ) : (
        <TextInput label={texts.newValue} description={texts.newValueMore} value={value} onChange={({ currentTarget }) => setValue(currentTarget.value)} />
      )}
      <DayInput label={texts.from} required value={from} onChange={setFrom} />
      <TextInput label={texts.basis} description={texts.basisMore} value={basis} onChange={({ currentTarget }) => setBasis(currentTarget.value)} />
    </FormDialog>
  );
}
