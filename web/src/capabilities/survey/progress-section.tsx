import { Stack, Text } from '@mantine/core';
import { type Column, Table } from '../../kit/lists/table.tsx';
import { Facts } from '../../kit/page/facts.tsx';
import { Link } from '../../kit/page/link.tsx';
import { Section } from '../../kit/page/section.tsx';
import { StateBadge } from '../../kit/page/state-badge.tsx';
import { formatCount, formatPercent } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import type { Survey, SurveyBody } from './queries/survey.ts';
import { surveyTexts } from './texts/survey.ts';

interface ProgressSectionProps {
  readonly round: string;
  readonly survey: Survey;
  readonly leads: boolean;
}

/** A group of a body; a body without a list has one line without a group. */
interface Line {
  readonly of: SurveyBody;
  readonly first: boolean;
  readonly row: SurveyBody['groups'][number] | undefined;
}

const linesOf = (of: SurveyBody): Line[] =>
  of.groups.length === 0 ? [{ of, first: true, row: undefined }] : of.groups.map((row, index) => ({ of, first: index === 0, row }));

const sum = (survey: Survey, key: 'listed' | 'invited' | 'answered'): number =>
  survey.bodies.flatMap(({ groups }) => groups).reduce((all, row) => all + (row[key] ?? 0), 0);

/** How many are listed, have a link and have answered, of each body by each group; counts alone, never who. */
export function ProgressSection({ round, survey, leads }: ProgressSectionProps) {
  const texts = useTexts(surveyTexts).progress;
  const { language } = useLanguage();
  const lines = survey.bodies.flatMap(linesOf);
  const titles = new Map(survey.groups.map(({ id, title }) => [id, title]));
  const count = (value: number | undefined) => (value === undefined ? '–' : formatCount(value, language));
  const hides = lines.some(({ row }) => row?.answered === null);
  const wide = survey.bodies.some(({ own }) => !own);
  const columns: Column<Line>[] = [
    {
      key: 'body',
      title: texts.body,
      names: true,
      least: '12rem',
      cell: ({ of: { body } }) =>
        leads ? (
          <Link to="/lam-viec/ky-danh-gia/$round/dieu-tra" params={{ round }} search={{ body: body.id }}>
            {body.name}
          </Link>
        ) : (
          body.name
        ),
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
  const [listed, invited, answered] = [sum(survey, 'listed'), sum(survey, 'invited'), sum(survey, 'answered')];
  return (
    <Section title={texts.title}>
      <Stack>
        {wide ? (
          <Facts
            facts={[
              [texts.listed, count(listed)],
              [texts.invited, count(invited)],
              [texts.answered, listed === 0 ? count(answered) : `${count(answered)} (${formatPercent(answered, listed, language)})`],
            ]}
          />
        ) : null}
        <Table caption={texts.title} rows={lines} keyOf={({ of, row }) => `${of.body.id} ${row?.group ?? ''}`} columns={columns} />
        {hides ? <Text size="sm">{texts.hiddenMore(count(survey.threshold ?? 0))}</Text> : null}
      </Stack>
    </Section>
  );
}

function ListState({ of: { confirmation, groups } }: { of: SurveyBody }) {
  const texts = useTexts(surveyTexts).progress;
  if (confirmation) return <StateBadge tone="good">{texts.confirmed}</StateBadge>;
  return <StateBadge tone="quiet">{groups.length === 0 ? texts.none : texts.unconfirmed}</StateBadge>;
}
