import { Stack, Text } from '@mantine/core';
import { Table } from '../../kit/lists/table.tsx';
import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import type { BodyImport } from './queries/bodies.ts';
import { bodiesTexts } from './texts/bodies.ts';

/** Most rows shown on a screen. */
const MOST_SHOWN = 200;

/** What a file would add and change. */
export function ImportPreview({ found: { counts, changes } }: { found: BodyImport }) {
  const texts = useTexts(bodiesTexts);
  const { language } = useLanguage();
  const count = (number: number) => formatCount(number, language);
  const field = (name: string) => texts.fields[name as keyof typeof texts.fields] ?? name;
  return (
    <Stack gap="sm">
      <Text>{texts.counts(count(counts.told), count(counts.added), count(counts.changed), count(counts.unchanged))}</Text>
      {changes.length === 0 ? <Text>{texts.nothing}</Text> : null}
      {changes.length > MOST_SHOWN ? <Text size="sm">{texts.firstShown(count(MOST_SHOWN), count(changes.length))}</Text> : null}
      {changes.length > 0 ? (
        <Table
          caption={texts.preview}
          dense
          keyOf={({ id }) => id}
          rows={changes.slice(0, MOST_SHOWN)}
          columns={[
            { key: 'name', title: texts.name, names: true, cell: ({ name }) => name },
            { key: 'change', title: texts.change, cell: ({ change }) => texts[change] },
            { key: 'what', title: texts.what, cell: ({ fields }) => fields.map(field).join(', ') },
          ]}
        />
      ) : null}
    </Stack>
  );
}
