import type { Acting } from '../../../audit/acting.ts';
import { type ExclusionRow, putExclusions } from '../queries/round-plan.ts';
import { type RoundRow, readPlan } from '../queries/rounds.ts';
import { recordRoundChange } from './record-round-change.ts';

const keyOf = ({ body, item }: Pick<ExclusionRow, 'body' | 'item'>) => JSON.stringify([body, item]);

/** Replaces the exclusions of a round, each with its legal basis. */
export async function replaceExclusions(acting: Acting, round: RoundRow, exclusions: readonly ExclusionRow[]): Promise<void> {
  const had = new Map((await readPlan(acting.db, round.id)).exclusions.map((exclusion) => [keyOf(exclusion), exclusion]));
  const wanted = new Set(exclusions.map(keyOf));
  const [added, removed] = [
    exclusions.filter((exclusion) => !had.has(keyOf(exclusion))),
    [...had.values()].filter((exclusion) => !wanted.has(keyOf(exclusion))),
  ];
  const changed = exclusions.filter((exclusion) => {
    const before = had.get(keyOf(exclusion));
    return before !== undefined && (before.legalBasis !== exclusion.legalBasis || before.decision !== exclusion.decision);
  });
  await putExclusions(acting.db, round.id, exclusions);
  await recordRoundChange(acting, round, { act: 'round.exclusions', confirms: ['exclusions'], touched: ['exclusion'], content: { added, removed, changed } });
}
