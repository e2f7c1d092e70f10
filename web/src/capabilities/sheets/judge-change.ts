import { checkChanges } from '@parindex/core/ledger/check-changes';
import type { Changes, Target } from '@parindex/core/ledger/entry';
import { Faults } from '@parindex/core/reading/faults';
import { ROOT } from '@parindex/core/reading/path';
import type { Raw } from '@parindex/core/reading/raw';
import { type Language, PHRASES } from '@parindex/core/words/index';
import type { ShownSheet } from './shown-sheet.ts';

/** What the core says to a change before it is made an entry: the change in its normal form, or all that is wrong. */
export function judgeChange(
  shown: ShownSheet,
  target: Target,
  changes: Changes,
  language: Language,
): { readonly changes: Changes } | { readonly faults: string[] } {
  const faults = new Faults();
  const judged = checkChanges(shown.rules.door, target, shown.cell(target), changes as unknown as Raw, 'claimed', ROOT, faults);
  return judged ? { changes: judged } : { faults: [...new Set(faults.list.map(({ code, details }) => PHRASES[language].fault[code](details)))] };
}

/**
 * What goes with a change: taking a figure's value away takes away what was said of it, choosing another level what stood
 * beside the old one; a reason brings the state that it is for, and takes it along.
 */
export function withWhatHangsOnIt(shown: ShownSheet, target: Target, field: string, changes: Changes): Changes {
  const standing = shown.cell(target);
  if (target.kind === 'figure' && field === 'value' && changes['value'] === null)
    return { ...Object.fromEntries(Object.keys(standing).map((name) => [name, null])), ...changes };
  if (field === 'reason') return { state: changes['reason'] === null ? null : 'notApplicable', ...changes };
  if (field !== 'answer.level') return changes;
  const besideLevels = shown.rules.forms.get(target.id)?.fields.filter(({ level }) => level !== null) ?? [];
  return { ...changes, ...Object.fromEntries(besideLevels.filter((beside) => beside.field in standing).map((beside) => [beside.field, null])) };
}
