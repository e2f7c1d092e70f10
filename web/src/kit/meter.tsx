import type { Tone } from './state-badge.tsx';

interface MeterProps {
  /** Between 0 and 1. */
  readonly share: number;
  readonly tone?: Tone;
}

/** How much of a whole, beside the words that say it: it says nothing by itself. */
export const Meter = ({ share, tone }: MeterProps) => (
  <span className="meter" data-tone={tone} aria-hidden>
    <span style={{ width: `${Math.max(0, Math.min(1, share)) * 100}%` }} />
  </span>
);
