import { displayDecimal, searchKey } from '@parindex/core';
import type { PublishedYear, Source, YearRow } from '@parindex/core/published/index';
import type { Context } from '../context.ts';
import { ChangeText } from './change-text.tsx';
import { ChooseBox } from './compare-form.tsx';
import { FigureMarks, RankMark } from './figure-marks.tsx';
import { SourceList, SourceNumber, sourcesOnce } from './source-list.tsx';

interface Props {
  readonly year: PublishedYear;
  readonly context: Context;
  /** The first rows alone, and no sources. */
  readonly first?: number;
  /** With boxes by which bodies are chosen for comparison; the table stands in a form. */
  readonly choosing?: boolean;
}

/** Bodies of one year by rank, with the change from the year before; those without a figure come last, to be folded. */
export function YearTable({ year, context, first, choosing = false }: Props) {
  const { texts } = context;
  const rows = first === undefined ? year.rows : year.rows.filter(({ figure }) => figure !== undefined).slice(0, first);
  const id = first === undefined ? 'results' : undefined;
  const sources = sourcesOf(year);
  return (
    <div className="scrolls" tabIndex={first === undefined ? 0 : undefined}>
      <table
        className={first === undefined ? 'results results-plain' : 'results results-short results-plain'}
        id={id}
        data-sortable={first === undefined ? '' : undefined}
      >
        <caption className="unseen">{texts.year.title[year.level](year.year)}</caption>
        <thead>
          <tr>
            <th scope="col" data-kind="number" aria-sort={first === undefined ? 'ascending' : undefined}>
              {texts.round.rank}
            </th>
            <th scope="col" data-kind="text">
              {texts.round.body}
            </th>
            <th scope="col" data-kind="number" className="number">
              {texts.round.indexPublished}
            </th>
            <th scope="col" data-kind="number" className="number">
              {texts.year.against(year.year - 1)}
            </th>
            {first === undefined && (
              <th scope="col" className="ref">
                {texts.round.source}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <BodyRow key={row.body.id} row={row} year={year} sources={first === undefined ? sources : undefined} choosing={choosing} context={context} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  readonly row: YearRow;
  readonly year: PublishedYear;
  /** In the order of their numbers; undefined where none are told. */
  readonly sources: readonly Source[] | undefined;
  readonly choosing: boolean;
  readonly context: Context;
}

function BodyRow({ row, year, sources, choosing, context }: RowProps) {
  const { texts, language } = context;
  const { body, name, figure, change } = row;
  const link = <a href={context.href({ page: 'body', body: body.id })}>{name.short}</a>;
  const named = choosing ? (
    <span className="choosing">
      <ChooseBox id={body.id} name={name.short} context={context} />
      {link}
    </span>
  ) : (
    link
  );
  const search = body.names.flatMap((one) => [searchKey(one.full), searchKey(one.short)]).join(' ');
  if (!figure) {
    return (
      <tr className="is-empty" data-search={search}>
        <td data-value="">–</td>
        <th scope="row">{named}</th>
        <td colSpan={3} className="quiet" data-value="">
          {texts.body.noFigure}
        </td>
      </tr>
    );
  }
  return (
    <tr data-search={search}>
      <td data-value={figure.rank ?? ''}>
        {figure.rank ?? '–'}
        {figure.rankDerived && <RankMark context={context} />}
      </td>
      <th scope="row">{named}</th>
      <td className="number strong" data-value={figure.index}>
        {displayDecimal(figure.index, language)}
        <FigureMarks figure={figure} conflict={row.state === 'conflict'} context={context} />
      </td>
      <td className="number" data-value={change?.points ?? ''}>
        <ChangeText change={change} before={year.year - 1} context={context} />
      </td>
      {sources && (
        <td className="ref">
          <SourceNumber source={figure.source} of={sources} context={context} />
        </td>
      )}
    </tr>
  );
}

/** Each source of a year once, in the order of the rows. */
const sourcesOf = ({ rows }: PublishedYear): Source[] => sourcesOnce(rows.flatMap(({ figure }) => figure?.source ?? []));

/** The sources to which the numbers in the table lead. */
export const YearSources = ({ year, context }: { year: PublishedYear; context: Context }) => <SourceList sources={sourcesOf(year)} context={context} />;
