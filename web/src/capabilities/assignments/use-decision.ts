import { useRef } from 'react';
import type { SheetKey, SheetPart } from '../../client/sheet.ts';
import { useAct } from '../../kit/acts/use-act.ts';
import { type Decided, decisionsOn } from './decidable.ts';
import { decideParts, type PartDecision, type PartSubmission, partsChanged, submitParts } from './queries/assignments.ts';

const named = (parts: readonly SheetPart[]) => parts.map(({ kind, id }) => [kind, id]);

interface Decision {
  readonly decided: readonly Decided[];
  /** The last entry that was seen. */
  readonly base: number;
}

/** Decides on parts of a sheet. A repeated decision keeps its ids, so that sending again after a lost answer decides nothing twice. */
export function useDecision(sheet: SheetKey, onDone: () => void) {
  const sent = useRef<{ key: string; decisions: PartDecision[] }>({ key: '', decisions: [] });
  return useAct(
    ({ decided, base }: Decision) => {
      const key = JSON.stringify([decided.map(({ act, parts, draft }) => [act, named(parts), draft]), base]);
      if (sent.current.key !== key) sent.current = { key, decisions: decisionsOn(decided, base) };
      return decideParts(sheet, sent.current.decisions);
    },
    {
      onDone,
      // A refusal means that others were faster, so their changes are loaded too.
      onEnd: (client) => partsChanged(client, sheet),
    },
  );
}

interface Submission {
  readonly act: PartSubmission['act'];
  readonly parts: readonly SheetPart[];
  /** The last entry that was seen. */
  readonly base: number;
}

/** Brings parts before their department's leader, or takes them back; sent again it is still the same submission. */
export function useSubmission(sheet: SheetKey, onDone: () => void) {
  const sent = useRef<{ key: string; submissions: PartSubmission[] }>({ key: '', submissions: [] });
  return useAct(
    ({ act, parts, base }: Submission) => {
      const key = JSON.stringify([act, named(parts), base]);
      const made = () => parts.map(({ kind, id }) => ({ id: crypto.randomUUID(), [kind]: id, base, act }));
      if (sent.current.key !== key) sent.current = { key, submissions: made() };
      return submitParts(sheet, sent.current.submissions);
    },
    { onDone, onEnd: (client) => partsChanged(client, sheet) },
  );
}
