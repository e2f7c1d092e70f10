import { layVerdicts, type VerdictOn } from '@parindex/core/appraisal/lay-verdict';
import type { Cell } from '@parindex/core/ledger/cell';
import { STAGES, type Stage, type Target, targetKey } from '@parindex/core/ledger/entry';
import { type Sheet, UNTOUCHED } from '@parindex/core/ledger/fold';
import type { ItemResult } from '@parindex/core/scoring/result';
import { scoreSheet } from '@parindex/core/scoring/score-sheet';
import type { SheetAnswer } from '../../client/sheet.ts';
import type { EditionRules } from '../editions/queries/edition-rules.ts';
import { dataAt, excludedIn } from '../sheets/shown-sheet.ts';

/** The sheet with all its stages, as the server told it. */
export function wholeSheet({ items, figures, seq, state }: SheetAnswer): Sheet {
  const columns = Object.fromEntries(STAGES.map((stage) => [stage, new Map<string, Cell>()])) as Record<Stage, Map<string, Cell>>;
  const take = (target: Target, stages: SheetAnswer['items'][number]['stages']) => {
    for (const stage of STAGES) {
      const cell = stages[stage];
      if (cell) columns[stage].set(targetKey(target), { target, fields: cell.fields as Cell['fields'], seqs: cell.seqs });
    }
  };
  for (const { code, stages } of items) take({ kind: 'item', id: code }, stages);
  for (const { id, stages } of figures) take({ kind: 'figure', id }, stages);
  return { ...UNTOUCHED, columns, seq, state };
}

/** What the items of a sheet would come to by verdicts, reckoned by the core as the server will. */
export function itemsAfter(
  answer: SheetAnswer,
  { scheme, prepared, types }: EditionRules,
  sheet: Sheet,
  stage: Stage,
  verdicts: readonly VerdictOn[],
): readonly ItemResult[] {
  const after = layVerdicts(sheet, stage, answer.edition, verdicts);
  return scoreSheet(prepared, dataAt(scheme, answer, after.columns, stage), types, excludedIn(answer)).result.items;
}
