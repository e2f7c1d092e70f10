import { Button, Group, Text, Textarea } from '@mantine/core';
import { memo } from 'react';
import { useTexts } from '../../../kit/words/language.tsx';
import { entryTexts } from '../texts/paper-entry.ts';
import type { Line } from './lines.ts';
import { BLANK, INVALID, type Typed, toggled } from './typed.ts';

interface EntryLineProps {
  readonly line: Line;
  readonly headings: readonly string[];
  /** undefined: not typed yet. */
  readonly value: Typed | undefined;
  /** What two others have typed, where it is settled. */
  readonly readings: readonly Typed[] | undefined;
  readonly onChange: (line: string, value: Typed) => void;
}

const has = (value: Typed | undefined, option: string): boolean => (Array.isArray(value) ? value.includes(option) : value === option);

/** A line of a form as it is typed: its options with the keys that choose them, or a field. */
export const EntryLine = memo(
  ({ line, headings, value, readings, onChange }: EntryLineProps) => {
    const texts = useTexts(entryTexts);
    const { id, number, title, kind, options } = line;
    const choose = (chosen: Typed) => onChange(id, chosen);
    const isWritten = kind === 'written' && !options.some((option) => has(value, option.value)) && value !== INVALID;
    return (
      <>
        {headings.map((text) => (
          <Text key={text} fw={600} mt="sm">
            {text}
          </Text>
        ))}
        <fieldset className="entry-line" data-line={id} data-typed={value !== undefined || undefined}>
          <legend>
            <b>{texts.line(number)}</b> {title}
          </legend>
          {readings === undefined ? null : <Readings line={line} readings={readings} value={value} onChange={choose} />}
          {kind === 'written' ? (
            <Textarea
              aria-label={`${texts.line(number)} ${texts.written}`}
              autosize
              minRows={1}
              value={isWritten && typeof value === 'string' ? value : ''}
              onChange={({ currentTarget }) => choose(currentTarget.value)}
            />
          ) : null}
          <div className="entry-options">
            {options.map((option) => (
              <label key={option.value}>
                <input
                  type={kind === 'several' ? 'checkbox' : 'radio'}
                  name={id}
                  checked={has(value, option.value)}
                  onChange={() => choose(kind === 'several' ? toggled(options, value, option.value) : option.value)}
                />
                {kind === 'written' ? null : <kbd aria-hidden>{option.key?.toUpperCase()}</kbd>}
                {option.title}
              </label>
            ))}
            {kind === 'written' && readings === undefined ? null : (
              <Mark line={line} mark={BLANK} shown="0" title={texts.blank} value={value} onChange={choose} />
            )}
            <Mark line={line} mark={INVALID} shown="–" title={texts.invalid} value={value} onChange={choose} />
          </div>
        </fieldset>
      </>
    );
  },
  // Those that somebody else has typed do not change.
  (before, after) => before.line === after.line && before.value === after.value && before.onChange === after.onChange,
);

interface MarkProps {
  readonly line: Line;
  readonly mark: string;
  readonly shown: string;
  readonly title: string;
  readonly value: Typed | undefined;
  readonly onChange: (value: Typed) => void;
}

/** That nothing stands there, or nothing valid: in the place of an answer. */
function Mark({ line, mark, shown, title, value, onChange }: MarkProps) {
  return (
    <label className="entry-mark">
      <input
        type={line.kind === 'one' ? 'radio' : 'checkbox'}
        name={line.id}
        checked={value === mark}
        onChange={() => onChange(value === mark && mark === INVALID ? BLANK : mark)}
      />
      {line.kind === 'written' ? null : <kbd aria-hidden>{shown}</kbd>}
      {title}
    </label>
  );
}

interface ReadingsProps extends Omit<MarkProps, 'mark' | 'shown' | 'title'> {
  readonly readings: readonly Typed[];
}

/** What two others have typed, side by side; either may be taken. */
function Readings({ line, readings, value, onChange }: ReadingsProps) {
  const texts = useTexts(entryTexts);
  const said = (reading: Typed): string => {
    if (reading === BLANK) return texts.blank;
    if (reading === INVALID) return texts.invalid;
    const titles = line.options.flatMap((option) => (has(reading, option.value) ? [option.title] : []));
    return titles.length > 0 ? titles.join('; ') : String(reading);
  };
  return (
    <Group gap="sm" align="stretch" className="entry-readings">
      {readings.map((reading, index) => (
        <div key={texts.readings[index]} className="entry-reading">
          <Text size="xs" c="dimmed">
            {texts.readings[index]}
          </Text>
          <Text size="sm">{said(reading)}</Text>
          <Button
            size="compact-xs"
            variant={value !== undefined && String(value) === String(reading) ? 'filled' : 'default'}
            aria-label={texts.take(said(reading))}
            onClick={() => onChange(reading)}
          >
            {texts.takeIt}
          </Button>
        </div>
      ))}
    </Group>
  );
}
