import { Bar } from './bar.tsx';

/** What several have of one thing, such as a domain: a bar each. */
export interface BarGroup {
  readonly id: string;
  readonly title: string;
  readonly note?: string | undefined;
  /** In the order of the names; a bar without a figure says so in `text`. */
  readonly bars: readonly { readonly share: number | undefined; readonly text: string }[];
}

/** Bars side by side, a group for each thing compared; every bar has its name and its figure as text. */
export function SideBars({ caption, names, groups }: { caption: string; names: readonly string[]; groups: readonly BarGroup[] }) {
  return (
    <figure className="side-bars">
      <figcaption>{caption}</figcaption>
      <ul className="side-groups">
        {groups.map((group) => (
          <li key={group.id}>
            <p className="side-title">
              {group.title} {group.note && <small>{group.note}</small>}
            </p>
            <ul>
              {group.bars.map(({ share, text }, index) => (
                <li key={names[index]}>
                  <span className="side-name">{names[index]}</span>
                  {share === undefined ? (
                    <span className="side-empty">{text}</span>
                  ) : (
                    <>
                      <Bar share={share / 100} as={`part-${index}`} />
                      <span className="bar-value">{text}</span>
                    </>
                  )}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </figure>
  );
}
