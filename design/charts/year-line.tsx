/** One year of a series; a year without a figure has no value and breaks the line. */
export interface YearPoint {
  readonly year: number;
  readonly value: number | undefined;
  readonly text: string;
  readonly doubtful: boolean;
}

const WIDTH = 720;
const HEIGHT = 250;
const LEFT = 40;
const RIGHT = 16;
const TOP = 28;
const BOTTOM = 34;

/** The lowest tick is a multiple of ten under every value, so that small differences can be seen. */
function scaleOf(points: readonly YearPoint[]) {
  const values = points.flatMap(({ value }) => value ?? []);
  const low = Math.max(0, Math.floor((Math.min(...values, 100) - 2) / 10) * 10);
  const years = points.map(({ year }) => year);
  const [first = 0, last = 0] = [years[0], years.at(-1)];
  return {
    ticks: Array.from({ length: (100 - low) / 10 + 1 }, (_, index) => low + index * 10),
    x: (year: number) => (last === first ? LEFT : LEFT + ((year - first) / (last - first)) * (WIDTH - LEFT - RIGHT)),
    y: (value: number) => TOP + ((100 - value) / (100 - low)) * (HEIGHT - TOP - BOTTOM),
  };
}

/** Years in a row that all have a figure: only these are joined by a line. */
function runsOf(points: readonly YearPoint[]): YearPoint[][] {
  const runs: YearPoint[][] = [[]];
  for (const point of points) {
    if (point.value === undefined) runs.push([]);
    else runs.at(-1)?.push(point);
  }
  return runs.filter((run) => run.length > 1);
}

/** A line over years that is broken wherever a figure is missing. */
export function YearLine({ points, title, noFigure }: { points: readonly YearPoint[]; title: string; noFigure: string }) {
  const { ticks, x, y } = scaleOf(points);
  const path = (run: readonly YearPoint[]) =>
    run.map(({ year, value }, index) => `${index === 0 ? 'M' : 'L'}${x(year).toFixed(1)} ${y(value ?? 0).toFixed(1)}`).join('');
  return (
    <div className="scrolls year-frame" tabIndex={0}>
      <svg className="year-line" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby="year-line-title year-line-desc">
        <title id="year-line-title">{title}</title>
        <desc id="year-line-desc">{points.map(({ year, text }) => `${year}: ${text}`).join('; ')}</desc>
        {ticks.map((tick) => (
          <g key={tick}>
            <line className="grid" x1={LEFT} x2={WIDTH - RIGHT} y1={y(tick)} y2={y(tick)} />
            <text className="tick" x={LEFT - 8} y={y(tick) + 4} textAnchor="end">
              {tick}
            </text>
          </g>
        ))}
        {runsOf(points).map((run) => (
          <path key={run[0]?.year} className="run" d={path(run)} />
        ))}
        {points.map(({ year, value, text, doubtful }) => (
          <g key={year}>
            <text className={value === undefined ? 'tick tick-absent' : 'tick'} x={x(year)} y={HEIGHT - 12} textAnchor="middle">
              {year}
            </text>
            {value === undefined ? (
              <line className="absent" x1={x(year)} x2={x(year)} y1={TOP} y2={HEIGHT - BOTTOM}>
                <title>{`${year}: ${noFigure}`}</title>
              </line>
            ) : (
              <>
                <circle className={doubtful ? 'dot dot-doubtful' : 'dot'} cx={x(year)} cy={y(value)} r="4.5">
                  <title>{`${year}: ${text}`}</title>
                </circle>
                <text className="dot-text" x={x(year)} y={y(value) - 10} textAnchor="middle">
                  {text}
                </text>
              </>
            )}
          </g>
        ))}
      </svg>
    </div>
  );
}
