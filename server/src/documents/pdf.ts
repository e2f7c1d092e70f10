import { createHash } from 'node:crypto';
import { Limiter } from '../file-inspection/limiter.ts';
import { Problem } from '../http/problems.ts';
import { askSpare, spareThread } from '../threads/spare-thread.ts';
import {
  annexTitle,
  type Block,
  cellText,
  dateLine,
  type Letterhead,
  MOTTO,
  numberLine,
  type OfficialDocument,
  paragraphsOf,
  ROOM_TO_SIGN,
  recipientLines,
  type SignatureBlock,
  STATE,
  type TableBlock,
} from './document.ts';
import { qrSvg } from './qr.ts';
import { RULE_SHARE } from './rule-length.ts';

/** Most documents waiting their turn. */
const WAITING = 32;
/** A worker without an answer is ended after this long; a document takes well under a second. */
const SECONDS = 20;
const limiter = new Limiter(1, WAITING);
const printers = spareThread(new URL('pdf-worker.ts', import.meta.url));

/** The width of the text, and about that of one of its signs within a table, in millimetres. */
const WIDTHS = { upright: 165, across: 262, sign: 2.2, inset: 3 };

/** A cell, and whether a word in it is wider than its column: that one may break anywhere. */
function cellData(text: string, millimetres: number) {
  const longest = Math.max(0, ...text.split(/\s+/).map((word) => word.length));
  return { text, long: longest * WIDTHS.sign > millimetres - WIDTHS.inset };
}

function tableData({ columns, rows }: TableBlock, across: boolean) {
  const unit = WIDTHS[across ? 'across' : 'upright'] / columns.reduce((sum, { width }) => sum + width, 0);
  return {
    kind: 'table',
    columns: columns.map(({ width, head, align = 'left' }) => ({ width, head, align })),
    // A row may end before the last column: the rest of it is empty.
    rows: rows.map(({ cells, bold = false }) => ({ cells: columns.map(({ width }, index) => cellData(cellText(cells[index] ?? ''), unit * width)), bold })),
  };
}

function blockData(block: Block, across: boolean) {
  switch (block.kind) {
    case 'heading':
      return block;
    case 'paragraph':
      return {
        kind: block.kind,
        style: block.style ?? null,
        lead: block.lead ?? null,
        aside: block.aside ?? null,
        keepNext: block.keepNext ?? false,
        paragraphs: paragraphsOf(block.text),
      };
    case 'facts':
      return { kind: block.kind, facts: block.facts.map(([name, value]) => [name, paragraphsOf(value)]) };
    case 'letterhead':
      return { kind: block.kind, letterhead: letterheadData(block.letterhead), name: block.name, about: paragraphsOf(block.about) };
    case 'sheet':
      return { kind: block.kind, first: block.first, code: block.code && { ...block.code, qr: qrSvg(block.code.scanned) } };
    case 'qr':
      return { kind: block.kind, link: block.link, qr: qrSvg(block.link) };
    case 'signature':
      return { kind: block.kind, signature: signatureData(block.signature), last: block.last };
    case 'table':
      return tableData(block, across);
  }
}

const signatureData = ({ note, position, room = ROOM_TO_SIGN, ...signature }: SignatureBlock) => ({
  ...signature,
  ...{ position: paragraphsOf(position), note: note ?? null, room },
});

const letterheadData = (letterhead: Letterhead) => ({
  issuer: {
    name: paragraphsOf(letterhead.issuer.name),
    above: letterhead.issuer.above === null ? null : paragraphsOf(letterhead.issuer.above),
  },
  numberLine: numberLine(letterhead),
  dateLine: dateLine(letterhead),
});

/** A document as layout.typ reads it. */
function dataOf({
  title,
  marks,
  letterhead,
  subject,
  to,
  address = 'Kính gửi',
  across,
  size = 14,
  body,
  recipients,
  signatures,
  annexes,
  footer,
}: OfficialDocument): string {
  return JSON.stringify({
    title,
    marks,
    letterhead: letterhead && letterheadData(letterhead),
    subject: subject.as === 'named' ? { ...subject, about: paragraphsOf(subject.about ?? '') } : subject,
    address,
    to: to.length === 1 ? to : recipientLines(to),
    across,
    size,
    ruleShare: RULE_SHARE,
    state: STATE,
    motto: MOTTO,
    body: body.map((block) => blockData(block, across)),
    recipients: recipientLines(recipients),
    signatures: signatures.map(signatureData),
    annexes: annexes.map((annex) => ({ ...annex, about: annexTitle(annex), blocks: annex.blocks.map((block) => blockData(block, true)) })),
    footer: footer && { ...footer, qr: footer.link === null ? null : qrSvg(footer.link) },
  });
}

type Printed = { readonly pdf: Uint8Array } | { readonly failed: string };

async function askWorker(data: string): Promise<Uint8Array> {
  const said = await askSpare<Printed>(printers, data, 'the printer', SECONDS * 1_000);
  if ('pdf' in said) return said.pdf;
  throw new Error(`not printed: ${said.failed}`);
}

/** The last results, by the hash of their data: a report is downloaded, then compared with its signed form, repeatedly. */
const made = new Map<string, Buffer>();
const MOST_KEPT = 8;

function keep(key: string, pdf: Buffer): Buffer {
  made.delete(key);
  made.set(key, pdf);
  const [oldest] = made.keys();
  if (made.size > MOST_KEPT && oldest !== undefined) made.delete(oldest);
  return pdf;
}

/** An official document as PDF: tagged, fonts embedded, the same bytes for the same document. Problem `notReady` if too many wait. */
export async function officialPdf(document: OfficialDocument): Promise<Buffer> {
  const data = dataOf(document);
  const key = createHash('sha256').update(data).digest('hex');
  const known = made.get(key);
  if (known) return keep(key, known);
  const pdf = await limiter.take(() => askWorker(data));
  if (!pdf) throw new Problem('notReady');
  return keep(key, Buffer.from(pdf));
}
