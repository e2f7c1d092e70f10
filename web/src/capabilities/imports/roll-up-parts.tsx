import { Stack, Text } from '@mantine/core';
import { displayDecimal } from '@parindex/core/quantity/display';
import { Table } from '../../kit/lists/table.tsx';
import { Facts } from '../../kit/page/facts.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { formatCount, formatMoment } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import type { RollUpPreview } from './queries/roll-ups.ts';
import { rollUpTexts } from './texts/roll-ups.ts';

/** The components of a sum beside the previous ones, and who is missing. */
export function RollUpParts({ seen }: { seen: RollUpPreview }) {
  const texts = useTexts(rollUpTexts);
  const { language } = useLanguage();
  const { sum, standing, components, missing } = seen;
  const number = (value: string | boolean | null) => (typeof value === 'string' ? displayDecimal(value, language) : texts.none);
  return (
    <Stack gap="sm">
      <Facts
        facts={[
          [texts.sum, <strong key="sum">{number(sum)}</strong>],
          [texts.standing, number(standing)],
        ]}
      />
      {components.length === 0 ? (
        <Text size="sm">{texts.nothing}</Text>
      ) : (
        <Table
          caption={texts.components(formatCount(components.length, language))}
          dense
          rows={components}
          keyOf={({ body }) => body}
          columns={[
            { key: 'body', title: texts.body, names: true, least: '9rem', cell: ({ name }) => name },
            { key: 'value', title: texts.value, align: 'right', cell: ({ value }) => number(value) },
            { key: 'before', title: texts.before, align: 'right', cell: ({ before }) => number(before) },
            { key: 'when', title: texts.when, least: '9rem', cell: ({ seq, at }) => texts.entry(seq, formatMoment(at)) },
          ]}
        />
      )}
      {missing.length === 0 ? null : (
        <Notice kind="warning" title={texts.missing(formatCount(missing.length, language))}>
          <Text size="sm">{missing.map(({ name }) => name).join(', ')}</Text>
          <Text size="sm">{texts.missingMore}</Text>
        </Notice>
      )}
    </Stack>
  );
}
