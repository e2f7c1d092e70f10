import { TextInput } from '@mantine/core';
import { texts } from '@parindex/core/words/texts';
import { useEffect, useRef } from 'react';
import { useTexts } from '../words/language.tsx';

const codeTexts = texts({
  form: { vi: 'Nhập đủ sáu chữ số của mã xác thực.', en: 'Enter all six digits of the code.' },
});

interface CodeInputProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (code: string) => void;
}

/** Six digits from the device that is one's second factor; authenticators show them in two groups, so spaces are dropped. */
export function CodeInput({ label, value, onChange }: CodeInputProps) {
  const { form } = useTexts(codeTexts);
  const place = useRef<HTMLInputElement>(null);
  // The browser would complain in its own language.
  useEffect(() => place.current?.setCustomValidity(/^[0-9]{6}$/.test(value) ? '' : form), [value, form]);
  return (
    <TextInput
      ref={place}
      label={label}
      inputMode="numeric"
      autoComplete="one-time-code"
      required
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value.replaceAll(/\s/g, ''))}
    />
  );
}
