import { displayDecimal, inLanguage, PHRASES, type Scheme } from '@parindex/core';
import { type ToldChange, type ToldComparison, tellComparison } from '@parindex/core/studio/comparing/told-comparison';
import { EDITION_PART_NAMES } from '@parindex/core/words/compared-edition-words';
import { comparisonRows } from '@parindex/core/words/comparison-rows';
import { COMPARISON_DOCUMENT_WORDS, COMPARISON_WORDS, countsText, signedPoints } from '@parindex/core/words/comparison-words';
import { type Block, type Column, heading, MARKS, type OfficialDocument, paragraph, type Row, schemeMarks, type TableBlock } from './document.ts';
import { officialDocx } from './docx.ts';
import { officialPdf } from './pdf.ts';
import { writeLists } from './xlsx.ts';

/** An edition that is compared. */
export interface ComparedEdition {
  readonly scheme: Scheme;
  readonly isDraft: boolean;
  /** Of its document. */
  readonly faults: number;
}

export interface Compared {
  readonly before: ComparedEdition;
  readonly after: ComparedEdition;
}

const WORDS = COMPARISON_WORDS.vi;
const SAYS = COMPARISON_DOCUMENT_WORDS;
const points = (text: string) => displayDecimal(text, 'vi');

const marksOf = ({ before, after }: Compared): string[] => [
  ...new Set([after, before].flatMap(({ scheme }) => schemeMarks(scheme.status))),
  ...(before.isDraft || after.isDraft ? [MARKS.draft] : []),
];

const editionText = ({ scheme, isDraft, faults }: ComparedEdition): string =>
  `${inLanguage(scheme.title, 'vi')} (${isDraft ? SAYS.draft : PHRASES.vi.status[scheme.status].toLocaleLowerCase('vi')}${faults === 0 ? '' : `, ${SAYS.faults(faults)}`})`;

const orNothing = (lines: readonly string[]): string => (lines.length === 0 ? WORDS.nothing : lines.join('\n'));

const rowsOf = (change: ToldChange): Row[] =>
  comparisonRows(change, 'vi').map(({ code, title, first, change: what, before, after }) => ({
    cells: [code, first ? title : '', what, orNothing(before), orNothing(after)],
  }));

/** In millimetres of a page that lies. */
const CHANGE_COLUMNS: readonly Column[] = [
  { head: 'STT', width: 14, align: 'center' },
  { head: WORDS.subject, width: 58 },
  { head: WORDS.change, width: 30 },
  { head: WORDS.before, width: 77 },
  { head: WORDS.after, width: 77 },
];
const changesTable = ({ domains }: ToldComparison): TableBlock => ({
  kind: 'table',
  columns: CHANGE_COLUMNS,
  rows: domains.flatMap(({ name, changes }) => [{ bold: true, cells: ['', name, '', '', ''] }, ...changes.flatMap(rowsOf)]),
});

const EDITION_COLUMNS: readonly Column[] = [
  { head: WORDS.subject, width: 56 },
  { head: WORDS.before, width: 100 },
  { head: WORDS.after, width: 100 },
];
const editionTable = ({ edition }: ToldComparison): TableBlock => ({
  kind: 'table',
  columns: EDITION_COLUMNS,
  rows: edition.map(({ part, before, after }) => ({
    cells: [EDITION_PART_NAMES.vi[part], orNothing(before), orNothing(after)],
  })),
});

const effectColumns = (of: string): Column[] => [
  { head: of, width: 136 },
  ...[WORDS.before, WORDS.after, WORDS.difference].map((head) => ({ head, width: 40, align: 'right' as const })),
];
type Effects = ToldComparison['effect']['domains'];
const effectRows = <T>(rows: Effects, total: ToldComparison['effect']['total'], cell: (number: string) => T, difference: (number: string) => T) =>
  [...rows, { name: WORDS.total, ...total }].map((each, at) => ({
    bold: at === rows.length,
    cells: [each.name, cell(each.before), cell(each.after), difference(each.difference)],
  }));

function comparisonDocument(compared: Compared): OfficialDocument {
  const told = tellComparison(compared.before.scheme, compared.after.scheme, 'vi');
  const { domains, sources, total } = told.effect;
  const effect = (of: string, rows: Effects): Block => ({
    kind: 'table',
    columns: effectColumns(of),
    rows: effectRows(rows, total, points, (difference) => signedPoints(difference, 'vi')),
  });
  const marks = marksOf(compared);
  const parts: readonly (readonly [title: string, ...blocks: Block[]])[] = [
    [SAYS.summary, paragraph(countsText(told.counts, 'vi'))],
    [WORDS.effect, effect(WORDS.domain, domains), effect(WORDS.source, sources)],
    ...(told.edition.length === 0 ? [] : [[WORDS.edition, editionTable(told)] as const]),
    ...(told.domains.length === 0 ? [] : [[WORDS.changes, changesTable(told)] as const]),
  ];
  return {
    title: SAYS.title,
    marks,
    letterhead: null,
    subject: { as: 'named', name: SAYS.title, about: null },
    to: [],
    across: true,
    body: [
      {
        kind: 'facts',
        facts: [
          [WORDS.before, editionText(compared.before)],
          [WORDS.after, editionText(compared.after)],
        ],
      },
      ...parts.flatMap(([title, ...blocks], at) => [heading(`${['I', 'II', 'III', 'IV'][at]}. ${title.toLocaleUpperCase('vi')}`), ...blocks]),
    ],
    recipients: [],
    signatures: [],
    annexes: [],
    footer: marks.length === 0 ? null : { lines: [marks.join('. ')], link: null },
  };
}

/** Characters of a workbook's column for a millimetre. */
const CHARACTERS = 0.62;
const POINTS_FORMAT = '#,##0.00##';

function comparisonXlsx(compared: Compared): Promise<Uint8Array> {
  const told = tellComparison(compared.before.scheme, compared.after.scheme, 'vi');
  const { domains, sources, total } = told.effect;
  const marks = marksOf(compared);
  const about = (title: string) => [
    `${SAYS.title}. ${title}`.toLocaleUpperCase('vi'),
    ...marks,
    `${WORDS.before}: ${editionText(compared.before)}`,
    `${WORDS.after}: ${editionText(compared.after)}`,
  ];
  const list = (name: string, title: string, { columns, rows }: TableBlock) => ({
    name,
    about: about(title),
    columns: columns.map(({ width, ...column }) => ({ ...column, width: Math.round(width * CHARACTERS) })),
    rows: rows.map(({ cells, bold = false }) => ({ bold, cells: cells.map(String) })),
    foot: marks.join('. '),
  });
  const effect = (name: string, of: string, rows: Effects) => ({
    name,
    about: [...about(WORDS.effect), countsText(told.counts, 'vi')],
    columns: effectColumns(of).map(({ width, ...column }) => ({
      ...column,
      width: Math.round(width * CHARACTERS),
      ...(column.align === 'right' ? { format: POINTS_FORMAT } : {}),
    })),
    rows: effectRows<string | number>(rows, total, Number, Number),
    foot: marks.join('. '),
  });
  return writeLists([
    list('Nội dung thay đổi', WORDS.changes, changesTable(told)),
    effect('Điểm theo lĩnh vực', WORDS.domain, domains),
    effect('Điểm theo phương thức', WORDS.source, sources),
    list('Quy định chung', WORDS.edition, editionTable(told)),
  ]);
}

const RENDERERS = {
  pdf: (compared: Compared) => officialPdf(comparisonDocument(compared)),
  docx: (compared: Compared) => officialDocx(comparisonDocument(compared)),
  xlsx: comparisonXlsx,
} as const;

/** Two editions compared as a table to attach to a submission: what is other, what it was and what it is, and what it does to points. */
export const comparisonFile = (compared: Compared, format: keyof typeof RENDERERS): Promise<Uint8Array> => RENDERERS[format](compared);
