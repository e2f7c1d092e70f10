import { createHash } from 'node:crypto';
import { escaped, htmlTable } from './html.ts';

/** A date in words, as documents write it: a day below ten and the months January and February with a nought. */
export function inWords(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `ngày ${day} tháng ${Number(month) > 2 ? Number(month) : month} năm ${year}`;
}

// Layout by Nghị định 30/2020/NĐ-CP, Phụ lục I: A4, margins, Times New Roman 13–14, Quốc hiệu and Tiêu ngữ.
const STYLE = `
@page { size: A4; margin: 20mm 15mm 20mm 30mm; }
body { font: 14pt/1.35 "Times New Roman", Tinos, "Liberation Serif", serif; color: #000; max-width: 165mm; margin: 0 auto; }
.head { display: flex; justify-content: space-between; text-align: center; gap: 6mm; }
p { text-align: justify; }
.head p { margin: 0; text-align: center; } .state, .motto { white-space: nowrap; }
.head > :first-child { flex: 2; } .head > :last-child { flex: 3; }
.state { font-size: 13pt; font-weight: bold; } .motto { font-weight: bold; display: inline-block; border-bottom: 1px solid #000; }
.agency { font-size: 13pt; font-weight: bold; text-transform: uppercase; } .place { font-style: italic; }
h1 { font-size: 14pt; text-align: center; margin: 8mm 0 0; } p.about { text-align: center; font-weight: bold; margin: 0 0 6mm; }
h2 { font-size: 14pt; margin: 5mm 0 2mm; }
table { width: 100%; border-collapse: collapse; font-size: 13pt; } th, td { border: 1px solid #000; padding: 1mm 2mm; vertical-align: top; text-align: left; } .long { overflow-wrap: anywhere; }
thead { display: table-header-group; } tr, .signs { break-inside: avoid; }
.signs { display: flex; justify-content: space-between; text-align: center; margin-top: 8mm; } .signs div { flex: 1; min-height: 40mm; } .signs p { text-align: center; margin: 0; }
.mark { border: 1px solid #000; text-align: center; font-weight: bold; padding: 2mm; }
`;

/** What the browser may load with a printed record: this style and nothing else. */
export const PRINTED_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** A table with its rows numbered; cells are escaped. */
export const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  htmlTable(
    head,
    rows.map((row, index) => [String(index + 1), ...row.map(escaped)]),
  );

/** Where somebody signs, above their name. */
export const signature = (title: string, name: string): string =>
  `<div><p><strong>${escaped(title)}</strong></p><p><em>(Ký, ghi rõ họ tên)</em></p><br><br><br><p><strong>${escaped(name)}</strong></p></div>`;

interface RecordToPrint {
  /** Of the window. */
  readonly title: string;
  /** null: left blank. */
  readonly agency: string | null;
  /** The day on it, yyyy-mm-dd. */
  readonly day: string;
  readonly heading: string;
  readonly about: string;
  /** HTML below the heading. */
  readonly content: string;
  /** Of a sandbox: marked as worth nothing. */
  readonly illustrative: boolean;
}

/** A record (biên bản) as a page to print and sign, in the form of official documents. */
export const officialRecord = ({ title, agency, day, heading, about, content, illustrative }: RecordToPrint): string => `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)}</title><style>${STYLE}</style></head>
<body>
${illustrative ? '<p class="mark">DỮ LIỆU MINH HỌA – không có giá trị văn bản</p>' : ''}
<div class="head"><div><p class="agency">${escaped(agency ?? '……………………')}</p><p>Số: ……/BB-……</p></div>
<div><p class="state">CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p><p class="motto">Độc lập - Tự do - Hạnh phúc</p><p class="place">……………, ${escaped(inWords(day))}</p></div></div>
<h1>${escaped(heading)}</h1>
<p class="about">${escaped(about)}</p>
${content}
</body></html>
`;
