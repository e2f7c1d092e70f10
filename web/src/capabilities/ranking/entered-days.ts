interface Entered {
  readonly day: string;
  readonly count: number;
}

const DAY = 86_400_000;

/** Whole days from one moment to another; 0 within the first. */
export const daysSince = (from: string, to: string): number => Math.floor((Date.parse(to) - Date.parse(from)) / DAY);

/** What was entered up to each day after an opening, on average for each body: steps that rise until the last day that is known. What came before stands at its beginning. */
export function risingBy(days: readonly Entered[], opens: string, bodies: number, until: number): (readonly [number, number])[] {
  const points: (readonly [number, number])[] = [[0, 0]];
  let sum = 0;
  for (const { day, count } of days) {
    const at = Math.max(0, daysSince(opens, `${day}T23:59:59+07:00`));
    if (at > until) break;
    points.push([at, sum / bodies]);
    sum += count;
    points.push([at, sum / bodies]);
  }
  points.push([until, sum / bodies]);
  return points;
}

/** A step of 1, 2 or 5 times a power of ten that is not below a size. */
export function niceStep(size: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(size, 1)));
  return ([1, 2, 5, 10].find((times) => times * power >= size) ?? 10) * power;
}
