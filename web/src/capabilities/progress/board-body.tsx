import { Button, Group, Stack } from '@mantine/core';
import { pointsOver, readingsText, scoredOf } from '@parindex/core/words/points-text';
import { deadlineText } from '@parindex/core/words/step-times';
import { useQuery } from '@tanstack/react-query';
import { type Column, Table } from '../../kit/lists/table.tsx';
import { Facts } from '../../kit/page/facts.tsx';
import { LinkButton } from '../../kit/page/link.tsx';
import { Section } from '../../kit/page/section.tsx';
import { NotLoaded } from '../../kit/reading/loaded.tsx';
import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { SheetTimeline } from '../sheets/sheet-timeline.tsx';
import { BoardItems } from './board-items.tsx';
import { type Board, type BoardRow, boardBodyQuery } from './queries/board.ts';
import { StateWord, TimeWords, WaitWords } from './row-words.tsx';
import { boardTexts } from './texts/board.ts';

/** One body of the board: by domain, by department, down to the item. */
export function BoardBodySection({ board, row, onBack }: { board: Board; row: BoardRow; onBack?: () => void }) {
  const texts = useTexts(boardTexts);
  const { data, error, refetch } = useQuery(boardBodyQuery(board.round, row.body.id, row.seq));
  return (
    <Stack gap="lg">
      <Section
        title={row.body.name}
        actions={
          <Group gap="xs" className="screen-only">
            {onBack ? (
              <Button variant="default" onClick={onBack}>
                {texts.back}
              </Button>
            ) : null}
            <LinkButton to="/lam-viec/ky-danh-gia/$round/bang-diem/$body" params={{ round: board.round, body: row.body.id }}>
              {texts.open}
            </LinkButton>
          </Group>
        }
      >
        <BodyFacts board={board} row={row} />
      </Section>
      <Section title={texts.domains}>
        <DomainTable board={board} row={row} />
      </Section>
      {row.parts.length > 0 ? (
        <Section title={texts.parts}>
          <PartTable row={row} />
        </Section>
      ) : null}
      <SheetTimeline round={board.round} body={row.body.id} seq={row.seq} />
      {data ? <BoardItems body={data} /> : <NotLoaded error={error} retry={refetch} />}
    </Stack>
  );
}

function BodyFacts({ board, row }: { board: Board; row: BoardRow }) {
  const texts = useTexts(boardTexts);
  const { language } = useLanguage();
  return (
    <Facts
      facts={[
        [texts.state, <StateWord key="state" row={row} />],
        [texts.answered, scoredOf(row, language)],
        [texts.closes, row.closes === null ? '–' : deadlineText(row.closes, language)],
        [
          texts.points,
          row.ifConfirmed || row.ifUnconfirmed
            ? `${pointsOver(row, board, language)} (${readingsText(row, board, language)})`
            : pointsOver(row, board, language),
        ],
        [texts.time, <TimeWords key="time" row={row} />],
        [texts.waits, <WaitWords key="waits" row={row} />],
      ]}
    />
  );
}

function DomainTable({ board, row }: { board: Board; row: BoardRow }) {
  const texts = useTexts(boardTexts);
  const { language } = useLanguage();
  const domains = new Map(board.domains.map((domain) => [domain.code, domain]));
  type Domain = BoardRow['domains'][number];
  const columns: Column<Domain>[] = [
    { key: 'domain', title: texts.domainColumn, names: true, least: '14rem', cell: ({ code }) => `${code}. ${domains.get(code)?.title ?? ''}` },
    {
      key: 'answered',
      title: texts.answered,
      align: 'right',
      cell: (domain) => scoredOf(domain, language),
    },
    { key: 'appraised', title: texts.appraised, align: 'right', cell: ({ appraised }) => formatCount(appraised, language) },
    {
      key: 'points',
      title: texts.points,
      align: 'right',
      cell: (domain) => pointsOver(domain, board, language),
    },
    {
      key: 'owners',
      title: texts.owners,
      least: '9rem',
      cell: ({ code }) =>
        domains
          .get(code)
          ?.owners.map(({ name }) => name)
          .join('; '),
    },
  ];
  return <Table caption={texts.domains} columns={columns} rows={row.domains} keyOf={({ code }) => code} dense />;
}

function PartTable({ row }: { row: BoardRow }) {
  const texts = useTexts(boardTexts);
  const { language } = useLanguage();
  type Part = BoardRow['parts'][number];
  const count = (key: 'items' | 'proposed' | 'approved' | 'returned', title: string): Column<Part> => ({
    key,
    title,
    align: 'right',
    cell: (part) => formatCount(part[key], language),
  });
  const columns: Column<Part>[] = [
    { key: 'part', title: texts.part, names: true, cell: ({ name }) => name },
    count('items', texts.partItems),
    count('proposed', texts.proposed),
    count('approved', texts.approved),
    count('returned', texts.returned),
    { key: 'due', title: texts.due, cell: ({ due, late }) => (due === null ? '–' : `${deadlineText(due, language)}${late ? ` (${texts.times.late})` : ''}`) },
  ];
  return <Table caption={texts.parts} columns={columns} rows={row.parts} keyOf={({ body }) => body} dense />;
}
