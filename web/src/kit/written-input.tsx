import { TextInput } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';

interface WrittenInputProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
  readonly required?: boolean;
  readonly description?: ReactNode;
  readonly placeholder: string;
  /** The value of a text; undefined if it is invalid. */
  readonly read: (text: string) => string | undefined;
  readonly write: (value: string) => string;
  /** What is wrong with an invalid text. */
  readonly fault: (text: string) => string;
  readonly isSame?: (one: string, other: string) => boolean;
}

const isEqual = (one: string, other: string) => one === other;

/** A value typed as text, checked when leaving the field; an invalid one blocks the form and gets the focus. */
export function WrittenInput({ label, value, onChange, required = false, description, placeholder, read, write, fault, isSame = isEqual }: WrittenInputProps) {
  const [text, setText] = useState(value === undefined ? '' : write(value));
  const [left, setLeft] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const means = read(text);
  const wrong = text.trim() !== '' && means === undefined ? fault(text) : '';

  // A new value from outside is displayed; what is being typed stays.
  useEffect(() => {
    if (value === undefined ? means !== undefined : means === undefined || !isSame(value, means)) setText(value === undefined ? '' : write(value));
  }, [value]);
  useEffect(() => input.current?.setCustomValidity(wrong), [wrong]);

  return (
    <TextInput
      ref={input}
      label={label}
      {...(description === undefined ? {} : { description })}
      placeholder={placeholder}
      required={required}
      autoComplete="off"
      value={text}
      error={left && wrong !== '' ? wrong : null}
      onBlur={() => {
        setLeft(true);
        if (means !== undefined) setText(write(means));
      }}
      onInvalid={() => setLeft(true)}
      onChange={({ currentTarget }) => {
        setText(currentTarget.value);
        setLeft(false);
        onChange(read(currentTarget.value));
      }}
    />
  );
}
