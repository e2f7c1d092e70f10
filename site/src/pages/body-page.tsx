import { type BodyResult, displayDate, displayDecimal, inLanguage, itemsOfDomains, PHRASES, SOURCES } from '@parindex/core';
import { lastName, predecessorsOf, type RegisteredBody, successorsOf, type WorkTransfer } from '@parindex/core/bodies/index';
import { changeBetween, type Level, seriesOf } from '@parindex/core/published/index';
import { Fragment } from 'react';
import type { Context } from '../context.ts';
import type { RoundView } from '../model.ts';
import { ChangeText } from '../parts/change-text.tsx';
import { Downloads } from '../parts/downloads.tsx';
import { EditionChanges, EditionRow } from '../parts/edition-changes.tsx';
import { EmptyFold } from '../parts/empty-fold.tsx';
import { conflictText, FigureMarks, MarksLegend, RankMark } from '../parts/figure-marks.tsx';
import { newestYear } from '../parts/newest-year.ts';
import { PointTree } from '../parts/point-tree.tsx';
import { fullPoints, isMore, missingPoints, shortPoints, shownIndex } from '../parts/points.ts';
import { SourceName, sourceText } from '../parts/source-name.tsx';
import { IllustrationBanner, StatusNote } from '../parts/status-note.tsx';
import { YearLine } from '../parts/year-line.tsx';
import { yearHref } from '../parts/year-links.ts';

interface Props {
  readonly context: Context;
  /** Undefined for an invented body. */
  readonly registered: RegisteredBody | undefined;
  readonly round: RoundView | undefined;
  readonly result: BodyResult | undefined;
}

/** One body: what it is, its points in a round with their explanations, and its history. */
export function BodyPage({ context, registered, round, result }: Props) {
  const { texts } = context;
  const name = result?.name ?? (registered ? lastName(registered).full : '');
  return (
    <>
      {round?.kind === 'illustrative' && <IllustrationBanner context={context} />}
      <h1>{name}</h1>
      {registered && <Life body={registered} context={context} />}
      {registered && <Newest body={registered} context={context} />}
      {round && result && <RoundResult round={round} result={result} context={context} />}
      {registered && <History body={registered} context={context} />}
      {!registered && !result && <p>{texts.body.noHistory}</p>}
    </>
  );
}

function Life({ body, context }: { body: RegisteredBody; context: Context }) {
  const { texts, data } = context;
  const kin = (title: string, passings: readonly WorkTransfer[]) =>
    passings.length > 0 && (
      <p>
        <strong>{title}:</strong>{' '}
        {passings.map((passing, index) => (
          <span key={passing.body.id}>
            {index > 0 && '; '}
            <a href={context.href({ page: 'body', body: passing.body.id })}>{lastName(passing.body).full}</a>
            {passing.partly && ` (${texts.body.partly})`}
            {passing.status && ` (${texts.body.notVerified})`}
            {passing.on && ` ${texts.body.since(displayDate(passing.on))}`}
            {passing.decision && ` ${texts.body.by(passing.decision.number)}`}
          </span>
        ))}
      </p>
    );
  return (
    <div className="life">
      {body.names.length > 1 && (
        <p>
          <strong>{texts.body.names}:</strong>{' '}
          {body.names.map(({ full, from }) => (from ? `${full} (${texts.body.since(displayDate(from))})` : full)).join('; ')}
        </p>
      )}
      {body.opened && <p>{texts.body.opened(displayDate(body.opened))}.</p>}
      {kin(body.opened ? texts.body.from : texts.body.tookOver, predecessorsOf(data.registry, body))}
      {body.closed && <p>{texts.body.closed(displayDate(body.closed))}.</p>}
      {kin(texts.body.became, successorsOf(data.registry, body))}
    </div>
  );
}

/** The newest published figure: index, rank, change, a sentence to cite, files, and whom it may be compared with. */
function Newest({ body, context }: { body: RegisteredBody; context: Context }) {
  const { texts, language } = context;
  const newest = newestYear(body, context);
  if (!newest) return null;
  const { year, row, around } = newest;
  const { figure, change } = row;
  const rank = figure.rank !== undefined && (figure.rankDerived ? texts.body.citedRankDerived : texts.body.citedRank)(figure.rank, year.possible);
  const cited = [texts.body.cited(row.name.full, year.year, displayDecimal(figure.index, language)), rank].filter(Boolean).join(', ');
  return (
    <section aria-labelledby="newest-title">
      <h2 id="newest-title">
        <a href={yearHref(context, year.level, year.year)}>{texts.year.frontTitle(year.year)}</a>
      </h2>
      <dl className="glance">
        <div>
          <dt>{texts.round.indexPublished}</dt>
          <dd>
            {displayDecimal(figure.index, language)}
            <FigureMarks figure={figure} conflict={row.state === 'conflict'} context={context} />
          </dd>
        </div>
        <div>
          <dt>{texts.round.rank}</dt>
          <dd>
            {figure.rank === undefined ? '–' : `${figure.rank}/${year.possible}`}
            {figure.rankDerived && <RankMark context={context} />}
          </dd>
        </div>
        <div>
          <dt>{texts.year.against(year.year - 1)}</dt>
          <dd>{change ? <ChangeText change={change} before={year.year - 1} context={context} /> : <small>{texts.year.changeUnknown(year.year - 1)}</small>}</dd>
        </div>
      </dl>
      {change && <EditionChanges level={year.level} years={[year.year - 1, year.year]} context={context} />}
      <p className="cite">
        <span id="cited">
          {cited} ({texts.body.citedFrom(sourceText(figure.source, context))}).
        </span>{' '}
        <button type="button" hidden data-copy="cited" data-done={texts.year.copied}>
          {texts.year.copy}
        </button>
      </p>
      <div className="card-foot">
        <Downloads name={`co-quan/${body.id}`} context={context} />
        {around.length > 1 && (
          <a href={`${context.href({ page: 'compareBodies' })}?${around.map((one) => `co-quan=${one.body.id}`).join('&')}`}>{texts.body.compareAround}</a>
        )}
      </div>
    </section>
  );
}

function RoundResult({ round, result, context }: { round: RoundView; result: BodyResult; context: Context }) {
  const { texts, language } = context;
  const printed = round.printed.get(result.id);
  const { rank } = result;
  return (
    <section aria-labelledby="result-title">
      <h2 id="result-title">
        <a href={context.href({ page: 'round', round: round.id })}>{round.title[language]}</a>
      </h2>
      <dl className="glance">
        {!printed && (
          <div>
            <dt>{texts.round.index}</dt>
            <dd>
              {shownIndex(result.index, language) ?? (result.reason ? PHRASES[language].reason[result.reason] : '–')}
              <small>
                {[
                  rank === null ? undefined : texts.body.rankText(rank, round.result.summary.all.count),
                  result.class === null ? undefined : texts.body.classText(result.class),
                ]
                  .filter(Boolean)
                  .join(', ')}
              </small>
            </dd>
          </div>
        )}
        {SOURCES.map((source) => {
          const part = result.sources[source];
          return (
            part && (
              <div key={source}>
                <dt>{PHRASES[language].source[source]}</dt>
                <dd>
                  {shortPoints(part.points, language)}
                  <small>{texts.round.of(fullPoints(part.maximum, language))}</small>
                </dd>
              </div>
            )
          );
        })}
        {round.scheme.groups.some(({ kind }) => kind === 'bonus') && (
          <div>
            <dt>{texts.body.bonus}</dt>
            <dd>{shortPoints(result.bonus, language)}</dd>
          </div>
        )}
        {round.scheme.groups.some(({ kind }) => kind === 'penalty') && (
          <div>
            <dt>{texts.body.penalty}</dt>
            <dd>{shortPoints(result.penalty, language)}</dd>
          </div>
        )}
      </dl>
      {printed && result.index && (
        <p className="note">
          {(printed.index === result.index.rounded ? texts.body.recomputedSame : texts.body.recomputed)(displayDecimal(result.index.rounded, language))}
        </p>
      )}
      <StatusNote scheme={round.scheme} context={context} />
      {round.scheme.structure === 'full' && <Lost round={round} result={result} context={context} />}
      <div className="tree-head">
        <h3>{texts.body.tree}</h3>
        <p>{texts.body.open}</p>
        <button type="button" hidden data-open-all="" data-close-text={texts.body.closeAll}>
          {texts.body.openAll}
        </button>
      </div>
      <PointTree context={context} round={round} body={result} />
    </section>
  );
}

const MOST_LOST = 6;

function Lost({ round, result, context }: { round: RoundView; result: BodyResult; context: Context }) {
  const { texts, language } = context;
  const titles = new Map(itemsOfDomains(round.scheme.domains).map((item) => [item.code, inLanguage(item.title, language)]));
  const losses = result.items
    .map((item) => ({ code: item.code, points: missingPoints(item.points, item.maximum) }))
    .filter(({ points }) => isMore(points, '0/1') > 0)
    .toSorted((a, b) => isMore(b.points, a.points))
    .slice(0, MOST_LOST);
  if (losses.length === 0) return null;
  return (
    <section className="lost" aria-labelledby="lost-title">
      <h3 id="lost-title">{texts.body.lost}</h3>
      <p className="quiet">{texts.body.lostNote}</p>
      <ol>
        {losses.map(({ code, points }) => (
          <li key={code}>
            <a href={`#tieu-chi-${code}`}>
              <span className="code">{code}</span> {titles.get(code)}
            </a>
            <span className="number">−{shortPoints(points, language)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function History({ body, context }: { body: RegisteredBody; context: Context }) {
  const { texts, language, data } = context;
  const series = seriesOf(data.history, body);
  const level: Level = body.kind === 'ministry' ? 'ministry' : 'province';
  const figureIn = (year: number) => {
    const entry = series.find((one) => one.year === year);
    return entry && 'figures' in entry ? entry.figures[0] : undefined;
  };
  const empty = series.filter((entry) => !('figures' in entry)).length;
  const known = series.flatMap((entry) => ('figures' in entry ? entry.figures : []));
  return (
    <section aria-labelledby="history-title">
      <h2 id="history-title">{texts.body.history}</h2>
      {known.length === 0 ? (
        <p>{texts.body.noHistory}</p>
      ) : (
        <YearLine
          title={texts.body.historyCaption(lastName(body).full)}
          noFigure={texts.body.noFigure}
          points={series.map((entry) => {
            const figure = 'figures' in entry ? entry.figures[0] : undefined;
            return {
              year: entry.year,
              value: figure && Number(figure.index),
              text: figure ? displayDecimal(figure.index, language) : texts.body.noFigure,
              doubtful: entry.state === 'conflict' || figure?.status === 'derived',
            };
          })}
        />
      )}
      {empty > 0 && <EmptyFold text={texts.year.emptyYears(empty)} whole={known.length === 0} context={context} />}
      <div className="scrolls" tabIndex={0}>
        <table className="history-rows">
          <caption className="unseen">{texts.body.history}</caption>
          <thead>
            <tr>
              <th scope="col">{texts.body.year}</th>
              <th scope="col" className="number">
                {texts.round.index}
              </th>
              <th scope="col" className="number">
                {texts.round.rank}
              </th>
              <th scope="col" className="number">
                {texts.body.change}
              </th>
              <th scope="col">{texts.round.source}</th>
            </tr>
          </thead>
          <tbody>
            {series.toReversed().map((entry) => (
              <Fragment key={entry.year}>
                {'figures' in entry ? (
                  entry.figures.map((figure) => (
                    <tr key={`${entry.year} ${figure.source.title} ${figure.index}`}>
                      <th scope="row">{entry.year}</th>
                      <td className="number">
                        {displayDecimal(figure.index, language)}
                        <FigureMarks figure={figure} conflict={entry.state === 'conflict'} context={context} />
                      </td>
                      <td className="number">
                        {figure.rank ?? '–'}
                        {figure.rankDerived && <RankMark context={context} />}
                      </td>
                      <td className="number">
                        <ChangeText change={changeBetween(figureIn(entry.year - 1), figure)} before={entry.year - 1} context={context} />
                      </td>
                      <td>
                        <SourceName source={figure.source} context={context} />
                        {entry.state === 'conflict' && <span className="mark mark-conflict">{conflictText(figure.rival, context)}</span>}
                      </td>
                    </tr>
                  ))
                ) : (
                  <tr className="is-absent is-empty">
                    <th scope="row">{entry.year}</th>
                    <td colSpan={4}>{entry.state === 'noFigure' ? texts.body.noFigure : texts.body.noBody}</td>
                  </tr>
                )}
                {known.length > 0 && <EditionRow level={level} year={entry.year} columns={5} context={context} />}
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
      {known.length > 0 && <MarksLegend context={context} />}
    </section>
  );
}
