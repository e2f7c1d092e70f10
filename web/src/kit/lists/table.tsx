import type { ReactNode } from 'react';

export interface Column<R> {
  readonly key: string;
  readonly title: ReactNode;
  /** The cell that names its row is a header. */
  readonly names?: boolean;
  readonly align?: 'right' | 'center';
  /** Least width before the table scrolls. */
  readonly least?: string;
  readonly cell: (row: R) => ReactNode;
}

interface TableProps<R> {
  /** Said by screen readers before the table. */
  readonly caption: string;
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[];
  readonly keyOf: (row: R) => string;
  readonly dense?: boolean;
}

/** So many columns still stand side by side on a phone. */
const FIT_A_PHONE = 2;

/** What a cell is called where its column has no head above it. */
const called = (title: ReactNode) => (typeof title === 'string' ? { 'data-label': title } : {});

/** A plain, accessible table that scrolls by itself if it is too wide; on a phone each row is a card, its cells under their names. */
export function Table<R>({ caption, columns, rows, keyOf, dense = false }: TableProps<R>) {
  const asCards = columns.length > FIT_A_PHONE;
  // Laid out as cards, browsers would take it for a table no more.
  const as = (role: string) => (asCards ? { role } : {});
  return (
    // biome-ignore lint/a11y/useSemanticElements: it holds no fields
    <div className={asCards ? 'table-frame table-cards' : 'table-frame'} tabIndex={0} role="group" aria-label={caption}>
      <table className="table" data-dense={dense || undefined} {...as('table')}>
        <caption className="unseen">{caption}</caption>
        <thead {...as('rowgroup')}>
          <tr {...as('row')}>
            {columns.map(({ key, title, align, least }) => (
              <th key={key} scope="col" {...as('columnheader')} style={{ textAlign: align, minWidth: least }}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...as('rowgroup')}>
          {rows.map((row) => (
            <tr key={keyOf(row)} {...as('row')}>
              {columns.map(({ key, names, title, align, cell }) =>
                names ? (
                  <th key={key} scope="row" {...as('rowheader')} style={{ textAlign: align }}>
                    {cell(row)}
                  </th>
                ) : (
                  <td key={key} className={align === 'right' ? 'figures' : undefined} style={{ textAlign: align }} {...as('cell')} {...called(title)}>
                    {asCards ? <div>{cell(row)}</div> : cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
