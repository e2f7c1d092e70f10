import type { FieldValue } from '@parindex/core/ledger/entry';
import type { NumberReading } from '@parindex/core/quantity/typed-number';
import type { FormField } from '@parindex/core/rules/answer-form';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Pending } from '../../device/pending-edits/pending.ts';
import { useDraft, usePendingEdits } from '../../device/pending-edits/use-pending-edits.tsx';
import { useLanguage } from '../../kit/language.tsx';
import { useSheet } from './sheet-at-work.tsx';
import { readTyped, showTyped } from './typed.ts';

/** Milliseconds without typing before the text becomes an entry. */
const REST = 2_000;

export interface FieldEditing {
  readonly value: FieldValue | undefined;
  readonly text: string;
  readonly faults: readonly string[];
  /** Two readings of the typed text, for the person to choose. */
  readonly question: readonly NumberReading[];
  /** The field has text that is not an entry yet. */
  readonly unfinished: boolean;
  /** The change of this field that has not arrived. */
  readonly pending: Pending | undefined;
  type(text: string): void;
  /** On leaving the field its text becomes an entry, if valid. */
  leave(): void;
  /** A value that was chosen, not typed. */
  choose(value: FieldValue): void;
}

/** One field of a sheet: its value, the text being typed, and their state. */
export function useField({ target, field, entry }: FormField): FieldEditing {
  const { shown, record, draftKey, pending } = useSheet();
  const pendingEdits = usePendingEdits();
  const { language } = useLanguage();
  const key = draftKey(target, field);
  const standing = shown.cell(target)[field] as FieldValue | undefined;
  const settled = showTyped(entry, standing, language);
  const kept = useDraft(key);
  const [typing, setTyping] = useState<string | null>(null);
  const [told, setTold] = useState<{ faults: readonly string[]; question: readonly NumberReading[] }>({ faults: [], question: [] });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const text = typing ?? kept ?? settled;

  const settle = (typed: string, left: boolean) => {
    clearTimeout(timer.current);
    if (typed === settled) {
      if (kept !== undefined) void pendingEdits.setDraft(key, null);
      setTold({ faults: [], question: [] });
      if (left) setTyping(null);
      return;
    }
    const read = readTyped(entry, typed, language);
    if (read.kind === 'value') {
      const faults = record(target, field, { [field]: read.value });
      setTold({ faults: left ? faults : [], question: [] });
      if (left && faults.length === 0) setTyping(null);
    } else if (left) setTold(read.kind === 'question' ? { faults: [], question: read.readings } : { faults: [read.why], question: [] });
  };
  // The timer and unmounting call the latest render's function.
  const latest = useRef({ settle, text, typing });
  useEffect(() => {
    latest.current = { settle, text, typing };
  });
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      if (latest.current.typing !== null) latest.current.settle(latest.current.typing, false);
    },
    [],
  );

  const type = useCallback(
    (typed: string) => {
      setTyping(typed);
      setTold({ faults: [], question: [] });
      void pendingEdits.setDraft(key, typed);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => latest.current.settle(latest.current.text, false), REST);
    },
    [pendingEdits, key],
  );
  return {
    value: standing,
    text,
    faults: told.faults,
    question: told.question,
    unfinished: text !== settled,
    pending: pending.findLast((one) => one.target.kind === target.kind && one.target.id === target.id && field in one.changes),
    type,
    leave: () => settle(text, true),
    choose: (value) => {
      const faults = record(target, field, { [field]: value });
      setTyping(null);
      setTold({ faults, question: [] });
      if (faults.length === 0) void pendingEdits.setDraft(key, null);
    },
  };
}
