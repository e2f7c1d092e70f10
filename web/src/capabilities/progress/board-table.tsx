import { pointsOver, readingsText, scoredOf } from '@parindex/core/words/points-text';
import { formatCount, formatMoment } from '../../kit/format.ts';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import type { Board, BoardRow } from './queries/board.ts';
import { BodyButton, StateWord, TimeWords, WaitWords } from './row-words.tsx';
import { boardTexts } from './texts/board.ts';

export interface RowsProps {
  readonly board: Board;
  readonly rows: readonly BoardRow[];
  /** Bodies that have just changed. */
  readonly marked: ReadonlyMap<string, number>;
  readonly onOpen: (body: string) => void;
}

/** Whether appraisal of some body has begun; before that, a column of zeros is left out. */
export const isAppraised = ({ rows, steps }: Board): boolean =>
  rows.some(({ appraised }) => appraised > 0) || steps.some(({ step, open }) => step === 'appraisal' && open);

/** Bodies by progress, by domain, and by whom they wait for. */
export function BoardTable({ board, rows, marked, onOpen }: RowsProps) {
  const texts = useTexts(boardTexts);
  const { language } = useLanguage();
  const appraised = isAppraised(board);
  const of = (answered: number, asked: number) => (asked === 0 ? '–' : texts.answeredOf(formatCount(answered, language), formatCount(asked, language)));
  return (
    <section className="wide-table board" aria-label={texts.title} tabIndex={0}>
      <table>
        <caption className="unseen">{texts.domainsCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.body}</th>
            <th scope="col">{texts.state}</th>
            <th scope="col">{texts.answered}</th>
            {appraised ? <th scope="col">{texts.appraised}</th> : null}
            <th scope="col" className="words">
              {texts.timeAndWaits}
            </th>
            <th scope="col">{texts.points}</th>
            {board.domains.map(({ code, title }) => (
              <th scope="col" key={code} title={title}>
                {texts.domainShort(code)}
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
              <td>
                <StateWord row={row} />
              </td>
              <td>{row.asked === 0 ? '–' : scoredOf(row, language)}</td>
              {appraised ? <td>{of(row.appraised, row.asked)}</td> : null}
              <td className="words">
                <TimeWords row={row} />
                <WaitWords row={row} />
              </td>
              <td>
                {pointsOver(row, board, language)}
                {row.ifConfirmed || row.ifUnconfirmed ? <small className="beside-points">{readingsText(row, board, language)}</small> : null}
              </td>
              {row.domains.map((domain) => (
                <td key={domain.code}>
                  {domain.asked === 0 ? (
                    '–'
                  ) : (
                    <>
                      {pointsOver(domain, board, language)}
                      <br />
                      <small>{scoredOf(domain, language)}</small>
                    </>
                  )}
                </td>
              ))}
              <td>{row.lastAt === null ? texts.never : formatMoment(row.lastAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
