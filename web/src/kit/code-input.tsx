import { TextInput } from '@mantine/core';

const DIGITS = 6;

interface CodeInputProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (code: string) => void;
}

/** Six digits from the device that is one's second factor. */
export function CodeInput({ label, value, onChange }: CodeInputProps) {
  return (
    <TextInput
      label={label}
      inputMode="numeric"
      autoComplete="one-time-code"
      pattern={`[0-9]{${DIGITS}}`}
      maxLength={DIGITS}
      required
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
