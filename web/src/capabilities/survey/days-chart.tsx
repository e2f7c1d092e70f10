import { Text } from '@mantine/core';
import { dayBefore } from '@parindex/core/quantity/calendar-date';
import '@parindex/design/charts/charts.css';
import { ChartFigure } from '@parindex/design/charts/chart-figure.tsx';
import { ColumnChart } from '@parindex/design/charts/column-chart.tsx';
import { controlTexts } from '../../kit/words/control-texts.ts';
import { formatCount, formatDay } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import type { Standing } from './queries/standing.ts';
import { standingTexts } from './texts/standing.ts';

/** Days that stand side by side on a phone. */
const DRAWN = 7;

/** The last days up to the last on which a form came, those without one among them. */
function drawnDays(days: readonly { readonly day: string; readonly sent: number }[]) {
  const [sent, first] = [new Map(days.map((each) => [each.day, each.sent])), days[0]?.day ?? ''];
  const drawn: { day: string; sent: number }[] = [];
  for (let day = days.at(-1)?.day ?? ''; drawn.length < DRAWN && day >= first; day = dayBefore(day)) drawn.unshift({ day, sent: sent.get(day) ?? 0 });
  return drawn;
}

/** How many forms came on each day: as a chart, as a sentence, and all days as a table. */
export function DaysChart({ days, threshold }: Pick<Standing, 'days' | 'threshold'>) {
  const texts = useTexts(standingTexts).days;
  const { asTable } = useTexts(controlTexts);
  const { language } = useLanguage();
  const count = (value: number) => formatCount(value, language);
  if (days === null) return <Text size="sm">{texts.few(count(threshold))}</Text>;
  const all = days.reduce((sum, { sent }) => sum + sent, 0);
  const most = days.reduce((best, each) => (each.sent > best.sent ? each : best));
  const drawn = drawnDays(days);
  const says = texts.says(count(all), formatDay(most.day), count(most.sent));
  let soFar = 0;
  return (
    <ChartFigure
      note={drawn[0]?.day === days[0]?.day ? says : `${says} ${texts.last(count(DRAWN))}`}
      table={{
        label: asTable,
        heads: [texts.day, texts.sent, texts.all],
        rows: days.map(({ day, sent }) => {
          soFar += sent;
          return [formatDay(day), count(sent), count(soFar)];
        }),
      }}
    >
      <Text fw={600}>{texts.title}</Text>
      <ColumnChart
        title={texts.title}
        description={says}
        columns={drawn.map(({ day, sent }) => ({ label: formatDay(day).slice(0, 5), value: sent }))}
        write={count}
      />
    </ChartFigure>
  );
}
