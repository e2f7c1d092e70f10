import { Select, SimpleGrid, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Column, Table } from '../../kit/lists/table.tsx';
import { Facts } from '../../kit/page/facts.tsx';
import { Link } from '../../kit/page/link.tsx';
import { Section } from '../../kit/page/section.tsx';
import { Loaded } from '../../kit/reading/loaded.tsx';
import { formatCount, formatPercent } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { DaysChart } from './days-chart.tsx';
import { ListState } from './list-state.tsx';
import { ALL, EVERYWHERE, PlaceSelects, placeAsked } from './place-selects.tsx';
import { type Standing, type StandingRow, standingQuery } from './queries/standing.ts';
import type { Survey, SurveyBody } from './queries/survey.ts';
import { standingTexts } from './texts/standing.ts';

interface StandingSectionProps {
  readonly round: string;
  readonly survey: Survey;
  readonly leads: boolean;
}

const SORTS = ['order', 'left', 'rate'] as const;
type Sort = (typeof SORTS)[number];

/** A group of a body; a body without a list has one line without a group. */
interface Line {
  readonly of: SurveyBody;
  readonly row: StandingRow | undefined;
}

function linesOf(survey: Survey, { rows }: Standing, body: string, group: string): Line[] {
  const byBody = Map.groupBy(rows, (row) => row.body.id);
  return survey.bodies
    .filter((of) => body === ALL || of.body.id === body)
    .flatMap((of): Line[] => byBody.get(of.body.id)?.map((row) => ({ of, row })) ?? (group === ALL ? [{ of, row: undefined }] : []));
}

const share = ({ cases, among }: StandingRow['rr1']): number => (among === 0 ? 0 : cases / among);

const sorted = (lines: readonly Line[], by: Sort): readonly Line[] => {
  if (by === 'order') return lines;
  const value = ({ row }: Line) => (row === undefined ? Number.POSITIVE_INFINITY : by === 'left' ? -row.left : share(row.rr1));
  return lines.toSorted((a, b) => value(a) - value(b));
};

/** How a survey stands for whoever leads or audits it: counts of groups of bodies, response rates, days; never who. */
export function StandingSection(props: StandingSectionProps) {
  const texts = useTexts(standingTexts);
  const { round, survey } = props;
  const [of, setOf] = useState(EVERYWHERE);
  const [sort, setSort] = useState<Sort>('order');
  const query = useQuery(standingQuery(round, placeAsked(of)));
  return (
    <Section title={texts.title}>
      <Stack>
        <section aria-label={texts.filters} className="screen-only">
          <SimpleGrid cols={{ base: 1, sm: 3 }}>
            <PlaceSelects survey={survey} chosen={of} onChoose={setOf} />
            <Select
              label={texts.sort}
              allowDeselect={false}
              data={SORTS.map((value) => ({ value, label: texts.sorts[value] }))}
              value={sort}
              onChange={(value) => value !== null && setSort(value as Sort)}
            />
          </SimpleGrid>
        </section>
        <Loaded query={query}>
          {(standing) => (
            <Stack>
              <Totals totals={standing.totals} />
              <StandingTable {...props} lines={sorted(linesOf(survey, standing, of.body, of.group), sort)} />
              <Text size="sm">{texts.definition}</Text>
              <Text size="sm">{texts.draftsMore}</Text>
              <DaysChart days={standing.days} threshold={standing.threshold} />
            </Stack>
          )}
        </Loaded>
      </Stack>
    </Section>
  );
}

function Totals({ totals }: { totals: Standing['totals'] }) {
  const texts = useTexts(standingTexts);
  const { language } = useLanguage();
  const count = (value: number) => formatCount(value, language);
  const rate = ({ cases, among }: StandingRow['rr1']) => (among === 0 ? '–' : texts.rateOf(formatPercent(cases, among, language), count(cases), count(among)));
  return (
    <Facts
      facts={[
        [texts.listed, count(totals.listed)],
        [texts.invited, count(totals.invited)],
        [texts.answered, count(totals.answered)],
        [texts.left, count(totals.left)],
        [texts.rr1, rate(totals.rr1)],
        [texts.rr2, rate(totals.rr2)],
        [texts.undecided, count(totals.undecided)],
        [texts.setAside, count(totals.setAside)],
      ]}
    />
  );
}

function StandingTable({ round, survey, leads, lines }: StandingSectionProps & { lines: readonly Line[] }) {
  const texts = useTexts(standingTexts);
  const { language } = useLanguage();
  const titles = new Map(survey.groups.map(({ id, title }) => [id, title]));
  const number = (key: string, title: string, of: (row: StandingRow) => number): Column<Line> => ({
    ...{ key, title, align: 'right' },
    cell: ({ row }) => (row ? formatCount(of(row), language) : '–'),
  });
  const replaced = ({ replaced: by }: StandingRow) => {
    const all = Object.values(by).reduce((sum, count) => sum + count, 0);
    return by.refused ? texts.replacedOf(formatCount(all, language), formatCount(by.refused, language)) : formatCount(all, language);
  };
  const columns: Column<Line>[] = [
    {
      key: 'body',
      title: texts.body,
      names: true,
      least: '11rem',
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
    { key: 'group', title: texts.group, least: '10rem', cell: ({ row }) => (row ? (titles.get(row.group) ?? row.group) : '–') },
    number('listed', texts.listed, ({ listed }) => listed),
    number('invited', texts.invited, ({ invited }) => invited),
    number('drafts', texts.drafts, ({ drafts }) => drafts),
    number('answered', texts.answered, ({ answered }) => answered),
    number('left', texts.left, ({ left }) => left),
    { key: 'replaced', title: texts.replaced, align: 'right', cell: ({ row }) => (row ? replaced(row) : '–') },
    number('setAside', texts.setAside, ({ setAside }) => setAside),
    {
      key: 'rate',
      title: texts.rate,
      align: 'right',
      cell: ({ row }) => (!row || row.rr1.among === 0 ? '–' : formatPercent(row.rr1.cases, row.rr1.among, language)),
    },
  ];
  if (lines.length === 0) return <Text>{texts.none}</Text>;
  return <Table caption={texts.title} dense rows={lines} keyOf={({ of, row }) => `${of.body.id} ${row?.group ?? ''}`} columns={columns} />;
}
