import { useId } from 'react';

/** A level that is reached, or a step from the level before. */
export interface WaterfallBar {
  readonly label: string;
  /** Its figure as it is read. */
  readonly text: string;
  /** A whole begins at the foot of the chart. */
  readonly whole: boolean;
  readonly from: number;
  readonly to: number;
}

interface WaterfallProps {
  readonly title: string;
  readonly description: string;
  readonly bars: readonly WaterfallBar[];
}

const TOP = 20;
const HEIGHT = 150;
const LINE = 15;
/** Signs that a label has room for in one line, on a phone too. */
const SIGNS = 11;

/** A label in lines, broken between words. */
function linesOf(label: string): string[] {
  const lines: string[] = [];
  for (const word of label.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length + 1 > SIGNS) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

/** Where the axis begins: below the least level, so that steps of a few hundredths are seen beside it. */
export function footOf(bars: readonly Pick<WaterfallBar, 'from' | 'to' | 'whole'>[]): number {
  const levels = bars.flatMap(({ from, to, whole }) => (whole ? [to] : [from, to]));
  const [least, most] = [Math.min(...levels), Math.max(...levels)];
  return Math.max(0, Math.floor(least - Math.max(1, (most - least) / 2)));
}

/** How steps lead from one whole to another, each with its figure above. */
export function Waterfall({ title, description, bars }: WaterfallProps) {
  const id = useId();
  const foot = footOf(bars);
  const most = Math.max(...bars.flatMap(({ from, to }) => [from, to]), foot + 1);
  const room = 100 / Math.max(1, bars.length);
  const down = (value: number) => TOP + HEIGHT - ((Math.max(foot, value) - foot) / (most - foot)) * HEIGHT;
  const lines = Math.max(1, ...bars.map(({ label }) => linesOf(label).length));
  return (
    <svg className="chart-waterfall" role="img" aria-labelledby={`${id}-title ${id}-says`} width="100%" height={TOP + HEIGHT + 8 + lines * LINE}>
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-says`}>{description}</desc>
      {bars.map(({ label, text, whole, from, to }, at) => {
        const [upper, lower] = whole ? [down(to), TOP + HEIGHT] : [down(Math.max(from, to)), down(Math.min(from, to))];
        const way = whole ? 'whole' : to < from ? 'down' : 'up';
        return (
          <g key={label}>
            {at > 0 ? (
              <line className="chart-waterfall-level" x1={`${(at - 0.12) * room}%`} x2={`${(at + 0.12) * room}%`} y1={down(from)} y2={down(from)} />
            ) : null}
            <rect
              className="chart-waterfall-bar"
              data-way={way}
              x={`${(at + 0.12) * room}%`}
              width={`${room * 0.76}%`}
              y={upper}
              height={Math.max(2, lower - upper)}
            />
            <text className="chart-value" x={`${(at + 0.5) * room}%`} y={upper - 5} textAnchor="middle">
              {text}
            </text>
            {linesOf(label).map((line, row) => (
              <text key={line} className="chart-tick" x={`${(at + 0.5) * room}%`} y={TOP + HEIGHT + LINE * (row + 1)} textAnchor="middle">
                {line}
              </text>
            ))}
          </g>
        );
      })}
      <line className="chart-axis" x1="0" x2="100%" y1={TOP + HEIGHT} y2={TOP + HEIGHT} />
    </svg>
  );
}
