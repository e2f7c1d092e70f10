import { LineChart } from '@parindex/design/charts/line-chart.tsx';

/** One year of a series; a year without a figure has no value and breaks the line. */
export interface YearPoint {
  readonly year: number;
  readonly value: number | undefined;
  readonly text: string;
  readonly doubtful: boolean;
}

const HIGHEST = 100;
const STEP = 10;

/** Years in a row that all have a figure: only these are joined by a line. */
function runsOf(points: readonly YearPoint[], first: number): (readonly [number, number])[][] {
  const runs: (readonly [number, number])[][] = [[]];
  for (const { year, value } of points) {
    if (value === undefined) runs.push([]);
    else runs.at(-1)?.push([year - first, value]);
  }
  return runs.filter((run) => run.length > 1);
}

/** A line over years that is broken wherever a figure is missing. */
export function YearLine({ points, title, noFigure }: { points: readonly YearPoint[]; title: string; noFigure: string }) {
  const [first = 0, last = 0] = [points[0]?.year, points.at(-1)?.year];
  // The lowest tick is a multiple of ten under every value, so that small differences can be seen.
  const lowest = Math.min(...points.flatMap(({ value }) => value ?? []), HIGHEST);
  const least = Math.max(0, Math.floor((lowest - 2) / STEP) * STEP);
  return (
    <div className="scrolls year-frame" tabIndex={0}>
      <LineChart
        title={title}
        description={points.map(({ year, text }) => `${year}: ${text}`).join('; ')}
        lines={runsOf(points, first).map((run) => ({ name: title, as: 'main', points: run }))}
        width={last - first}
        least={least}
        most={HIGHEST}
        below={points.map(({ year }) => ({ at: year - first, label: String(year) }))}
        beside={Array.from({ length: (HIGHEST - least) / STEP + 1 }, (_, at) => ({ at: least + at * STEP, label: String(least + at * STEP) }))}
        gaps={points.flatMap(({ year, value }) => (value === undefined ? [{ at: year - first, label: `${year}: ${noFigure}` }] : []))}
        dots={points.flatMap(({ year, value, text, doubtful }) =>
          value === undefined ? [] : [{ x: year - first, y: value, text, title: `${year}: ${text}`, doubtful }],
        )}
      />
    </div>
  );
}
