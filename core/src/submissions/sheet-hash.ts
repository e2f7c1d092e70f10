import { type Cell, targetKey } from '../ledger/index.ts';
import { hashOf } from '../reading/normal-form.ts';

/** A frozen sheet, as far as its hash goes. */
export interface HashedSheet {
  readonly round: string;
  readonly body: string;
  readonly edition: string;
  /** Of the entry that froze it. */
  readonly seq: number;
  /** What the body claims, in any order. */
  readonly claimed: Iterable<Cell>;
}

/**
 * The hash that a report carries and a receipt tells: SHA-256, in hex, over the canonical JSON (RFC 8785) of all that the body
 * claims, where and under what edition. The same for the same frozen sheet; another as soon as anything was changed and frozen anew.
 */
export function sheetHash({ round, body, edition, seq, claimed }: HashedSheet): string {
  const cells = [...claimed]
    .filter(({ fields }) => Object.keys(fields).length > 0)
    .map(({ target, fields }) => ({ key: targetKey(target), kind: target.kind, id: target.id, fields }))
    .toSorted((one, other) => (one.key < other.key ? -1 : 1))
    .map(({ kind, id, fields }) => ({ kind, id, fields }));
  return hashOf({ format: 'parindex-sheet/1', round, body, edition, seq: String(seq), cells });
}
