import type { Level, PublishedYear } from '@parindex/core/published/index';
import type { Context } from '../context.ts';
import { CompareForm } from '../parts/compare-form.tsx';
import { Downloads } from '../parts/downloads.tsx';
import { EditionChanges } from '../parts/edition-changes.tsx';
import { EmptyFold } from '../parts/empty-fold.tsx';
import { MarksLegend } from '../parts/figure-marks.tsx';
import { ProvinceMap } from '../parts/province-map.tsx';
import { RowFilter } from '../parts/row-filter.tsx';
import { CoverageLine, YearFigures } from '../parts/year-facts.tsx';
import { yearFile, yearHref } from '../parts/year-links.ts';
import { YearSources, YearTable } from '../parts/year-table.tsx';

/** A level in one year as published: the table, and for provinces the map beside it. */
export function YearPage({ year, context }: { year: PublishedYear; context: Context }) {
  const { texts } = context;
  const empty = year.possible - year.known;
  const table = (
    <section aria-labelledby="table-title">
      <h2 id="table-title">{texts.round.table}</h2>
      {year.known === 0 ? (
        <>
          {year.level === 'province' && <p>{texts.history.merged}</p>}
          <EmptyFold text={texts.year.emptyBodies(empty)} whole context={context} />
          <YearTable year={year} context={context} />
        </>
      ) : (
        <>
          <EditionChanges level={year.level} years={[year.year - 1, year.year]} context={context} />
          <RowFilter of="results" all={year.rows.length} context={context} />
          <CompareForm context={context}>
            {empty > 0 && <EmptyFold text={texts.year.emptyBodies(empty)} context={context} />}
            <YearTable year={year} context={context} choosing />
          </CompareForm>
          <MarksLegend context={context} />
          <YearSources year={year} context={context} />
        </>
      )}
    </section>
  );
  return (
    <>
      <h1>{texts.year.title[year.level](year.year)}</h1>
      <YearSteps level={year.level} year={year.year} context={context} />
      <div className="year-head">
        <CoverageLine year={year} context={context} />
        <Downloads name={yearFile(year.level, year.year)} context={context} />
      </div>
      <YearFigures year={year} context={context} />
      {year.level === 'province' ? (
        <div className="beside">
          {table}
          <section aria-labelledby="map-title">
            <h2 id="map-title">{texts.year.map(year.year)}</h2>
            <ProvinceMap year={year} context={context} />
            <p className="note">{texts.year.mapNote}</p>
          </section>
        </div>
      ) : (
        table
      )}
    </>
  );
}

/** The way to the other years of the level. */
export function YearSteps({ level, year, context }: { level: Level; year?: number; context: Context }) {
  const { texts, data } = context;
  return (
    <nav className="year-steps" aria-label={texts.year.otherYears}>
      <ul>
        {data.years[level].toReversed().map((one) => (
          <li key={one.year}>
            <a href={yearHref(context, level, one.year)} aria-current={one.year === year ? 'page' : undefined}>
              {one.year}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
