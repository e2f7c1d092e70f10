import { targetKey } from '@parindex/core/ledger/entry';
import type { SheetAnswer } from '../../../client/sheet.ts';
import type { Saved } from '../../../device/pending-edits/send-pending.ts';

/**
 * A sheet updated with the server's answer to a save; undefined if somebody else's entries lie between, or a later stage
 * has begun: then it is reloaded.
 */
export function withSaved(sheet: SheetAnswer, saved: Saved): SheetAnswer | undefined {
  const column = sheet.columns.claimed;
  const follows = saved.entries.every(({ seq, replayed }, index) => !replayed && seq === sheet.seq + 1 + index);
  if (!follows || !column || sheet.final !== 'claimed') return undefined;
  const scores = new Map(saved.items.map((item) => [item.code, item]));
  const cells = new Map(saved.cells.map(({ fields, seqs, ...target }) => [targetKey(target), { fields, seqs }]));
  const parts = new Map(saved.parts.map((part) => [targetKey(part), part]));
  // Drops assignments that were taken back meanwhile.
  const kept = sheet.parts.filter((part) => parts.has(targetKey(part)) || !cells.has(targetKey(part)));
  const withCell = <R extends SheetAnswer['items' | 'figures'][number]>(row: R, key: string): R => {
    const claimed = cells.get(key);
    return claimed ? { ...row, stages: { ...row.stages, claimed } } : row;
  };
  return {
    ...sheet,
    seq: saved.seq,
    columns: { claimed: { ...column, items: column.items.map((item) => scores.get(item.code) ?? item) } },
    items: sheet.items.map((item) => withCell(item, targetKey({ kind: 'item', id: item.code }))),
    figures: sheet.figures.map((figure) => withCell(figure, targetKey({ kind: 'figure', id: figure.id }))),
    parts: kept.map((part) => parts.get(targetKey(part)) ?? part),
  };
}
