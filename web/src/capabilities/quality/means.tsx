import { Text } from '@mantine/core';
import { ChartFigure } from '@parindex/design/charts/chart-figure.tsx';
import { DotPlot } from '@parindex/design/charts/dot-plot.tsx';
import '@parindex/design/charts/charts.css';
import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import type { Quality } from './queries/quality.ts';
import { differenceText } from './share-text.ts';
import { qualityTexts } from './texts/quality.ts';

type Mean = Quality['persons'][number]['moved'];

interface MeansProps {
  readonly title: string;
  readonly note: string;
  /** What each row is. */
  readonly head: string;
  readonly rows: readonly { readonly label: string; readonly mean: Mean }[];
}

/** Means with their intervals as a picture, with the table behind it; nothing where nothing is known. */
export function Means({ title, note, head, rows }: MeansProps) {
  const texts = useTexts(qualityTexts);
  const { language } = useLanguage();
  const known = rows.flatMap(({ label, mean }) => (mean ? [{ label, ...mean }] : []));
  if (known.length === 0) return null;
  const share = (value: number) => differenceText(value, language);
  const dots = known.map(({ label, mean, interval, count }) => ({
    label,
    value: mean,
    interval,
    text: `${share(mean)} (n = ${formatCount(count, language)})`,
  }));
  return (
    <div>
      <Text fw={600}>{title}</Text>
      <ChartFigure
        note={note}
        table={{
          label: texts.table,
          heads: [head, texts.means.mean, texts.means.low, texts.means.high, texts.means.count],
          rows: known.map(({ label, mean, interval, count }) => [
            ...[label, share(mean), interval ? share(interval.low) : '–', interval ? share(interval.high) : '–', formatCount(count, language)],
          ]),
        }}
      >
        <DotPlot title={title} description={texts.means.describes(dots.map(({ label, text }) => `${label} ${text}`).join('; '))} dots={dots} tick={share} />
      </ChartFigure>
    </div>
  );
}
