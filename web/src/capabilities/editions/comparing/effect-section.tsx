import { Text } from '@mantine/core';
import { displayDecimal } from '@parindex/core/quantity/display';
import { COMPARISON_WORDS, signedPoints } from '@parindex/core/words/comparison-words';
import { Table } from '../../../kit/lists/table.tsx';
import { Section } from '../../../kit/page/section.tsx';
import { useLanguage, useTexts } from '../../../kit/words/language.tsx';
import type { EditionComparison } from '../queries/comparison.ts';
import { comparisonTexts } from '../texts/comparison.ts';

/** What the newer edition does to maximum points, by domain and by source; what it leaves as it was is not listed. */
export function EffectSection({ effect: { domains, sources, total } }: Pick<EditionComparison, 'effect'>) {
  const texts = useTexts(comparisonTexts);
  const words = useTexts(COMPARISON_WORDS);
  const { language } = useLanguage();
  const table = (of: string, rows: EditionComparison['effect']['domains']) => (
    <Table
      caption={`${words.effect}: ${of}`}
      dense
      rows={[...rows.filter(({ difference }) => difference !== '0'), { name: words.total, ...total }]}
      keyOf={({ name }) => name}
      columns={[
        { key: 'name', title: of, names: true, cell: ({ name }) => name },
        { key: 'before', title: words.before, align: 'right', cell: ({ before }) => displayDecimal(before, language) },
        { key: 'after', title: words.after, align: 'right', cell: ({ after }) => displayDecimal(after, language) },
        { key: 'difference', title: words.difference, align: 'right', cell: ({ difference }) => signedPoints(difference, language) },
      ]}
    />
  );
  const isNone = [...domains, ...sources, total].every(({ difference }) => difference === '0');
  return (
    <Section title={words.effect}>
      {isNone ? (
        <Text size="sm">{texts.noEffect}</Text>
      ) : (
        <>
          {table(words.domain, domains)}
          {table(words.source, sources)}
        </>
      )}
    </Section>
  );
}
