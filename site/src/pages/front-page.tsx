import { displayDecimal } from '@parindex/core';
import { LEVELS, newestWholeYear, type PublishedYear, type RegionMeans } from '@parindex/core/published/index';
import type { Context } from '../context.ts';
import { Downloads } from '../parts/downloads.tsx';
import { FigureMarks } from '../parts/figure-marks.tsx';
import { ProvinceMap } from '../parts/province-map.tsx';
import { CoverageBar, CoverageLine, coverageText, YearGlance } from '../parts/year-facts.tsx';
import { yearFile, yearHref } from '../parts/year-links.ts';
import { YearTable } from '../parts/year-table.tsx';

const FIRST_ROWS = 5;

/** The year that stands first: the newest of which a level is whole, else the newest with any figure. */
export const frontYear = ({ data }: Context): number =>
  newestWholeYear(data.years.ministry)?.year ?? newestWholeYear(data.years.province)?.year ?? data.history.years.at(-1) ?? 0;

/** Ministries and provinces of the newest whole year side by side, the map, and what is known of other years. */
export function FrontPage({ context }: { context: Context }) {
  const { texts, data } = context;
  const newest = frontYear(context);
  const sides = (['ministry', 'province'] as const).flatMap((level) => data.years[level].find(({ year }) => year === newest) ?? []);
  const provinces = sides.find(({ level }) => level === 'province');
  return (
    <>
      <h1>{texts.year.frontTitle(newest)}</h1>
      <p className="lead">{texts.year.frontLead(newest)}</p>
      <div className="beside">
        {sides.map((year) => (
          <LevelCard key={year.level} year={year} context={context} />
        ))}
      </div>
      <div className="beside">
        {provinces && (
          <section aria-labelledby="map-title">
            <h2 id="map-title">{texts.year.map(newest)}</h2>
            <ProvinceMap year={provinces} context={context} />
            <p className="note">{texts.year.mapNote}</p>
          </section>
        )}
        <section aria-labelledby="years-title">
          <h2 id="years-title">{texts.year.years}</h2>
          <p className="quiet">{texts.year.yearsNote}</p>
          <YearsTable context={context} />
          <p className="note">{texts.year.successors(data.years.province.at(-1)?.possible ?? 0)}</p>
          <RegionsTable context={context} />
        </section>
      </div>
    </>
  );
}

function LevelCard({ year, context }: { year: PublishedYear; context: Context }) {
  const { texts } = context;
  const href = yearHref(context, year.level, year.year);
  return (
    <section aria-labelledby={`side-${year.level}`}>
      <h2 id={`side-${year.level}`}>
        <a href={href}>{texts.year.level[year.level]}</a>
      </h2>
      <CoverageLine year={year} context={context} />
      <YearGlance year={year} context={context} />
      <YearTable year={year} context={context} first={FIRST_ROWS} />
      <div className="card-foot">
        <a className="act" href={href}>
          {texts.year.all} <span className="unseen">({texts.year.level[year.level]})</span>
        </a>
        <Downloads name={yearFile(year.level, year.year)} context={context} />
      </div>
    </section>
  );
}

/** How many bodies of each level have a figure, the newest year first. */
function YearsTable({ context }: { context: Context }) {
  const { texts, data } = context;
  const years = [...new Set(LEVELS.flatMap((level) => data.years[level].map(({ year }) => year)))].toSorted((a, b) => b - a);
  return (
    <table className="years">
      <caption className="unseen">{texts.year.years}</caption>
      <thead>
        <tr>
          <th scope="col">{texts.body.year}</th>
          <th scope="col">{texts.year.level.ministry}</th>
          <th scope="col">{texts.year.level.province}</th>
        </tr>
      </thead>
      <tbody>
        {years.map((number) => (
          <tr key={number}>
            <th scope="row">{number}</th>
            {(['ministry', 'province'] as const).map((level) => {
              const year = data.years[level].find((one) => one.year === number);
              return (
                <td key={level}>
                  {year && (
                    <a
                      href={yearHref(context, level, number)}
                      aria-label={`${year.known}/${year.possible} ${texts.year.level[level]}, ${texts.year.before(number)}: ${coverageText(year, context)}`}
                    >
                      {year.known}/{year.possible}
                      <CoverageBar year={year} />
                    </a>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const NEWEST_REGION_YEARS = 3;

/** The published means of the regions, the newest year first; sorted by it. */
function RegionsTable({ context }: { context: Context }) {
  const { texts, language, data } = context;
  const years = data.history.years
    .filter((year) => data.regions.some((region) => region.years.some((entry) => entry.year === year && 'figures' in entry)))
    .slice(-NEWEST_REGION_YEARS)
    .toReversed();
  const meanIn = (region: RegionMeans, year: number | undefined) => {
    const entry = region.years.find((one) => one.year === year);
    return entry && 'figures' in entry ? { mean: entry.figures[0], conflict: entry.state === 'conflict' } : undefined;
  };
  const newest = (region: RegionMeans) => Number(meanIn(region, years[0])?.mean?.index ?? 0);
  return (
    <>
      <h3>{texts.year.regions}</h3>
      <div className="scrolls" tabIndex={0}>
        <table className="regions">
          <caption className="unseen">{texts.year.regions}</caption>
          <thead>
            <tr>
              <th scope="col">{texts.year.region}</th>
              {years.map((year) => (
                <th key={year} scope="col" className="number">
                  {year}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.regions
              .toSorted((a, b) => newest(b) - newest(a))
              .map((region) => (
                <tr key={region.region}>
                  <th scope="row">{region.region}</th>
                  {years.map((year) => {
                    const found = meanIn(region, year);
                    return (
                      <td key={year} className="number">
                        {found?.mean ? displayDecimal(found.mean.index, language) : <span className="quiet">–</span>}
                        {found?.mean && <FigureMarks figure={found.mean} conflict={found.conflict} context={context} />}
                      </td>
                    );
                  })}
                </tr>
              ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
