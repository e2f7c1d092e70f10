import { begunByDay } from '@parindex/core/progress/begun-by-day';
import type { RunningStage } from '@parindex/core/ranking/running-sheet';
import type { PreparedScheme } from '@parindex/core/scoring/prepared';
import type { Reading } from '../../db/transaction.ts';
import type { CountedSheet } from './kept-counts.ts';
import { readEnteredByDay } from './queries/entered-by-day.ts';

interface KeptSheet {
  readonly asked: number;
  readonly days: readonly (readonly [day: string, count: number])[];
}

/** By the counts of a sheet, which stay the same value until something of it changes. */
type Counted = Pick<CountedSheet, 'stages'> & { readonly body: string; readonly seq: number };

/** The items that a body scores itself, bonus and penalty among them. */
const askedIn = (claimed: RunningStage | undefined): ReadonlySet<string> =>
  new Set([...(claimed?.items ?? []), ...(claimed?.apart ?? [])].flatMap(({ code, state }) => (state === 'notApplicable' ? [] : [code])));

/** Caches how many items of each sheet were begun on which day, so that only what has changed is read anew. */
export class KeptDays {
  readonly #sheets = new WeakMap<CountedSheet['stages'], KeptSheet>();

  /** How many items all these bodies have to score, and how many of them were begun by day, rising. */
  async of(
    db: Reading,
    round: string,
    prepared: PreparedScheme,
    sheets: readonly Counted[],
  ): Promise<{ asked: number; days: { day: string; count: number }[] }> {
    const changed = sheets.filter(({ stages }) => !this.#sheets.has(stages));
    const written = changed.filter(({ seq }) => seq > 0).map(({ body }) => body);
    const read = Map.groupBy(written.length === 0 ? [] : await readEnteredByDay(db, round, written), ({ body }) => body);
    for (const { body, stages } of changed) {
      const asked = askedIn(stages[0]);
      this.#sheets.set(stages, { asked: asked.size, days: begunByDay(prepared, asked, read.get(body) ?? []) });
    }
    const kept = sheets.flatMap(({ stages }) => this.#sheets.get(stages) ?? []);
    const sums = new Map<string, number>();
    for (const [day, count] of kept.flatMap(({ days }) => days)) sums.set(day, (sums.get(day) ?? 0) + count);
    return {
      asked: kept.reduce((sum, { asked }) => sum + asked, 0),
      days: [...sums].map(([day, count]) => ({ day, count })).toSorted((a, b) => (a.day < b.day ? -1 : 1)),
    };
  }
}
