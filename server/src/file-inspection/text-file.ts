import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Finding } from './inspection.ts';
import { PageGatherer, TEXT_LIMITS, type TextPages } from './pages.ts';
import { decodeStart, isOldEncoding } from './plain-text.ts';
import { FileRefused } from './refused.ts';

/** Bytes examined and read; nobody reads evidence text beyond this. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Reads TXT or CSV: pages of TEXT_LIMITS.linesPerPage lines, as tables for a CSV. All of it must be text, not only the beginning. */
export async function readTextFile(path: string, kind: 'txt' | 'csv'): Promise<TextPages> {
  const { bytes, cut } = await readBytes(path);
  const decoded = decodeStart(bytes, cut);
  if (!decoded) throw new FileRefused('unknownKind', { reason: 'control characters' });
  const gatherer = new PageGatherer();
  const rows = kind === 'csv' ? rowsOf(decoded.text) : undefined;
  if (rows) pagesOf(rows, gatherer, (page) => gatherer.addTable(page));
  else pagesOf(decoded.text.split(/\r\n|\r|\n|\f/), gatherer, (page) => gatherer.addText('paragraph', page.join('\n')));
  const { pages, blocks, findings } = gatherer.finish();
  const more: Finding[] = [];
  if (isOldEncoding(decoded.encoding)) more.push({ code: 'legacyEncoding', detail: decoded.encoding });
  if (cut && !findings.some(({ code }) => code === 'textCut')) more.push({ code: 'textCut' });
  return { pages, blocks, findings: [...more, ...findings] };
}

async function readBytes(path: string): Promise<{ bytes: Buffer; cut: boolean }> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of createReadStream(path, { end: MOST_BYTES })) {
    chunks.push(chunk as Buffer);
    length += (chunk as Buffer).length;
  }
  return { bytes: Buffer.concat(chunks).subarray(0, MOST_BYTES), cut: length > MOST_BYTES };
}

function pagesOf<T>(lines: readonly T[], gatherer: PageGatherer, add: (page: readonly T[]) => void): void {
  for (let start = 0; start < lines.length && !gatherer.full; start += TEXT_LIMITS.linesPerPage) {
    if (start > 0) gatherer.nextPage();
    add(lines.slice(start, start + TEXT_LIMITS.linesPerPage));
  }
}

/** The rows of a CSV by the delimiter most frequent in its first line; undefined if it cannot be parsed and is shown as text. */
function rowsOf(text: string): string[][] | undefined {
  const first = text.slice(0, text.search(/[\r\n]|$/));
  const [separator = ','] = [',', ';', '\t'].toSorted((a, b) => first.split(b).length - first.split(a).length);
  try {
    return parse(text, {
      delimiter: separator,
      relax_column_count: true,
      skip_empty_lines: true,
      to: TEXT_LIMITS.pages * TEXT_LIMITS.linesPerPage,
      max_record_size: TEXT_LIMITS.pageCharacters,
    });
  } catch {
    return undefined;
  }
}
