import { ChartFigure } from '@parindex/design/charts/chart-figure.tsx';
import { LineChart } from '@parindex/design/charts/line-chart.tsx';
import '@parindex/design/charts/charts.css';
import type { Language } from '@parindex/core/words/index';
import { formatCount, formatDay, formatDayOf } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { useNow } from '../../kit/words/now.ts';
import { daysSince, niceStep, risingBy } from './entered-days.ts';
import type { Overview } from './queries/ranking.ts';
import { overviewTexts } from './texts/overview.ts';
import { rankingTexts } from './texts/ranking.ts';

const DAY = 86_400_000;

/** A mean to one place. */
const onAverage = (value: number, language: Language): string => formatCount(Math.round(value * 10) / 10, language);

/** What bodies have entered since they may, on average, beside the round before; days are counted from the opening of each. */
export function EnteredChart({ overview, year }: { overview: Overview; year: number }) {
  const texts = useTexts(overviewTexts).pace;
  const { asTable } = useTexts(rankingTexts);
  const { language } = useLanguage();
  const now = useNow();
  const { pace, before, bodies } = overview;
  const opens = pace.opens ?? (pace.days[0] ? `${pace.days[0].day}T00:00:00+07:00` : null);
  if (opens === null || pace.days.length === 0 || bodies === 0) return <p>{texts.none}</p>;
  const closes = pace.closes ?? now.toISOString();
  const width = Math.max(1, daysSince(opens, closes));
  const today = Math.max(0, Math.min(width, daysSince(opens, now.toISOString())));
  const own = risingBy(pace.days, opens, bodies, today);
  const past = before?.opens ? risingBy(before.days, before.opens, before.bodies, width) : [];
  const most = Math.max(1, ...[...own, ...past].map(([, entered]) => entered));
  const step = niceStep(most / 3);
  const top = Math.ceil(most / step) * step;
  const reached = own.at(-1)?.[1] ?? 0;
  const says = texts.says(onAverage(reached, language), formatDayOf(new Date(Math.min(now.getTime(), Date.parse(opens) + width * DAY))));
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
          return [
            formatDay(day),
            onAverage(own.findLast(([days]) => days <= Math.max(0, at))?.[1] ?? 0, language),
            ...(lines.length > 1 ? [onAverage(pastAt(at), language)] : []),
          ];
        }),
      }}
    >
      <LineChart
        title={texts.title}
        description={says}
        lines={lines}
        width={width}
        most={top}
        below={[0, 0.25, 0.5, 0.75, 1]
          .map((share) => ({ at: Math.round(width * share), label: dayAt(Math.round(width * share)) }))
          .filter(({ at }, place, all) => all[place - 1]?.at !== at)}
        beside={Array.from({ length: Math.round(top / step) + 1 }, (_, at) => ({ at: at * step, label: onAverage(at * step, language) }))}
        {...(daysSince(opens, now.toISOString()) <= width ? { mark: { at: today, label: texts.today } } : {})}
      />
    </ChartFigure>
  );
}
