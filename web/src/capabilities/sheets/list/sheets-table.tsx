import { displayDecimal } from '@parindex/core/quantity/display';
import { fromFraction, toDecimal } from '@parindex/core/quantity/rational';
import { useLanguage, useTexts } from '../../../kit/language.tsx';
import { Link } from '../../../kit/link.tsx';
import type { SheetList } from '../queries/sheet-list.ts';
import { sheetsTexts } from '../texts/sheets.ts';

interface SheetsTableProps {
  readonly round: string;
  readonly items: SheetList['items'];
  readonly sheets: SheetList['sheets'];
  /** The only item shown. */
  readonly item: string | undefined;
  /** Otherwise item by item, or domain by domain. */
  readonly detailed: boolean;
}

/** Points with two decimals; exact ones are in each sheet. A plain table, as thousands of cells of a component library would scroll poorly. */
export function SheetsTable({ round, items, sheets, item, detailed }: SheetsTableProps) {
  const texts = useTexts(sheetsTexts);
  const { language } = useLanguage();
  const domains = sheets[0]?.total.domains.map(({ code }) => code) ?? [];
  const shown = item === undefined ? (detailed ? items : undefined) : [item];
  const points = (fraction: string): string => displayDecimal(toDecimal(fromFraction(fraction), 2, 'halfUp'), language);
  return (
    <section className="wide-table" aria-label={texts.title} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{texts.body}</th>
            <th scope="col">{texts.open}</th>
            <th scope="col">{texts.claimed}</th>
            <th scope="col">{texts.final}</th>
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
                {sheet.state !== 'open' ? ` (${texts.frozen})` : ''}
              </th>
              <td>{sheet.notAnswered}</td>
              <td>{points(sheet.claimed.points)}</td>
              <td>
                {points(sheet.total.points)}
                {sheet.ifConfirmed ? <small> ({texts.ifConfirmed(`${points(sheet.ifConfirmed.points)}/${points(sheet.ifConfirmed.maximum)}`)})</small> : null}
              </td>
              {shown
                ? shown.map((code) => {
                    const own = sheet.items[items.indexOf(code)];
                    return <td key={code}>{own?.state === 'scored' ? points(own.points) : '–'}</td>;
                  })
                : sheet.total.domains.map(({ code, points: own }) => <td key={code}>{points(own)}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
