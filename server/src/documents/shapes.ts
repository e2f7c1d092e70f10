import {
  type Block,
  type Cell,
  type Column,
  LEFT_BLANK,
  type Letterhead,
  LONG_BLANK,
  MARKS,
  type OfficialDocument,
  type Row,
  type SignatureBlock,
  type TableBlock,
} from './document.ts';

/** Somebody as a record names them: "Ông/Bà Nguyễn Văn An, công chức đầu mối, Sở Minh họa A". */
export const personText = (name: string, role: string, body: string | undefined): string =>
  [`Ông/Bà ${name}`, role.toLowerCase(), body].filter(Boolean).join(', ');

/** What a list contains. */
export interface List {
  readonly title: string;
  /** Sentences between the title and the table. */
  readonly about: readonly string[];
  readonly columns: readonly (readonly [head: string, characters: number, align?: Column['align']])[];
  readonly rows: readonly (readonly Cell[])[];
  /** Below them, bold. */
  readonly sums?: readonly (readonly Cell[])[];
  /** From a sandbox: marked as without value. */
  readonly illustrative?: boolean;
}

const marksOf = (illustrative: boolean) => (illustrative ? [MARKS.invented] : []);

/** A wide standalone list, to be printed or opened as a spreadsheet. */
export const listDocument = ({ title, about, columns, rows, sums = [], illustrative = false }: List): OfficialDocument => ({
  title,
  marks: marksOf(illustrative),
  letterhead: null,
  subject: { as: 'named', name: title, about: null },
  to: [],
  across: true,
  body: [
    ...about.map((text): Block => ({ kind: 'paragraph', text })),
    {
      kind: 'table',
      columns: columns.map(([head, width, align]) => ({ head, width, ...(align === undefined ? {} : { align }) })),
      rows: [...rows.map((cells) => ({ cells })), ...sums.map((cells) => ({ cells, bold: true }))],
    },
  ],
  recipients: [],
  signatures: [],
  annexes: [],
  footer: null,
});

interface OfficialRecord {
  readonly title: string;
  /** Whose record it is; null: left blank. */
  readonly issuer: Letterhead['issuer'] | null;
  /** The day on it, yyyy-mm-dd. */
  readonly day: string;
  readonly name: string;
  readonly about: string;
  readonly body: readonly Block[];
  /** In which capacity each person signs, and their name. */
  readonly signed: readonly (readonly [part: string, name: string])[];
  readonly illustrative: boolean;
}

const signature = ([position, name]: readonly [string, string]): SignatureBlock => ({ authority: null, position, note: '(Ký, ghi rõ họ tên)', name });

/** A record (biên bản) of an act, to be printed and signed by those involved. */
export const recordDocument = ({ title, issuer, day, name, about, body, signed, illustrative }: OfficialRecord): OfficialDocument => ({
  title,
  marks: marksOf(illustrative),
  letterhead: { issuer: issuer ?? { above: null, name: LONG_BLANK }, number: null, symbol: `BB-${LEFT_BLANK}`, place: null, day },
  subject: { as: 'named', name, about },
  to: [],
  across: false,
  body,
  recipients: [],
  signatures: signed.map(signature),
  annexes: [],
  footer: null,
});

/** A table with row numbers in the first column. */
export const numberedTable = (columns: readonly Column[], rows: readonly Row['cells'][]): TableBlock => ({
  kind: 'table',
  columns: [{ head: 'TT', width: 1, align: 'center' }, ...columns],
  rows: rows.map((cells, index) => ({ cells: [index + 1, ...cells] })),
});
