import { createHash } from 'node:crypto';
import {
  type Annex,
  annexTitle,
  type Block,
  type Cell,
  cellText,
  dateLine,
  type Letterhead,
  MOTTO,
  numberLine,
  type OfficialDocument,
  paragraphsOf,
  recipientLines,
  type SignatureBlock,
  STATE,
  type TableBlock,
} from './document.ts';
import { escapedHtml } from './escaped-html.ts';
import { qrSvg } from './qr.ts';

const upper = (text: string): string => escapedHtml(text.toLocaleUpperCase('vi'));
const each = <T>(parts: readonly T[], html: (part: T) => string): string => parts.map(html).join('\n');

// Nghị định 30/2020/NĐ-CP, Phụ lục I: A4, margins, Times New Roman 13–14, Quốc hiệu and Tiêu ngữ; wide tables on pages across.
const STYLE = `
@page { size: A4; margin: 20mm 15mm 20mm 30mm; } @page across { size: A4 landscape; margin: 20mm 15mm 15mm 20mm; }
body { font: 14pt/1.35 "Times New Roman", Tinos, "Liberation Serif", serif; color: #000; max-width: 165mm; margin: 0 auto; }
.across { page: across; max-width: none; } body.across { margin: 8mm; } body.across > p { text-align: center; } section.across { break-before: page; }
p { margin: 1.5mm 0; text-align: justify; } .name, .name p, .letterhead p, .signs p, .mark, .to { text-align: center; } .name p, .letterhead p, .signs p { margin: 0; }
.mark { border: 1px solid #000; font-weight: bold; padding: 2mm; }
.letterhead { display: flex; justify-content: space-between; gap: 6mm; font-size: 13pt; } .letterhead > * { flex: 3; text-align: center; } .letterhead > :first-child { flex: 2; }
.state, .motto { white-space: nowrap; font-weight: bold; } .motto { display: inline-block; border-bottom: 1px solid #000; } .issuer { font-weight: bold; } .ruled { display: inline-block; } .ruled::after { content: ""; display: block; width: 40%; margin: 0.5mm auto 1.5mm; border-bottom: 1px solid #000; } .place { font-style: italic; }
h1 { font-size: 14pt; text-align: center; margin: 8mm 0 0; } .name { margin-bottom: 6mm; font-weight: bold; } .name .attached { font-weight: normal; font-style: italic; }
h2, h3 { font-size: 14pt; margin: 5mm 0 2mm; } .aside { float: right; margin-left: 4mm; font-size: 7pt; color: #707070; } .stays { break-after: avoid; } .bold, .bold td { font-weight: bold; } .italic { font-style: italic; }
table { width: 100%; border-collapse: collapse; font-size: 12pt; margin: 3mm 0; } th, td { border: 1px solid #000; padding: 1mm 1.5mm; vertical-align: top; text-align: left; }
.across table { font-size: 11pt; } th { text-align: center; vertical-align: middle; } .right { text-align: right; } .center { text-align: center; } .long { overflow-wrap: anywhere; }
.next { break-before: page; } thead { display: table-header-group; } tr, .signs { break-inside: avoid; } .signs { break-before: avoid; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 1mm 4mm; margin: 2mm 0; } dd { margin: 0; }
.signs { display: flex; justify-content: space-between; gap: 6mm; text-align: center; margin-top: 8mm; } .signs > div { flex: 1; display: flex; flex-direction: column; min-height: 45mm; } .signs .recipients p { text-align: left; font-size: 11pt; }
.signs .signer { margin-top: auto; font-weight: bold; } .foot { display: flex; justify-content: space-between; gap: 4mm; border-top: 1px solid #000; margin-top: 8mm; font-size: 8pt; }
.foot svg { width: 15mm; height: 15mm; flex: none; }
`;

const LOADS_NOTHING = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'`;

/** The policy of such a page: only this style. */
export const HTML_POLICY = `${LOADS_NOTHING}; frame-ancestors 'none'`;

/** Long texts without spaces, such as hashes: only these cells and lines may break within a word. */
const LONG_RUN = /\S{25,}/;

const hrefOf = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

function tableCell(cell: Cell, align: string | undefined): string {
  const text = cellText(cell);
  const classes = [...(align && align !== 'left' ? [align] : []), ...(LONG_RUN.test(text) ? ['long'] : [])].join(' ');
  const shown = typeof cell === 'object' ? `<a href="${escapedHtml(hrefOf(text))}">${escapedHtml(text)}</a>` : text.split('\n').map(escapedHtml).join('<br>');
  return `<td${classes && ` class="${classes}"`}>${shown}</td>`;
}

const table = ({ columns, rows }: TableBlock): string =>
  `<table><thead><tr>${columns.map(({ head }) => `<th scope="col">${escapedHtml(head)}</th>`).join('')}</tr></thead><tbody>${each(
    rows,
    ({ cells, bold }) => `<tr${bold ? ' class="bold"' : ''}>${columns.map(({ align }, index) => tableCell(cells[index] ?? '', align)).join('')}</tr>`,
  )}</tbody></table>`;

function paragraph({ text, style, lead, aside, keepNext }: Extract<Block, { kind: 'paragraph' }>): string {
  const named = style === 'centred' ? 'center bold' : style;
  const beside = aside === undefined ? '' : `<span class="aside">${escapedHtml(aside)}</span>`;
  const bold = lead === undefined ? '' : `<b>${escapedHtml(lead)}</b> `;
  return paragraphsOf(text)
    .map((line, index) => {
      const classes = [...(named ? [named] : []), ...(keepNext ? ['stays'] : []), ...(LONG_RUN.test(line) ? ['long'] : [])].join(' ');
      return `<p${classes && ` class="${classes}"`}>${index === 0 ? beside + bold : ''}${escapedHtml(line)}</p>`;
    })
    .join('\n');
}

function block(part: Block): string {
  switch (part.kind) {
    case 'heading':
      return `<h${part.level + 1}>${escapedHtml(part.text)}</h${part.level + 1}>`;
    case 'paragraph':
      return paragraph(part);
    case 'facts':
      return `<dl>${each(part.facts, ([name, value]) => `<dt>${escapedHtml(name)}:</dt><dd>${paragraphsOf(value).map(escapedHtml).join('<br>')}</dd>`)}</dl>`;
    case 'letterhead':
      return `${letterhead(part.letterhead, null)}\n${named(part.name, part.about)}`;
    case 'sheet':
      return `${part.first ? '' : '<div class="next"></div>'}${part.code === null ? '' : `<p>${escapedHtml(part.code.name)}: <b>${escapedHtml(part.code.text)}</b></p>`}`;
    case 'qr':
      return `<div class="center" role="img" aria-label="${escapedHtml(part.link)}" style="width:40mm;margin:3mm auto">${qrSvg(part.link)}</div>`;
    case 'signature':
      return `<div class="signs"><div></div>${signature(part.signature)}</div>${part.last ? '' : '<div class="next"></div>'}`;
    case 'table':
      return table(part);
  }
}

const letterhead = (head: Letterhead, about: string | null): string => `<div class="letterhead"><div>
${each(paragraphsOf(head.issuer.above ?? ''), (line) => `<p>${upper(line)}</p>`)}
<div class="ruled">${each(paragraphsOf(head.issuer.name), (line) => `<p class="issuer">${upper(line)}</p>`)}</div>
<p>${escapedHtml(numberLine(head))}</p>${about === null ? '' : `<p>${escapedHtml(about)}</p>`}</div>
<div><p class="state">${STATE}</p><p class="motto">${MOTTO}</p><p class="place">${escapedHtml(dateLine(head))}</p></div></div>`;

const addressees = ({ to, address = 'Kính gửi' }: OfficialDocument): string =>
  to.length <= 1
    ? each(to, (one) => `<p class="to">${address}: ${escapedHtml(one)}</p>`)
    : `<p>${address}:</p>${each(recipientLines(to), (one) => `<p>${escapedHtml(one)}</p>`)}`;

const signature = ({ authority, position, note, name }: SignatureBlock): string => `<div>${authority === null ? '' : `<p class="bold">${upper(authority)}</p>`}
${each(paragraphsOf(position), (line) => `<p class="bold">${upper(line)}</p>`)}${note === undefined ? '' : `<p class="italic">${escapedHtml(note)}</p>`}<p class="signer">${escapedHtml(name ?? '')}</p></div>`;

function ending({ recipients, signatures }: OfficialDocument): string {
  if (recipients.length + signatures.length === 0) return '';
  const named = `<div class="recipients">${recipients.length === 0 ? '' : '<p class="bold italic">Nơi nhận:</p>'}${each(recipientLines(recipients), (line) => `<p>${escapedHtml(line)}</p>`)}</div>`;
  return `<div class="signs">${signatures.length > 1 && recipients.length === 0 ? '' : named}${each(signatures, signature)}</div>`;
}

const annex = (part: Annex): string => `<section class="across"><h2 class="center">${escapedHtml(part.heading)}</h2>
<div class="name"><p>${escapedHtml(annexTitle(part))}</p><p class="attached ruled">${escapedHtml(part.attachedTo)}</p></div>
${each(part.blocks, block)}</section>`;

const foot = ({ lines, link }: NonNullable<OfficialDocument['footer']>): string =>
  `<div class="foot"><div>${each(lines, (line) => `<p>${escapedHtml(line)}</p>`)}</div>${link === null ? '' : qrSvg(link)}</div>`;

const named = (name: string, about: string | null): string =>
  `<h1>${upper(name)}</h1>\n<div class="name"><div class="ruled">${each(paragraphsOf(about ?? ''), (line) => `<p>${escapedHtml(line)}</p>`)}</div></div>`;

/** An official document as a self-contained page that also opens from disk: it loads and runs nothing. */
export function officialHtml(document: OfficialDocument): string {
  const { title, marks, letterhead: head, subject, across, body, annexes, footer } = document;
  const name = subject.as === 'named' ? named(subject.name, subject.about) : '';
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="Content-Security-Policy" content="${escapedHtml(LOADS_NOTHING)}"><title>${escapedHtml(title)}</title><style>${STYLE}</style></head>
<body${across ? ' class="across"' : ''}>
${each(marks, (mark) => `<p class="mark">${escapedHtml(mark)}</p>`)}
${head === null ? '' : letterhead(head, subject.as === 'letter' ? subject.about : null)}
${name}
${addressees(document)}
${each(body, block)}
${ending(document)}
${footer === null ? '' : foot(footer)}
${each(annexes, annex)}
</body></html>
`;
}
