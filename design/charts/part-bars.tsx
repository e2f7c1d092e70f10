/** One row of a bar chart: a name, parts of a whole of 100, and the figure at the end. */
export interface PartBar {
  readonly id: string;
  readonly label: string;
  readonly href: string | undefined;
  readonly rank: string;
  readonly value: string;
  readonly parts: readonly { readonly name: string; readonly share: number; readonly text: string }[];
}

interface Props {
  readonly caption: string;
  readonly bars: readonly PartBar[];
  /** A line across all bars, such as the mean. */
  readonly line: { readonly at: number; readonly label: string } | undefined;
}

/** Horizontal bars as SVG in a list: names stay text, so the chart reads on a phone and aloud. */
export function PartBars({ caption, bars, line }: Props) {
  const names = bars[0]?.parts.map(({ name }) => name) ?? [];
  return (
    <figure className="part-bars">
      <figcaption>{caption}</figcaption>
      <ul className="legend">
        {names.map((name, index) => (
          <li key={name}>
            <span className={`swatch part-${index}`} aria-hidden="true" />
            {name}
          </li>
        ))}
        {line && (
          <li>
            <span className="swatch swatch-line" aria-hidden="true" />
            {line.label}
          </li>
        )}
      </ul>
      <ol className="bars">
        {bars.map((bar) => (
          <li key={bar.id}>
            <span className="bar-rank">{bar.rank}</span>
            <span className="bar-label">{bar.href ? <a href={bar.href}>{bar.label}</a> : bar.label}</span>
            <svg
              className="bar"
              viewBox="0 0 100 10"
              preserveAspectRatio="none"
              role="img"
              aria-label={bar.parts.map(({ name, text }) => `${name}: ${text}`).join('; ')}
            >
              <rect className="bar-ground" width="100" height="10" />
              {bar.parts.map((part, index) => (
                <rect
                  key={part.name}
                  className={`part-${index}`}
                  x={bar.parts.slice(0, index).reduce((sum, { share }) => sum + share, 0)}
                  width={part.share}
                  height="10"
                >
                  <title>{`${part.name}: ${part.text}`}</title>
                </rect>
              ))}
              {line && <line className="bar-line" x1={line.at} x2={line.at} y1="0" y2="10" vectorEffect="non-scaling-stroke" />}
            </svg>
            <span className="bar-value">{bar.value}</span>
          </li>
        ))}
      </ol>
    </figure>
  );
}
