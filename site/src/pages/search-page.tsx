import { displayDate, displayDecimal } from '@parindex/core';
import { lastName, type RegisteredBody, searchBodies } from '@parindex/core/bodies/index';
import type { Context } from '../context.ts';
import { newestYear } from '../parts/newest-year.ts';

/** Bodies by any name they have had; a body that is no more says what it became, and when. */
export function SearchPage({ query, context }: { query: string; context: Context }) {
  const { texts, data } = context;
  const found = searchBodies(data.registry, query);
  return (
    <>
      <h1>{texts.search.title}</h1>
      {query.trim() === '' ? (
        <p>{texts.search.prompt}</p>
      ) : (
        <p role="status">{found.length === 0 ? texts.search.none(query) : texts.search.found(found.length, query)}</p>
      )}
      <ul className="cards">
        {found.map(({ body, found: matched, name, became }) => (
          <li key={body.id} className="card">
            <h2>
              <a href={context.href({ page: 'body', body: body.id })}>{name.full}</a>
            </h2>
            {matched.full !== name.full && (
              <p>
                {texts.body.names}: {matched.full}
              </p>
            )}
            <NewestLine body={body} context={context} />
            {body.opened && <p>{texts.body.opened(displayDate(body.opened))}.</p>}
            {body.closed && <p>{texts.body.closed(displayDate(body.closed))}.</p>}
            {became.length > 0 && (
              <p>
                {texts.body.became}:{' '}
                {became.map((passing, index) => (
                  <span key={passing.body.id}>
                    {index > 0 && '; '}
                    <a href={context.href({ page: 'body', body: passing.body.id })}>{lastName(passing.body).full}</a>
                    {passing.on && ` ${texts.body.since(displayDate(passing.on))}`}
                  </span>
                ))}
              </p>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

/** What is asked for most, without another click. */
function NewestLine({ body, context }: { body: RegisteredBody; context: Context }) {
  const { texts, language } = context;
  const newest = newestYear(body, context);
  if (!newest) return <p className="quiet">{texts.body.noHistory}</p>;
  const { year, row } = newest;
  return (
    <p>
      {texts.year.before(year.year)}: <strong>{displayDecimal(row.figure.index, language)}</strong>
      {row.figure.rank !== undefined && `, ${texts.year.rankedOf(row.figure.rank, year.possible)}`}
    </p>
  );
}
