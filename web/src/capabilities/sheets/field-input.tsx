import { Button, Checkbox, Group, Radio, Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { FieldValue } from '@parindex/core/ledger/entry';
import { displayDecimal } from '@parindex/core/quantity/display';
import type { FormField, FormOption } from '@parindex/core/rules/answer-form';
import { inLanguage } from '@parindex/core/words/index';
import { type ReactNode, useId } from 'react';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { useSheet } from './sheet-at-work.tsx';
import { sheetTexts } from './texts/sheet.ts';
import type { FieldEditing } from './use-field.ts';

interface FieldInputProps {
  readonly field: FormField;
  readonly editing: FieldEditing;
  readonly label: string;
  readonly description?: ReactNode;
  readonly bare: boolean;
  readonly disabled: boolean;
}

/** The input of a field, by the kind that the rule requires. */
export function FieldInput(props: FieldInputProps) {
  const { entry } = props.field;
  switch (entry.kind) {
    case 'number':
    case 'date':
      return <TypedInput {...props} />;
    case 'text':
      return <TextField {...props} longest={entry.longest} />;
    case 'yesNo':
      return <YesNo {...props} />;
    case 'choice':
      return <Choice {...props} options={entry.options} />;
    case 'checks':
      return <Checks {...props} options={entry.options} />;
  }
}

/** A field that is only read looks so, and not as if it could be written in. */
const readOnly = (disabled: boolean) => (disabled ? { readOnly: true, variant: 'filled' } : {});

const labelled = ({ label, bare }: Pick<FieldInputProps, 'label' | 'bare'>) => (bare ? { 'aria-label': label } : { label });

function TypedInput({ field, editing, description, disabled, ...naming }: FieldInputProps) {
  return (
    <TextInput
      {...labelled(naming)}
      {...(description === undefined ? {} : { description })}
      inputMode={field.entry.kind === 'number' ? 'decimal' : 'text'}
      autoComplete="off"
      placeholder={field.entry.kind === 'date' ? 'dd/mm/yyyy' : ''}
      styles={{ input: { maxWidth: '16rem' } }}
      {...readOnly(disabled)}
      value={editing.text}
      error={editing.faults.length > 0 ? editing.faults.join(' ') : null}
      onChange={({ currentTarget }) => editing.type(currentTarget.value)}
      onBlur={editing.leave}
      onKeyDown={({ key }) => {
        if (key === 'Enter') editing.leave();
      }}
    />
  );
}

function TextField({ editing, description, disabled, longest, field, ...naming }: FieldInputProps & { longest: number }) {
  const long = longest > 1_000;
  const input = {
    ...labelled(naming),
    ...(description === undefined ? {} : { description }),
    maxLength: longest,
    ...readOnly(disabled),
    value: editing.text,
    error: editing.faults.length > 0 ? editing.faults.join(' ') : null,
    onBlur: editing.leave,
  };
  if (long && field.use !== 'provenance') return <Textarea {...input} rows={3} onChange={({ currentTarget }) => editing.type(currentTarget.value)} />;
  return <TextInput {...input} onChange={({ currentTarget }) => editing.type(currentTarget.value)} />;
}

function YesNo(props: FieldInputProps) {
  const { names } = useSheet();
  const { phrases } = names;
  const options = [
    { id: 'true', text: phrases.yes },
    { id: 'false', text: phrases.no },
  ];
  const { value } = props.editing;
  return <Radios {...props} options={options} chosen={value === undefined || value === null ? '' : String(value)} toValue={(id) => id === 'true'} inline />;
}

function Choice({ options, ...props }: FieldInputProps & { options: readonly FormOption[] }) {
  const optionText = useOptionText();
  const { value } = props.editing;
  return (
    <Radios {...props} options={options.map((option) => ({ id: option.id, text: optionText(option) }))} chosen={String(value ?? '')} toValue={(id) => id} />
  );
}

interface RadiosProps extends FieldInputProps {
  readonly options: readonly { readonly id: string; readonly text: string }[];
  readonly chosen: string;
  readonly toValue: (id: string) => FieldValue;
  readonly inline?: boolean;
}

function Radios({ editing, options, chosen, toValue, description, disabled, inline = false, ...naming }: RadiosProps) {
  const texts = useTexts(sheetTexts);
  const name = useId();
  const radios = options.map(({ id, text }) => <Radio key={id} value={id} label={text} disabled={disabled} />);
  return (
    <Radio.Group
      {...labelled(naming)}
      {...(description === undefined ? {} : { description })}
      name={name}
      value={chosen}
      onChange={(id) => editing.choose(toValue(id))}
      error={editing.faults.length > 0 ? editing.faults.join(' ') : null}
    >
      {inline ? (
        <Group mt={4}>{radios}</Group>
      ) : (
        <Stack gap={6} mt={4}>
          {radios}
        </Stack>
      )}
      {chosen === '' || disabled ? null : (
        <Button
          variant="subtle"
          size="compact-xs"
          mt={4}
          onClick={({ currentTarget }) => {
            // The button disappears with the answer that it removes.
            currentTarget.closest('[role="radiogroup"]')?.querySelector('input')?.focus();
            editing.choose(null);
          }}
        >
          {texts.clear}
        </Button>
      )}
    </Radio.Group>
  );
}

function Checks({ editing, options, description, disabled, ...naming }: FieldInputProps & { options: readonly FormOption[] }) {
  const texts = useTexts(sheetTexts);
  const optionText = useOptionText();
  const answered = Array.isArray(editing.value);
  const ticked = answered ? [...(editing.value as readonly string[])] : [];
  return (
    <Checkbox.Group
      {...labelled(naming)}
      {...(description === undefined ? {} : { description })}
      value={ticked}
      onChange={(ids) => editing.choose(options.map(({ id }) => id).filter((id) => ids.includes(id)))}
      error={editing.faults.length > 0 ? editing.faults.join(' ') : null}
    >
      <Stack gap={6} mt={4}>
        {options.map((option) => (
          <Checkbox key={option.id} value={option.id} label={optionText(option)} disabled={disabled} />
        ))}
      </Stack>
      {disabled ? null : (
        <Group gap="xs" mt={4}>
          {answered ? (
            <Button variant="subtle" size="compact-xs" onClick={() => editing.choose(null)}>
              {texts.clear}
            </Button>
          ) : (
            <Button variant="default" size="compact-xs" onClick={() => editing.choose([])}>
              {texts.noneOfThem}
            </Button>
          )}
          {answered && ticked.length === 0 ? (
            <Text size="xs" c="dimmed">
              {texts.noneOfThem}
            </Text>
          ) : null}
        </Group>
      )}
    </Checkbox.Group>
  );
}

/** An option with its points. */
function useOptionText(): (option: FormOption) => string {
  const texts = useTexts(sheetTexts);
  const { language } = useLanguage();
  return ({ id, title, points, upTo }) => {
    const name = inLanguage(title ?? undefined, language) ?? id;
    if (points !== null) return `${name} (${texts.optionPoints(displayDecimal(points, language))})`;
    return upTo === null ? name : `${name} (${texts.optionUpTo(displayDecimal(upTo, language))})`;
  };
}
