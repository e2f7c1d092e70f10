import { type BodyResult, displayDecimal, maximaBySource, PHRASES, searchKey } from '@parindex/core';
import type { Change } from '@parindex/core/published/index';
import { fromFraction, toDecimal } from '@parindex/core/quantity/rational';
import type { Context } from '../context.ts';
import type { RoundView } from '../model.ts';
import { ChangeText } from './change-text.tsx';
import { ChooseBox, CompareForm } from './compare-form.tsx';
import { shortPoints, shownIndex } from './points.ts';
import { RowFilter } from './row-filter.tsx';

const number = (fraction: string) => toDecimal(fromFraction(fraction), 6, 'halfUp');

/** Bodies in order of rank; unranked ones last. */
export function inRankOrder({ result, printed }: RoundView): BodyResult[] {
  const rankOf = (body: BodyResult) => printed.get(body.id)?.rank ?? body.rank ?? Number.POSITIVE_INFINITY;
  return result.bodies.toSorted((a, b) => rankOf(a) - rankOf(b));
}

/** How each body stands against the year before, by its id; undefined for what was never published. */
function changesIn({ level, result }: RoundView, { data }: Context): ReadonlyMap<string, Change | undefined> | undefined {
  const year = level && data.years[level].find((one) => one.year === result.round.year);
  return year && new Map(year.rows.map(({ body, change }) => [body.id, change]));
}

/** The results of a round as a table that reads without script; a script lets it be sorted and filtered. */
export function ResultTable({ round, context }: { round: RoundView; context: Context }) {
  const { language, texts } = context;
  const published = round.kind === 'published';
  const maxima = maximaBySource(round.scheme);
  const sources = maxima.map(({ source }) => source);
  const adjustments = (['bonus', 'penalty'] as const).filter((kind) => round.scheme.groups.some((group) => group.kind === kind));
  const classed = round.scheme.classes.list.length > 0;
  const rows = inRankOrder(round);
  const changes = changesIn(round, context);
  return (
    <CompareForm context={context} {...(published ? {} : { round: round.id })}>
      <RowFilter of="results" all={rows.length} context={context} />
      <div className="scrolls" tabIndex={0}>
        <table className="results" id="results" data-sortable="">
          <caption className="unseen">{round.title[language]}</caption>
          <thead>
            <tr>
              <th scope="col" data-kind="number" aria-sort="ascending">
                {texts.round.rank}
              </th>
              <th scope="col" data-kind="text">
                {texts.round.body}
              </th>
              <th scope="col" data-kind="number" className="number">
                {published ? texts.round.indexPublished : texts.round.index}
              </th>
              {changes && (
                <th scope="col" data-kind="number" className="number">
                  {texts.year.against(round.result.round.year - 1)}
                </th>
              )}
              {maxima.map(({ source, maximum }) => (
                <th key={source} scope="col" data-kind="number" className="number">
                  {PHRASES[language].source[source]} <small>{texts.round.of(displayDecimal(maximum, language))}</small>
                </th>
              ))}
              {adjustments.map((kind) => (
                <th key={kind} scope="col" data-kind="number" className="number">
                  {PHRASES[language].group[kind]}
                </th>
              ))}
              {published && (
                <th scope="col" data-kind="number" className="number quiet">
                  {texts.round.recomputed}
                </th>
              )}
              {classed && (
                <th scope="col" data-kind="text">
                  {texts.round.class}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map((body) => {
              const printed = round.printed.get(body.id);
              const index = shownIndex(body.index, language);
              return (
                <tr key={body.id} data-search={searchKey(body.name)}>
                  <td className="number" data-value={printed?.rank ?? body.rank ?? ''}>
                    {printed?.rank ?? body.rank ?? '–'}
                  </td>
                  <th scope="row">
                    <span className="choosing">
                      <ChooseBox id={body.id} name={body.name} context={context} />
                      <a href={context.href({ page: 'roundBody', round: round.id, body: body.id })}>{body.name}</a>
                    </span>
                  </th>
                  <td className="number strong" data-value={printed?.index ?? body.index?.rounded ?? ''}>
                    {printed ? displayDecimal(printed.index, language) : (index ?? (body.reason ? PHRASES[language].reason[body.reason] : '–'))}
                  </td>
                  {changes && (
                    <td className="number" data-value={changes.get(body.id)?.points ?? ''}>
                      <ChangeText change={changes.get(body.id)} before={round.result.round.year - 1} context={context} />
                    </td>
                  )}
                  {sources.map((source) => {
                    const part = body.sources[source];
                    return (
                      <td key={source} className="number" data-value={part ? number(part.points) : ''}>
                        {part ? shortPoints(part.points, language) : '–'}
                      </td>
                    );
                  })}
                  {adjustments.map((kind) => (
                    <td key={kind} className="number" data-value={number(body[kind])}>
                      {shortPoints(body[kind], language)}
                    </td>
                  ))}
                  {published && (
                    <td className="number quiet" data-value={body.index?.rounded ?? ''}>
                      {index ?? '–'}
                    </td>
                  )}
                  {classed && <td data-value={body.class ?? ''}>{body.class ? <span className={`class class-${body.class}`}>{body.class}</span> : '–'}</td>}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </CompareForm>
  );
}
