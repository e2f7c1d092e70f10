import { useId } from 'react';

interface Place {
  /** On the axis, between its least and its most. */
  readonly at: number;
  readonly label: string;
}

export interface ChartLine {
  readonly name: string;
  readonly as: 'main' | 'before' | 'target';
  readonly points: readonly (readonly [x: number, y: number])[];
}

/** A point that is marked, with its figure beside it. */
interface Dot {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  /** Said when it is pointed at. */
  readonly title: string;
  readonly doubtful: boolean;
}

interface LineChartProps {
  readonly title: string;
  readonly description: string;
  /** One that is broken is given as several of one name. */
  readonly lines: readonly ChartLine[];
  /** Length of the horizontal axis, which begins at 0. */
  readonly width: number;
  /** Of the vertical axis, from the least, or 0. */
  readonly least?: number;
  readonly most: number;
  readonly below: readonly Place[];
  readonly beside: readonly Place[];
  /** A line upright, as for today. */
  readonly mark?: Place;
  readonly dots?: readonly Dot[];
  /** Where nothing is known, and what is said of it when it is pointed at. */
  readonly gaps?: readonly Place[];
}

const TOP = 18;
const HEIGHT = 170;
const BELOW = 24;
/** Room for what stands beside, in percent: for up to three signs, and for more, on a phone too. */
const [LEFT, LEFT_LONG] = [9, 13];

/** Lines over time. Across it is drawn in shares of its room, so that texts keep their size on any screen; a line ends with its name in the legend. */
export function LineChart({ title, description, lines, width, least = 0, most, below, beside, mark, dots = [], gaps = [] }: LineChartProps) {
  const id = useId();
  const left = beside.some(({ label }) => label.length > 3) ? LEFT_LONG : LEFT;
  const room = 100 - left - 1;
  const across = (x: number) => `${left + (width === 0 ? 0 : (x / width) * room)}%`;
  const down = (y: number) => TOP + HEIGHT - (most === least ? 0 : ((y - least) / (most - least)) * HEIGHT);
  return (
    <svg className="chart-lines" role="img" aria-labelledby={`${id}-title ${id}-says`} width="100%" height={TOP + HEIGHT + BELOW}>
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-says`}>{description}</desc>
      {beside.map(({ at, label }) => (
        <g key={at}>
          <line className="chart-grid" x1={`${left}%`} x2="99%" y1={down(at)} y2={down(at)} />
          <text className="chart-tick" x={`${left - 1}%`} y={down(at) + 4} textAnchor="end">
            {label}
          </text>
        </g>
      ))}
      {below.map(({ at, label }) => (
        <text key={at} className="chart-tick" x={across(at)} y={TOP + HEIGHT + 17} textAnchor={at === 0 ? 'start' : at === width ? 'end' : 'middle'}>
          {label}
        </text>
      ))}
      {/* Only what is inside is stretched; strokes keep their width. */}
      <svg
        aria-hidden
        x={`${left}%`}
        y={TOP}
        width={`${room}%`}
        height={HEIGHT}
        viewBox={`0 0 ${Math.max(width, 1)} ${HEIGHT}`}
        preserveAspectRatio="none"
        overflow="visible"
      >
        {lines.map(({ name, as, points }) => (
          <polyline
            key={`${name} ${points[0]?.[0]}`}
            className="chart-line"
            data-as={as}
            points={points.map(([x, y]) => `${x},${down(y) - TOP}`).join(' ')}
            vectorEffect="non-scaling-stroke"
          />
        ))}
      </svg>
      {gaps.map(({ at, label }) => (
        <line key={at} className="chart-gap" x1={across(at)} x2={across(at)} y1={TOP} y2={TOP + HEIGHT}>
          <title>{label}</title>
        </line>
      ))}
      {dots.map(({ x, y, text, title: said, doubtful }) => (
        <g key={x}>
          <circle className="chart-dot" data-doubtful={doubtful || undefined} cx={across(x)} cy={down(y)} r="4.5">
            <title>{said}</title>
          </circle>
          <text className="chart-dot-text" x={across(x)} y={down(y) - 10} textAnchor={x === 0 ? 'start' : x === width ? 'end' : 'middle'}>
            {text}
          </text>
        </g>
      ))}
      {mark === undefined ? null : (
        <g>
          <line className="chart-mark" x1={across(mark.at)} x2={across(mark.at)} y1={TOP - 4} y2={TOP + HEIGHT} />
          <text
            className="chart-mark-name"
            x={across(mark.at)}
            y={TOP - 7}
            textAnchor={mark.at > width * 0.85 ? 'end' : mark.at < width * 0.1 ? 'start' : 'middle'}
          >
            {mark.label}
          </text>
        </g>
      )}
    </svg>
  );
}
