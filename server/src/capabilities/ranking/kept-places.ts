import type { Stage } from '@parindex/core/ledger/index';
import { type PlacedBody, rankRunning } from '@parindex/core/ranking/running-ranks';
import { runningAt } from '@parindex/core/ranking/running-sheet';
import type { ReadyEdition } from '../editions/ready.ts';
import type { CountedSheet } from '../progress/kept-counts.ts';

type RankedSheet = Pick<CountedSheet, 'stages'> & { readonly ranked: boolean; readonly block: string | null };

/** Rankings that are kept: those last asked for, as a round is ranked at each stage and as each kind of reader sees it. */
const MOST_RANKINGS = 16;

const isSame = (a: readonly RankedSheet[], b: readonly RankedSheet[]): boolean =>
  a.length === b.length && a.every((one, at) => one.stages === b[at]?.stages && one.ranked === b[at]?.ranked && one.block === b[at]?.block);

/** Ranks sheets anew only where one of them has changed: by their counts, which stay the same values as long as they are kept. */
export class KeptPlaces {
  #kept: { readonly stage: Stage; readonly edition: ReadyEdition; readonly sheets: readonly RankedSheet[]; readonly places: readonly PlacedBody[] }[] = [];

  /** The places of these sheets at a stage, in their order. */
  of(sheets: readonly RankedSheet[], edition: ReadyEdition, stage: Stage): readonly PlacedBody[] {
    const known = this.#kept.find((one) => one.stage === stage && one.edition === edition && isSame(one.sheets, sheets));
    const kept = known ?? {
      stage,
      edition,
      sheets,
      places: rankRunning(
        sheets.map(({ ranked, block, stages }) => ({ ranked, block, standing: runningAt(stages, stage) })),
        edition.prepared,
        stage,
      ),
    };
    this.#kept = [kept, ...this.#kept.filter((one) => one !== kept)].slice(0, MOST_RANKINGS);
    return kept.places;
  }
}
