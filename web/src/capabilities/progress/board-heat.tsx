import { Button } from '@mantine/core';
import { type CountedPoints, lowest, MEASURES, type Measure, shareOf, shareOverBodies } from '@parindex/core/progress/over-bodies';
import { displayDecimal } from '@parindex/core/quantity/display';
import { compare, hundred, multiply, negate, one, type Rational, toDecimal } from '@parindex/core/quantity/rational';
import { heatStep } from '@parindex/design/heat.ts';
import { useState } from 'react';
import { FilterChips } from '../../kit/lists/filter-chips.tsx';
import { Link } from '../../kit/page/link.tsx';
import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import type { Board } from './queries/board.ts';
import { boardOverviewTexts } from './texts/board-overview.ts';
import './board.css';

/** As many bodies as are looked at at once; of some thousand communes nobody reads all. */
const FIRST = 12;
const MOST = 300;

/** A share in percent: whole in a cell, where what is not all there is never 100; to two places in a sentence. */
const inCell = (share: Rational) => {
  const rounded = toDecimal(multiply(share, hundred), 0, 'halfUp');
  return rounded === '100' && compare(share, one) < 0 ? '99' : rounded;
};
const inSentence = (share: Rational) => toDecimal(multiply(share, hundred), 2, 'halfUp');

interface BoardHeatProps {
  readonly board: Board;
  /** What is shown until something else is chosen. */
  readonly first: Measure;
}

/** Bodies by domain: how far each is, or its appraisal, or what it scores itself of its maximum; the lowest first, a number in every cell. */
export function BoardHeat({ board, first }: BoardHeatProps) {
  const texts = useTexts(boardOverviewTexts).heat;
  const { language } = useLanguage();
  const [measure, setMeasure] = useState<Measure>(first);
  const [all, setAll] = useState(false);
  const rows = board.rows
    .map((row) => ({ row, share: shareOf(row, measure) ?? negate(one) }))
    .toSorted((a, b) => compare(a.share, b.share))
    .map(({ row }) => row);
  const shown = rows.slice(0, all ? MOST : FIRST);
  const overall = board.domains.map(({ code, title }) => ({
    ...{ code, title },
    share: shareOverBodies(
      rows.flatMap(({ domains }) => domains.filter((domain) => domain.code === code)),
      measure,
    ),
  }));
  const least = lowest(overall);
  const cell = (share: Rational | null, key: string) => (
    <td key={key} {...(share === null ? {} : { 'data-heat': heatStep(Number(toDecimal(share, 6, 'halfUp'))) })}>
      {share === null ? '–' : displayDecimal(inCell(share), language)}
    </td>
  );
  const cellOf = (counted: CountedPoints | undefined, key: string) => cell(counted === undefined ? null : shareOf(counted, measure), key);
  return (
    <>
      <FilterChips
        label={texts.show}
        chosen={measure}
        choices={MEASURES.filter((one) => one !== 'appraised' || first === 'appraised').map((value) => ({ value, label: texts.measures[value] }))}
        onChoose={setMeasure}
      />
      {least[0] === undefined ? null : (
        <p className="heat-lowest" role="status">
          {texts.lowest[measure](least.map(({ title }) => title).join('; '), displayDecimal(inSentence(least[0].share), language))}
        </p>
      )}
      <section className="wide-table heat-table" aria-label={texts.title} tabIndex={0}>
        <table>
          <caption className="unseen">{texts.says[measure]}</caption>
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
            <tr className="heat-whole">
              <th scope="row">{texts.round}</th>
              {cell(shareOverBodies(rows, measure), 'whole')}
              {overall.map(({ code, share }) => cell(share, code))}
            </tr>
            {shown.map((row) => (
              <tr key={row.body.id}>
                <th scope="row">
                  <Link to="/lam-viec/ky-danh-gia/$round/tien-do" params={{ round: board.round }} search={{ body: row.body.id }}>
                    {row.body.name}
                  </Link>
                </th>
                {cellOf(row, 'whole')}
                {board.domains.map(({ code }) =>
                  cellOf(
                    row.domains.find((domain) => domain.code === code),
                    code,
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="page-lead heat-says">{texts.says[measure]}</p>
      {shown.length < rows.length ? (
        <p className="paper-only">{texts.printed(formatCount(shown.length, language), formatCount(rows.length, language))}</p>
      ) : null}
      {rows.length > FIRST ? (
        <Button variant="subtle" size="compact-sm" w="fit-content" className="screen-only" onClick={() => setAll(!all)}>
          {all ? texts.fewer : texts.more(formatCount(Math.min(MOST, rows.length), language))}
        </Button>
      ) : null}
    </>
  );
}
