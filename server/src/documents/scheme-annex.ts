import { displayDecimal, type Raw } from '@parindex/core';
import { type Annex, type AnnexColumn, type AnnexRow, annexOf } from '@parindex/core/studio/annex/annex';
import { CARRIED_SHEET, piecesOf } from '@parindex/core/studio/annex/carried';
import { ANNEX_HEADS, ANNEX_TOTAL } from '@parindex/core/words/annex-words';
import { BLANK_DAY, type Column, inWords, LEFT_BLANK, MARKS, type OfficialDocument, paragraph, schemeMarks } from './document.ts';
import { officialDocx } from './docx.ts';
import { type Agency, called } from './issued.ts';
import { officialPdf } from './pdf.ts';
import { writeLists } from './xlsx.ts';

/** An edition whose table is printed. */
export interface PrintedEdition {
  /** The document as it was written: DOCX and XLSX carry it, so that they can be brought back. */
  readonly text: string;
  readonly document: Raw;
  readonly isDraft: boolean;
  readonly hash: string | null;
  /** By which it was adopted. */
  readonly decision: { readonly number: string; readonly date: string | null } | null;
  /** Whose decision it is; null for an edition that came with the project. */
  readonly owner: Pick<Agency, 'name' | 'kind'> | null;
}

/** In millimetres of the page; a column that is left out leaves its width to the others. */
const WIDTHS: Readonly<Record<AnnexColumn, number>> = {
  code: 14,
  title: 55,
  points: 14,
  rule: 72,
  evidence: 40,
  source: 22,
  appraisedBy: 24,
  legalBasis: 24,
  note: 45,
};
const CENTRED: readonly AnnexColumn[] = ['code', 'source'];
/** Characters of a workbook's column for a millimetre. */
const CHARACTERS = 0.62;
/** Two decimals, up to four where there are more. */
const POINTS_FORMAT = '#,##0.00##';

const alignOf = (column: AnnexColumn): Pick<Column, 'align'> =>
  column === 'points' ? { align: 'right' } : CENTRED.includes(column) ? { align: 'center' } : {};

const marksOf = ({ status }: Annex, { isDraft }: PrintedEdition): string[] => [...(status ? schemeMarks(status) : []), ...(isDraft ? [MARKS.draft] : [])];

/** On each page: what it is no decision for, and the hash by which its text is known again. */
const footOf = (annex: Annex, edition: PrintedEdition): string[] => [
  ...(marksOf(annex, edition).length > 0 ? [marksOf(annex, edition).join('. ')] : []),
  ...(edition.hash === null ? [] : [`Mã băm của bộ tiêu chí: ${edition.hash}`]),
];

/** Only the adopted text is attached to a decision. */
function attachedTo({ status }: Annex, { isDraft, decision, owner }: PrintedEdition): string[] {
  if (status !== 'official') return [];
  const [number, day] = isDraft || decision === null ? [LEFT_BLANK, BLANK_DAY] : [decision.number, decision.date === null ? BLANK_DAY : inWords(decision.date)];
  return [`(Kèm theo Quyết định số ${number} ${day}${owner === null ? '' : ` của ${called(owner)}`})`];
}

const rowsOf = <T>({ rows, total, columns }: Annex, cell: (row: Pick<AnnexRow, 'cells'>, column: AnnexColumn) => T) => [
  ...rows.map((row) => ({ bold: row.level !== 'item', cells: columns.map((column) => cell(row, column)) })),
  ...(total === undefined ? [] : [{ bold: true, cells: columns.map((column) => cell({ cells: { ...NOTHING, title: ANNEX_TOTAL, points: total } }, column)) }]),
];
const NOTHING = Object.fromEntries(Object.keys(WIDTHS).map((column) => [column, ''])) as Record<AnnexColumn, string>;

function annexDocument(edition: PrintedEdition): OfficialDocument {
  const annex = annexOf(edition.document);
  const foot = footOf(annex, edition);
  return {
    title: `Phụ lục. ${annex.title}`,
    marks: marksOf(annex, edition),
    letterhead: null,
    subject: { as: 'named', name: 'Phụ lục', about: annex.title },
    to: [],
    across: true,
    body: [
      ...attachedTo(annex, edition).map((text) => ({ ...paragraph(text), style: 'centred' as const })),
      {
        kind: 'table',
        columns: annex.columns.map((column) => ({ head: ANNEX_HEADS[column], width: WIDTHS[column], ...alignOf(column) })),
        rows: rowsOf(annex, ({ cells }, column) => (column === 'points' && cells.points !== '' ? displayDecimal(cells.points, 'vi') : cells[column])),
      },
    ],
    recipients: [],
    signatures: [],
    annexes: [],
    footer: foot.length === 0 ? null : { lines: foot, link: null },
  };
}

function annexXlsx(edition: PrintedEdition): Promise<Uint8Array> {
  const annex = annexOf(edition.document);
  return writeLists(
    [
      {
        name: 'Phụ lục',
        about: ['PHỤ LỤC', annex.title, ...attachedTo(annex, edition), ...footOf(annex, edition)],
        columns: annex.columns.map((column) => ({
          head: ANNEX_HEADS[column],
          width: Math.round(WIDTHS[column] * CHARACTERS),
          ...alignOf(column),
          ...(column === 'points' ? { format: POINTS_FORMAT } : {}),
        })),
        rows: rowsOf(annex, ({ cells }, column) => (column === 'points' && cells.points !== '' ? Number(cells.points) : cells[column])),
        foot: marksOf(annex, edition).join('. '),
      },
    ],
    { name: CARRIED_SHEET, pieces: piecesOf(edition.text) },
  );
}

const RENDERERS = {
  pdf: (edition: PrintedEdition) => officialPdf(annexDocument(edition)),
  docx: (edition: PrintedEdition) => officialDocx(annexDocument(edition), piecesOf(edition.text)),
  xlsx: annexXlsx,
} as const;
export type AnnexFormat = keyof typeof RENDERERS;

/** The table of an edition as the annex of its decision: to be read on paper, or changed in an office program and brought back. */
export const schemeAnnex = (edition: PrintedEdition, format: AnnexFormat): Promise<Uint8Array> => RENDERERS[format](edition);
