import { useId } from 'react';

interface SparkBarsProps {
  /** What it says in words: it stands alone in its cell. */
  readonly title: string;
  /** Between 0 and 1; null: nothing there yet. */
  readonly shares: readonly (number | null)[];
}

const WIDE = 9;
const GAP = 3;
const TALL = 26;

/** Shares beside each other in the height of a line: a pattern to be compared with the lines above and below. */
export function SparkBars({ title, shares }: SparkBarsProps) {
  const id = useId();
  const width = shares.length * (WIDE + GAP) - GAP;
  return (
    <svg className="chart-spark" role="img" aria-labelledby={id} width={width} height={TALL} viewBox={`0 0 ${width} ${TALL}`}>
      <title id={id}>{title}</title>
      {shares.map((share, at) => {
        const tall = share === null ? 0 : Math.max(1, Math.min(1, share) * TALL);
        return (
          <g key={at}>
            <rect className="chart-spark-ground" x={at * (WIDE + GAP)} y={0} width={WIDE} height={TALL} />
            <rect className="chart-spark-bar" x={at * (WIDE + GAP)} y={TALL - tall} width={WIDE} height={tall} />
          </g>
        );
      })}
    </svg>
  );
}
