import { useRef } from 'react';
import type { SheetKey, SheetPart } from '../../client/sheet.ts';
import { useAct } from '../../kit/use-act.ts';
import { type DecisionDraft, decisionsOn, type PartAct } from './decidable.ts';
import { decideParts, type PartDecision, partsChanged } from './queries/assignments.ts';

interface Decision {
  readonly act: PartAct;
  readonly parts: readonly SheetPart[];
  /** The last entry that was seen. */
  readonly base: number;
  readonly draft?: DecisionDraft;
}

/** Decides on parts of a sheet. A repeated decision keeps its ids, so that sending again after a lost answer decides nothing twice. */
export function useDecision(sheet: SheetKey, onDone: () => void) {
  const sent = useRef<{ key: string; decisions: PartDecision[] }>({ key: '', decisions: [] });
  return useAct(
    ({ act, parts, base, draft = {} }: Decision) => {
      const key = JSON.stringify([act, parts.map(({ kind, id }) => [kind, id]), base, draft]);
      if (sent.current.key !== key) sent.current = { key, decisions: decisionsOn(act, parts, base, draft) };
      return decideParts(sheet, sent.current.decisions);
    },
    {
      onDone,
      // A refusal means that others were faster, so their changes are loaded too.
      onEnd: (client) => partsChanged(client, sheet),
    },
  );
}
