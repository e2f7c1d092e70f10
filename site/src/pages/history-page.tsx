import { displayDecimal, searchKey } from '@parindex/core';
import { lastName, type RegisteredBody } from '@parindex/core/bodies/index';
import { isAssessed, type Level, type PublishedFigure, type PublishedMean, type SeriesYear, seriesOf } from '@parindex/core/published/index';
import type { Context } from '../context.ts';
import { Downloads } from '../parts/downloads.tsx';
import { EditionChanges } from '../parts/edition-changes.tsx';
import { EmptyFold } from '../parts/empty-fold.tsx';
import { FigureMarks, MarksLegend, RankMark } from '../parts/figure-marks.tsx';
import { RowFilter } from '../parts/row-filter.tsx';
import { YearSteps } from './year-page.tsx';

/** All bodies of a level over the years, as published: what is missing stays missing. */
export function HistoryPage({ level, context }: { level: Level; context: Context }) {
  const { texts, language, data } = context;
  // The newest first: what is asked for most is seen without scrolling.
  const years = data.history.years.toReversed();
  const coverage = data.coverage[level];
  const collator = new Intl.Collator('vi');
  const bodies = data.registry.bodies
    .filter((body) => body.kind === level && isAssessed(body))
    .map((body) => ({ body, series: seriesOf({ ...data.history, years }, body) }))
    .filter(({ series }) => series.some((entry) => entry.state !== 'noBody'))
    .toSorted((a, b) => collator.compare(lastName(a.body).sort, lastName(b.body).sort));
  const means = data.means[level].toReversed();
  const silent = bodies.filter(({ series }) => !series.some((entry) => 'figures' in entry)).length;
  return (
    <>
      <h1>{texts.history.title[level]}</h1>
      <p className="coverage">
        <strong>{texts.history.coverage(coverage.figures, coverage.possible)}</strong>.{' '}
        {texts.history.coverageNote(coverage.bodies, years.at(-1) ?? 0, years[0] ?? 0)}
      </p>
      {level === 'province' && <p>{texts.history.merged}</p>}
      <EditionChanges level={level} years={years} context={context} />
      <MarksLegend context={context} />
      <Downloads name={`lich-su-${level === 'province' ? 'tinh' : 'bo'}`} context={context} />
      <YearSteps level={level} context={context} />
      <RowFilter of="history" all={bodies.length} context={context} />
      <EmptyFold text={texts.history.emptyCells(displayDecimal(String(coverage.possible - coverage.figures), language), silent)} context={context} />
      <div className="scrolls" tabIndex={0}>
        <table className="history" id="history" data-sortable="">
          <caption className="unseen">{texts.history.title[level]}</caption>
          <thead>
            <tr>
              <th scope="col" data-kind="text">
                {texts.round.body}
              </th>
              {years.map((year) => (
                <th key={year} scope="col" data-kind="number" className="number">
                  {year}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {bodies.map(({ body, series }) => (
              <HistoryRow key={body.id} body={body} series={series} context={context} />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{texts.history.meanRow[level]}</th>
              {means.map((entry) => (
                <td key={entry.year} className="number">
                  <Mean entry={entry} context={context} />
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
    </>
  );
}

function HistoryRow({ body, series, context }: { body: RegisteredBody; series: readonly SeriesYear<PublishedFigure>[]; context: Context }) {
  const { texts, language } = context;
  const isSilent = !series.some((entry) => 'figures' in entry);
  return (
    <tr className={isSilent ? 'is-empty' : undefined} data-search={body.names.flatMap(({ full, short }) => [searchKey(full), searchKey(short)]).join(' ')}>
      <th scope="row">
        <a href={context.href({ page: 'body', body: body.id })}>{lastName(body).short}</a>
      </th>
      {isSilent && (
        <td colSpan={series.length} className="quiet" data-value="">
          {texts.history.noneOfYears(series.filter(({ state }) => state === 'noFigure').length)}
        </td>
      )}
      {(isSilent ? [] : series).map((entry) => {
        if (!('figures' in entry)) {
          return (
            <td key={entry.year} className="number" data-value="">
              {entry.state === 'noFigure' ? <Absent text={texts.history.noFigure} /> : null}
            </td>
          );
        }
        const [figure] = entry.figures;
        return (
          <td key={entry.year} className="number" data-value={figure?.index}>
            {displayDecimal(figure?.index ?? '', language)}
            {figure && <FigureMarks figure={figure} conflict={entry.state === 'conflict'} context={context} />}
            {figure?.rank !== undefined && (
              <small>
                {texts.history.rankShort(figure.rank)}
                {figure.rankDerived && <RankMark context={context} />}
              </small>
            )}
          </td>
        );
      })}
    </tr>
  );
}

function Mean({ entry, context }: { entry: SeriesYear<PublishedMean>; context: Context }) {
  const { texts, language } = context;
  if (!('figures' in entry)) return <Absent text={texts.history.noFigure} />;
  const [mean] = entry.figures;
  return (
    <>
      {displayDecimal(mean?.index ?? '', language)}
      {mean && <FigureMarks figure={mean} conflict={entry.state === 'conflict'} context={context} />}
    </>
  );
}

const Absent = ({ text }: { text: string }) => (
  <span className="absent-sign" title={text}>
    <span aria-hidden="true">•</span>
    <span className="unseen">{text}</span>
  </span>
);
