/** Hours of Asia/Ho_Chi_Minh before UTC, the whole year. */
const ZONE = 7 * 3_600_000;
const DAY = 24 * 3_600_000;

/** The day, yyyy-mm-dd in Asia/Ho_Chi_Minh, on which a moment (milliseconds) falls. */
export const dayOf = (moment: number): string => new Date(moment + ZONE).toISOString().slice(0, 10);

/** The clock of Asia/Ho_Chi_Minh at a moment: "09:30". */
export const clockOf = (moment: number): string => new Date(moment + ZONE).toISOString().slice(11, 16);

/** The last day on which something can be sent before a closing: an end at midnight closes the day before. */
export const deadlineDay = (closes: number): string => dayOf(closes - 1);

/** The same hour of the same day so many years later; 29 February passes to 1 March where there is none. */
function shiftMoment(moment: number, years: number): number {
  const here = new Date(moment + ZONE);
  return Date.UTC(here.getUTCFullYear() + years, here.getUTCMonth(), here.getUTCDate()) + ((moment + ZONE) % DAY) - ZONE;
}

/** A step's times so many years later; one that would end before it began keeps its length instead. */
export function shiftYears<T extends { readonly opens: number; readonly closes: number }>(times: T, years: number): T {
  const opens = shiftMoment(times.opens, years);
  const closes = shiftMoment(times.closes, years);
  return { ...times, opens, closes: closes > opens ? closes : opens + times.closes - times.opens };
}
