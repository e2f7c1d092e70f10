import { Button } from '@mantine/core';
import { roundedPoints } from '@parindex/core/words/points-text';
import { heatStep } from '@parindex/design/heat.ts';
import { useState } from 'react';
import { FilterChips } from '../../kit/filter-chips.tsx';
import { formatCount } from '../../kit/format.ts';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { Link } from '../../kit/link.tsx';
import type { Board, BoardRow } from './queries/board.ts';
import { boardOverviewTexts } from './texts/board-overview.ts';
import './board.css';

/** As many bodies as are looked at at once; of some thousand communes nobody reads all. */
const FIRST = 12;
const MOST = 300;

type Measure = 'progress' | 'points';
type Counted = Pick<BoardRow, 'asked' | 'answered' | 'points' | 'maximum'>;

/** Between 0 and 1; null where nothing is asked, or nothing has points. */
function shareOf({ asked, answered, points, maximum }: Counted, measure: Measure, board: Board): number | null {
  if (measure === 'progress') return asked === 0 ? null : answered / asked;
  const most = Number(roundedPoints(maximum, board));
  return most === 0 || answered === 0 ? null : Number(roundedPoints(points, board)) / most;
}

/** Bodies by domain: how far each is, or what it scores itself of its maximum; the lowest first, a number in every cell. */
export function BoardHeat({ board }: { board: Board }) {
  const texts = useTexts(boardOverviewTexts).heat;
  const { language } = useLanguage();
  const [measure, setMeasure] = useState<Measure>('progress');
  const [all, setAll] = useState(false);
  const rows = board.rows
    .map((row) => ({ row, share: shareOf(row, measure, board) }))
    .toSorted((a, b) => (a.share ?? -1) - (b.share ?? -1))
    .map(({ row }) => row);
  const shown = rows.slice(0, all ? MOST : FIRST);
  const cell = (counted: Counted | undefined, key: string) => {
    const share = counted === undefined ? null : shareOf(counted, measure, board);
    return (
      <td key={key} {...(share === null ? {} : { 'data-heat': heatStep(share) })}>
        {share === null ? '–' : formatCount(measure === 'progress' ? Math.floor(share * 100) : Math.round(share * 100), language)}
      </td>
    );
  };
  return (
    <>
      <FilterChips
        label={texts.show}
        chosen={measure}
        choices={[
          { value: 'progress', label: texts.progress },
          { value: 'points', label: texts.points },
        ]}
        onChoose={setMeasure}
      />
      <section className="wide-table heat-table" aria-label={texts.title} tabIndex={0}>
        <table>
          <caption className="unseen">{measure === 'progress' ? texts.progressSays : texts.pointsSays}</caption>
          <thead>
            <tr>
              <th scope="col">{texts.body}</th>
              <th scope="col">{texts.whole}</th>
              {board.domains.map(({ code, title }) => (
                <th key={code} scope="col" title={title}>
                  <span>{title}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={row.body.id}>
                <th scope="row">
                  <Link inherit to="/lam-viec/ky-danh-gia/$round/tien-do" params={{ round: board.round }} search={{ body: row.body.id }}>
                    {row.body.name}
                  </Link>
                </th>
                {cell(row, 'whole')}
                {board.domains.map(({ code }) =>
                  cell(
                    row.domains.find((domain) => domain.code === code),
                    code,
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="page-lead heat-says">{measure === 'progress' ? texts.progressSays : texts.pointsSays}</p>
      {rows.length > FIRST ? (
        <Button variant="subtle" size="compact-sm" w="fit-content" className="screen-only" onClick={() => setAll(!all)}>
          {all ? texts.fewer : texts.more(formatCount(Math.min(MOST, rows.length), language))}
        </Button>
      ) : null}
    </>
  );
}
