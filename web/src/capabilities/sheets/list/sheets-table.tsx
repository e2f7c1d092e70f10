import { SOURCE_NAMES } from '@parindex/core/words/kinds';
import { ifConfirmedText, ifUnconfirmedText, pointsOver, pointsText, type Rounding } from '@parindex/core/words/points-text';
import { SHEET_STATE_NAMES } from '@parindex/core/words/states';
import type { ReactNode } from 'react';
import { Link } from '../../../kit/page/link.tsx';
import { useLanguage, useTexts } from '../../../kit/words/language.tsx';
import type { SheetList } from '../queries/sheet-list.ts';
import { sheetsTexts } from '../texts/sheets.ts';

interface SheetsTableProps {
  readonly round: string;
  readonly items: SheetList['items'];
  readonly sheets: SheetList['sheets'];
  /** How the scheme rounds points. */
  readonly rounding: Rounding['rounding'];
  /** The only item shown. */
  readonly item: string | undefined;
  /** Otherwise item by item, or domain by domain. */
  readonly detailed: boolean;
}

/** Points rounded as the scheme rounds them, each over what it is part of; exact ones are in each sheet. A plain table, as thousands of cells of a component library would scroll poorly. */
export function SheetsTable({ round, items, sheets, rounding, item, detailed }: SheetsTableProps) {
  const texts = useTexts(sheetsTexts);
  const { language } = useLanguage();
  const domains = sheets[0]?.latest.domains.map(({ code }) => code) ?? [];
  const others = sheets[0]?.latest.sources.filter(({ own }) => !own).map(({ source }) => source) ?? [];
  const scheme = { rounding };
  const shown = item === undefined ? (detailed ? items : undefined) : [item];
  const points = (fraction: string): ReactNode => pointsText(fraction, scheme, language);
  return (
    <section className="wide-table" aria-label={texts.title} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{texts.body}</th>
            <th scope="col">{texts.open}</th>
            <th scope="col">{texts.claimed}</th>
            <th scope="col">{texts.final}</th>
            {others.map((source) => (
              <th scope="col" key={source}>
                {SOURCE_NAMES[language][source]}
              </th>
            ))}
            {(shown ?? domains).map((code) => (
              <th scope="col" key={code}>
                {code}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sheets.map((sheet) => (
            <tr key={sheet.body.id}>
              <th scope="row">
                <Link
                  to="/lam-viec/ky-danh-gia/$round/bang-diem/$body"
                  params={{ round, body: sheet.body.id }}
                  search={item === undefined ? {} : { item }}
                  preload={false}
                >
                  {sheet.body.name}
                </Link>
                {sheet.state !== 'open' ? ` (${SHEET_STATE_NAMES[language][sheet.state].toLocaleLowerCase('vi')})` : ''}
              </th>
              <td>{sheet.claimed.own.asked - sheet.claimed.own.answered}</td>
              <td>
                {pointsOver(sheet.claimed.own, scheme, language)}
                {sheet.ifUnconfirmed ? (
                  <>
                    <br />
                    <small>{ifUnconfirmedText(sheet.ifUnconfirmed, scheme, language)}</small>
                  </>
                ) : null}
              </td>
              <td>
                {pointsOver(sheet.latest.own, scheme, language)}
                {sheet.ifConfirmed ? <small> ({ifConfirmedText(sheet.ifConfirmed, scheme, language)})</small> : null}
              </td>
              {others.map((source) => {
                const part = sheet.latest.sources.find((one) => !one.own && one.source === source);
                return <td key={source}>{part === undefined ? '–' : part.points === null ? texts.sealed : pointsOver(part, scheme, language)}</td>;
              })}
              {shown
                ? shown.map((code) => {
                    const own = sheet.items[items.indexOf(code)];
                    return <td key={code}>{own?.state === 'scored' ? points(own.points) : '–'}</td>;
                  })
                : sheet.latest.domains.map(({ code, own }) => <td key={code}>{pointsOver(own, scheme, language)}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
