/** How many forms of one body by one group went out, came back, and became of them. */
export interface FormCounts {
  readonly out: number;
  readonly returned: number;
  /** Of those that are back: nothing on them, unusable, handed back unanswered. */
  readonly blank: number;
  readonly spoiled: number;
  readonly refused: number;
  /** Typed once, twice without agreement, and taken. */
  readonly once: number;
  readonly differing: number;
  readonly counted: number;
  /** Above a quota. */
  readonly setApart: number;
}

export interface ReckonedForms {
  /** Not back yet. */
  readonly outstanding: number;
  /** Back with something to be typed. */
  readonly filled: number;
  readonly typed: number;
  /** Filled in and not typed yet, at most: those whose persons have answered otherwise are never typed. */
  readonly untyped: number;
  /** Typed beyond what was counted back: a count is wrong. */
  readonly excess: number;
}

/** What of the counts adds up, and what does not. */
export function reckonForms({ out, returned, blank, spoiled, refused, once, differing, counted, setApart }: FormCounts): ReckonedForms {
  const filled = returned - blank - spoiled - refused;
  const typed = once + differing + counted + setApart;
  return { outstanding: out - returned, filled, typed, untyped: Math.max(0, filled - typed), excess: Math.max(0, typed - filled) };
}
