import { Button, Group, Text } from '@mantine/core';
import { pointsText, roundedPoints } from '@parindex/core/words/points-text';
import { ChartFigure } from '@parindex/design/charts/chart-figure.tsx';
import { ColumnChart } from '@parindex/design/charts/column-chart.tsx';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { NotLoaded } from '../../kit/reading/loaded.tsx';
import { controlTexts } from '../../kit/words/control-texts.ts';
import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { type ItemSpread, itemSpreadQuery } from './queries/overview.ts';
import { overviewTexts } from './texts/overview.ts';

/** More values than these are put together in ranges of equal width. */
const MOST_COLUMNS = 8;
const MOST_NAMED = 4;

interface Column {
  readonly label: string;
  readonly bodies: readonly { readonly name: string }[];
}

/** Values as they are where there are few, else in ranges from 0 to the most. */
function columnsOf({ values, ...rest }: ItemSpread, write: (fraction: string) => string, range: (from: number, to: number) => string): Column[] {
  const points = (fraction: string) => Number(roundedPoints(fraction, rest));
  const byLabel = Map.groupBy(values, ({ points: value }) => write(value));
  if (byLabel.size <= MOST_COLUMNS) return [...byLabel].map(([label, same]) => ({ label, bodies: same.flatMap(({ bodies }) => bodies) }));
  const low = Math.min(0, ...values.map(({ points: value }) => points(value)));
  const high = Math.max(...values.map(({ maximum }) => points(maximum)));
  const width = (high - low) / (MOST_COLUMNS - 2);
  const places = Array.from({ length: MOST_COLUMNS - 2 }, (_, at) => at);
  return places.map((at) => ({
    label: range(low + at * width, low + (at + 1) * width),
    bodies: values.filter(({ points: value }) => Math.min(places.length - 1, Math.floor((points(value) - low) / width)) === at).flatMap(({ bodies }) => bodies),
  }));
}

/** How the points of an item are spread over the bodies that have scored it. */
export function ItemSpreadView({ round, item, onClose }: { round: string; item: string; onClose: () => void }) {
  const texts = useTexts(overviewTexts).spread;
  const { language } = useLanguage();
  const { data, error, refetch } = useQuery(itemSpreadQuery(round, item));
  const place = useRef<HTMLElement>(null);
  // It opens above the line that was chosen, which may be far down.
  useEffect(() => {
    if (data) void place.current?.scrollIntoView({ block: 'nearest' });
  }, [data]);
  return (
    <section ref={place} className="card inner-card" aria-label={texts.title(item)}>
      <Group justify="space-between" align="start" wrap="nowrap">
        <Text fw={600}>{data ? `${data.code}. ${data.title}` : texts.title(item)}</Text>
        <Button variant="subtle" size="compact-sm" className="screen-only" onClick={onClose}>
          {texts.close}
        </Button>
      </Group>
      {data ? <Spread spread={data} language={language} /> : <NotLoaded error={error} retry={refetch} />}
    </section>
  );
}

function Spread({ spread, language }: { spread: ItemSpread; language: 'vi' | 'en' }) {
  const texts = useTexts(overviewTexts).spread;
  const { asTable } = useTexts(controlTexts);
  const short = (value: number) => formatCount(Math.round(value * 100) / 100, language);
  const columns = columnsOf(
    spread,
    (fraction) => pointsText(fraction, spread, language),
    (from, to) => texts.range(short(from), short(to)),
  );
  const names = (bodies: Column['bodies']) => {
    const first = bodies.slice(0, MOST_NAMED).map(({ name }) => name);
    return bodies.length > MOST_NAMED ? texts.namesMore(first.join(', '), formatCount(bodies.length - MOST_NAMED, language)) : first.join(', ');
  };
  const says = texts.says(formatCount(spread.answered, language), spread.mean === null ? '–' : pointsText(spread.mean, spread, language));
  return (
    <ChartFigure
      note={[
        says,
        texts.open(formatCount(spread.unanswered, language), formatCount(spread.claimed, language)),
        ...(columns[0] ? [texts.lowest(columns[0].label, names(columns[0].bodies))] : []),
      ].join(' ')}
      table={{
        label: asTable,
        heads: [texts.points, texts.bodies, texts.names],
        rows: columns.map(({ label, bodies }) => [label, formatCount(bodies.length, language), names(bodies)]),
      }}
    >
      <ColumnChart
        title={texts.title(spread.code)}
        description={says}
        columns={columns.map(({ label, bodies }) => ({ label, value: bodies.length }))}
        write={(value) => formatCount(value, language)}
      />
    </ChartFigure>
  );
}
