import { Stack, Title } from '@mantine/core';
import type { ChangeKind } from '@parindex/core/studio/comparing/told-comparison';
import { comparisonRows } from '@parindex/core/words/comparison-rows';
import { CHANGE_KIND_NAMES, COMPARISON_WORDS } from '@parindex/core/words/comparison-words';
import { useState } from 'react';
import { FilterChips } from '../../../kit/lists/filter-chips.tsx';
import { Table } from '../../../kit/lists/table.tsx';
import { Section } from '../../../kit/page/section.tsx';
import { formatCount } from '../../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../../kit/words/language.tsx';
import type { EditionComparison } from '../queries/comparison.ts';
import { comparisonTexts } from '../texts/comparison.ts';
import { SideLines } from './side-lines.tsx';

/** What is other, by domain, of one kind or of all; both sides of each difference beside one another. */
export function ChangesSection({ comparison: { counts, domains } }: { readonly comparison: EditionComparison }) {
  const texts = useTexts(comparisonTexts);
  const words = useTexts(COMPARISON_WORDS);
  const kinds = useTexts(CHANGE_KIND_NAMES);
  const { language } = useLanguage();
  const [shown, setShown] = useState<ChangeKind | 'all'>('all');
  const present = (Object.keys(kinds) as ChangeKind[]).filter((kind) => counts[kind] > 0);
  const all = present.reduce((sum, kind) => sum + counts[kind], 0);
  const passing = domains
    .map(({ name, changes }) => ({
      name,
      rows: changes
        .filter(({ kind }) => shown === 'all' || kind === shown)
        .flatMap((change, at) => comparisonRows(change, language).map((row) => ({ ...row, key: `${at} ${row.change}` }))),
    }))
    .filter(({ rows }) => rows.length > 0);
  return (
    <Section title={words.changes}>
      <FilterChips
        label={texts.show}
        chosen={shown}
        choices={[
          { value: 'all' as const, label: texts.all, count: formatCount(all, language) },
          ...present.map((kind) => ({ value: kind, label: kinds[kind], count: formatCount(counts[kind], language) })),
        ]}
        onChoose={setShown}
      />
      {passing.map(({ name, rows }) => (
        <Stack key={name} gap="xs">
          <Title order={3} size="h5">
            {name}
          </Title>
          <Table
            caption={name}
            rows={rows}
            keyOf={({ key }) => key}
            columns={[
              { key: 'part', title: words.subject, names: true, least: '14rem', cell: ({ code, title }) => `${code} ${title}`.trim() || words.regrouped },
              { key: 'change', title: words.change, least: '7rem', cell: ({ change }) => change },
              { key: 'before', title: words.before, least: '16rem', cell: ({ before }) => <SideLines lines={before} /> },
              { key: 'after', title: words.after, least: '16rem', cell: ({ after }) => <SideLines lines={after} /> },
            ]}
          />
        </Stack>
      ))}
    </Section>
  );
}
