import { displayDecimal, searchKey } from '@parindex/core';
import { lastName, type RegisteredBody } from '@parindex/core/bodies/index';
import { isAssessed, type Level, type PublishedFigure, type PublishedMean, type SeriesYear, seriesOf } from '@parindex/core/published/index';
import type { Context } from '../context.ts';
import { RowFilter } from '../parts/row-filter.tsx';

/** All bodies of a level over the years, as published: what is missing stays missing. */
export function HistoryPage({ level, context }: { level: Level; context: Context }) {
  const { texts, data } = context;
  const { years } = data.history;
  const coverage = data.coverage[level];
  const collator = new Intl.Collator('vi');
  const bodies = data.registry.bodies
    .filter((body) => body.kind === level && isAssessed(body))
    .map((body) => ({ body, series: seriesOf(data.history, body) }))
    .filter(({ series }) => series.some((entry) => entry.state !== 'noBody'))
    .toSorted((a, b) => collator.compare(lastName(a.body).sort, lastName(b.body).sort));
  const means = data.means[level];
  return (
    <>
      <h1>{texts.history.title[level]}</h1>
      <p className="coverage">
        <strong>{texts.history.coverage(coverage.figures, coverage.possible)}</strong>.{' '}
        {texts.history.coverageNote(coverage.bodies, years[0] ?? 0, years.at(-1) ?? 0)}
      </p>
      {level === 'province' && <p>{texts.history.merged}</p>}
      <ul className="legend">
        <li>
          <span className="mark-sign">†</span> {texts.history.derivedRank}
        </li>
        <li>
          <span className="mark-sign">≈</span> {texts.history.derivedFigure}
        </li>
        <li>
          <span className="mark-sign mark-conflict">≠</span> {texts.history.conflict}
        </li>
        <li>
          <span className="mark-sign absent-sign">•</span> {texts.history.noFigure}
        </li>
      </ul>
      <RowFilter of="history" all={bodies.length} context={context} />
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
  return (
    <tr data-search={body.names.flatMap(({ full, short }) => [searchKey(full), searchKey(short)]).join(' ')}>
      <th scope="row">
        <a href={context.href({ page: 'body', body: body.id })}>{lastName(body).short}</a>
      </th>
      {series.map((entry) => {
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
            {entry.state === 'conflict' && <Sign sign="≠" text={conflictText(figure?.rival, context)} conflict />}
            {figure?.status === 'derived' && <Sign sign="≈" text={texts.history.derivedFigure} />}
            {figure?.rank !== undefined && (
              <small>
                {texts.history.rankShort(figure.rank)}
                {figure.rankDerived && <Sign sign="†" text={texts.history.derivedRank} />}
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
      {entry.state === 'conflict' && <Sign sign="≠" text={texts.history.conflict} conflict />}
      {mean?.status === 'derived' && <Sign sign="≈" text={texts.history.derivedFigure} />}
    </>
  );
}

/** That sources disagree, and what the other one prints. */
export const conflictText = (rival: string | undefined, { texts, language }: Context): string =>
  rival === undefined ? texts.history.conflict : `${texts.history.conflict}: ${displayDecimal(rival, language)}`;

const Absent = ({ text }: { text: string }) => (
  <span className="absent-sign" title={text}>
    <span aria-hidden="true">•</span>
    <span className="unseen">{text}</span>
  </span>
);

const Sign = ({ sign, text, conflict }: { sign: string; text: string; conflict?: boolean }) => (
  <abbr className={conflict ? 'mark-sign mark-conflict' : 'mark-sign'} title={text}>
    {sign}
    <span className="unseen"> {text}</span>
  </abbr>
);
