import { Bar } from '@parindex/design/charts/bar.tsx';
import { type Column, Table } from '../../kit/lists/table.tsx';
import { Link } from '../../kit/page/link.tsx';
import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { StandingBadge } from '../progress/row-words.tsx';
import type { AppraisalQueue, QueueBody, QueueItem } from './queries/appraisal.ts';
import { appraisalTexts } from './texts/appraisal.ts';

/** How far the appraisal of a body or an item is. */
export type Counted = Pick<QueueBody, 'toAppraise' | 'decided' | 'changed' | 'openClaims' | 'left' | 'toConfirm' | 'answersWaiting'>;

/** How much of a row is appraised, changed, still claimed: the same for bodies and items. */
function useProgressColumns<R extends Counted>(rows: readonly R[]): Column<R>[] {
  const texts = useTexts(appraisalTexts);
  const { language } = useLanguage();
  const count = (value: number) => formatCount(value, language);
  return [
    {
      key: 'decided',
      title: texts.progress,
      align: 'right',
      least: '8rem',
      cell: ({ toAppraise, decided }) => (
        <>
          {texts.overTotal(count(decided), count(toAppraise))}
          <Bar share={toAppraise === 0 ? 1 : decided / toAppraise} as={decided === toAppraise ? 'good' : 'act'} />
        </>
      ),
    },
    ...(rows.some(({ toConfirm }) => toConfirm > 0)
      ? [{ key: 'toConfirm', title: texts.toConfirm, align: 'right' as const, cell: ({ toConfirm }: R) => (toConfirm > 0 ? count(toConfirm) : '–') }]
      : []),
    { key: 'changed', title: texts.changed, align: 'right', cell: ({ changed }) => (changed > 0 ? count(changed) : '–') },
    { key: 'answers', title: texts.answersWaiting, align: 'right', cell: ({ answersWaiting }) => (answersWaiting > 0 ? count(answersWaiting) : '–') },
    { key: 'claims', title: texts.openClaims, align: 'right', cell: ({ openClaims }) => (openClaims > 0 ? count(openClaims) : '–') },
  ];
}

/** Bodies, each leading to its items one after the other. */
export function QueueBodies({ queue, rows }: { queue: AppraisalQueue; rows: readonly QueueBody[] }) {
  const texts = useTexts(appraisalTexts);
  const progress = useProgressColumns(rows);
  return (
    <Table
      caption={texts.bodies}
      keyOf={({ body }) => body.id}
      rows={rows}
      dense
      columns={[
        {
          key: 'body',
          title: texts.body,
          names: true,
          cell: ({ body }) => (
            <Link to="/lam-viec/ky-danh-gia/$round/tham-dinh/$body" params={{ round: queue.round, body: body.id }}>
              {body.name}
            </Link>
          ),
        },
        {
          key: 'state',
          title: texts.sheet,
          cell: ({ state }) => <StandingBadge of={state} />,
        },
        ...progress,
      ]}
    />
  );
}

/** Items, each leading to itself over all bodies. */
export function QueueItems({ queue, rows }: { queue: AppraisalQueue; rows: readonly QueueItem[] }) {
  const texts = useTexts(appraisalTexts);
  const progress = useProgressColumns(rows);
  return (
    <Table
      caption={texts.items}
      keyOf={({ code }) => code}
      rows={rows}
      dense
      columns={[
        {
          key: 'item',
          title: texts.item,
          names: true,
          least: '18rem',
          cell: ({ code, title }) => (
            <Link to="/lam-viec/ky-danh-gia/$round/tham-dinh" params={{ round: queue.round }} search={{ item: code }}>
              {texts.overBodies(code, title)}
            </Link>
          ),
        },
        ...progress,
      ]}
    />
  );
}
