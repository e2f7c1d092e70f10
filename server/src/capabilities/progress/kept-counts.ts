import type { Stage } from '@parindex/core/ledger/index';
import type { SheetCounts } from '@parindex/core/progress/index';
import type { RunningStage } from '@parindex/core/ranking/running-sheet';

/** A sheet counted: for the board, and for the ranking at each stage that it has reached. */
export interface CountedSheet {
  readonly counts: SheetCounts;
  /** In order, the claimed one first. */
  readonly stages: readonly RunningStage[];
  /** Items on which somebody has decided, with the last stage at which they have. */
  readonly decided: ReadonlyMap<string, Stage>;
  /** The year before, as far as something of it stands beside the sheet. */
  readonly before: number | null;
}

interface Kept {
  /** What the counts were made from. */
  readonly mark: string;
  readonly counted: CountedSheet;
}

/** Rounds whose counts are cached: the most recently used. */
const MOST_ROUNDS = 8;

/**
 * Caches counts of sheets by what they were made from, so that an unchanged sheet is not read and scored again. The
 * caller's rights were checked before.
 */
export class KeptCounts {
  readonly #rounds = new Map<string, Map<string, Kept>>();

  find(round: string, body: string, mark: string): CountedSheet | undefined {
    const kept = this.#rounds.get(round)?.get(body);
    return kept?.mark === mark ? kept.counted : undefined;
  }

  keep(round: string, body: string, mark: string, counted: CountedSheet): void {
    const bodies = this.#rounds.get(round) ?? new Map<string, Kept>();
    // Most recently used last.
    this.#rounds.delete(round);
    this.#rounds.set(round, bodies);
    bodies.set(body, { mark, counted });
    const [oldest] = this.#rounds.keys();
    if (this.#rounds.size > MOST_ROUNDS && oldest !== undefined) this.#rounds.delete(oldest);
  }
}
