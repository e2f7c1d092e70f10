import { checkChanges } from '@parindex/core/ledger/check-changes';
import { withDependentChanges } from '@parindex/core/ledger/dependent-changes';
import type { Changes, Target } from '@parindex/core/ledger/entry';
import { Faults } from '@parindex/core/reading/faults';
import { ROOT } from '@parindex/core/reading/path';
import type { Raw } from '@parindex/core/reading/raw';
import { fieldFaultText } from '@parindex/core/words/field-names';
import type { Language } from '@parindex/core/words/index';
import type { ShownSheet } from './shown-sheet.ts';

/** The core's judgement of a change before it becomes an entry: its normal form with dependent changes, or all faults. */
export function judgeChange(
  { rules: { entryRules }, cell }: Pick<ShownSheet, 'rules' | 'cell'>,
  target: Target,
  wanted: Changes,
  language: Language,
): { readonly changes: Changes } | { readonly faults: string[] } {
  const standing = cell(target);
  const changes = withDependentChanges(entryRules, target, standing, wanted);
  const faults = new Faults();
  const judged = checkChanges(entryRules, target, standing, changes as unknown as Raw, 'claimed', ROOT, faults);
  return judged ? { changes: judged } : { faults: [...new Set(faults.list.map((fault) => fieldFaultText(fault, language)))] };
}
