import { CITATIONS, citationsIn } from '../ledger/fields.ts';
import type { ItemResult } from '../scoring/result.ts';
import type { ReviewedSheet } from './reviewed-sheet.ts';
import { saysSomething } from './says-something.ts';

/** What a body must bring where it says that something did not arise: why, and by which document. */
export type Proof = 'reason' | 'document';

/** What stands for it: the reason of a claim in words, else the item's justification; citations of the item and of its figures, each once. */
export function proofOf({ fields, figureTypes }: Pick<ReviewedSheet, 'fields' | 'figureTypes'>, { code, explanation }: ItemResult) {
  const { reason, justification } = fields({ kind: 'item', id: code });
  const figures = Object.keys(explanation.inputs).filter((id) => figureTypes.has(id));
  const targets = [{ kind: 'item' as const, id: code }, ...figures.map((id) => ({ kind: 'figure' as const, id }))];
  const said = reason ?? justification;
  const citations = [...new Set(targets.flatMap((target) => citationsIn(fields(target)[CITATIONS])))];
  return { reason: typeof said === 'string' ? said : '', citations, figures };
}

/** What of it is not there. */
export function lackingProof(sheet: Pick<ReviewedSheet, 'fields' | 'figureTypes'>, result: ItemResult): Proof[] {
  const { reason, citations } = proofOf(sheet, result);
  return [...(saysSomething(reason) ? [] : ['reason' as const]), ...(citations.length > 0 ? [] : ['document' as const])];
}
