import type { FieldValue } from '@parindex/core/ledger/entry';
import type { NumberReading } from '@parindex/core/quantity/typed-number';
import type { FormField } from '@parindex/core/rules/answer-form';
import { useEffect, useRef, useState } from 'react';
import { type Pending, type Seen, sameTarget } from '../../device/pending-edits/pending.ts';
import { draftName } from '../../device/pending-edits/store.ts';
import { useDraft, usePendingEdits, useTyping } from '../../device/pending-edits/use-pending-edits.tsx';
import { useLanguage } from '../../kit/words/language.tsx';
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

/** A text in the field while somebody is in it: left as it was typed, even where its value would be shown in another form. */
interface Typing {
  readonly text: string;
  /** How the value is shown that the text was made into; undefined while it is none. */
  readonly entered: string | undefined;
}

/** One field of a sheet: its value, the text being typed, and their state. */
export function useField({ target, field, entry }: FormField): FieldEditing {
  const { shown, record, asChange, sees, mayEnter, draftKey, pending } = useSheet();
  const pendingEdits = usePendingEdits();
  const { language } = useLanguage();
  const key = draftKey(target, field);
  const standing = shown.cell(target)[field] as FieldValue | undefined;
  const settled = showTyped(entry, standing, language);
  const draft = useDraft(key);
  const kept = draft?.text;
  const isTyping = useTyping().has(draftName(key));
  const [typed, setTyped] = useState<Typing | null>(null);
  // What nobody has changed since it was entered gives way to what has been entered since, here or elsewhere.
  const typing = typed !== null && (typed.entered === undefined || typed.entered === settled) ? typed.text : null;
  /** What is wrong with a text, as told to whoever leaves it. */
  const judge = (typed: string): Told => {
    const read = readTyped(entry, typed, language);
    if (read.kind === 'question') return { faults: [], question: read.readings };
    return read.kind === 'refused' ? { faults: [read.why], question: [] } : NOTHING;
  };
  // A text that was left here before is judged as it was when it was left.
  const [told, setTold] = useState<Told>(() => (kept === undefined || isTyping ? NOTHING : judge(kept)));
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** What was seen when typing began: what others write under the text has not been seen. */
  const seen = useRef<Seen>(undefined);
  const enterable = mayEnter(target);
  // In a field that takes nothing a text that was left would look like its value.
  const text = typing ?? (enterable ? kept : undefined) ?? settled;

  /** The text says what stands: there is nothing of one's own. */
  const standsSo = (left: boolean) => {
    seen.current = undefined;
    if (kept !== undefined && (typing !== null || enterable)) void pendingEdits.setDraft(key, null);
    setTold(NOTHING);
    setTyped(left || typing === null ? null : { text, entered: settled });
  };
  /** Makes an entry of the text, where it can be one. */
  const enter = (left: boolean) => {
    const read = readTyped(entry, text, language);
    if (read.kind !== 'value') {
      if (left) setTold(judge(text));
      return;
    }
    const wanted = { [field]: read.value };
    const saw = seen.current ?? draft?.seen ?? undefined;
    const made = asChange(target, wanted, saw);
    const faults = record(target, field, wanted, saw);
    setTold({ faults: left ? faults : [], question: [] });
    if (faults.length > 0) return;
    seen.current = undefined;
    setTyped(left ? null : { text, entered: made ? showTyped(entry, made.changes[field] as FieldValue, language) : settled });
  };
  const settle = (left: boolean) => {
    clearTimeout(timer.current);
    pendingEdits.rest(key);
    if (text === settled) standsSo(left);
    // Nothing was typed since it was entered: leaving the field sends nothing.
    else if (typing !== null && typed?.entered !== undefined) setTyped(left ? null : typed);
    else enter(left);
  };
  // The timer and unmounting call the latest render's function.
  const latest = useRef({ settle, typing });
  useEffect(() => {
    latest.current = { settle, typing };
  });
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      if (latest.current.typing !== null) latest.current.settle(false);
    },
    [],
  );

  const type = (written: string) => {
    setTold(NOTHING);
    clearTimeout(timer.current);
    if (written === settled) {
      // Back at what stands: nothing was changed.
      setTyped({ text: written, entered: settled });
      seen.current = undefined;
      pendingEdits.rest(key);
      void pendingEdits.setDraft(key, null);
      return;
    }
    setTyped({ text: written, entered: undefined });
    const read = readTyped(entry, written, language);
    seen.current ??= draft?.seen ?? sees(target);
    const change = read.kind === 'value' ? asChange(target, { [field]: read.value }, seen.current) : null;
    void pendingEdits.setDraft(key, { text: written, change, seen: seen.current });
    timer.current = setTimeout(() => latest.current.settle(false), REST);
  };
  return {
    value: standing,
    text,
    faults: told.faults,
    question: told.question,
    left: kept === undefined || isTyping ? undefined : kept,
    pending: pending.findLast((one) => sameTarget(one.target, target) && field in one.changes),
    type,
    leave: () => settle(true),
    choose: (value) => {
      const faults = record(target, field, { [field]: value }, seen.current ?? draft?.seen ?? undefined);
      seen.current = undefined;
      setTyped(null);
      setTold({ faults, question: [] });
      if (faults.length === 0) void pendingEdits.setDraft(key, null);
    },
    giveUp: () => {
      seen.current = undefined;
      setTyped(null);
      setTold(NOTHING);
      void pendingEdits.setDraft(key, null);
    },
  };
}
