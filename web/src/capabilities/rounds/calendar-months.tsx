import type { TimeScale } from './time-scale.ts';

/** Height above the bars. */
export const HEAD = 62;

/** Least width of a month with a number, and with a year. */
const NUMBERED = 26;
const WITH_YEAR = 58;

/** Month labels at the top, each with a vertical line; the year is shown at its first month, and at the left. */
export function CalendarMonths({ scale: { months }, width, height }: { scale: TimeScale; width: number; height: number }) {
  const each = width / (months.length - 1);
  const step = Math.ceil(NUMBERED / each);
  return (
    <g fontSize={12} fill="var(--mantine-color-dimmed)">
      {months.map(({ year, month, x }, index) => {
        const ends = index === months.length - 1;
        const label = each >= WITH_YEAR ? `${String(month).padStart(2, '0')}/${year}` : String(month);
        const beginsYear = index === 0 || month === 1;
        return (
          <g key={`${year}-${month}`}>
            <line x1={x} x2={x} y1={each >= WITH_YEAR ? 4 : 18} y2={height} stroke="var(--mantine-color-default-border)" />
            {ends || index % step > 0 ? null : (
              <text x={x + 3} y={each >= WITH_YEAR ? 14 : 28}>
                {label}
              </text>
            )}
            {!ends && each < WITH_YEAR && beginsYear ? (
              <text x={x + 3} y={12} fontWeight={600}>
                {year}
              </text>
            ) : null}
          </g>
        );
      })}
    </g>
  );
}
