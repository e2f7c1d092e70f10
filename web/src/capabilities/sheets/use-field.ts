import type { FieldValue } from '@parindex/core/ledger/entry';
import type { NumberReading } from '@parindex/core/quantity/typed-number';
import type { FormField } from '@parindex/core/rules/answer-form';
import { useEffect, useRef, useState } from 'react';
import { type Pending, sameTarget } from '../../device/pending-edits/pending.ts';
import { draftName } from '../../device/pending-edits/store.ts';
import { useDraft, usePendingEdits, useTyping } from '../../device/pending-edits/use-pending-edits.tsx';
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
  /** A text that is not an entry, and that nobody types on; undefined if there is none. */
  readonly left: string | undefined;
  /** The change of this field that has not arrived. */
  readonly pending: Pending | undefined;
  type(text: string): void;
  /** On leaving the field its text becomes an entry, if valid. */
  leave(): void;
  /** A value that was chosen, not typed. */
  choose(value: FieldValue): void;
  /** Discards the text that is not an entry. */
  giveUp(): void;
}

interface Told {
  readonly faults: readonly string[];
  readonly question: readonly NumberReading[];
}

const NOTHING: Told = { faults: [], question: [] };

/** One field of a sheet: its value, the text being typed, and their state. */
export function useField({ target, field, entry }: FormField): FieldEditing {
  const { shown, record, asChange, mayEnter, draftKey, pending } = useSheet();
  const pendingEdits = usePendingEdits();
  const { language } = useLanguage();
  const key = draftKey(target, field);
  const standing = shown.cell(target)[field] as FieldValue | undefined;
  const settled = showTyped(entry, standing, language);
  const kept = useDraft(key)?.text;
  const isTyping = useTyping().has(draftName(key));
  const [typing, setTyping] = useState<string | null>(null);
  /** What is wrong with a text, as told to whoever leaves it. */
  const judge = (typed: string): Told => {
    const read = readTyped(entry, typed, language);
    if (read.kind === 'question') return { faults: [], question: read.readings };
    return read.kind === 'refused' ? { faults: [read.why], question: [] } : NOTHING;
  };
  // A text that was left here before is judged as it was when it was left.
  const [told, setTold] = useState<Told>(() => (kept === undefined || isTyping ? NOTHING : judge(kept)));
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** The last entry that was seen when typing began: what others write under the text has not been seen. */
  const seen = useRef<number>(undefined);
  const enterable = mayEnter(target);
  // In a field that takes nothing a text that was left would look like its value.
  const text = typing ?? (enterable ? kept : undefined) ?? settled;

  const settle = (typed: string, left: boolean) => {
    clearTimeout(timer.current);
    pendingEdits.rest(key);
    if (typed === settled) {
      seen.current = undefined;
      if (kept !== undefined && (typing !== null || enterable)) void pendingEdits.setDraft(key, null);
      setTold(NOTHING);
      if (left) setTyping(null);
      return;
    }
    const read = readTyped(entry, typed, language);
    if (read.kind === 'value') {
      const faults = record(target, field, { [field]: read.value }, seen.current);
      if (faults.length === 0) seen.current = undefined;
      setTold({ faults: left ? faults : [], question: [] });
      if (left && faults.length === 0) setTyping(null);
    } else if (left) setTold(judge(typed));
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

  const type = (typed: string) => {
    setTyping(typed);
    setTold(NOTHING);
    const read = readTyped(entry, typed, language);
    seen.current ??= shown.answer.seq;
    const change = read.kind === 'value' ? asChange(target, { [field]: read.value }, seen.current) : null;
    void pendingEdits.setDraft(key, typed === settled ? null : { text: typed, change });
    clearTimeout(timer.current);
    timer.current = setTimeout(() => latest.current.settle(latest.current.text, false), REST);
  };
  return {
    value: standing,
    text,
    faults: told.faults,
    question: told.question,
    left: kept === undefined || isTyping ? undefined : kept,
    pending: pending.findLast((one) => sameTarget(one.target, target) && field in one.changes),
    type,
    leave: () => settle(text, true),
    choose: (value) => {
      const faults = record(target, field, { [field]: value }, seen.current);
      seen.current = undefined;
      setTyping(null);
      setTold({ faults, question: [] });
      if (faults.length === 0) void pendingEdits.setDraft(key, null);
    },
    giveUp: () => {
      seen.current = undefined;
      setTyping(null);
      setTold(NOTHING);
      void pendingEdits.setDraft(key, null);
    },
  };
}
