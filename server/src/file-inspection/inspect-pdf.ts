import { type FileHandle, open } from 'node:fs/promises';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { refusalOf } from './archive-guard.ts';
import { composed } from './composed.ts';
import { countedFinding } from './findings.ts';
import type { Finding, FirstPage, Inspection, PageText } from './inspection.ts';
import { TEXT_LIMITS } from './pages.ts';
import { linesOf, type Run } from './pdf-lines.ts';
import { type ActiveName, activeNames } from './pdf-names.ts';
import { getDocument, PDFDataRangeTransport, READING, Util } from './pdfjs.ts';
import { FileRefused } from './refused.ts';

/** Chunk size of reads by pdfjs. */
const RANGE = 64 * 1024;
/** A link to a web page; a link to a program or file counts as one that starts something. */
const ADDRESS = /^(https?|ftp|mailto):/i;

class FileRanges extends PDFDataRangeTransport {
  readonly #file: FileHandle;
  readonly #failed: (error: unknown) => void;

  constructor(file: FileHandle, length: number, failed: (error: unknown) => void) {
    super(length, null);
    this.#file = file;
    this.#failed = failed;
  }

  override requestDataRange(begin: number, end: number): void {
    this.#file
      .read(new Uint8Array(end - begin), 0, end - begin, begin)
      .then(({ buffer, bytesRead }) => this.onDataRange(begin, buffer.subarray(0, bytesRead)))
      .catch(this.#failed);
  }
}

/** Reads a PDF by byte ranges: text by pages, the first page by lines, and its active content. Throws FileRefused. */
export async function inspectPdf(path: string): Promise<Inspection> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const names = await activeNames(file, size);
    // After a failed read pdfjs would wait for ever.
    const unread = Promise.withResolvers<never>();
    const task = getDocument({ ...READING, range: new FileRanges(file, size, unread.reject), rangeChunkSize: RANGE });
    try {
      return await Promise.race([readDocument(await Promise.race([task.promise, unread.promise]), names), unread.promise]);
    } finally {
      await task.destroy().catch(() => undefined);
    }
  } catch (error) {
    throw refusalOfPdf(error);
  } finally {
    await file.close();
  }
}

function refusalOfPdf(error: unknown): FileRefused {
  if (error instanceof FileRefused) return error;
  if (error instanceof Error && error.name === 'PasswordException') return new FileRefused('passwordNeeded');
  return refusalOf(error);
}

async function readDocument(document: PDFDocumentProxy, names: ReadonlySet<ActiveName>): Promise<Inspection> {
  const { numPages } = document;
  if (numPages > TEXT_LIMITS.pages) throw new FileRefused('tooManyPages', { found: String(numPages), limit: String(TEXT_LIMITS.pages) });
  const pages: PageText[] = [];
  const tally: Tally = { characters: 0, cut: 0, links: 0, unreadable: [] };
  let firstPage: FirstPage | null = null;
  for (let number = 1; number <= numPages; number += 1) {
    const read = await readPage(document, number, tally);
    pages.push(read.page);
    firstPage ??= read.lines;
  }
  if (tally.unreadable.length === numPages) throw new FileRefused('malformed', { reason: 'no page can be read' });
  const findings = [...(await activeFindings(document, names)), ...pageFindings(pages, tally)];
  return { kind: 'pdf', findings, pages, pagesAre: 'real', firstPage, blocks: null, preview: null };
}

interface Tally {
  characters: number;
  cut: number;
  links: number;
  readonly unreadable: number[];
}

async function readPage(document: PDFDocumentProxy, number: number, tally: Tally): Promise<{ page: PageText; lines: FirstPage | null }> {
  try {
    const page = await document.getPage(number);
    const read = await textOf(page, tally, number === 1);
    const annotations: readonly { readonly url?: string; readonly unsafeUrl?: string }[] = await page.getAnnotations();
    tally.links += annotations.filter(({ url, unsafeUrl }) => ADDRESS.test(url ?? unsafeUrl ?? '')).length;
    page.cleanup();
    return read;
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal.code === 'tooHeavy') throw refusal;
    tally.unreadable.push(number);
    return { page: { text: '', scan: true }, lines: null };
  }
}

/** The text of a page up to its limit, where pdfjs is stopped. */
async function textOf(page: PDFPageProxy, tally: Tally, withLines: boolean): Promise<{ page: PageText; lines: FirstPage | null }> {
  const viewport = page.getViewport({ scale: 1 });
  const runs: Run[] = [];
  let text = '';
  const room = Math.min(TEXT_LIMITS.pageCharacters, TEXT_LIMITS.characters - tally.characters);
  const reader = page.streamTextContent().getReader();
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    for (const item of step.value.items) {
      if (!('str' in item)) continue;
      text += item.hasEOL ? `${item.str}\n` : item.str;
      if (!withLines) continue;
      const [a, b, c, d, x, baseline] = Util.transform(viewport.transform, item.transform) as number[];
      const height = Math.hypot(c ?? 0, d ?? 0) || Math.hypot(a ?? 0, b ?? 0);
      runs.push({ text: item.str, x: x ?? 0, baseline: baseline ?? 0, width: item.width, height });
    }
    if (text.length <= room) continue;
    tally.cut += 1;
    await reader.cancel(new Error('enough'));
    break;
  }
  const kept = composed(text.slice(0, Math.max(0, room)).trim());
  tally.characters += kept.length;
  const lines = withLines ? { width: viewport.width, height: viewport.height, lines: linesOf(runs) } : null;
  return { page: { text: kept, scan: text.trim() === '' }, lines };
}

function pageFindings(pages: readonly PageText[], { cut, links, unreadable }: Tally): Finding[] {
  const scans = pages.filter(({ scan }) => scan).length;
  const count = (code: Finding['code'], number: number): Finding[] => (number > 0 ? [{ code, count: number }] : []);
  return [...count('noText', scans), ...count('textCut', cut), ...count('hyperlinks', links), ...countedFinding('unreadablePage', unreadable.map(String))];
}

/** Active content, from pdfjs where it knows, otherwise from the names in the bytes. */
async function activeFindings(document: PDFDocumentProxy, names: ReadonlySet<ActiveName>): Promise<Finding[]> {
  const quietly = <T>(asked: Promise<T>): Promise<T | undefined> => asked.catch(() => undefined);
  const scripts = await quietly(document.getJSActions());
  const attachments = await quietly(document.getAttachments());
  const opening = names.has('OpenAction') ? await quietly(document.getOpenAction()) : undefined;
  const info = ((await quietly(document.getMetadata()))?.info ?? {}) as { IsAcroFormPresent?: boolean; IsXFAPresent?: boolean; IsSignaturesPresent?: boolean };
  const restricted = names.has('Encrypt') || (await quietly(document.getPermissions())) != null;
  const attached = Object.values((attachments ?? {}) as Record<string, { filename?: string }>).map(({ filename }) => filename ?? '');
  const when = (code: Finding['code'], is: boolean | undefined): Finding[] => (is ? [{ code }] : []);
  return [
    ...when('script', names.has('JavaScript') || scripts != null),
    // Most open actions only choose the first page shown.
    ...when('automaticAction', names.has('OpenAction') && !(opening && 'dest' in opening && opening.dest)),
    ...when('startsProgram', names.has('Launch')),
    ...when('sendsForm', names.has('SubmitForm') || names.has('ImportData')),
    ...when('richMedia', names.has('RichMedia')),
    ...(attached.length > 0 ? countedFinding('embeddedFile', attached) : when('embeddedFile', names.has('EmbeddedFile') || names.has('EmbeddedFiles'))),
    ...when('form', info.IsAcroFormPresent && !info.IsXFAPresent),
    ...when('dynamicForm', info.IsXFAPresent || names.has('XFA')),
    ...when('signed', info.IsSignaturesPresent || names.has('ByteRange')),
    ...when('restricted', restricted),
  ];
}
