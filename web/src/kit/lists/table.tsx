import { Table as MantineTable, ScrollArea } from '@mantine/core';
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
    <ScrollArea
      className={asCards ? 'table-frame table-cards' : 'table-frame'}
      type="auto"
      scrollbars="x"
      viewportProps={{ tabIndex: 0, role: 'group', 'aria-label': caption }}
    >
      <MantineTable
        verticalSpacing={dense ? 4 : 'xs'}
        highlightOnHover
        stickyHeader={false}
        captionSide="top"
        // Aligned to the first line of cells.
        styles={{ th: { verticalAlign: 'baseline' }, td: { verticalAlign: 'baseline' } }}
        {...as('table')}
      >
        <MantineTable.Caption className="unseen">{caption}</MantineTable.Caption>
        <MantineTable.Thead {...as('rowgroup')}>
          <MantineTable.Tr {...as('row')}>
            {columns.map(({ key, title, align, least }) => (
              <MantineTable.Th key={key} scope="col" {...as('columnheader')} ta={align ?? 'left'} {...(least === undefined ? {} : { miw: least })}>
                {title}
              </MantineTable.Th>
            ))}
          </MantineTable.Tr>
        </MantineTable.Thead>
        <MantineTable.Tbody {...as('rowgroup')}>
          {rows.map((row) => (
            <MantineTable.Tr key={keyOf(row)} {...as('row')}>
              {columns.map(({ key, names, title, align, cell }) =>
                names ? (
                  <MantineTable.Th key={key} scope="row" {...as('rowheader')} ta={align ?? 'left'} fw={500}>
                    {cell(row)}
                  </MantineTable.Th>
                ) : (
                  <MantineTable.Td key={key} ta={align ?? 'left'} className={align === 'right' ? 'figures' : ''} {...as('cell')} {...called(title)}>
                    {asCards ? <div>{cell(row)}</div> : cell(row)}
                  </MantineTable.Td>
                ),
              )}
            </MantineTable.Tr>
          ))}
        </MantineTable.Tbody>
      </MantineTable>
    </ScrollArea>
  );
}
