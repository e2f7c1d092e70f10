import { figuresOf } from '@parindex/core/scoring/affected-items';
import type { PreparedScheme } from '@parindex/core/scoring/prepared';
import type { SheetPart } from '../../client/sheet.ts';
import type { PartDecision } from './queries/assignments.ts';

/** What can be done on a part: decided, or by its department brought before its leader. */
export type PartAct = SheetPart['decides'][number];
export type DecidingAct = Exclude<PartAct, 'submit' | 'recall'>;

/**
 * The parts at an item that an act applies to: those on which it is possible now. Figures that came with their item and
 * have no entries are left out: nothing of them waits. Where nothing was entered, there is nothing to submit.
 */
export function takenBy(act: PartAct, parts: readonly SheetPart[]): readonly SheetPart[] {
  const open = parts.filter(({ decides }) => decides.includes(act));
  if (act === 'submit' && open.every(({ standing }) => standing === null)) return [];
  const ofItem = open.some(({ kind }) => kind === 'item');
  return open.filter(({ kind, standing }) => kind === 'item' || standing !== null || !ofItem);
}

/** The parts of a whole sheet that wait for an act: what was entered, and with figures the items they belong to. */
export function waitingFor(act: PartAct, parts: readonly SheetPart[], scheme: PreparedScheme): readonly SheetPart[] {
  const open = parts.filter(({ decides }) => decides.includes(act));
  const figures = new Set(open.flatMap(({ kind, id, standing }) => (kind === 'figure' && standing !== null ? [id] : [])));
  return open.filter(({ kind, id, standing }) => standing !== null || (kind === 'item' && [...figuresOf(scheme, id)].some((figure) => figures.has(figure))));
}

export interface DecisionDraft {
  readonly reason?: string;
  readonly document?: { readonly number: string; readonly date: string };
}

/** Parts decided on in one way. */
export interface Decided {
  readonly act: DecidingAct;
  readonly parts: readonly SheetPart[];
  readonly draft?: DecisionDraft;
}

/** The decisions to send for these parts: returned, or accepted in one of the ways. */
export const decisionsOn = (decided: readonly Decided[], base: number): PartDecision[] =>
  decided.flatMap(({ act, parts, draft = {} }) =>
    parts.map(({ kind, id }) => ({ id: crypto.randomUUID(), [kind]: id, base, act: act === 'return' ? ('return' as const) : ('accept' as const), ...draft })),
  );
