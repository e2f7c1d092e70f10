import { affectedItems, type Language } from '@parindex/core';
import { type Target, targetKey } from '@parindex/core/ledger/index';
import type { Appended } from './append-to-sheet.ts';
import { asEntered, type Entering } from './entering.ts';
import type { OpenSheet } from './open-sheet.ts';
import { presentItem } from './present.ts';
import { presentParts } from './present-parts.ts';

/** The answer to a save: the affected cells and parts and the points that may have changed, equal to those of a full read. */
export function presentSaved(
  open: OpenSheet,
  { sheet, entries, stage, score }: Appended,
  commands: readonly { readonly target: Target | null }[],
  entering: Entering | null,
  language: Language,
) {
  const targets = new Map(commands.flatMap(({ target }) => (target ? [[targetKey(target), target] as const] : [])));
  const affected = affectedItems(open.edition.prepared, [...targets.values()]);
  const seen = asEntered(sheet, entering);
  const column = seen.columns[stage];
  const scored = score();
  return {
    seq: sheet.seq,
    entries,
    items: scored.result.items.filter(({ code }) => affected.has(code)).map((item) => presentItem(scored, item, language)),
    cells: [...targets].flatMap(([key, target]) => {
      const cell = column.get(key);
      return cell ? [{ stage, ...target, fields: cell.fields, seqs: cell.seqs }] : [];
    }),
    parts: entering ? presentParts(entering.assigned, { ...open, sheet }, entering.memberships, targets) : [],
  };
}
