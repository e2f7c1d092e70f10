import { Text } from '@mantine/core';
import { pointsOver, pointsText, type Rounding } from '@parindex/core/words/points-text';
import { sourceText } from '@parindex/core/words/source-text';
import { Table } from '../../kit/lists/table.tsx';
import { Section } from '../../kit/page/section.tsx';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import type { PointsMoved } from './queries/batches.ts';
import { batchTexts } from './texts/batches.ts';

interface MovedProps {
  readonly moved: readonly PointsMoved[];
  readonly scheme: Rounding;
}

/** How the points of each body change, computed by the core. */
export function MovedPoints({ moved, scheme }: MovedProps) {
  const texts = useTexts(batchTexts);
  return (
    <Section title={texts.moved} lead={texts.movedLead}>
      {moved.length === 0 ? <Text size="sm">{texts.movedNone}</Text> : <MovedTable moved={moved} scheme={scheme} />}
    </Section>
  );
}

/** What a body scores itself, and of the other sources those whose points change. */
function usePoints(scheme: Rounding) {
  const texts = useTexts(batchTexts);
  const { language } = useLanguage();
  return (part: PointsMoved['before'], beside: PointsMoved['before']): string => {
    if (part === null) return '–';
    const changed = part.sources.filter(
      ({ own, source, points }) => !own && points !== beside?.sources.find((other) => !other.own && other.source === source)?.points,
    );
    return [texts.ownPoints(pointsOver(part.own, scheme, language)), ...changed.map((source) => sourceText(source, scheme, language))].join('; ');
  };
}

export function MovedTable({ moved, scheme }: MovedProps) {
  const texts = useTexts(batchTexts);
  const { language } = useLanguage();
  const points = usePoints(scheme);
  return (
    <Table
      caption={texts.moved}
      dense
      rows={moved}
      keyOf={({ body }) => body.id}
      columns={[
        { key: 'body', title: texts.body, names: true, least: '8rem', cell: ({ body }) => body.name },
        { key: 'before', title: texts.pointsBefore, least: '10rem', cell: ({ before, after }) => points(before, after) },
        { key: 'after', title: texts.pointsAfter, least: '10rem', cell: ({ before, after }) => points(after, before) },
        {
          key: 'items',
          title: texts.items,
          least: '12rem',
          cell: ({ items }) =>
            items.map(({ code, before, after }) => texts.itemMoved(code, pointsText(before, scheme, language), pointsText(after, scheme, language))).join('; '),
        },
      ]}
    />
  );
}
