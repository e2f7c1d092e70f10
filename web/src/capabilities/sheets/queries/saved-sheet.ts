import type { Changes, Target } from '@parindex/core/ledger/entry';
import { isApproved } from '../../assignments/queries/assignments.ts';
import type { Saved, SheetAnswer, SheetPart } from './sheets.ts';

/** How a part stands once something was entered in it; what may be decided on it then, the server tells. */
const partSaved = (part: SheetPart, enters: SheetAnswer['enters']): SheetPart => {
  if (enters === 'propose') return { ...part, standing: 'entered', decides: [] };
  return isApproved(part.standing) ? { ...part, standing: 'changed' } : part;
};

type Stages = SheetAnswer['items'][number]['stages'];

const changed = (stages: Stages, changes: Changes, seq: number): Stages => {
  const fields: Record<string, unknown> = { ...stages.claimed?.fields };
  const seqs: Record<string, number> = { ...stages.claimed?.seqs };
  for (const [field, value] of Object.entries(changes)) {
    if (value === null) delete fields[field];
    else fields[field] = value;
    seqs[field] = seq;
  }
  return { ...stages, claimed: { fields, seqs } };
};

/**
 * A sheet with what the server has just answered to a save; undefined where somebody else's entries lie between, or it
 * stands at a later stage: then it is read anew.
 */
export function withSaved(sheet: SheetAnswer, entries: readonly { readonly id: string; readonly target: Target; readonly changes: Changes }[], saved: Saved) {
  const column = sheet.columns.claimed;
  const follows = saved.entries.every(({ seq, replayed }, index) => !replayed && seq === sheet.seq + 1 + index);
  if (!follows || !column || sheet.final !== 'claimed') return undefined;
  const seqOf = new Map(saved.entries.map(({ id, seq }) => [id, seq]));
  const scores = new Map(saved.items.map((item) => [item.code, item]));
  const over = <T extends { stages: Stages }>(kind: Target['kind'], id: string, cell: T): T => {
    let { stages } = cell;
    for (const { id: entry, target, changes } of entries)
      if (target.kind === kind && target.id === id) stages = changed(stages, changes, seqOf.get(entry) as number);
    return stages === cell.stages ? cell : { ...cell, stages };
  };
  return {
    ...sheet,
    seq: saved.seq,
    columns: { claimed: { total: saved.total, items: column.items.map((item) => scores.get(item.code) ?? item) } },
    items: sheet.items.map((item) => over('item', item.code, item)),
    figures: sheet.figures.map((figure) => over('figure', figure.id, figure)),
    parts: sheet.parts.map((part) => (entries.some(({ target }) => target.kind === part.kind && target.id === part.id) ? partSaved(part, sheet.enters) : part)),
  } satisfies SheetAnswer;
}
