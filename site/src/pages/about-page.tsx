import type { Source } from '@parindex/core/published/index';
import type { Context } from '../context.ts';
import { SourceName } from '../parts/source-name.tsx';

/** What the product is, and where its published figures were read. */
export function AboutPage({ context }: { context: Context }) {
  const { texts, data } = context;
  const sources = new Map<string, { source: Source; count: number }>();
  for (const { source } of data.history.figures) {
    const key = `${source.title} ${source.url ?? ''}`;
    sources.set(key, { source, count: (sources.get(key)?.count ?? 0) + 1 });
  }
  return (
    <>
      <h1>{texts.about.title}</h1>
      <div className="prose">
        {texts.about.paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        <h2>{texts.about.sources}</h2>
        <ul>
          {[...sources.values()]
            .toSorted((a, b) => b.count - a.count)
            .map(({ source, count }) => (
              <li key={`${source.title} ${source.url ?? ''}`}>
                <SourceName source={source} context={context} /> ({texts.about.sourceCount(count)})
              </li>
            ))}
        </ul>
      </div>
    </>
  );
}

export function NotFoundPage({ context }: { context: Context }) {
  const { texts } = context;
  return (
    <>
      <h1>{texts.notFound.title}</h1>
      <p>{texts.notFound.text}</p>
      <p>
        <a href={context.href({ page: 'front' })}>{texts.notFound.home}</a>
      </p>
    </>
  );
}
