interface BarProps {
  /** Between 0 and 1. */
  readonly share: number;
  /** What it means: it is well, it may go wrong, it went wrong; or which part of a chart it draws. */
  readonly as?: 'act' | 'quiet' | 'good' | 'warn' | 'bad' | `part-${number}`;
}

/** How much of a whole, beside the words that say it: it says nothing by itself. */
export const Bar = ({ share, as = 'act' }: BarProps) => (
  <svg className="bar" data-as={as} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
    <rect className="bar-ground" width="100" height="10" />
    <rect className="bar-share" width={Math.max(0, Math.min(1, share)) * 100} height="10" />
  </svg>
);
