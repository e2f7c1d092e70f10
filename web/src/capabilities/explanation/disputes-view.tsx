import { useQuery } from '@tanstack/react-query';
import { Empty } from '../../kit/lists/empty.tsx';
import { Table } from '../../kit/lists/table.tsx';
import { Link } from '../../kit/page/link.tsx';
import { StateBadge } from '../../kit/page/state-badge.tsx';
import { NotLoaded } from '../../kit/reading/loaded.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { OnAgenda } from './council-on.tsx';
import { type Disputes, disputesQuery } from './queries/explanation.ts';
import { useStanding } from './standing-text.ts';
import { noticeTexts } from './texts/notices.ts';

/** What bodies still contest after their appraisal, for the council. */
export function DisputesView({ round }: { round: string }) {
  const { data, error, refetch } = useQuery(disputesQuery(round));
  if (!data) return <NotLoaded error={error} retry={refetch} />;
  return <DisputesTable disputes={data} />;
}

/** What bodies contest, each with its words and the agenda that it is on. */
export function DisputesTable({ disputes: data }: { disputes: Disputes }) {
  const texts = useTexts(noticeTexts);
  const standing = useStanding(data.rounding);
  if (data.items.length === 0) return <Empty title={texts.disputes.none}>{texts.disputes.noneMore}</Empty>;
  return (
    <Table
      caption={texts.disputes.caption}
      keyOf={({ body, item }) => `${body.id} ${item.code}`}
      rows={data.items}
      dense
      columns={[
        {
          key: 'body',
          title: texts.body,
          names: true,
          cell: ({ body, item }) => (
            <Link to="/lam-viec/ky-danh-gia/$round/tham-dinh/$body" params={{ round: data.round, body: body.id }} search={{ item: item.code }}>
              {body.name}
            </Link>
          ),
        },
        { key: 'item', title: texts.disputes.item, least: '16rem', cell: ({ item }) => `${item.code}. ${item.title}` },
        { key: 'claimed', title: texts.disputes.claimed, align: 'right', cell: ({ claimed }) => standing(claimed) },
        { key: 'now', title: texts.disputes.now, align: 'right', cell: ({ now }) => standing(now) },
        {
          key: 'agenda',
          title: texts.disputes.agenda,
          least: '10rem',
          cell: ({ agenda }) => (agenda ? <OnAgenda round={data.round} agenda={agenda} /> : <StateBadge tone="act">{texts.disputes.onNone}</StateBadge>),
        },
        { key: 'words', title: texts.disputes.words, least: '16rem', cell: ({ dispute }) => dispute.text },
      ]}
    />
  );
}
