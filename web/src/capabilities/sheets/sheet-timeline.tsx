import { fromFraction, toDecimal } from '@parindex/core/quantity/rational';
import { pointsOver } from '@parindex/core/words/points-text';
import { ChartFigure } from '@parindex/design/charts/chart-figure.tsx';
import { LineChart } from '@parindex/design/charts/line-chart.tsx';
import { useQuery } from '@tanstack/react-query';
import '@parindex/design/charts/charts.css';
import { Section } from '../../kit/page/section.tsx';
import { Loaded } from '../../kit/reading/loaded.tsx';
import { formatCount, formatDay } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { sheetTimelineQuery } from './queries/sheet-timeline.ts';
import { timelineTexts } from './texts/timeline.ts';

const DAY_MS = 86_400_000;
const STEPS = 4;

interface SheetTimelineProps {
  readonly round: string;
  readonly body: string;
  /** Of the sheet's last entry. */
  readonly seq: number;
}

/** Points claimed over the days on which a sheet was written in; who wrote stands in its table. */
export function SheetTimeline({ round, body, seq }: SheetTimelineProps) {
  const texts = useTexts(timelineTexts);
  const { language } = useLanguage();
  const query = useQuery(sheetTimelineQuery(round, body, seq));
  return (
    <Section title={texts.title} lead={texts.lead}>
      <Loaded query={query} isEmpty={({ days }) => days.length === 0} empty={<p className="quiet">{texts.none}</p>}>
        {({ rounding, days }) => {
          const [first, last] = [days[0], days.at(-1)];
          if (!first || !last) return null;
          const since = (day: string) => Math.round((Date.parse(day) - Date.parse(first.day)) / DAY_MS);
          // For drawing alone.
          const height = (fraction: string) => Number(toDecimal(fromFraction(fraction), 2, 'halfUp'));
          const most = height(last.maximum);
          const width = Math.max(1, since(last.day));
          // A sheet stays as it is until it is written in again, so that the line rises in steps.
          const points = days.flatMap(({ day, points: at }, index) => {
            const before = days[index - 1];
            return before ? [[since(day), height(before.points)] as const, [since(day), height(at)] as const] : [[0, 0] as const, [0, height(at)] as const];
          });
          return (
            <ChartFigure
              note={texts.says(pointsOver(last, { rounding }, language), formatDay(last.day), formatCount(days.length, language))}
              table={{
                label: texts.asTable,
                heads: [texts.day, texts.points, texts.answered, texts.writers],
                rows: days.map((day) => [
                  formatDay(day.day),
                  pointsOver(day, { rounding }, language),
                  `${formatCount(day.answered, language)}/${formatCount(day.asked, language)}`,
                  day.writers.map(({ name, entries }) => texts.writer(name, formatCount(entries, language))).join(', '),
                ]),
              }}
            >
              {/* A day alone is no line. */}
              {days.length === 1 ? null : (
                <LineChart
                  title={texts.title}
                  description={texts.lead}
                  lines={[{ name: texts.points, as: 'main', points }]}
                  width={width}
                  most={most}
                  below={[...new Map([first, last].map(({ day }) => [since(day), day]))].map(([at, day]) => ({ at, label: formatDay(day).slice(0, 5) }))}
                  beside={Array.from({ length: STEPS + 1 }, (_, step) => ({
                    at: (most * step) / STEPS,
                    label: formatCount(Math.round((most * step) / STEPS), language),
                  }))}
                />
              )}
            </ChartFigure>
          );
        }}
      </Loaded>
    </Section>
  );
}
