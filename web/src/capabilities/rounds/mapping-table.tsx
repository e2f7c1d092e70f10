import { Select, Stack, Text, Title } from '@mantine/core';
import { Table } from '../../kit/lists/table.tsx';
import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { type Places, placesFor } from './mapping.ts';
import type { NamedCode } from './round-scheme.ts';
import { planTexts } from './texts/round-plan.ts';

interface MappingTableProps {
  readonly title: string;
  /** How a code is said to people: items are known by it, figures by their title alone. */
  readonly sayCode: boolean;
  readonly before: readonly NamedCode[];
  readonly after: readonly NamedCode[];
  /** Where old codes go by themselves. */
  readonly proposed: Places;
  readonly chosen: Places;
  readonly onChoose: (code: string, place: string | null) => void;
}

/** Where old codes go; unchanged ones are counted, the others must be chosen. */
export function MappingTable({ title, sayCode, before, after, proposed, chosen, onChoose }: MappingTableProps) {
  const all = useTexts(planTexts);
  const texts = all.takeovers;
  const { language } = useLanguage();
  const moved = before.filter(({ code }) => proposed[code] !== code);
  const places = placesFor(proposed, chosen);
  const said = ({ code, title: name }: NamedCode) => (sayCode ? `${code} ${name}` : name || code);
  const choices = after.map((one) => ({ value: one.code, label: said(one) }));
  return (
    <Stack gap="xs">
      <Title order={4} size="h6">
        {title}
      </Title>
      <Text size="sm">
        {texts.equal(formatCount(before.length - moved.length, language), formatCount(before.length, language))} {moved.length > 0 ? texts.mapLead : ''}
      </Text>
      {moved.length > 0 ? (
        <Table
          caption={title}
          dense
          columns={[
            { key: 'old', title: texts.old, names: true, cell: said },
            {
              key: 'new',
              title: texts.new,
              cell: (one) => (
                <Select
                  aria-label={texts.placeOf(said(one))}
                  miw="16rem"
                  searchable
                  placeholder={texts.drop}
                  clearable
                  clearButtonProps={{ 'aria-label': `${texts.drop}: ${said(one)}` }}
                  nothingFoundMessage={all.nothing}
                  limit={50}
                  data={choices}
                  value={places[one.code] ?? null}
                  onChange={(place) => onChoose(one.code, place)}
                />
              ),
            },
          ]}
          rows={moved}
          keyOf={({ code }) => code}
        />
      ) : null}
    </Stack>
  );
}
