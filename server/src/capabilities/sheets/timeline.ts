import { setImmediate } from 'node:timers/promises';
import type { sheetTimeline } from '@parindex/core/contracts/schemas/index';
import { type FoldedEntry, foldEntries, foldSheet, foldTakeover, type Sheet, type Takeover } from '@parindex/core/ledger/index';
import { ownPoints } from '@parindex/core/scoring/sheet-points';
import type { z } from 'zod';
import type { Reading } from '../../db/transaction.ts';
import { type CheckFiles, ownItemsOf } from '../editions/checks.ts';
import type { OpenSheet } from './open-sheet.ts';
import { readClaims, readTakeovers } from './queries/takeovers.ts';
import { readWritersByDay } from './queries/writers-by-day.ts';
import { foldable, takeoversOf } from './rebuild.ts';
import { scoreStage } from './sheet.ts';

type TimelineDay = z.output<typeof sheetTimeline>['days'][number];
type DayPoints = Omit<TimelineDay, 'day' | 'writers'>;

/** How far a ledger has been folded. */
interface FoldedSoFar {
  readonly sheet: Sheet;
  /** Of the last entry that was folded. */
  readonly seq: number;
  /** Changes of edition that came before it. */
  readonly takeovers: number;
}

export const NOTHING_FOLDED: FoldedSoFar = { sheet: foldSheet([]), seq: 0, takeovers: 0 };

/** Entries that are folded before others have their turn. */
const AT_A_TIME = 500;

/** A sheet after further entries of one day, at the end of which it is scored as the present edition has it: with the changes of edition that came later too. */
export async function foldDay(
  from: FoldedSoFar,
  entries: readonly FoldedEntry[],
  takeovers: readonly Takeover[],
): Promise<{ readonly so: FoldedSoFar; readonly asNow: Sheet }> {
  let { sheet, seq, takeovers: taken } = from;
  const takeOver = (one: Takeover) => {
    sheet = foldTakeover(sheet, one);
    taken += 1;
  };
  for (let at = 0; at < entries.length; ) {
    const first = entries[at] as FoldedEntry;
    for (let next = takeovers[taken]; next && next.after < first.seq; next = takeovers[taken]) takeOver(next);
    const until = takeovers[taken]?.after ?? Number.POSITIVE_INFINITY;
    const slice = entries.slice(at, at + AT_A_TIME).filter((entry) => entry.seq <= until);
    sheet = foldEntries(sheet, slice);
    seq = slice.at(-1)?.seq ?? seq;
    at += slice.length;
    await setImmediate();
  }
  return { so: { sheet, seq, takeovers: taken }, asNow: takeovers.slice(taken).reduce(foldTakeover, sheet) };
}

interface KeptTimeline {
  /** What past points depend on besides entries. */
  readonly mark: string;
  /** By the number of the last claim that counted at the day's end. */
  readonly days: ReadonlyMap<number, DayPoints>;
  readonly folded: FoldedSoFar;
}

/** Sheets whose days are kept: those last asked for. */
const MOST_SHEETS = 200;

/** Days of sheets that are over: entries are only ever added, so each is folded and scored once. The reader's rights were checked before. */
export class KeptTimelines {
  readonly #sheets = new Map<string, KeptTimeline>();
  readonly #folding = new Map<string, Promise<void>>();

  find(sheet: string, mark: string): KeptTimeline {
    const kept = this.#sheets.get(sheet);
    return kept?.mark === mark ? kept : { mark, days: new Map(), folded: NOTHING_FOLDED };
  }

  keep(sheet: string, kept: KeptTimeline): void {
    this.#sheets.delete(sheet);
    this.#sheets.set(sheet, kept);
    const [oldest] = this.#sheets.keys();
    if (this.#sheets.size > MOST_SHEETS && oldest !== undefined) this.#sheets.delete(oldest);
  }

  /** Waits while somebody else folds the same, and folds it by itself where nothing came of that. */
  async share(what: string, isKept: () => boolean, fold: () => Promise<void>): Promise<void> {
    await this.#folding.get(what)?.catch(() => undefined);
    if (isKept()) return;
    const folding = fold();
    this.#folding.set(what, folding);
    try {
      await folding;
    } finally {
      if (this.#folding.get(what) === folding) this.#folding.delete(what);
    }
  }
}

/** The points of a sheet after each of these claims, rising; from what is kept as far as it goes. */
async function pointsAfter(
  db: Reading,
  { place, edition, beside }: OpenSheet,
  ends: readonly number[],
  checks: CheckFiles,
  timelines: KeptTimelines,
): Promise<ReadonlyMap<number, DayPoints>> {
  const { round, body } = place;
  const sheet = `${round}/${body}`;
  const takeovers = takeoversOf(await readTakeovers(db, round), body);
  const mark = JSON.stringify([place.editionHash, takeovers.length, place.year, place.type, beside.exclusions, beside.previous]);
  const isKept = () => ends.every((end) => timelines.find(sheet, mark).days.has(end));
  await timelines.share(`${sheet} ${mark} ${ends.at(-1)}`, isKept, async () => {
    timelines.keep(sheet, await foldOn(db, { place, edition, beside }, ends, checks, timelines.find(sheet, mark), takeovers));
  });
  return timelines.find(sheet, mark).days;
}

/** What is kept of a sheet, folded on to each of these claims. */
async function foldOn(
  db: Reading,
  { place, edition, beside }: Pick<OpenSheet, 'place' | 'edition' | 'beside'>,
  ends: readonly number[],
  checks: CheckFiles,
  kept: KeptTimeline,
  takeovers: readonly Takeover[],
): Promise<KeptTimeline> {
  // A day that lies behind what was folded is asked for by nobody but whoever sees days that others do not: of verdicts before any claim.
  let folded = ends.some((end) => end < kept.folded.seq && !kept.days.has(end)) ? NOTHING_FOLDED : kept.folded;
  const days = new Map(folded === kept.folded ? kept.days : []);
  const own = ownItemsOf(checks, edition);
  let left = (await readClaims(db, place.round, place.body, folded.seq)).map(foldable);
  for (const end of ends) {
    if (days.has(end)) continue;
    const ofDay = left.filter(({ seq }) => seq <= end);
    left = left.slice(ofDay.length);
    const { so, asNow } = await foldDay(folded, ofDay, takeovers);
    folded = so;
    const { result } = scoreStage(edition, place, asNow, 'claimed', beside);
    const { points, maximum, answered, asked } = ownPoints(edition.prepared, own, result.items);
    days.set(end, { points, maximum, answered, asked });
  }
  return { mark: kept.mark, folded, days };
}

/** How a sheet came to be, day by day in Vietnam: who wrote in it, and what it scored itself at the day's end under its present edition. */
export async function readTimeline(db: Reading, open: OpenSheet, checks: CheckFiles, timelines: KeptTimelines): Promise<z.output<typeof sheetTimeline>> {
  const days = await readWritersByDay(db, open.place.round, open.place.body);
  const ends = days.map(({ last }) => last);
  const points = days.length === 0 ? new Map<number, DayPoints>() : await pointsAfter(db, open, ends, checks, timelines);
  return {
    rounding: open.edition.scheme.rounding,
    days: days.map(({ day, last, writers }) => ({ day, ...(points.get(last) as DayPoints), writers: [...writers] })),
  };
}
