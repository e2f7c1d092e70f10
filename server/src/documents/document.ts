import type { SchemeStatus } from '@parindex/core/scheme/types';
/** A cell: text, a number that a spreadsheet can compute with, or a file relative to the document. */
export type Cell = string | number | { readonly path: string };

/** A column of a table: its heading, its share of the width (in a list: characters), its alignment. */
export interface Column {
  readonly head: string;
  readonly width: number;
  readonly align?: 'left' | 'center' | 'right';
}

/** A row of a table, a cell for each column; `bold` for subheadings and sums. */
export interface Row {
  readonly cells: readonly Cell[];
  readonly bold?: boolean;
}

export interface TableBlock {
  readonly kind: 'table';
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

/** A block of the body; a line break starts a new paragraph, `lead` is bold before the first ("Điều 1."). Facts are pairs of name and value. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | {
      readonly kind: 'paragraph';
      readonly text: string;
      readonly style?: 'italic' | 'bold' | 'centred';
      readonly lead?: string;
      /** Small and pale at the margin, beside the first line. */
      readonly aside?: string;
      /** What follows stays on its page. */
      readonly keepNext?: boolean;
    }
  /** Of one of several who sign the same document, each below their own part; what comes after begins a new page. */
  | { readonly kind: 'signature'; readonly signature: SignatureBlock; readonly last: boolean }
  /** Of one of several papers in a document: each has its own, with its name below. */
  | { readonly kind: 'letterhead'; readonly letterhead: Letterhead; readonly name: string; readonly about: string }
  /**
   * One of several sheets in a document begins: on the front of a leaf, also where both sides are printed, and with pages of its own. `code` stands at the top of
   * each, and as a QR code on the first.
   */
  | { readonly kind: 'sheet'; readonly first: boolean; readonly code: { readonly name: string; readonly text: string; readonly scanned: string } | null }
  /** An address to be opened by a telephone's camera. */
  | { readonly kind: 'qr'; readonly link: string }
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [name: string, value: string])[] }
  | TableBlock;

export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

export const heading = (text: string, level: 1 | 2 = 1): Block => ({ kind: 'heading', level, text });

/** A wide table on landscape pages with numbers of their own: "Phụ lục I", its title in capitals, "(Kèm theo Báo cáo số …)". */
export interface Annex {
  readonly heading: string;
  readonly about: string;
  readonly attachedTo: string;
  readonly blocks: readonly Block[];
}

/** The signature block: "TM. ỦY BAN NHÂN DÂN" above "CHỦ TỊCH", or above "KT. CHỦ TỊCH" and "PHÓ CHỦ TỊCH" on lines of their own; null: a line left out, a name left blank. */
export interface SignatureBlock {
  readonly authority: string | null;
  readonly position: string;
  /** Below the position: "(Ký, ghi rõ họ tên)". */
  readonly note?: string;
  readonly name: string | null;
  /** Millimetres left free to sign, or to write an opinion; 28 where nothing else is said. */
  readonly room?: number;
}

export const ROOM_TO_SIGN = 28;

/** The issuer of a document, with what the registry fills in (number, place, day): null is left blank. */
export interface Letterhead {
  /** A name may be broken into lines: "Ủy ban nhân dân\nTỉnh Minh họa 01". */
  readonly issuer: { readonly above: string | null; readonly name: string };
  readonly number: string | null;
  /** Of the number: "BC-UBND"; null: made by the system and signed by nobody, so that neither number nor place are left to be filled in. */
  readonly symbol: string | null;
  readonly place: string | null;
  /** yyyy-mm-dd. */
  readonly day: string | null;
}

/**
 * An official document as plain data (Nghị định 30/2020/NĐ-CP, Phụ lục I): `docx.ts`, `pdf.ts` and `html.ts` render it
 * alike, `xlsx.ts` writes its tables. A letter (công văn) has its subject below its number, other kinds under their name.
 */
export interface OfficialDocument {
  /** Title of the file and window. */
  readonly title: string;
  /** Warnings above everything else; from `MARKS`. */
  readonly marks: readonly string[];
  /** null: a standalone list. */
  readonly letterhead: Letterhead | null;
  readonly subject: { readonly as: 'letter'; readonly about: string } | { readonly as: 'named'; readonly name: string; readonly about: string | null };
  /** "Kính gửi", of a brief "Kính trình"; none: left out. */
  readonly to: readonly string[];
  readonly address?: 'Kính gửi' | 'Kính trình';
  /** Whether all pages are landscape, as a wide table needs. */
  readonly across: boolean;
  /** Points of the body's letters, 14 where nothing else is said; 13 lets more stand on one page. */
  readonly size?: 13 | 14;
  readonly body: readonly Block[];
  /** "Nơi nhận", a line each, without dash and semicolon. */
  readonly recipients: readonly string[];
  /** Side by side; none: no signatures. */
  readonly signatures: readonly SignatureBlock[];
  readonly annexes: readonly Annex[];
  /** In the footer of every page: small lines, and an address as a QR code. */
  readonly footer: { readonly lines: readonly string[]; readonly link: string | null } | null;
}

/** Warnings that a document carries. */
export const MARKS = {
  draft: 'DỰ THẢO',
  invented: 'DỮ LIỆU MINH HỌA – không có giá trị văn bản',
  reconstruction: 'BỘ TIÊU CHÍ THAM KHẢO – chưa đối chiếu với văn bản gốc',
  illustrative: 'BỘ TIÊU CHÍ MINH HỌA',
} as const;

/** What an edition's status asks to be marked. */
export const schemeMarks = (status: SchemeStatus): readonly string[] => (status === 'official' ? [] : [MARKS[status]]);

/** Blanks to be filled in: a number or a day; a name or a place. */
export const LEFT_BLANK = '……';
export const LONG_BLANK = '……………';
/** A day that is filled in by hand. */
export const BLANK_DAY = `ngày ${LEFT_BLANK} tháng ${LEFT_BLANK} năm ${LEFT_BLANK}`;

/** A date in words as in official documents: days below ten and the months January and February get a leading zero. */
export function inWords(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `ngày ${day} tháng ${Number(month) > 2 ? Number(month) : month} năm ${year}`;
}

/** "Số: ……/BC-UBND"; empty where the document has no number. */
export const numberLine = ({ number, symbol }: Letterhead): string => (symbol === null ? '' : `Số: ${number ?? LEFT_BLANK}/${symbol}`);

/** "…………, ngày …… tháng …… năm ……" until it is known. */
export function dateLine({ symbol, place, day }: Letterhead): string {
  if (symbol === null && place === null && day !== null) return `N${inWords(day).slice(1)}`;
  return `${place ?? LONG_BLANK}, ${day === null ? BLANK_DAY : inWords(day)}`;
}

/** Recipients, or several that a document is sent to, as they are written below each other. */
export const recipientLines = (recipients: readonly string[]): string[] =>
  recipients.map((line, index) => `- ${line}${index === recipients.length - 1 ? '.' : ';'}`);

/** The title of an annex: "Phụ lục I" as it is written, what it is about in capitals. */
export const annexTitle = ({ about }: Annex): string => about.toLocaleUpperCase('vi');

/** Paragraphs of a text. */
export const paragraphsOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** A cell as it is printed. */
export const cellText = (cell: Cell): string => (typeof cell === 'object' ? cell.path : String(cell));

export const STATE = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
export const MOTTO = 'Độc lập - Tự do - Hạnh phúc';
