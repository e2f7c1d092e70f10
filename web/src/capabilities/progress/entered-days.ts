interface Entered {
  readonly day: string;
  readonly count: number;
}

const DAY = 86_400_000;

/** Whole days from one moment to another; 0 within the first. */
export const daysSince = (from: string, to: string): number => Math.floor((Date.parse(to) - Date.parse(from)) / DAY);

/** The share of all that is asked that was begun up to each day after an opening: steps that rise until the last day that is known. What came before stands at its beginning. */
export function risingBy(days: readonly Entered[], opens: string, asked: number, until: number): (readonly [number, number])[] {
  const points: (readonly [number, number])[] = [[0, 0]];
  let sum = 0;
  for (const { day, count } of days) {
    const at = Math.max(0, daysSince(opens, `${day}T23:59:59+07:00`));
    if (at > until) break;
    points.push([at, sum / asked]);
    sum += count;
    points.push([at, sum / asked]);
  }
  points.push([until, sum / asked]);
  return points;
}
