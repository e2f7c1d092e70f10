import { List, Stack, Text } from '@mantine/core';
import type { SchemeRow } from '@parindex/core/words/describe-scheme';
import { type Column, Table } from '../../kit/lists/table.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { RuleText } from './rule-text.tsx';
import { editionTexts } from './texts/editions.ts';

const WEIGHT: Readonly<Record<SchemeRow['level'], number>> = { domain: 700, criterion: 600, subCriterion: 400 };

/** Domains, criteria and items in reading order, each item with its rule. */
export function WordsTable({ rows }: { rows: readonly SchemeRow[] }) {
  const texts = useTexts(editionTexts).words;
  const columns: readonly Column<SchemeRow>[] = [
    {
      key: 'code',
      title: texts.code,
      cell: ({ code, level }) => (
        <Text span size="sm" fw={WEIGHT[level]} className="figures">
          {code}
        </Text>
      ),
    },
    {
      key: 'title',
      title: texts.name,
      names: true,
      cell: ({ title, level, evidence, assumed }) => (
        <Stack gap={4} miw="16rem" maw="26rem">
          <Text size="sm" fw={WEIGHT[level]}>
            {title}
          </Text>
          {evidence ? (
            <Text size="xs" c="dimmed" fw={400}>
              {texts.evidence(evidence)}
            </Text>
          ) : null}
          {assumed ? (
            <Text size="xs" c="dimmed" fw={400}>
              {texts.assumed}
            </Text>
          ) : null}
        </Stack>
      ),
    },
    {
      key: 'points',
      title: texts.points,
      align: 'right',
      cell: ({ points, level }) => (
        <Text span size="sm" fw={WEIGHT[level]}>
          {points}
        </Text>
      ),
    },
    {
      key: 'source',
      title: texts.source,
      cell: ({ source }) => (
        <Text size="sm" miw="7rem">
          {source ?? ''}
        </Text>
      ),
    },
    {
      key: 'rule',
      title: texts.rule,
      cell: ({ rule, notes }) => (
        <Stack gap={4} miw="20rem">
          {rule ? <RuleText rule={rule} /> : null}
          {notes.length > 0 ? (
            <List size="sm">
              {notes.map((note) => (
                <List.Item key={note}>{note}</List.Item>
              ))}
            </List>
          ) : null}
        </Stack>
      ),
    },
  ];
  return <Table caption={texts.caption} columns={columns} rows={rows} keyOf={({ level, code }) => `${level} ${code}`} />;
}
