import { ChartFigure } from '@parindex/design/charts/chart-figure.tsx';
import { LineChart } from '@parindex/design/charts/line-chart.tsx';
import '@parindex/design/charts/charts.css';
import { controlTexts } from '../../kit/words/control-texts.ts';
import { formatDay, formatDayOf, formatPercent } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { useNow } from '../../kit/words/now.ts';
import { daysSince, risingBy } from './entered-days.ts';
import type { Overview } from './queries/overview.ts';
import { overviewTexts } from './texts/overview.ts';

const DAY = 86_400_000;

const QUARTERS = [0, 0.25, 0.5, 0.75, 1];

/** How much of what bodies have to score they have begun since they may, beside the round before; days are counted from the opening of each. */
export function EnteredChart({ overview, year }: { overview: Overview; year: number }) {
  const texts = useTexts(overviewTexts).pace;
  const { asTable } = useTexts(controlTexts);
  const { language } = useLanguage();
  const now = useNow();
  const { pace, before } = overview;
  const percent = (share: number) => formatPercent(share, 1, language);
  const opens = pace.opens ?? (pace.days[0] ? `${pace.days[0].day}T00:00:00+07:00` : null);
  if (opens === null || pace.days.length === 0 || pace.asked === 0) return <p>{texts.none}</p>;
  const closes = pace.closes ?? now.toISOString();
  const width = Math.max(1, daysSince(opens, closes));
  const today = Math.max(0, Math.min(width, daysSince(opens, now.toISOString())));
  const own = risingBy(pace.days, opens, pace.asked, today);
  const past = before?.opens && before.asked > 0 ? risingBy(before.days, before.opens, before.asked, width) : [];
  const reached = own.at(-1)?.[1] ?? 0;
  const says = texts.says(percent(reached), formatDayOf(new Date(Math.min(now.getTime(), Date.parse(opens) + width * DAY))));
  const dayAt = (days: number) => formatDayOf(new Date(Date.parse(opens) + days * DAY)).slice(0, 5);
  const pastAt = (days: number) => past.findLast(([at]) => at <= days)?.[1] ?? 0;
  const lines = [
    { name: texts.now(String(year)), as: 'main' as const, points: own },
    ...(before && past.length > 0 ? [{ name: texts.before(String(before.year)), as: 'before' as const, points: past }] : []),
  ];
  return (
    <ChartFigure
      note={before === null ? `${says} ${texts.noBefore}` : says}
      legend={lines}
      table={{
        label: asTable,
        heads: [texts.day, ...lines.map(({ name }) => name)],
        rows: pace.days.map(({ day }) => {
          const at = daysSince(opens, `${day}T23:59:59+07:00`);
          return [formatDay(day), percent(own.findLast(([days]) => days <= Math.max(0, at))?.[1] ?? 0), ...(lines.length > 1 ? [percent(pastAt(at))] : [])];
        }),
      }}
    >
      <LineChart
        title={texts.title}
        description={says}
        lines={lines}
        width={width}
        most={1}
        below={QUARTERS.map((share) => ({ at: Math.round(width * share), label: dayAt(Math.round(width * share)) })).filter(
          ({ at }, place, all) => all[place - 1]?.at !== at,
        )}
        beside={QUARTERS.map((share) => ({ at: share, label: percent(share) }))}
        {...(daysSince(opens, now.toISOString()) <= width ? { mark: { at: today, label: texts.today } } : {})}
      />
    </ChartFigure>
  );
}
