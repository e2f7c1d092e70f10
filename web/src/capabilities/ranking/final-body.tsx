import { Button, Stack, Text } from '@mantine/core';
import type { Language } from '@parindex/core/words/index';
import { pointsOver, pointsText } from '@parindex/core/words/points-text';
import { ChartFigure } from '@parindex/design/charts/chart-figure.tsx';
import { footOf, Waterfall, type WaterfallBar } from '@parindex/design/charts/waterfall.tsx';
import { useQuery } from '@tanstack/react-query';
import { Table } from '../../kit/lists/table.tsx';
import { Section } from '../../kit/page/section.tsx';
import { Arrival } from '../../kit/reading/arrival.tsx';
import { NotLoaded } from '../../kit/reading/loaded.tsx';
import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { Improvement } from '../improvement/improvement-view.tsx';
import { improvementTexts } from '../improvement/texts/improvement.ts';
import { ClosingLetters } from './final-documents.tsx';
import { FinalLosses, useStandingText } from './final-losses.tsx';
import { FinalYears } from './final-years.tsx';
import { changeText, indexText } from './index-words.ts';
import { type FinalBody, finalBodyQuery } from './queries/final.ts';
import { finalTexts } from './texts/final.ts';

type Step = FinalBody['row']['steps'][number];

interface FinalBodyProps {
  readonly round: string;
  readonly body: string;
  readonly onClose?: () => void;
}

/** The way of one body from its claim to the final result: by stage, and item by item. */
export function FinalBodyView({ round, body, onClose }: FinalBodyProps) {
  const { data, error, refetch } = useQuery(finalBodyQuery(round, body));
  if (!data) return <NotLoaded error={error} retry={refetch} />;
  return (
    <Arrival of={body}>
      <Way of={data} {...(onClose ? { onClose } : {})} />
    </Arrival>
  );
}

function Way({ of, onClose }: { of: FinalBody; onClose?: () => void }) {
  const texts = useTexts(finalTexts);
  const { language } = useLanguage();
  const { row, placed, moves } = of;
  const itemLost = useTexts(improvementTexts).itemLost;
  const lostItems = (of.losses ?? []).map(({ code, title, lost }) => ({ code, label: itemLost(`${code}. ${title}`, pointsText(lost, of, language)) }));
  const count = (value: number) => formatCount(value, language);
  const lead = [
    row.index ? `${texts.index} ${indexText(row.index.rounded, language)}` : texts.noIndex,
    pointsOver(row, of, language),
    ...(row.rank === null || placed === null ? [] : [texts.ofRank(count(row.rank), count(placed))]),
    ...(row.class === null ? [] : [`${texts.class}: ${row.class.title}`]),
  ].join(' · ');
  return (
    <Section
      title={row.body.name}
      lead={lead}
      actions={
        onClose ? (
          <Button variant="default" size="compact-sm" onClick={onClose}>
            {texts.close}
          </Button>
        ) : undefined
      }
    >
      <Stack>
        <ClosingLetters of={of} body={row.body.id} />
        <Chart of={of} />
        {moves.every(({ items }) => items.length === 0) ? <Text size="sm">{texts.noMoves}</Text> : null}
        {moves.map(({ stage, items }) => (items.length === 0 ? null : <Moved key={stage} of={of} title={texts.moves(texts.stages[stage])} items={items} />))}
        <FinalLosses of={of} />
        {of.losses === null ? null : <Improvement sheet={{ round: of.round, body: row.body.id }} lost={lostItems} />}
        {of.years ? <FinalYears of={of} years={of.years} /> : null}
      </Stack>
    </Section>
  );
}

const levelOf = (index: Step['index']): number => Number(index?.rounded ?? 0);

/** The stages as bars: the claim, the way from each to the next, the end. */
function barsOf(steps: readonly Step[], names: Readonly<Record<Step['stage'], string>>, final: string, language: Language): WaterfallBar[] {
  const bars = steps.map(({ stage, index, change }, at): WaterfallBar => {
    const to = levelOf(index);
    if (at === 0) return { label: names[stage], text: index ? indexText(index.rounded, language) : '–', whole: true, from: to, to };
    return { label: names[stage], text: change ? changeText(change.rounded, language) : '–', whole: false, from: levelOf(steps[at - 1]?.index ?? null), to };
  });
  const last = steps.at(-1)?.index ?? null;
  const end = levelOf(last);
  return [...bars, { label: final, text: last ? indexText(last.rounded, language) : '–', whole: true, from: end, to: end }];
}

function Chart({ of: { row } }: { of: FinalBody }) {
  const texts = useTexts(finalTexts);
  const { language } = useLanguage();
  if (row.steps.every(({ index }) => index === null)) return null;
  const bars = barsOf(row.steps, texts.stages, texts.final, language);
  return (
    <ChartFigure
      note={texts.axis(formatCount(footOf(bars), language))}
      table={{ label: texts.table, heads: [texts.step, texts.change], rows: bars.map(({ label, text }) => [label, text]) }}
    >
      <Waterfall title={texts.chart(row.body.name)} description={texts.says(bars.map(({ label, text }) => `${label} ${text}`).join('; '))} bars={bars} />
    </ChartFigure>
  );
}

function Moved({ of, title, items }: { of: FinalBody; title: string; items: FinalBody['moves'][number]['items'] }) {
  const texts = useTexts(finalTexts);
  const standing = useStandingText(of);
  return (
    <div>
      <Text size="sm" fw={600} mb="xs">
        {title}
      </Text>
      <Table
        caption={title}
        keyOf={({ code }) => code}
        rows={items}
        dense
        columns={[
          { key: 'item', title: texts.item, names: true, least: '14rem', cell: ({ code, title: name }) => `${code}. ${name}` },
          { key: 'before', title: texts.before, align: 'right', cell: ({ before }) => standing(before) },
          { key: 'after', title: texts.after, align: 'right', cell: ({ after }) => standing(after) },
          { key: 'why', title: texts.why, least: '12rem', cell: ({ reason }) => reason ?? '–' },
        ]}
      />
    </div>
  );
}
