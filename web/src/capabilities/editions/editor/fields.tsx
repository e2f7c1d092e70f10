import { Textarea, TextInput } from '@mantine/core';
import { displayDecimal } from '@parindex/core/quantity/display';
import { shortest } from '@parindex/core/quantity/number-text';
import * as exact from '@parindex/core/quantity/rational';
import { NumberToken } from '@parindex/core/reading/raw';
import { type Keys, valueAt } from '@parindex/core/studio/operations/change';
import { type ReactNode, useEffect, useState } from 'react';
import { useLanguage, useTexts } from '../../../kit/words/language.tsx';
import { editorTexts } from '../texts/editor.ts';
import { typedNumber } from '../typed-number.ts';
import { textIn } from './tree-rows.ts';
import { useEditor, useSet } from './use-editor.ts';

interface FieldProps {
  readonly at: Keys;
  readonly label: string;
  readonly description?: ReactNode;
  readonly required?: boolean;
  /** The name is said, and not shown: a head above says it. */
  readonly isLabelled?: boolean;
}

const named = (label: string, isLabelled: boolean) => (isLabelled ? { 'aria-label': label } : { label });

/** A text of the draft, written as it is typed. */
export function DraftText({ at, label, description, required = false, isLabelled = false, lines = 1, id }: FieldProps & { lines?: number; id?: string }) {
  const { document, faultAt } = useEditor();
  const set = useSet();
  const shared = {
    ...named(label, isLabelled),
    ...(id === undefined ? {} : { id }),
    description,
    withAsterisk: required,
    value: textIn(document, ...(at as readonly string[])),
    error: faultAt(at),
    'data-place': at.join('/'),
  };
  const write = (typed: string) => set(at, typed === '' ? undefined : typed);
  return lines === 1 ? (
    <TextInput {...shared} onChange={({ currentTarget }) => write(currentTarget.value)} />
  ) : (
    <Textarea {...shared} autosize minRows={lines} maxRows={12} onChange={({ currentTarget }) => write(currentTarget.value)} />
  );
}

interface NumberProps extends FieldProps {
  /** Shown, and typed, a hundred times as large: 0.8 as 80. */
  readonly isPercent?: boolean;
  readonly suffix?: string;
  readonly width?: string;
}

/** The number as it is shown while nobody types: in percent where it is a share. */
export function shownAs(text: string, isPercent: boolean, language: 'vi' | 'en'): string {
  if (text === '') return '';
  if (!/^-?\d+(?:\.\d+)?$/.test(text)) return text;
  return displayDecimal(isPercent ? shortest(exact.toDecimal(exact.multiply(exact.fromText(text), exact.hundred), 12, 'halfUp')) : text, language);
}

/** What is typed as a number of the draft; undefined where it is none, null where it is empty. */
function readAs(typed: string, isPercent: boolean, language: 'vi' | 'en'): string | null | undefined {
  const value = typedNumber(typed.replace(/\s*%\s*$/, ''), language);
  return value && isPercent ? shortest(exact.toDecimal(exact.divide(exact.fromText(value), exact.hundred), 12, 'halfUp')) : value;
}

/** A number of the draft, typed in the reader's notation. */
export function DraftNumber({ at, label, description, required = false, isLabelled = false, isPercent = false, suffix, width }: NumberProps) {
  const texts = useTexts(editorTexts).form;
  const { language } = useLanguage();
  const { document, faultAt } = useEditor();
  const set = useSet();
  const value = valueAt(document, at);
  const written = value instanceof NumberToken ? value.text : typeof value === 'string' ? value : '';
  const [typed, setTyped] = useState(() => shownAs(written, isPercent, language));
  const means = readAs(typed, isPercent, language);
  // A new value from outside is shown; what is being typed stays.
  useEffect(() => {
    if ((means ?? '') !== written) setTyped(shownAs(written, isPercent, language));
  }, [written, isPercent, language]);
  return (
    <TextInput
      {...named(label, isLabelled)}
      description={description}
      withAsterisk={required}
      inputMode="decimal"
      autoComplete="off"
      value={typed}
      {...(width === undefined ? {} : { w: width })}
      error={means === undefined ? texts.notANumber : faultAt(at)}
      rightSection={suffix === undefined ? undefined : <span className="editor-suffix">{suffix}</span>}
      {...(suffix === undefined ? {} : { rightSectionWidth: `${suffix.length + 1}ch` })}
      data-place={at.join('/')}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        const read = readAs(currentTarget.value, isPercent, language);
        if (read !== undefined) set(at, read === null ? undefined : new NumberToken(read));
      }}
    />
  );
}
