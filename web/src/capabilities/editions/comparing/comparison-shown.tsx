import { Anchor, Group, Text } from '@mantine/core';
import { EDITION_PART_NAMES } from '@parindex/core/words/compared-edition-words';
import { COMPARISON_WORDS, countsText } from '@parindex/core/words/comparison-words';
import { Table } from '../../../kit/lists/table.tsx';
import { Section } from '../../../kit/page/section.tsx';
import { Notice } from '../../../kit/reading/notice.tsx';
import { useLanguage, useTexts } from '../../../kit/words/language.tsx';
import { comparisonDataAddress, comparisonFileAddress, type EditionComparison } from '../queries/comparison.ts';
import { ANNEX_FORMATS } from '../queries/editions.ts';
import { comparisonTexts } from '../texts/comparison.ts';
import { ChangesSection } from './changes-section.tsx';
import { EffectSection } from './effect-section.tsx';
import { SideLines } from './side-lines.tsx';

/** A comparison: how much is other, what it does to points, what holds for the whole edition, then part by part. */
export function ComparisonShown({ comparison }: { readonly comparison: EditionComparison }) {
  const texts = useTexts(comparisonTexts);
  const words = useTexts(COMPARISON_WORDS);
  const parts = useTexts(EDITION_PART_NAMES);
  const { language } = useLanguage();
  const { before, after, counts, effect, edition, domains } = comparison;
  return (
    <>
      {before.faults + after.faults > 0 ? <Notice kind="warning">{texts.faulty}</Notice> : null}
      <Section title={texts.summary}>
        <Text size="sm">{countsText(counts, language)}</Text>
        <Group gap="md">
          <Text size="sm">{texts.download}:</Text>
          {ANNEX_FORMATS.map((format) => (
            <Anchor key={format} size="sm" href={comparisonFileAddress(after.id, before.id, format)} download>
              {texts.formats[format]}
            </Anchor>
          ))}
          <Anchor size="sm" href={comparisonDataAddress(after.id, before.id)} download={`so-sanh-${after.id}-voi-${before.id}.json`}>
            {texts.data}
          </Anchor>
        </Group>
      </Section>
      <EffectSection effect={effect} />
      {edition.length === 0 ? null : (
        <Section title={words.edition}>
          <Table
            caption={words.edition}
            rows={edition}
            keyOf={({ part }) => part}
            columns={[
              { key: 'part', title: words.subject, names: true, cell: ({ part }) => parts[part] },
              { key: 'before', title: words.before, least: '16rem', cell: ({ before: lines }) => <SideLines lines={lines} /> },
              { key: 'after', title: words.after, least: '16rem', cell: ({ after: lines }) => <SideLines lines={lines} /> },
            ]}
          />
        </Section>
      )}
      {domains.length === 0 ? <Text size="sm">{texts.alike}</Text> : <ChangesSection comparison={comparison} />}
    </>
  );
}
