import type { SheetCounts } from '@parindex/core/progress/index';

interface Kept {
  /** What the counts were made from. */
  readonly mark: string;
  readonly counts: SheetCounts;
}

/** Rounds whose counts are cached: the most recently used. */
const MOST_ROUNDS = 8;

/**
 * Caches counts of sheets by what they were made from, so that an unchanged sheet is not read and scored again. The
 * caller's rights were checked before.
 */
export class KeptCounts {
  readonly #rounds = new Map<string, Map<string, Kept>>();

  find(round: string, body: string, mark: string): SheetCounts | undefined {
    const kept = this.#rounds.get(round)?.get(body);
    return kept?.mark === mark ? kept.counts : undefined;
  }

  keep(round: string, body: string, mark: string, counts: SheetCounts): void {
    const bodies = this.#rounds.get(round) ?? new Map<string, Kept>();
    // Most recently used last.
    this.#rounds.delete(round);
    this.#rounds.set(round, bodies);
    bodies.set(body, { mark, counts });
    const [oldest] = this.#rounds.keys();
    if (this.#rounds.size > MOST_ROUNDS && oldest !== undefined) this.#rounds.delete(oldest);
  }
}
