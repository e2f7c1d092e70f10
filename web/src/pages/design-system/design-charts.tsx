import { Bar } from '@parindex/design/charts/bar.tsx';
import { ChartFigure } from '@parindex/design/charts/chart-figure.tsx';
import { ColumnChart } from '@parindex/design/charts/column-chart.tsx';
import { LineChart } from '@parindex/design/charts/line-chart.tsx';
import { SparkBars } from '@parindex/design/charts/spark-bars.tsx';
import '@parindex/design/charts/charts.css';
import { Section } from '../../kit/page/section.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { designChartTexts } from './texts/design-charts.ts';

const NOW = [
  [0, 0],
  [4, 20],
  [8, 60],
] as const;
const BEFORE = [
  [0, 0],
  [5, 30],
  [8, 48],
  [14, 90],
] as const;
const SPREAD = [
  { label: '0', value: 3 },
  { label: '0,5', value: 5 },
  { label: '1', value: 12, marked: true },
];

/** The charts that the workspace draws. */
export function DesignCharts() {
  const texts = useTexts(designChartTexts);
  const lines = [
    { name: texts.now, as: 'main' as const, points: NOW },
    { name: texts.before, as: 'before' as const, points: BEFORE },
  ];
  return (
    <Section title={texts.title} lead={texts.lead}>
      <ChartFigure note={texts.linesSay} legend={lines} table={{ label: texts.table, heads: [texts.day, texts.now, texts.before], rows: [['8', '60', '48']] }}>
        <LineChart
          title={texts.lines}
          description={texts.linesSay}
          lines={lines}
          width={14}
          most={100}
          below={[0, 7, 14].map((at) => ({ at, label: String(at) }))}
          beside={[0, 50, 100].map((at) => ({ at, label: String(at) }))}
          mark={{ at: 8, label: texts.today }}
        />
      </ChartFigure>
      <ChartFigure
        note={texts.columnsSay}
        table={{ label: texts.table, heads: [texts.points, texts.bodies], rows: SPREAD.map(({ label, value }) => [label, String(value)]) }}
      >
        <ColumnChart title={texts.columns} description={texts.columnsSay} columns={SPREAD} write={String} />
      </ChartFigure>
      <span>{texts.bar}</span>
      <Bar share={0.6} as="warn" />
      <SparkBars title={texts.spark} shares={[0.9, 0.75, 0.6, null, 0.4]} />
    </Section>
  );
}
