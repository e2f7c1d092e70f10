import { compare, fromFraction, sum, toFraction } from '@parindex/core/quantity/rational';
import { pointsOver, pointsText, roundedPoints } from '@parindex/core/words/points-text';
import { Bar } from '@parindex/design/charts/bar.tsx';
import './lost.css';
import { useQuery } from '@tanstack/react-query';
import { type Column, Table } from '../../kit/lists/table.tsx';
import { Link } from '../../kit/page/link.tsx';
import { NotLoaded } from '../../kit/reading/loaded.tsx';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { type Board, type BoardBody, type BoardRow, boardBodyQuery } from './queries/board.ts';
import { overviewTexts } from './texts/overview.ts';

/** As many as a reader looks at. */
const FIRST = 8;

/** What a body loses, with what each item is called and where it stands. */
function lostIn({ items, losses }: BoardBody) {
  const byCode = new Map(items.map((item) => [item.code, item]));
  return losses.map((loss) => ({ ...loss, title: byCode.get(loss.code)?.title ?? loss.code, domain: byCode.get(loss.code)?.domain ?? '' }));
}

type Lost = ReturnType<typeof lostIn>[number];

interface OwnLossesProps {
  readonly round: string;
  readonly row: BoardRow;
  readonly domains: Board['domains'];
}

/** Where one body loses points: by domain, and by item with the way to it. */
export function OwnLosses({ round, row, domains }: OwnLossesProps) {
  const texts = useTexts(overviewTexts).own;
  const { data, error, refetch } = useQuery(boardBodyQuery(round, row.body.id, row.seq));
  const { language } = useLanguage();
  if (!data) return <NotLoaded error={error} retry={refetch} />;
  const lost = lostIn(data);
  if (row.answered === 0) return null;
  if (lost.length === 0) return <p>{texts.none}</p>;
  const points = (fraction: string) => Number(roundedPoints(fraction, data));
  const total = (some: readonly Lost[]) => toFraction(sum(some.map((one) => fromFraction(one.lost))));
  const byDomain = domains
    .map(({ code, title }) => ({ code, title, lost: total(lost.filter(({ domain }) => domain === code)) }))
    .filter(({ lost: some }) => points(some) > 0)
    .toSorted((a, b) => compare(fromFraction(b.lost), fromFraction(a.lost)));
  const much = (most: string) => ({
    key: 'lost',
    title: texts.lostPoints,
    align: 'right' as const,
    least: '6rem',
    cell: ({ lost: some }: { readonly lost: string }) => (
      <span className="lost-cell">
        {pointsText(some, data, language)}
        <Bar share={points(some) / Math.max(points(most), 0.001)} as="warn" />
      </span>
    ),
  });
  const domainColumns: Column<(typeof byDomain)[number]>[] = [
    { key: 'domain', title: texts.domain, names: true, least: '9rem', cell: ({ code, title }) => `${code}. ${title}` },
    much(byDomain[0]?.lost ?? '1/1'),
  ];
  const itemColumns: Column<Lost>[] = [
    {
      key: 'item',
      title: texts.lost,
      names: true,
      least: '12rem',
      cell: ({ code, title }) => (
        <Link to="/lam-viec/ky-danh-gia/$round/bang-diem/$body" params={{ round, body: row.body.id }} search={{ item: code }}>
          {code}. {title}
        </Link>
      ),
    },
    much(lost[0]?.lost ?? '1/1'),
    { key: 'points', title: texts.of, align: 'right', cell: (item) => pointsOver(item, data, language) },
  ];
  return (
    <>
      <p className="page-lead own-lost">{texts.lostLead(pointsText(total(lost), data, language))}</p>
      <Table caption={texts.byDomain} columns={domainColumns} rows={byDomain} keyOf={({ code }) => code} dense />
      <Table caption={texts.lost} columns={itemColumns} rows={lost.slice(0, FIRST)} keyOf={({ code }) => code} dense />
    </>
  );
}
