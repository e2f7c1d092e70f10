import { type Fault, Faults } from '../reading/faults.ts';
import type { BodyData } from '../snapshot/types.ts';
import { bodyInputs, type FigureTypes } from './body-inputs.ts';
import { isBranch, type PreparedScheme } from './prepared.ts';
import { addComputingFault, type BodyScore, type Scores, sumUp } from './score-body.ts';
import { type ItemScore, isFault, scoreItem, waitingItem } from './score-item.ts';

export interface SheetScore extends BodyScore {
  /** By item: contradictory figures, as can happen during entry. Such an item counts as not answered. */
  readonly faults: ReadonlyMap<string, Fault>;
}

/**
 * Scores a sheet in progress: a contradiction in one item does not hide the points of the others. A round's final result
 * uses `scoreBody`, which allows no fault.
 */
export function scoreSheet(prepared: PreparedScheme, data: BodyData, types: FigureTypes, excluded: ReadonlySet<string>): SheetScore {
  const inputs = bodyInputs(data, types);
  const scores = new Map<string, ItemScore>();
  const found = new Map<string, Fault>();
  for (const item of prepared.evaluationOrder) {
    const { code } = item.item;
    if (isBranch(item.rule) && found.has(item.rule.item)) {
      scores.set(code, waitingItem(item, [`item.${item.rule.item}`]));
      continue;
    }
    const score = scoreItem(item, inputs, { type: data.body.type, excluded: excluded.has(code) }, (named) => scores.get(named) as ItemScore);
    if (!isFault(score)) {
      scores.set(code, score);
      continue;
    }
    const faults = new Faults();
    addComputingFault(score, data.body.id, code, faults);
    const [fault] = faults.list;
    if (fault) found.set(code, fault);
    scores.set(code, waitingItem(item, score.code === 'overWhole' ? [score.figure] : []));
  }
  const inOrder: Scores = new Map(prepared.items.map(({ item }) => [item.code, scores.get(item.code) as ItemScore]));
  return { ...sumUp(prepared, data, inOrder), faults: found };
}
