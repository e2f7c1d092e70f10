import type { FieldValue } from '@parindex/core/ledger/entry';
import type { FormField } from '@parindex/core/rules/answer-form';
import { useState } from 'react';
import { useLanguage } from '../../kit/words/language.tsx';
import { readTyped, showTyped } from '../sheets/typed.ts';
import type { FieldEditing } from '../sheets/use-field.ts';

interface VerdictField {
  readonly standing: FieldValue | undefined;
  readonly value: FieldValue | undefined;
  readonly onValue: (value: FieldValue) => void;
  /** Whether what is typed is no value yet. */
  readonly onOpen: (open: boolean) => void;
}

/** A field of a verdict: what is typed stays in the form until the verdict is given. */
export function useVerdictField({ entry }: FormField, { value, onValue, onOpen }: VerdictField): FieldEditing {
  const { language } = useLanguage();
  const [typed, setTyped] = useState<string>();
  const [faults, setFaults] = useState<readonly string[]>([]);
  const [question, setQuestion] = useState<FieldEditing['question']>([]);
  const read = (text: string, told: boolean) => {
    const parsed = readTyped(entry, text, language);
    setQuestion(parsed.kind === 'question' ? parsed.readings : []);
    setFaults(told && parsed.kind === 'refused' ? [parsed.why] : []);
    onOpen(parsed.kind !== 'value');
    if (parsed.kind === 'value') onValue(parsed.value);
    return parsed.kind === 'value';
  };
  return {
    value,
    text: typed ?? showTyped(entry, value, language),
    faults,
    question,
    left: undefined,
    pending: undefined,
    type: (text) => {
      setTyped(text);
      read(text, false);
    },
    leave: () => {
      if (typed !== undefined && read(typed, true)) setTyped(undefined);
    },
    choose: (chosen) => {
      setTyped(undefined);
      setFaults([]);
      onOpen(false);
      onValue(chosen);
    },
    giveUp: () => {
      setTyped(undefined);
      setFaults([]);
      onOpen(false);
    },
  };
}
