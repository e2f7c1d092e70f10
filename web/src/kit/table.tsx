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

/** A plain, accessible table that scrolls by itself if it is too wide. */
export function Table<R>({ caption, columns, rows, keyOf, dense = false }: TableProps<R>) {
  return (
    <ScrollArea className="table-frame" type="auto" scrollbars="x" viewportProps={{ tabIndex: 0, role: 'group', 'aria-label': caption }}>
      <MantineTable
        verticalSpacing={dense ? 4 : 'xs'}
        highlightOnHover
        stickyHeader={false}
        captionSide="top"
        // Aligned to the first line of cells.
        styles={{ th: { verticalAlign: 'baseline' }, td: { verticalAlign: 'baseline' } }}
      >
        <MantineTable.Caption className="unseen">{caption}</MantineTable.Caption>
        <MantineTable.Thead>
          <MantineTable.Tr>
            {columns.map(({ key, title, align, least }) => (
              <MantineTable.Th key={key} scope="col" ta={align ?? 'left'} {...(least === undefined ? {} : { miw: least })}>
                {title}
              </MantineTable.Th>
            ))}
          </MantineTable.Tr>
        </MantineTable.Thead>
        <MantineTable.Tbody>
          {rows.map((row) => (
            <MantineTable.Tr key={keyOf(row)}>
              {columns.map(({ key, names, align, cell }) =>
                names ? (
                  <MantineTable.Th key={key} scope="row" ta={align ?? 'left'} fw={500}>
                    {cell(row)}
                  </MantineTable.Th>
                ) : (
                  <MantineTable.Td key={key} ta={align ?? 'left'} className={align === 'right' ? 'figures' : ''}>
                    {cell(row)}
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
