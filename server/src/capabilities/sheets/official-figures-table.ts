import { displayDate, type Scheme, schemeNames } from '@parindex/core';
import type { Column, TableBlock } from '../../documents/document.ts';
import type { FigureBeside } from './official-figures.ts';

/** What stands above official figures that differ from the claimed ones. */
export const OFFICIAL_APART = 'Số liệu chính thức khác số liệu tự chấm';

/** A value as it was declared; null: there is none. */
export interface Declared {
  readonly declared: string | boolean | null;
}

/** How documents write it. */
export const declaredText = ({ declared }: Declared, names: ReturnType<typeof schemeNames>): string => (declared === null ? '' : names.declared(declared));

interface FigureColumn {
  readonly head: string;
  /** Its share of a page, and its characters in a workbook. */
  readonly width: readonly [share: number, characters: number];
  readonly align?: Column['align'];
  readonly cell: (row: FigureBeside) => string | Declared;
}

/** Official figures beside the claimed ones, with where they are from. */
export function officialFigureColumns(scheme: Scheme): readonly FigureColumn[] {
  const names = schemeNames(scheme, 'vi');
  return [
    { head: 'Tiêu chí', width: [4, 16], cell: ({ items }) => items.join(', ') },
    { head: 'Số liệu', width: [13, 60], cell: ({ figure }) => names.figureTitle(figure) },
    { head: 'Số liệu tự chấm', width: [5, 16], align: 'right', cell: ({ claimed }) => ({ declared: claimed }) },
    { head: 'Số liệu chính thức', width: [5, 16], align: 'right', cell: ({ official }) => ({ declared: official.value }) },
    {
      head: 'Nguồn, ngày',
      width: [12, 60],
      cell: ({ official: { source, date } }) => [source, date === null ? null : displayDate(date)].filter((part) => part !== null).join(', '),
    },
  ];
}

/** The same as a table of a letter. */
export function officialFiguresTable(figures: readonly FigureBeside[], scheme: Scheme): TableBlock {
  const [names, columns] = [schemeNames(scheme, 'vi'), officialFigureColumns(scheme)];
  const text = (cell: string | Declared) => (typeof cell === 'string' ? cell : declaredText(cell, names));
  return {
    kind: 'table',
    columns: columns.map(({ head, width: [width], align }) => ({ head, width, ...(align ? { align } : {}) })),
    rows: figures.map((figure) => ({ cells: columns.map(({ cell }) => text(cell(figure))) })),
  };
}
