import type { Reading } from '../../db/transaction.ts';
import { readEnteredByDay } from './queries/entered-by-day.ts';

interface KeptSheet {
  /** Up to which entry it was counted. */
  readonly seq: number;
  readonly days: readonly (readonly [day: string, count: number])[];
}

/** Rounds whose days are cached: the most recently used. */
const MOST_ROUNDS = 8;

/** Caches what was entered in each sheet by day, as entries are only ever added: what has no new one is not counted again. */
export class KeptDays {
  readonly #rounds = new Map<string, Map<string, KeptSheet>>();

  /** What was entered in these sheets for the first time, by day, rising. `seq`: of the last entry that the caller sees. */
  async of(db: Reading, round: string, sheets: readonly { readonly body: string; readonly seq: number }[]): Promise<{ day: string; count: number }[]> {
    const kept = this.#rounds.get(round) ?? new Map<string, KeptSheet>();
    this.#rounds.delete(round);
    this.#rounds.set(round, kept);
    const [oldest] = this.#rounds.keys();
    if (this.#rounds.size > MOST_ROUNDS && oldest !== undefined) this.#rounds.delete(oldest);
    const changed = sheets.filter(({ body, seq }) => seq > 0 && kept.get(body)?.seq !== seq);
    if (changed.length > 0) {
      const read = Map.groupBy(
        await readEnteredByDay(
          db,
          round,
          changed.map(({ body }) => body),
        ),
        ({ body }) => body,
      );
      for (const { body, seq } of changed) kept.set(body, { seq, days: (read.get(body) ?? []).map(({ day, count }) => [day, count]) });
    }
    const sums = new Map<string, number>();
    for (const { body, seq } of sheets) if (seq > 0) for (const [day, count] of kept.get(body)?.days ?? []) sums.set(day, (sums.get(day) ?? 0) + count);
    return [...sums].map(([day, count]) => ({ day, count })).toSorted((a, b) => a.day.localeCompare(b.day));
  }
}
