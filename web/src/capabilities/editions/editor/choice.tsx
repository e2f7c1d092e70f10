import { Select } from '@mantine/core';
import type { Keys } from '@parindex/core/studio/operations/change';
import { textIn } from './tree-rows.ts';
import { useEditor, useSet } from './use-editor.ts';

interface ChoiceProps {
  readonly at: Keys;
  readonly label: string;
  readonly names: Readonly<Record<string, string>>;
  /** What holds where nothing is written. */
  readonly unwritten?: string;
}

/** One of a closed list, named in words. */
export function Choice({ at, label, names, unwritten }: ChoiceProps) {
  const { document, faultAt } = useEditor();
  const set = useSet();
  return (
    <Select
      label={label}
      data={Object.entries(names).map(([value, name]) => ({ value, label: name }))}
      value={textIn(document, ...(at as readonly string[])) || (unwritten ?? null)}
      error={faultAt(at)}
      allowDeselect={false}
      data-place={at.join('/')}
      onChange={(chosen) => set(at, chosen ?? undefined)}
    />
  );
}

/** The names of a closed list, in its order. */
export const namesOf = <K extends string>(list: readonly K[], names: Readonly<Record<K, string>>) =>
  Object.fromEntries(list.map((each) => [each, names[each]]));
