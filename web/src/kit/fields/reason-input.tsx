import { Textarea } from '@mantine/core';
import type { ReactNode } from 'react';

interface ReasonInputProps {
  readonly label: string;
  readonly description?: ReactNode;
  /** A reason is asked for, unless it is said that none need be given. */
  readonly required?: boolean;
  readonly maxLength?: number;
  readonly maw?: string;
  readonly value: string;
  readonly onChange: (reason: string) => void;
}

/** Why something is done, in some sentences: two lines that grow with what is written. */
export function ReasonInput({ required = true, value, onChange, ...shown }: ReasonInputProps) {
  return <Textarea {...shown} required={required} rows={2} value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)} />;
}
