import { Stack, Text } from '@mantine/core';
import type { FormField } from '@parindex/core/rules/answer-form';
import { type ReactNode, useRef } from 'react';
import { useTexts } from '../../kit/words/language.tsx';
import { FieldInput } from './field-input.tsx';
import { FieldStanding } from './field-standing.tsx';
import { useSheet } from './sheet-at-work.tsx';
import { sheetTexts } from './texts/sheet.ts';
import { useField } from './use-field.ts';

interface FieldProps {
  readonly field: FormField;
  readonly label: string;
  readonly description?: ReactNode;
  /** In a list the label is hidden but announced: the row shows it. */
  readonly bare?: boolean;
}

/** A field that the rule asks for, by its kind. */
export function Field({ field, label, description, bare = false }: FieldProps) {
  const editing = useField(field);
  const { mayEnter } = useSheet();
  const place = useRef<HTMLDivElement>(null);
  const decide = (act: () => void) => {
    act();
    place.current?.querySelector<HTMLElement>('input, textarea')?.focus();
  };
  const input = { editing, label, bare, disabled: !mayEnter(field.target), ...(description === undefined ? {} : { description }) };
  return (
    <Stack ref={place} gap={4} pos="relative" id={`o-${field.target.kind}-${field.target.id}-${field.field}`}>
      <FieldInput field={field} {...input} />
      {field.use === 'provenance' ? null : <AssignedTargets target={field.target} />}
      <FieldStanding field={field} editing={editing} decide={decide} />
    </Stack>
  );
}

/** The department that a field is assigned to, as the body's own people do not normally enter it. */
function AssignedTargets({ target }: Pick<FormField, 'target'>) {
  const texts = useTexts(sheetTexts);
  const { shown, mayEnter } = useSheet();
  const part = shown.answer.enters === 'declare' && !mayEnter(target) ? shown.part(target) : undefined;
  if (!part) return null;
  return (
    <Text size="xs" c="dimmed">
      {texts.inHandOf(part.to.map(({ name }) => name).join(', '))}
    </Text>
  );
}
