import type { RoundStep } from './queries/rounds.ts';
import type { TimeScale } from './time-scale.ts';

/** Height of a step's row: its name with the bar below. */
export const ROW = 40;

const BAR = 14;
/** Approximate width of a letter, so that a name stays within the picture. */
const LETTER = 7.5;
/** Room for the flag. */
const FLAG = 12;

interface CalendarBarProps {
  readonly step: RoundStep;
  readonly state: 'open' | 'over' | 'coming';
  readonly scale: TimeScale;
  readonly width: number;
  readonly top: number;
}

/** A step as a bar; with a flag at its end if `flag` says that it falls on a day off. */
export function CalendarBar({ step, state, scale, width, top, flag }: CalendarBarProps & { flag: string | undefined }) {
  const from = scale.at(Date.parse(step.opens)) ?? 0;
  const to = scale.at(Date.parse(step.closes)) ?? width;
  const y = top + ROW - BAR - 4;
  const end = Math.min(to + 1, width - FLAG);
  return (
    <g>
      <rect x={from} y={y} width={Math.max(3, to - from)} height={BAR} rx={2} fill={`var(--step-${state})`} />
      {flag === undefined ? null : (
        <g fill="var(--accent-ink)" stroke="var(--accent-ink)" strokeWidth={1.5} strokeLinejoin="round">
          <title>{flag}</title>
          <path d={`M${end} ${y + BAR}V${y}h10l-3 4l3 4h-10`} />
        </g>
      )}
    </g>
  );
}

/** The step's name above its bar; near the right edge it is aligned to the right. */
export function CalendarLabel({ step, state, scale, width, top, label }: CalendarBarProps & { label: string }) {
  const from = scale.at(Date.parse(step.opens)) ?? 0;
  const fits = from + label.length * LETTER <= width;
  return (
    <text
      x={fits ? from : width - 2}
      y={top + ROW - BAR - 9}
      textAnchor={fits ? 'start' : 'end'}
      fontSize={13}
      fontWeight={state === 'open' ? 600 : 400}
      fill="var(--mantine-color-text)"
      stroke="var(--mantine-color-body)"
      strokeWidth={4}
      paintOrder="stroke"
    >
      {label}
    </text>
  );
}
