import { createHash } from 'node:crypto';
import { escaped, htmlTable } from './html.ts';
import { writeSheets } from './xlsx.ts';

/** A text or number; or a file or folder beside the list, by its path from there. */
export type ListingCell = string | number | { readonly path: string };

/** A list that goes out as XLSX and as a page to print. */
export interface Listing {
  readonly title: string;
  /** Sentences between the title and the table. */
  readonly about: readonly string[];
  /** Heads and widths in characters. */
  readonly columns: readonly (readonly [head: string, width: number])[];
  readonly rows: readonly (readonly ListingCell[])[];
}

// A wide table as an annex across (Nghị định 30/2020/NĐ-CP, Phụ lục I).
const STYLE = `
@page { size: A4 landscape; margin: 20mm 15mm 15mm 20mm; }
body { font: 13pt/1.3 "Times New Roman", Tinos, "Liberation Serif", serif; color: #000; margin: 8mm; }
h1 { font-size: 14pt; text-align: center; text-transform: uppercase; margin: 0 0 3mm; } p { text-align: center; margin: 0 0 1mm; }
table { width: 100%; border-collapse: collapse; font-size: 11pt; margin-top: 5mm; }
th, td { border: 1px solid #000; padding: 1mm 1.5mm; vertical-align: top; text-align: left; } .long { overflow-wrap: anywhere; }
thead { display: table-header-group; } tr { break-inside: avoid; }
`;
/** The policy that such a page is sent with. */
export const LISTING_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'`;

const htmlCell = (cell: ListingCell): string =>
  typeof cell === 'object' ? `<a href="${escaped(cell.path.split('/').map(encodeURIComponent).join('/'))}">${escaped(cell.path)}</a>` : escaped(cell);

/** The list as a page that stands by itself, opened from a disk too: it loads and runs nothing. */
export const listingPage = ({ title, about, columns, rows }: Listing): string => `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${escaped(LISTING_POLICY)}"><title>${escaped(title)}</title><style>${STYLE}</style></head>
<body><h1>${escaped(title)}</h1>
${about.map((line) => `<p>${escaped(line)}</p>`).join('\n')}
${htmlTable(
  columns.map(([head]) => head),
  rows.map((row) => row.map(htmlCell)),
)}
</body></html>
`;

/** The list as XLSX: title, sentences, a line left free, heads, rows. */
export const listingSheet = ({ title, about, columns, rows }: Listing): Promise<Uint8Array> =>
  writeSheets([
    {
      name: 'Mục lục',
      widths: columns.map(([, width]) => width),
      headRow: about.length + 3,
      rows: [
        [title],
        ...about.map((line) => [line]),
        [],
        columns.map(([head]) => head),
        ...rows.map((row) => row.map((cell) => (typeof cell === 'object' ? cell.path : cell))),
      ],
    },
  ]);
