import type { Raw } from '../../reading/raw.ts';
import { applyChanges, type Change } from './change.ts';
import { merge, renumber, split } from './item-steps.ts';
import type { Operation, Refusal, Renamed } from './operation.ts';
import { add, move, remove, rename, type Step, set } from './tree-steps.ts';

/** What an operation has done: undone by the inverse of its changes. */
export interface Applied {
  readonly document: Raw;
  readonly changes: readonly Change[];
  /** Codes and ids that are others now; empty where none is. */
  readonly renamed: readonly Renamed[];
}

function stepOf(document: Raw, operation: Operation): Step {
  switch (operation.operation) {
    case 'add':
      return add(document, operation);
    case 'remove':
      return remove(document, operation);
    case 'move':
      return move(document, operation);
    case 'set':
      return set(document, operation);
    case 'rename':
      return rename(document, operation);
    case 'split':
      return split(document, operation);
    case 'merge':
      return merge(document, operation);
    case 'renumber':
      return renumber(document, operation);
  }
}

/**
 * Applies an operation to a draft, which may have faults, or says why it cannot be: then nothing is changed.
 * @example applyOperation(draft, { operation: 'set', at: ['domains', 0, 'title', 'vi'], value: 'Cải cách thể chế' })
 */
export function applyOperation(document: Raw, operation: Operation): Applied | { readonly refusal: Refusal } {
  const step = stepOf(document, operation);
  if ('code' in step) return { refusal: step };
  return { document: applyChanges(document, step.changes), changes: step.changes, renamed: step.renamed ?? [] };
}
