import { inWords } from '../official-form.ts';

/** A column of a table: its head, its share of the width, where its text stands. */
export interface Column {
  readonly head: string;
  readonly width: number;
  readonly align?: 'left' | 'center' | 'right';
}

/** A row of a table, a cell for each column; `bold`: a heading among the rows, a sum. */
export interface Row {
  readonly cells: readonly string[];
  readonly bold?: boolean;
}

export interface TableBlock {
  readonly kind: 'table';
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

/** A piece of the body; a line break within a paragraph begins another. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly style?: 'italic' | 'bold' }
  | TableBlock;

/** A wide table on pages across: "PHỤ LỤC", what it is, "(Kèm theo Báo cáo số …)". */
export interface Annex {
  readonly heading: string;
  readonly about: string;
  readonly attachedTo: string;
  readonly blocks: readonly Block[];
}

/** Who signs: "TM. ỦY BAN NHÂN DÂN" above "CHỦ TỊCH"; null: a line left out, a name left to be written. */
export interface SignatureBlock {
  readonly authority: string | null;
  readonly position: string;
  readonly name: string | null;
}

/**
 * An official document as plain data (Nghị định 30/2020/NĐ-CP, Phụ lục I); `docx.ts` and `pdf.ts` lay it out alike. What the
 * registry fills in (number, day) is null and left blank. A letter (công văn) says what it is about below its number, any
 * other kind under its name.
 */
export interface OfficialDocument {
  /** Of the file and its window. */
  readonly title: string;
  /** What must be said before anything else: "DỮ LIỆU MINH HỌA – không có giá trị văn bản", "DỰ THẢO". */
  readonly marks: readonly string[];
  /** A name may be broken into lines: "Ủy ban nhân dân\nTỉnh Minh họa 01". */
  readonly issuer: { readonly above: string | null; readonly name: string };
  readonly number: string | null;
  /** Of the number: "BC-UBND". */
  readonly symbol: string;
  readonly place: string | null;
  /** yyyy-mm-dd. */
  readonly day: string | null;
  readonly subject: { readonly as: 'letter'; readonly about: string } | { readonly as: 'named'; readonly name: string; readonly about: string };
  /** "Kính gửi"; none: left out. */
  readonly to: readonly string[];
  readonly body: readonly Block[];
  /** "Nơi nhận", a line each, without dash and semicolon. */
  readonly recipients: readonly string[];
  /** null: nobody signs. */
  readonly signature: SignatureBlock | null;
  readonly annexes: readonly Annex[];
  /** At the foot of every page: small lines, and an address as a QR code. */
  readonly footer: { readonly lines: readonly string[]; readonly link: string | null } | null;
}

const LEFT_BLANK = '……';

/** "Số: ……/BC-UBND". */
export const numberLine = ({ number, symbol }: Pick<OfficialDocument, 'number' | 'symbol'>): string => `Số: ${number ?? LEFT_BLANK}/${symbol}`;

/** "…………, ngày …… tháng …… năm ……" until somebody knows. */
export const dateLine = ({ place, day }: Pick<OfficialDocument, 'place' | 'day'>): string =>
  `${place ?? '……………'}, ${day === null ? `ngày ${LEFT_BLANK} tháng ${LEFT_BLANK} năm ${LEFT_BLANK}` : inWords(day)}`;

/** Recipients as they are written below each other. */
export const recipientLines = (recipients: readonly string[]): string[] =>
  recipients.map((line, index) => `- ${line}${index === recipients.length - 1 ? '.' : ';'}`);

/** Paragraphs of a text. */
export const paragraphsOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

export const STATE = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
export const MOTTO = 'Độc lập - Tự do - Hạnh phúc';
