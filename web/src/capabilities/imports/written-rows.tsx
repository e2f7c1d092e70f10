import { Group } from '@mantine/core';
import type { Rounding } from '@parindex/core/words/points-text';
import { useState } from 'react';
import { Table } from '../../kit/lists/table.tsx';
import { Section } from '../../kit/page/section.tsx';
import { formatCount, formatMoment } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { ImportedTextShown } from './imported-text.tsx';
import { MoreRows } from './more-rows.tsx';
import { MovedTable } from './moved-points.tsx';
import type { Batch } from './queries/batches.ts';
import { batchTexts } from './texts/batches.ts';

const AT_ONCE = 50;

/** What one writing of a batch changed: values before and after, and changed points. */
export function WrittenRows({ writing, scheme }: { writing: Batch['writings'][number]; scheme: Rounding }) {
  const texts = useTexts(batchTexts);
  const { language } = useLanguage();
  const [most, setMost] = useState(AT_ONCE);
  const { number, writtenBy, writtenAt, reason, rows, moved } = writing;
  const count = (size: number) => formatCount(size, language);
  return (
    <Section title={texts.writing(count(number), writtenBy.name, formatMoment(writtenAt))} lead={reason === null ? undefined : `${texts.reason}: ${reason}`}>
      <Table
        caption={texts.writings}
        dense
        rows={rows.slice(0, most)}
        keyOf={({ line }) => String(line)}
        columns={[
          { key: 'body', title: texts.body, names: true, least: '8rem', cell: ({ body }) => body.name },
          { key: 'figure', title: texts.figure, least: '12rem', cell: ({ name }) => name },
          {
            key: 'before',
            title: texts.wasBefore,
            least: '8rem',
            cell: ({ target, before }) => <ImportedTextShown kind={target.kind} told={before} own={before?.own ?? false} />,
          },
          { key: 'after', title: texts.wasWritten, least: '8rem', cell: ({ target, after }) => <ImportedTextShown kind={target.kind} told={after} /> },
        ]}
      />
      {rows.length > most ? (
        <Group>
          <MoreRows shown={most} all={rows.length} onMore={() => setMost(most + AT_ONCE * 2)} />
        </Group>
      ) : null}
      {moved.length > 0 ? <MovedTable moved={moved} scheme={scheme} /> : null}
    </Section>
  );
}
