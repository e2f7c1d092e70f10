import { ActionIcon, Button, TextInput } from '@mantine/core';
import { CalendarDays } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { later } from '../reading/later.tsx';
import { dayIn } from '../words/day.ts';
import { formatDay } from '../words/format.ts';
import { useTexts } from '../words/language.tsx';
import { timeInputTexts } from './time-input-texts.ts';

const DayPicker = later(async () => (await import('./day-picker.tsx')).DayPicker, { fallback: null });

interface WrittenInputProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
  readonly required?: boolean;
  readonly description?: ReactNode;
  readonly placeholder: string;
  /** Whether an hour may stand before the day. */
  readonly hours?: boolean;
  /** The value of a text; undefined if it is invalid. */
  readonly read: (text: string) => string | undefined;
  readonly write: (value: string) => string;
  /** What is wrong with an invalid text. */
  readonly fault: (text: string) => string;
  readonly isSame?: (one: string, other: string) => boolean;
}

const isEqual = (one: string, other: string) => one === other;

/** The day and the hour of a text as it is written here: 05/02/2026, 17:00 05/02/2026. */
function partsOf(text: string): { readonly day: string | undefined; readonly hour: string | undefined } {
  const [, hour, rest = text] = /^(\d\d:\d\d) (.+)$/.exec(text) ?? [];
  const found = dayIn(rest);
  return { day: 'day' in found ? found.day : undefined, hour };
}

/** A day, with its hour where that matters: typed as text, or picked from a month. Checked when leaving the field; an invalid one blocks the form and gets the focus. */
export function WrittenInput({
  label,
  value,
  onChange,
  required = false,
  description,
  placeholder,
  hours = false,
  read,
  write,
  fault,
  isSame = isEqual,
}: WrittenInputProps) {
  const texts = useTexts(timeInputTexts).picker;
  const [text, setText] = useState(value === undefined ? '' : write(value));
  const [left, setLeft] = useState(false);
  const [opened, setOpened] = useState<'day' | 'hour'>();
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const means = read(text);
  const wrong = text.trim() !== '' && means === undefined ? fault(text) : '';
  const { day, hour } = partsOf(means === undefined ? '' : write(means));

  // A new value from outside is displayed; what is being typed stays.
  useEffect(() => {
    if (value === undefined ? means !== undefined : means === undefined || !isSame(value, means)) setText(value === undefined ? '' : write(value));
  }, [value]);
  useEffect(() => input.current?.setCustomValidity(wrong), [wrong]);

  const type = (typed: string) => {
    setText(typed);
    setLeft(false);
    onChange(read(typed));
  };
  const close = () => {
    setOpened(undefined);
    input.current?.focus();
  };
  const written = (ofDay: string, atHour: string | undefined) => `${atHour === undefined ? '' : `${atHour} `}${formatDay(ofDay)}`;
  return (
    <TextInput
      ref={input}
      id={id}
      label={label}
      description={
        hours && day !== undefined && hour === undefined ? (
          <>
            {description}{' '}
            <Button variant="subtle" size="compact-xs" aria-describedby={`${id}-label`} onClick={() => setOpened('hour')}>
              {texts.addHour}
            </Button>
          </>
        ) : (
          description
        )
      }
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
      onChange={({ currentTarget }) => type(currentTarget.value)}
      rightSection={
        <>
          <ActionIcon
            variant="subtle"
            aria-label={texts.open}
            aria-describedby={`${id}-label`}
            aria-haspopup="dialog"
            aria-expanded={opened !== undefined}
            // Else pressing it would count as pressing beside what is open, and open it again.
            onMouseDown={(event) => event.stopPropagation()}
            onTouchStart={(event) => event.stopPropagation()}
            onClick={() => setOpened(opened === undefined ? (hour === undefined ? 'day' : 'hour') : undefined)}
          >
            <CalendarDays size={18} aria-hidden />
          </ActionIcon>
          {opened === undefined ? null : (
            <DayPicker
              label={`${texts.title}: ${label}`}
              day={day}
              hour={hour}
              hours={opened === 'hour'}
              onDay={(picked) => {
                type(written(picked, hour));
                close();
              }}
              onHour={(at) => day !== undefined && type(written(day, at))}
              onDone={close}
              onDismiss={() => setOpened(undefined)}
            />
          )}
        </>
      }
    />
  );
}
