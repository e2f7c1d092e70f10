import { pointsOver, readingsText, scoredOf, scoredShort } from '@parindex/core/words/points-text';
import { Bar } from '@parindex/design/charts/bar.tsx';
import { heatStep } from '@parindex/design/heat.ts';
import { formatCount, formatMoment, formatMomentShort } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { type Board, type BoardRow, hasBegun } from './queries/board.ts';
import { BodyButton, StateWord, WaitLine } from './row-words.tsx';
import { boardTexts } from './texts/board.ts';

export interface RowsProps {
  readonly board: Board;
  readonly rows: readonly BoardRow[];
  /** Bodies that have just changed. */
  readonly marked: ReadonlyMap<string, number>;
  readonly onOpen: (body: string) => void;
}

/** What the cells of the domains say. */
export type CellKind = 'progress' | 'points';

export const shareOf = ({ asked, answered }: { readonly asked: number; readonly answered: number }): number => (asked === 0 ? 1 : answered / asked);

/** Bodies by progress, by domain, and by whom they wait for: a line each. */
export function BoardTable({ board, rows, marked, onOpen, cells }: RowsProps & { readonly cells: CellKind }) {
  const texts = useTexts(boardTexts);
  const { language } = useLanguage();
  const appraised = hasBegun(board, 'appraisal');
  const of = (answered: number, asked: number) => (asked === 0 ? '–' : texts.answeredOf(formatCount(answered, language), formatCount(asked, language)));
  return (
    <section className="wide-table board" aria-label={texts.title} tabIndex={0}>
      <table>
        <caption className="unseen">{texts.domainsCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.body}</th>
            <th scope="col" className="state">
              {texts.state}
            </th>
            <th scope="col">{texts.answered}</th>
            <th scope="col" className="words">
              {texts.waits}
            </th>
            {appraised ? <th scope="col">{texts.appraised}</th> : null}
            <th scope="col">{texts.points}</th>
            {board.domains.map(({ code, title }) => (
              <th scope="col" key={code} className="domain-name">
                <span title={title} data-code={code}>
                  {title}
                </span>
              </th>
            ))}
            <th scope="col">{texts.last}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.body.id} {...(marked.has(row.body.id) ? { 'data-changed': '' } : {})}>
              <th scope="row">
                <BodyButton name={row.body.name} onOpen={() => onOpen(row.body.id)} />
              </th>
              <td className="state">
                <StateWord row={row} />
              </td>
              <td className="scored">
                {row.asked === 0 ? '–' : <span title={scoredOf(row, language)}>{scoredShort(row)}</span>}
                <Bar share={shareOf(row)} as={row.answered >= row.asked ? 'good' : 'act'} />
              </td>
              <td className="words">
                <WaitLine row={row} />
              </td>
              {appraised ? <td>{of(row.appraised, row.asked)}</td> : null}
              <td>
                {pointsOver(row, board, language)}
                {row.ifConfirmed || row.ifUnconfirmed ? <Reading text={readingsText(row, board, language)} /> : null}
              </td>
              {row.domains.map((domain) =>
                domain.asked === 0 ? (
                  <td key={domain.code} className="domain">
                    –
                  </td>
                ) : (
                  <td key={domain.code} className="domain" data-heat={heatStep(shareOf(domain))}>
                    {cells === 'points' ? pointsOver(domain, board, language) : scoredShort(domain)}
                  </td>
                ),
              )}
              <td>{row.lastAt === null ? texts.never : <span title={formatMoment(row.lastAt)}>{formatMomentShort(row.lastAt)}</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What the points come to otherwise: cut on the screen, where a body is a line, and whole when it is pointed at and on paper. */
const Reading = ({ text }: { text: string }) => (
  <small className="beside-points" title={text}>
    {text}
  </small>
);
