import { CITATIONS } from '@parindex/core/ledger/fields';
import type { ShownSheet } from './shown-sheet.ts';

/** Whether any item or figure of a sheet cites a document. */
export const citesAnything = ({ answer: { items, figures }, cell }: ShownSheet): boolean =>
  items.some(({ code }) => CITATIONS in cell({ kind: 'item', id: code })) || figures.some(({ id }) => CITATIONS in cell({ kind: 'figure', id }));
