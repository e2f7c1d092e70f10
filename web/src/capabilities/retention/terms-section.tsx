import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { type Column, Table } from '../../kit/lists/table.tsx';
import { Section } from '../../kit/page/section.tsx';
import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import type { RetentionTerm } from './queries/retention.ts';
import { TermForm } from './term-form.tsx';
import { retentionTexts } from './texts/retention.ts';

/** For how long each class of documents is kept, by what law. */
export function TermsSection({ terms, mayChange }: { terms: readonly RetentionTerm[]; mayChange: boolean }) {
  const texts = useTexts(retentionTexts).terms;
  const { language } = useLanguage();
  const [changing, setChanging] = useState<RetentionTerm['class']>();
  const [saved, setSaved] = useState(false);
  const term = terms.find((one) => one.class === changing);
  const columns: readonly Column<RetentionTerm>[] = [
    { key: 'class', title: texts.class, least: '12rem', names: true, cell: (one) => texts.classes[one.class] },
    {
      key: 'term',
      title: texts.term,
      least: '8rem',
      cell: ({ years, version }) => (years === null ? (version === 0 ? texts.notSet : texts.forEver) : texts.years(formatCount(years, language))),
    },
    { key: 'basis', title: texts.basis, least: '12rem', cell: ({ basis }) => basis ?? texts.noBasis },
    ...(mayChange
      ? [
          {
            key: 'actions',
            title: texts.actions,
            cell: (one: RetentionTerm) => (
              <Button size="compact-sm" variant="default" aria-label={texts.changeOf(texts.classes[one.class])} onClick={() => setChanging(one.class)}>
                {texts.change}
              </Button>
            ),
          },
        ]
      : []),
  ];
  return (
    <Section title={texts.title} lead={texts.lead}>
      <Outcome done={saved && !term ? texts.saved : undefined} />
      <Table caption={texts.caption} columns={columns} rows={terms} keyOf={(one) => one.class} />
      <Text size="sm" c="dimmed">
        {texts.first}
      </Text>
      {term ? (
        <TermForm
          key={term.class}
          term={term}
          onCancel={() => setChanging(undefined)}
          onDone={() => {
            setChanging(undefined);
            setSaved(true);
          }}
        />
      ) : null}
    </Section>
  );
}
