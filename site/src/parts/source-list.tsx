import type { Source } from '@parindex/core/published/index';
import type { Context } from '../context.ts';
import { SourceName, sourceText } from './source-name.tsx';

const keyOf = ({ title, url }: Source): string => `${title} ${url ?? ''}`;
const idOf = (index: number): string => `nguon-${index + 1}`;

/** Each source once, in the order of its first mention: its place here is its number. */
export const sourcesOnce = (sources: readonly Source[]): Source[] => [...new Map(sources.map((source) => [keyOf(source), source])).values()];

/** The number of a source behind a figure, leading to its line in the list. */
export function SourceNumber({ source, of, context }: { source: Source; of: readonly Source[]; context: Context }) {
  const index = of.findIndex((one) => keyOf(one) === keyOf(source));
  return (
    <a href={`#${idOf(index)}`} aria-label={`[${index + 1}] ${context.texts.round.source}: ${sourceText(source, context)}`}>
      [{index + 1}]
    </a>
  );
}

/** The sources to which the numbers on a page lead. */
export function SourceList({ sources, context }: { sources: readonly Source[]; context: Context }) {
  if (sources.length === 0) return null;
  return (
    <>
      <h3>{context.texts.round.source}</h3>
      <ol className="sources">
        {sources.map((source, index) => (
          <li key={keyOf(source)} id={idOf(index)}>
            <SourceName source={source} context={context} />
          </li>
        ))}
      </ol>
    </>
  );
}
