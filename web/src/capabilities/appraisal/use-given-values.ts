import type { GivenValue } from '@parindex/core/appraisal/conclusions';
import { type FieldValue, type Target, targetKey } from '@parindex/core/ledger/entry';
import { useState } from 'react';

const keyOf = ({ target, field }: Pick<GivenValue, 'target' | 'field'>) => `${targetKey(target)} ${field}`;

/** The values that are given to the inputs of an item, and which of these inputs hold a text that is no value yet. */
export function useGivenValues(before: readonly GivenValue[] = []) {
  const [values, setValues] = useState<ReadonlyMap<string, GivenValue>>(() => new Map(before.map((given) => [keyOf(given), given])));
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const onValue = (target: Target, field: string, value: FieldValue) =>
    setValues((known) => new Map(known).set(keyOf({ target, field }), { target, field, value }));
  const onOpen = (id: string, isOpen: boolean) =>
    setOpen((known) => {
      if (known.has(id) === isOpen) return known;
      const next = new Set(known);
      if (isOpen) next.add(id);
      else next.delete(id);
      return next;
    });
  return { values, isOpen: open.size > 0, onValue, onOpen };
}
