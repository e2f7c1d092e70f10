import { useId } from 'react';

/** A value with its interval, about 0. */
export interface Dot {
  readonly label: string;
  /** Its figure as it is read. */
  readonly text: string;
  readonly value: number;
  /** null: there is none. */
  readonly interval: { readonly low: number; readonly high: number } | null;
}

interface DotPlotProps {
  readonly title: string;
  readonly description: string;
  readonly dots: readonly Dot[];
  /** How the ends of the axis are written. */
  readonly tick: (value: number) => string;
}

const ROW = 44;
const FOOT = 22;

/** What is written under the axis; at both ends within the picture, so that no sign is cut. */
const ENDS = [
  { of: -1, x: '0', textAnchor: 'start' },
  { of: 0, x: '50%', textAnchor: 'middle' },
  { of: 1, x: '100%', textAnchor: 'end' },
] as const;

/** Values on one axis about 0, a line each, with their intervals. What reaches beyond the axis is cut at its end. */
export function DotPlot({ title, description, dots, tick }: DotPlotProps) {
  const id = useId();
  const reach = Math.max(
    0.05,
    ...dots.flatMap(({ value, interval }) => [value, interval?.low ?? 0, interval?.high ?? 0].map((one) => Math.min(1, Math.abs(one)))),
  );
  const across = (value: number) => `${50 + (Math.max(-reach, Math.min(reach, value)) / reach) * 46}%`;
  const foot = dots.length * ROW;
  return (
    <svg className="chart-dots" role="img" aria-labelledby={`${id}-title ${id}-says`} width="100%" height={foot + FOOT}>
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-says`}>{description}</desc>
      <line className="chart-axis" x1="50%" x2="50%" y1="0" y2={foot} />
      {dots.map(({ label, text, value, interval }, at) => {
        const line = at * ROW + 32;
        return (
          <g key={label}>
            <text className="chart-tick" x="0" y={at * ROW + 15}>
              {label}
            </text>
            <text className="chart-value" x="100%" y={at * ROW + 15} textAnchor="end">
              {text}
            </text>
            {interval ? <line className="chart-dots-interval" x1={across(interval.low)} x2={across(interval.high)} y1={line} y2={line} /> : null}
            <circle className="chart-dots-value" cx={across(value)} cy={line} r="5" />
          </g>
        );
      })}
      {ENDS.map(({ of, x, textAnchor }) => (
        <text key={of} className="chart-tick" x={x} y={foot + 15} textAnchor={textAnchor}>
          {tick(of * reach)}
        </text>
      ))}
    </svg>
  );
}
