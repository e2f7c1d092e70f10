import { useInfiniteQuery } from '@tanstack/react-query';
import { PagedList } from '../../kit/lists/paged-list.tsx';
import { Table } from '../../kit/lists/table.tsx';
import { Link } from '../../kit/page/link.tsx';
import { Section } from '../../kit/page/section.tsx';
import { StateBadge } from '../../kit/page/state-badge.tsx';
import { formatCount, formatMoment } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { batchesQuery } from './queries/batches.ts';
import { batchTexts } from './texts/batches.ts';

/** All batches of a round, newest first. */
export function BatchList({ round }: { round: string }) {
  const texts = useTexts(batchTexts);
  const { language } = useLanguage();
  const list = useInfiniteQuery(batchesQuery(round));
  return (
    <Section title={texts.history}>
      <PagedList list={list} none={texts.none} noneMore={texts.noneMore}>
        {(rows) => (
          <Table
            caption={texts.history}
            rows={rows}
            keyOf={({ id }) => id}
            columns={[
              {
                key: 'name',
                title: texts.name,
                names: true,
                least: '10rem',
                cell: ({ id, fileName, source }) => (
                  <Link to="/lam-viec/ky-danh-gia/$round/so-lieu" params={{ round }} search={{ dot: id }} style={{ overflowWrap: 'anywhere' }}>
                    {fileName ?? source ?? texts.unnamed}
                  </Link>
                ),
              },
              {
                key: 'state',
                title: texts.state,
                cell: ({ state }) => <StateBadge tone={state === 'pending' ? 'act' : 'quiet'}>{texts.states[state]}</StateBadge>,
              },
              { key: 'rows', title: texts.rows, align: 'right', cell: (row) => formatCount(row.rows, language) },
              { key: 'at', title: texts.broughtAt, least: '8rem', cell: ({ broughtAt }) => formatMoment(broughtAt) },
              { key: 'by', title: texts.broughtBy, least: '9rem', cell: ({ broughtBy, cameBy }) => `${broughtBy.name}, ${texts.ways[cameBy]}` },
            ]}
          />
        )}
      </PagedList>
    </Section>
  );
}
