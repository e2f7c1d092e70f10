import { displayDecimal } from '@parindex/core';
import type { PublishedGroup, PublishedYear } from '@parindex/core/published/index';
import { fromText, subtract, toDecimal } from '@parindex/core/quantity/rational';
import { Bar } from '@parindex/design/charts/bar.tsx';
import type { ReactNode } from 'react';
import type { Context } from '../context.ts';
import { ChangeText } from './change-text.tsx';
import { SourceName } from './source-name.tsx';

/** How much of a year is known, as a sentence over a bar. */
export function CoverageLine({ year, context }: { year: PublishedYear; context: Context }) {
  return (
    <p className={year.known === year.possible ? 'covered is-whole' : 'covered'}>
      <CoverageBar year={year} />
      <span>{coverageText(year, context)}</span>
    </p>
  );
}

export const coverageText = ({ known, possible }: PublishedYear, { texts }: Context): string =>
  known === 0 ? texts.year.none(possible) : known === possible ? texts.year.whole(known) : texts.year.partial(known, possible);

/** A picture of the sentence beside it. */
export function CoverageBar({ year: { known, possible } }: { year: PublishedYear }) {
  return (
    <span className="coverage-bar">
      <Bar share={known / possible} as="part-0" />
    </span>
  );
}

/** The published mean of a level in a year, and the change from the year before where both are printed. */
function meanOf({ level, year }: PublishedYear, { data }: Context): { index: string; change: string | undefined } | undefined {
  const printed = (of: number) => {
    const entry = data.means[level].find((mean) => mean.year === of);
    return entry && 'figures' in entry ? entry.figures[0]?.index : undefined;
  };
  const [index, before] = [printed(year), printed(year - 1)];
  return index === undefined
    ? undefined
    : { index, change: before === undefined ? undefined : toDecimal(subtract(fromText(index), fromText(before)), 2, 'halfUp') };
}

/** The mean, the first and the last of a year; the last only where its rank says that nobody stands behind it. */
export function YearGlance({ year, context, children }: { year: PublishedYear; context: Context; children?: ReactNode }) {
  const { texts, language } = context;
  const mean = meanOf(year, context);
  const first = year.rows.find(({ figure }) => figure?.rank === 1);
  const last = year.rows.find(({ figure }) => figure?.rank === year.possible);
  const standing = (row: typeof first, label: string) =>
    row?.figure && (
      <div>
        <dt>{label}</dt>
        <dd>
          {displayDecimal(row.figure.index, language)}
          <small>
            <a href={context.href({ page: 'body', body: row.body.id })}>{row.name.short}</a>
          </small>
        </dd>
      </div>
    );
  if (!mean && !first && !last) return null;
  return (
    <dl className="glance">
      {mean && (
        <div>
          <dt>{year.level === 'province' ? texts.year.mean : texts.year.meanMinistries}</dt>
          <dd>
            {displayDecimal(mean.index, language)}
            {mean.change !== undefined && (
              <small>
                {texts.year.against(year.year - 1)}: <ChangeText change={{ points: mean.change, places: undefined }} before={year.year - 1} context={context} />
              </small>
            )}
          </dd>
        </div>
      )}
      {standing(first, texts.year.first)}
      {standing(last, texts.year.last)}
      {children}
    </dl>
  );
}

/** How many bodies stood in each group: known of all of them, even where few single figures are. */
function groupsOf({ level, year }: PublishedYear, { data }: Context): readonly PublishedGroup[] {
  return data.groups.filter((group) => group.level === level && group.year === year);
}

function boundsOf({ from, before }: PublishedGroup, { texts }: Context): string {
  if (from === undefined) return texts.year.below(before ?? '');
  return before === undefined ? texts.year.above(from) : texts.year.range(from, before);
}

/** The mean, first and last of a year as on every page, with its groups and where these were read. */
export function YearFigures({ year, context }: { year: PublishedYear; context: Context }) {
  const { texts } = context;
  const groups = groupsOf(year, context);
  const [first] = groups;
  return (
    <>
      <YearGlance year={year} context={context}>
        {groups.map((group) => (
          <div key={group.group}>
            <dt>{texts.year.group(group.group)}</dt>
            <dd>
              {group.count}
              <small>{boundsOf(group, context)}</small>
            </dd>
          </div>
        ))}
      </YearGlance>
      {first && (
        <p className="note">
          {texts.year.groups(groups.reduce((sum, { count }) => sum + count, 0))}. {texts.round.source}: <SourceName source={first.source} context={context} />
        </p>
      )}
    </>
  );
}
