import { Text } from '@mantine/core';
import { Table } from '../../../kit/lists/table.tsx';
import { Section } from '../../../kit/page/section.tsx';
import { formatMoment } from '../../../kit/words/format.ts';
import { useTexts } from '../../../kit/words/language.tsx';
import type { Person } from '../queries/people.ts';
import { personTexts } from '../texts/person.ts';

/** The corrections that the person requested, and whether they were made since. */
export function Corrections({ corrections }: Pick<Person, 'corrections'>) {
  const texts = useTexts(personTexts);
  return (
    <Section title={texts.corrections}>
      {corrections.length === 0 ? (
        <Text size="sm">{texts.noCorrections}</Text>
      ) : (
        <Table
          caption={texts.corrections}
          keyOf={({ at, field, value }) => `${at} ${field} ${value}`}
          rows={corrections}
          columns={[
            { key: 'at', title: texts.at, least: '9rem', cell: ({ at }) => formatMoment(at) },
            { key: 'field', title: texts.field, names: true, cell: ({ field }) => texts.fields[field as keyof typeof texts.fields] ?? field },
            { key: 'value', title: texts.value, least: '9rem', cell: ({ value }) => value ?? texts.erased },
            { key: 'reason', title: texts.reason, least: '12rem', cell: ({ reason }) => reason ?? texts.erased },
            { key: 'state', title: texts.state, cell: ({ applied }) => (applied ? texts.applied : texts.waiting) },
          ]}
        />
      )}
    </Section>
  );
}
