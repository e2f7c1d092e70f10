import type { Stage } from '@parindex/core/ledger/index';
import type { SheetCounts } from '@parindex/core/progress/index';
import type { RunningStage } from '@parindex/core/ranking/running-sheet';
import type { Uncomputed } from '@parindex/core/review/index';

/** A sheet counted: for the board, and for the ranking at each stage that it has reached. */
export interface CountedSheet {
  readonly counts: SheetCounts;
  /** In order, the claimed one first. */
  readonly stages: readonly RunningStage[];
  /** What cannot be computed at the last of them. */
  readonly uncomputed: readonly Uncomputed[];
  /** Items on which somebody has decided, with the last stage at which they have. */
  readonly decided: ReadonlyMap<string, Stage>;
  /** The year before, as far as something of it stands beside the sheet, and at which stage its points are where that is known. */
  readonly before: { readonly year: number; readonly stage: Stage | null } | null;
}

/** What counts are made from: a sheet of a round, as somebody sees it. */
export interface CountedFrom {
  readonly sheet: string;
  /** Changes with whatever the counts depend on. */
  readonly mark: string;
}

/** Sheets whose counts are cached: those last asked for. All communes of the country are 3,321. */
const MOST_SHEETS = 8_000;

/** Whoever sees verdicts, the body itself, and whoever is told of its claims count the same sheet differently, each by their own mark. */
const MARKS_OF_A_SHEET = 4;

/** Puts a value last, and drops the first where there are too many. */
const keepLast = <V>(map: Map<string, V>, key: string, value: V, most: number): void => {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > most && oldest !== undefined) map.delete(oldest);
};

/**
 * Caches counts of sheets by what they were made from, so that an unchanged sheet is not read and scored again, and knows
 * which are being made, so that none is made twice at once. The caller's rights were checked before.
 */
export class KeptCounts {
  /** By mark; the last asked for stands last. */
  readonly #sheets = new Map<string, Map<string, CountedSheet>>();
  readonly #counting = new Map<string, Promise<unknown>>();
  readonly #most: number;

  constructor(most = MOST_SHEETS) {
    this.#most = most;
  }

  find({ sheet, mark }: CountedFrom): CountedSheet | undefined {
    const marks = this.#sheets.get(sheet);
    const counted = marks?.get(mark);
    if (marks && counted) this.#renew(sheet, marks, mark, counted);
    return counted;
  }

  keep({ sheet, mark }: CountedFrom, counted: CountedSheet): void {
    this.#renew(sheet, this.#sheets.get(sheet) ?? new Map(), mark, counted);
  }

  #renew(sheet: string, marks: Map<string, CountedSheet>, mark: string, counted: CountedSheet): void {
    keepLast(marks, mark, counted, MARKS_OF_A_SHEET);
    keepLast(this.#sheets, sheet, marks, this.#most);
  }

  /** Settled once these are no longer being counted; undefined if nobody counts them. */
  counting({ sheet, mark }: CountedFrom): Promise<unknown> | undefined {
    return this.#counting.get(`${sheet} ${mark}`);
  }

  /** Counts these; whoever asks for one of them meanwhile is told so by `counting`. */
  async count(all: readonly CountedFrom[], work: () => Promise<void>): Promise<void> {
    const done = work();
    const settled = done.catch(() => undefined);
    const keys = all.map(({ sheet, mark }) => `${sheet} ${mark}`);
    for (const key of keys) this.#counting.set(key, settled);
    try {
      await done;
    } finally {
      for (const key of keys) this.#counting.delete(key);
    }
  }
}
