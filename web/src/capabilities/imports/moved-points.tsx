import { Text } from '@mantine/core';
import { displayDecimal, displayFraction } from '@parindex/core/quantity/display';
import type { Language } from '@parindex/core/words/index';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { Section } from '../../kit/section.tsx';
import { Table } from '../../kit/table.tsx';
import type { PointsMoved } from './queries/batches.ts';
import { batchTexts } from './texts/batches.ts';

const points = ({ points: exact, index }: PointsMoved['before'], language: Language): string =>
  index === null ? displayFraction(exact, language) : displayDecimal(index, language);

/** How the points of each body change, computed by the core. */
export function MovedPoints({ moved }: { moved: readonly PointsMoved[] }) {
  const texts = useTexts(batchTexts);
  return (
    <Section title={texts.moved} lead={texts.movedLead}>
      {moved.length === 0 ? <Text size="sm">{texts.movedNone}</Text> : <MovedTable moved={moved} />}
    </Section>
  );
}

export function MovedTable({ moved }: { moved: readonly PointsMoved[] }) {
  const texts = useTexts(batchTexts);
  const { language } = useLanguage();
  return (
    <Table
      caption={texts.moved}
      dense
      rows={moved}
      keyOf={({ body }) => body.id}
      columns={[
        { key: 'body', title: texts.body, names: true, least: '8rem', cell: ({ body }) => body.name },
        { key: 'before', title: texts.pointsBefore, align: 'right', cell: ({ before }) => points(before, language) },
        { key: 'after', title: texts.pointsAfter, align: 'right', cell: ({ after }) => points(after, language) },
        {
          key: 'items',
          title: texts.items,
          least: '12rem',
          cell: ({ items }) =>
            items.map(({ code, before, after }) => texts.itemMoved(code, displayFraction(before, language), displayFraction(after, language))).join('; '),
        },
      ]}
    />
  );
}
