import type { SheetCounts } from '@parindex/core/progress/index';

interface Kept {
  /** What the counts were made from. */
  readonly mark: string;
  readonly counts: SheetCounts;
}

/** Rounds whose counts are kept at once: those last asked for. */
const MOST_ROUNDS = 8;

/** Counts of sheets by what they were made from: a sheet that has not changed is not read and scored again. Whoever asks has been let in before. */
export class KeptCounts {
  readonly #rounds = new Map<string, Map<string, Kept>>();

  find(round: string, body: string, mark: string): SheetCounts | undefined {
    const kept = this.#rounds.get(round)?.get(body);
    return kept?.mark === mark ? kept.counts : undefined;
  }

  keep(round: string, body: string, mark: string, counts: SheetCounts): void {
    const bodies = this.#rounds.get(round) ?? new Map<string, Kept>();
    // The newest stands last.
    this.#rounds.delete(round);
    this.#rounds.set(round, bodies);
    bodies.set(body, { mark, counts });
    const [oldest] = this.#rounds.keys();
    if (this.#rounds.size > MOST_ROUNDS && oldest !== undefined) this.#rounds.delete(oldest);
  }
}
