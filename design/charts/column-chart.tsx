import { useId } from 'react';

interface ColumnChartProps {
  readonly title: string;
  readonly description: string;
  readonly columns: readonly { readonly label: string; readonly value: number; readonly marked?: boolean }[];
  /** How a value is written. */
  readonly write: (value: number) => string;
}

const TOP = 18;
const HEIGHT = 130;
const BELOW = 22;

/** Counts of values beside each other, each with its number above. */
export function ColumnChart({ title, description, columns, write }: ColumnChartProps) {
  const id = useId();
  const most = Math.max(1, ...columns.map(({ value }) => value));
  const room = 100 / Math.max(1, columns.length);
  return (
    <svg className="chart-columns" role="img" aria-labelledby={`${id}-title ${id}-says`} width="100%" height={TOP + HEIGHT + BELOW}>
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-says`}>{description}</desc>
      {columns.map(({ label, value, marked = false }, at) => {
        const tall = value === 0 ? 0 : Math.max(2, (value / most) * HEIGHT);
        return (
          <g key={label}>
            <rect
              className="chart-column"
              data-marked={marked || undefined}
              x={`${(at + 0.12) * room}%`}
              width={`${room * 0.76}%`}
              y={TOP + HEIGHT - tall}
              height={tall}
            />
            <text className="chart-value" x={`${(at + 0.5) * room}%`} y={TOP + HEIGHT - tall - 5} textAnchor="middle">
              {write(value)}
            </text>
            <text className="chart-tick" x={`${(at + 0.5) * room}%`} y={TOP + HEIGHT + 16} textAnchor="middle">
              {label}
            </text>
          </g>
        );
      })}
      <line className="chart-axis" x1="0" x2="100%" y1={TOP + HEIGHT} y2={TOP + HEIGHT} />
    </svg>
  );
}
