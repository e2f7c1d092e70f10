import { useRef } from 'react';
import type { SheetKey } from '../../client/sheet.ts';
import { useAct } from '../../kit/acts/use-act.ts';
import { giveParts, partsChanged } from './queries/assignments.ts';

export interface Giving {
  readonly to: string;
  readonly person?: string;
  readonly due?: string;
  readonly note?: string;
  /** What they are given for; absent: for the sheet. */
  readonly matter?: 'explanation';
  /** Keys of items and figures: "item 1.1". */
  readonly targets: readonly string[];
}

const targetIn = (key: string): { item: string } | { figure: string } => {
  const [kind, id = ''] = key.split(' ');
  return kind === 'item' ? { item: id } : { figure: id };
};

/** Assigns parts of a sheet, department by department. A repetition keeps its ids, so that the server recognises it. */
export function useGiving(sheet: SheetKey, onDone: () => void) {
  const ids = useRef(new Map<string, string>());
  const idOf = (said: string): string => {
    const id = ids.current.get(said) ?? crypto.randomUUID();
    ids.current.set(said, id);
    return id;
  };
  return useAct(
    async (givings: readonly Giving[]) => {
      for (const { targets, ...giving } of givings)
        await giveParts(sheet, { ...giving, targets: targets.map((key) => ({ id: idOf(JSON.stringify([giving, key])), ...targetIn(key) })) });
    },
    { onDone, onEnd: (client) => partsChanged(client, sheet) },
  );
}
