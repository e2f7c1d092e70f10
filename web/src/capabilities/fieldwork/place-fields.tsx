import { Group, NativeSelect } from '@mantine/core';
import { useTexts } from '../../kit/words/language.tsx';
import type { Fieldwork } from './queries/fieldwork.ts';
import { fieldworkTexts } from './texts/fieldwork.ts';

export interface FieldPlace {
  readonly body: string;
  readonly group: string;
}

interface PlaceFieldsProps {
  readonly fieldwork: Fieldwork;
  readonly value: FieldPlace;
  readonly onChange: (value: FieldPlace) => void;
}

/** Of which body and which group, among those whose rule is declared. */
export function PlaceFields({ fieldwork, value, onChange }: PlaceFieldsProps) {
  const texts = useTexts(fieldworkTexts);
  const groups = fieldwork.groups.filter(({ rule }) => rule !== null);
  const first = { value: '', label: texts.choose };
  return (
    <Group grow align="flex-start">
      <NativeSelect
        label={texts.body}
        required
        value={value.body}
        data={[first, ...fieldwork.bodies.map(({ id, name }) => ({ value: id, label: name }))]}
        onChange={({ currentTarget }) => onChange({ ...value, body: currentTarget.value })}
      />
      <NativeSelect
        label={texts.group}
        required
        value={value.group}
        data={[first, ...groups.map(({ group }) => ({ value: group.id, label: group.title }))]}
        onChange={({ currentTarget }) => onChange({ ...value, group: currentTarget.value })}
      />
    </Group>
  );
}

export const NO_PLACE: FieldPlace = { body: '', group: '' };
