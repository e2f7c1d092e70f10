import { useQuery } from '@tanstack/react-query';
import { Facts } from '../../kit/page/facts.tsx';
import { Section } from '../../kit/page/section.tsx';
import { NotLoaded } from '../../kit/reading/loaded.tsx';
import { formatCount, formatDay, formatMoment } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { BatchPreview } from './batch-preview.tsx';
import { MovedPoints } from './moved-points.tsx';
import { type Batch, batchQuery } from './queries/batches.ts';
import { batchTexts } from './texts/batches.ts';
import { WrittenRows } from './written-rows.tsx';

interface BatchViewProps {
  readonly round: string;
  readonly id: string;
  readonly mayChange: boolean;
}

/** A batch: its values beside the present ones, the changed points, and the decision. */
export function BatchView({ round, id, mayChange }: BatchViewProps) {
  const { data, error, refetch } = useQuery(batchQuery(round, id));
  if (!data) return <NotLoaded error={error} retry={refetch} />;
  return (
    <>
      <About delivery={data} />
      <BatchPreview delivery={data} mayChange={mayChange} />
      {data.preview.rows.some(({ outcome }) => outcome === 'change') ? <MovedPoints moved={data.preview.moved} scheme={data} /> : null}
      {data.writings.map((writing) => (
        <WrittenRows key={writing.number} writing={writing} scheme={data} />
      ))}
    </>
  );
}

function About({ delivery }: { delivery: Batch }) {
  const texts = useTexts(batchTexts);
  const { language } = useLanguage();
  const { fileName, source, date, vintage, state, broughtBy, broughtAt, cameBy, decidedBy, decidedAt, reason, rows } = delivery;
  const facts: [string, string][] = [
    [texts.state, texts.states[state]],
    [texts.broughtBy, `${broughtBy.name}, ${texts.ways[cameBy]}`],
    [texts.broughtAt, formatMoment(broughtAt)],
    [texts.rows, formatCount(rows, language)],
    ...(source === null ? [] : [[texts.source, source] as [string, string]]),
    ...(date === null ? [] : [[texts.date, formatDay(date)] as [string, string]]),
    ...(vintage === null ? [] : [[texts.vintage, vintage] as [string, string]]),
    ...(decidedBy === null || decidedAt === null ? [] : [[texts.decidedBy, texts.decided(decidedBy.name, formatMoment(decidedAt))] as [string, string]]),
    ...(reason === null ? [] : [[texts.reason, reason] as [string, string]]),
  ];
  return (
    <Section title={texts.batchOf(fileName ?? source ?? texts.unnamed)}>
      <Facts facts={facts} />
    </Section>
  );
}
