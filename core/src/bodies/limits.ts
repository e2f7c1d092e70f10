/** Longest names and codes, longest notes: in letters. */
export const LONGEST_NAME = 300;
export const LONGEST_NOTE = 2_000;

/** Bodies exist between these days: others are typing errors. */
export const FIRST_DAY = '1800-01-01';
export const LAST_DAY = '2200-12-31';
