import { type Changes, type Target, targetKey } from '@parindex/core/ledger/entry';
import { isReopened } from '@parindex/core/round/reopening';
import { allows } from '@parindex/core/round/sheet-states';
import { itemsUsing } from '@parindex/core/scoring/affected-items';
import { type SchemeNames, schemeNames } from '@parindex/core/words/scheme-names';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react';
import type { SheetKey } from '../../client/sheet.ts';
import { type NewPending, type Pending, type Seen, sameTarget } from '../../device/pending-edits/pending.ts';
import type { Made } from '../../device/pending-edits/pending-edits.ts';
import type { DraftKey } from '../../device/pending-edits/store.ts';
import { usePending, usePendingEdits, useStoreUnusable } from '../../device/pending-edits/use-pending-edits.tsx';
import { useLanguage } from '../../kit/words/language.tsx';
import { judgeChange } from './judge-change.ts';
import type { ShownSheet } from './shown-sheet.ts';

/** A sheet with the actions of its page. */
interface SheetAtWork {
  readonly sheet: SheetKey;
  readonly shown: ShownSheet;
  readonly names: SchemeNames;
  /** Whether the user enters, for the body or a department, and the sheet takes entries; the server decides what is accepted. */
  readonly editable: boolean;
  /**
   * Whether the user enters this item or figure: one assigned to a department is only for the department, or needs a reason;
   * a reopened sheet takes only what it was reopened for.
   */
  mayEnter(target: Target): boolean;
  /** The reason for entering something other than the department; undefined if none was given. */
  reasonFor(target: Target): string | undefined;
  /** Says it, or takes it back. */
  giveReason(targets: readonly Target[], reason: string | null): void;
  /** Whether a department only sees its assigned parts. */
  readonly onlyMine: boolean;
  setOnlyMine(only: boolean): void;
  readonly pending: readonly Pending[];
  draftKey(target: Target, field: string): DraftKey;
  /** The change that a typed text would make; null if it is faulty or changes nothing. */
  asChange(target: Target, changes: Changes, seen?: Seen): NewPending | null;
  /** What the user has before them of a target. */
  sees(target: Target): Seen;
  /**
   * Makes an entry of a change if it changes anything; returns its faults otherwise. `seen` is what its author saw, which is what
   * stands now unless they had begun to type before.
   */
  record(target: Target, field: string, changes: Changes, seen?: Seen): readonly string[];
  /** Undoes the last entry made on this page; false if there is none. */
  undo(): boolean;
}

const SheetContext = createContext<SheetAtWork | null>(null);

export function useSheet(): SheetAtWork {
  const sheet = useContext(SheetContext);
  if (!sheet) throw new Error('there is no sheet here');
  return sheet;
}

interface SheetProviderProps {
  readonly shown: ShownSheet;
  readonly children: ReactNode;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

export function SheetProvider({ shown, children }: SheetProviderProps) {
  const pendingEdits = usePendingEdits();
  const all = usePending();
  const { language } = useLanguage();
  const { round, body } = { round: shown.answer.round, body: shown.answer.body.id };
  const sheet = useMemo(() => ({ round, body }), [round, body]);
  const pending = useMemo(() => all.filter((entry) => entry.round === round && entry.body === body), [all, round, body]);
  const names = useMemo(() => schemeNames(shown.rules.scheme, language), [shown.rules.scheme, language]);
  const undoable = useRef<(Made & { readonly made: Changes })[]>([]);
  const { enters, state, reopening, roundClosed } = shown.answer;
  const unusable = useStoreUnusable();
  const editable = enters !== null && !roundClosed && !unusable && allows(state, enters);
  const [reasons, setReasons] = useState<ReadonlyMap<string, string>>(new Map());
  const [onlyMine, setOnlyMine] = useState(enters === 'propose');
  const reasonFor = useCallback(
    (target: Target) => (enters === 'declare' && shown.part(target) ? reasons.get(targetKey(target)) : undefined),
    [enters, shown, reasons],
  );
  const mayEnter = useCallback(
    (target: Target): boolean => {
      if (!editable) return false;
      if (reopening && !isReopened(reopening, target, (figure) => itemsUsing(shown.rules.prepared, figure))) return false;
      const part = shown.part(target);
      if (enters === 'propose') return part?.mine ?? false;
      return enters === 'declare' && (part === undefined || reasonFor(target) !== undefined);
    },
    [enters, editable, reopening, shown, reasonFor],
  );
  const giveReason = useCallback((targets: readonly Target[], reason: string | null) => {
    setReasons((before) => {
      const after = new Map(before);
      for (const target of targets) {
        if (reason === null) after.delete(targetKey(target));
        else after.set(targetKey(target), reason);
      }
      return after;
    });
  }, []);

  const draftKey = useCallback(
    (target: Target, field: string): DraftKey => [pendingEdits.account, round, body, target.kind, target.id, field],
    [pendingEdits.account, round, body],
  );
  const sees = useCallback((target: Target) => pendingEdits.sees(sheet, target, shown.answer.seq), [pendingEdits, sheet, shown.answer.seq]);
  /** A change with what follows from it, or its faults; undefined where everything stands so already. */
  const judged = useCallback(
    (target: Target, wanted: Changes): { readonly faults: readonly string[] } | { readonly changes: Changes } | undefined => {
      const standing = shown.cell(target);
      const stuck = pending.some(
        (entry) => entry.standing !== 'waiting' && sameTarget(entry.target, target) && Object.keys(wanted).some((name) => name in entry.changes),
      );
      const verdict = judgeChange(shown, target, wanted, language);
      if ('faults' in verdict) return verdict;
      const news = Object.keys(verdict.changes).filter((name) => !same(verdict.changes[name], standing[name]));
      return news.length === 0 && !stuck ? undefined : verdict;
    },
    [shown, pending, language],
  );
  const asChange = useCallback(
    (target: Target, wanted: Changes, seen = sees(target)): NewPending | null => {
      const verdict = judged(target, wanted);
      if (!verdict || 'faults' in verdict) return null;
      return pendingEdits.make(sheet, { target, changes: verdict.changes, ...seen, reason: reasonFor(target) });
    },
    [judged, pendingEdits, sheet, sees, reasonFor],
  );
  const record = useCallback(
    (target: Target, field: string, wanted: Changes, seen = sees(target)): readonly string[] => {
      const draft = draftKey(target, field);
      const verdict = judged(target, wanted);
      if (!verdict) {
        void pendingEdits.setDraft(draft, null);
        return [];
      }
      if ('faults' in verdict) return verdict.faults;
      const { changes } = verdict;
      const standing = shown.cell(target);
      const reason = reasonFor(target);
      const before = Object.fromEntries(Object.keys(changes).map((name) => [name, standing[name] ?? null]));
      undoable.current.push({ target, reason, changes: before, ...seen, made: changes });
      void pendingEdits.change(sheet, { target, changes, ...seen, reason }, draft);
      return [];
    },
    [draftKey, judged, shown, sees, pendingEdits, sheet, reasonFor],
  );
  const undo = useCallback((): boolean => {
    const last = editable ? undoable.current.pop() : undefined;
    if (!last) return false;
    const { made, ...back } = last;
    // What was not taken is taken back by giving it up: what somebody else has written stays.
    const stuck = pending.find(
      ({ standing, target, changes }) => standing !== 'waiting' && sameTarget(target, back.target) && Object.keys(made).some((name) => name in changes),
    );
    if (stuck) {
      void pendingEdits.giveUp(stuck, Object.keys(made));
      return true;
    }
    // Where somebody else has written since, it is not one's own change that would be taken back: then it is asked about.
    const stands = Object.keys(made).every((name) => same(made[name], shown.cell(back.target)[name]));
    void pendingEdits.change(sheet, stands ? { ...back, ...sees(back.target) } : back);
    return true;
  }, [pendingEdits, pending, sheet, shown, sees, editable]);

  const value = useMemo(
    () => ({ sheet, shown, names, editable, pending, mayEnter, reasonFor, giveReason, onlyMine, setOnlyMine, draftKey, asChange, sees, record, undo }),
    [sheet, shown, names, editable, pending, mayEnter, reasonFor, giveReason, onlyMine, draftKey, asChange, sees, record, undo],
  );
  return <SheetContext value={value}>{children}</SheetContext>;
}
