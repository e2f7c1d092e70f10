interface BarProps {
  /** Between 0 and 1. */
  readonly share: number;
  readonly as?: 'main' | 'lost' | 'open';
}

/** A bar in the cell of a table, beside the number that it draws. */
export const Bar = ({ share, as = 'main' }: BarProps) => (
  <svg className="chart-bar" width="100%" height="10" aria-hidden>
    <rect className="chart-bar-ground" width="100%" height="10" rx="2" />
    <rect className="chart-bar-share" data-as={as} width={`${Math.max(0, Math.min(1, share)) * 100}%`} height="10" rx="2" />
  </svg>
);
