import { Stack, Text } from '@mantine/core';
import { type Column, Table } from '../../kit/lists/table.tsx';
import { Section } from '../../kit/page/section.tsx';
import { formatCount, formatPercent } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { ListState } from './list-state.tsx';
import type { Survey, SurveyBody } from './queries/survey.ts';
import { surveyTexts } from './texts/survey.ts';

interface ProgressSectionProps {
  readonly survey: Survey;
}

/** A group of a body; a body without a list has one line without a group. */
interface Line {
  readonly of: SurveyBody;
  readonly first: boolean;
  readonly row: SurveyBody['groups'][number] | undefined;
}

const linesOf = (of: SurveyBody): Line[] =>
  of.groups.length === 0 ? [{ of, first: true, row: undefined }] : of.groups.map((row, index) => ({ of, first: index === 0, row }));

/** For a body's own people: how many are listed, have a link and have answered, of each body by each group; counts alone, never who. */
export function ProgressSection({ survey }: ProgressSectionProps) {
  const texts = useTexts(surveyTexts).progress;
  const { language } = useLanguage();
  const lines = survey.bodies.flatMap(linesOf);
  const titles = new Map(survey.groups.map(({ id, title }) => [id, title]));
  const count = (value: number | undefined) => (value === undefined ? '–' : formatCount(value, language));
  const hides = lines.some(({ row }) => row?.answered === null);
  const columns: Column<Line>[] = [
    {
      key: 'body',
      title: texts.body,
      names: true,
      least: '12rem',
      cell: ({ of: { body } }) => body.name,
    },
    { key: 'list', title: texts.list, cell: ({ of }) => <ListState of={of} /> },
    { key: 'group', title: texts.group, least: '12rem', cell: ({ row }) => (row ? (titles.get(row.group) ?? row.group) : '–') },
    { key: 'listed', title: texts.listed, align: 'right', cell: ({ row }) => count(row?.listed) },
    { key: 'invited', title: texts.invited, align: 'right', cell: ({ row }) => count(row?.invited) },
    { key: 'answered', title: texts.answered, align: 'right', cell: ({ row }) => (row?.answered === null ? texts.hidden : count(row?.answered)) },
    {
      key: 'rate',
      title: texts.rate,
      align: 'right',
      cell: ({ row }) => (!row || row.answered === null || row.listed === 0 ? '–' : formatPercent(row.answered, row.listed, language)),
    },
  ];
  return (
    <Section title={texts.title}>
      <Stack>
        <Table caption={texts.title} rows={lines} keyOf={({ of, row }) => `${of.body.id} ${row?.group ?? ''}`} columns={columns} />
        {hides ? <Text size="sm">{texts.hiddenMore(count(survey.threshold ?? 0))}</Text> : null}
      </Stack>
    </Section>
  );
}
