import { at, type Faults, NumberToken, type Path, type Raw } from '@parindex/core';
import type { Sheet, Target } from '@parindex/core/ledger/index';

/** An entry as it is sent. */
export interface NewEntry {
  readonly id: string;
  readonly item?: string | undefined;
  readonly figure?: string | undefined;
  readonly base: number;
  readonly changes: Readonly<Record<string, unknown>>;
  /** The reason of the act itself. */
  readonly reason?: string | undefined;
}

export const targetOf = ({ item, figure }: Pick<NewEntry, 'item' | 'figure'>): Target =>
  item === undefined ? { kind: 'figure', id: figure as string } : { kind: 'item', id: item };

/** A base beyond the last entry would hide every conflict, so it is refused. */
export function refuseUnseen(base: Raw | undefined, { seq }: Pick<Sheet, 'seq'>, path: Path, faults: Faults): void {
  if (base instanceof NumberToken && Number(base.text) > seq) faults.add('outOfRange', at(path, 'base'), { found: base.text, expected: `≤ ${seq}` });
}

/** The one item or figure of an entry. */
export function targetNamed(
  { item, figure }: { readonly item?: Raw | undefined; readonly figure?: Raw | undefined },
  path: Path,
  faults: Faults,
): Target | undefined {
  if (typeof item === 'string' && figure === undefined) return { kind: 'item', id: item };
  if (typeof figure === 'string' && item === undefined) return { kind: 'figure', id: figure };
  if (item === undefined && figure === undefined) faults.add('missingKey', at(path, 'item'), { key: 'item | figure' });
  else if (item !== undefined && figure !== undefined) faults.add('notAllowedHere', at(path, 'figure'), { key: 'figure' });
  return undefined;
}
