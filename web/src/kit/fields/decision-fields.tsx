import { Group, TextInput } from '@mantine/core';
import { DayInput } from './day-input.tsx';

export interface DecisionValues {
  readonly number: string;
  readonly date: string | undefined;
}

export const NO_DECISION: DecisionValues = { number: '', date: undefined };

interface DecisionFieldsProps {
  readonly labels: { readonly number: string; readonly date: string };
  readonly required?: boolean;
  readonly value: DecisionValues;
  readonly onChange: (value: DecisionValues) => void;
}

/** The deciding document: number and date; each requires the other. */
export function DecisionFields({ labels, required = false, value, onChange }: DecisionFieldsProps) {
  const needed = required || value.number.trim() !== '' || value.date !== undefined;
  return (
    <Group grow align="flex-start" gap="sm" preventGrowOverflow={false}>
      <TextInput
        label={labels.number}
        required={needed}
        value={value.number}
        onChange={({ currentTarget }) => onChange({ ...value, number: currentTarget.value })}
        miw="14rem"
      />
      <DayInput label={labels.date} required={needed} value={value.date} onChange={(date) => onChange({ ...value, date })} />
    </Group>
  );
}

/** As the API expects it; undefined if empty. */
export const decisionOf = ({ number, date }: DecisionValues) => (number.trim() === '' || date === undefined ? undefined : { number: number.trim(), date });
