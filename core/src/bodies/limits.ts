/** Longest names and codes, longest notes: in letters. */
export const LONGEST_NAME = 300;
export const LONGEST_NOTE = 2_000;

/** Between these days bodies live: others are slips of the pen. */
export const FIRST_DAY = '1800-01-01';
export const LAST_DAY = '2200-12-31';
