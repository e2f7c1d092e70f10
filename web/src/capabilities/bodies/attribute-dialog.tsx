import { NativeSelect, TextInput } from '@mantine/core';
import { CHANGING_ATTRIBUTES, type ChangingAttribute } from '@parindex/core/bodies/types';
import { bodyChange } from '@parindex/core/contracts/schemas/bodies';
import { limitsOf } from '../../client/limits.ts';

import { DayInput } from '../../kit/fields/day-input.tsx';
import type { Choice } from '../../kit/fields/search-select.tsx';
import { FormDialog } from '../../kit/forms/form-dialog.tsx';
import { useForm } from '../../kit/forms/use-form.ts';
import { useTexts } from '../../kit/words/language.tsx';
import { BodySelect } from './body-select.tsx';
import type { ChangeDialogProps } from './change-dialog-props.ts';
import { bodyTexts } from './texts/body.ts';
import { useBodyChange } from './use-body-change.ts';

/** Code, region, block or the body above, from a day on. */
export function AttributeDialog({ body, onDone, onClose }: ChangeDialogProps) {
  const texts = useTexts(bodyTexts);
  const { values, put, text, input } = useForm(
    { attribute: 'code' as ChangingAttribute, value: '', parent: undefined as Choice | undefined, from: undefined as string | undefined, basis: '' },
    limitsOf(bodyChange).attributes,
  );
  const { attribute, value, parent, from, basis } = values;
  const change = useBodyChange(body, onDone);
  const told = attribute === 'parent' ? parent?.value : value.trim() || undefined;
  const submit = () => change.mutate({ attributes: [{ attribute, value: told ?? null, from: from ?? '', ...(basis.trim() === '' ? {} : { basis }) }] });
  return (
    <FormDialog title={texts.attributes} submit={texts.save} act={change} onSubmit={submit} onClose={onClose}>
      <NativeSelect
        label={texts.attribute}
        value={attribute}
        onChange={({ currentTarget }) => put({ attribute: CHANGING_ATTRIBUTES.find((one) => one === currentTarget.value) ?? 'code' })}
        data={CHANGING_ATTRIBUTES.map((one) => ({ value: one, label: texts.attributeNames[one] }))}
        data-autofocus
      />
      {attribute === 'parent' ? (
        <BodySelect label={texts.newValue} description={texts.newParentMore} on={from} chosen={parent} onChoose={(parent) => put({ parent })} />
      ) : (
        <TextInput label={texts.newValue} description={texts.newValueMore} {...text('value')} />
      )}
      <DayInput label={texts.from} required {...input('from')} />
      <TextInput label={texts.basis} description={texts.basisMore} {...text('basis')} />
    </FormDialog>
  );
}
