import { createReadStream, existsSync, statSync } from 'node:fs';
import path from 'node:path';
import {
  type BodyResult,
  computeIndex,
  Faults,
  faultsOfReading,
  isObject,
  prepareScheme,
  type Raw,
  type Result,
  rankBodies,
  readJson,
  readSnapshot,
  type Scheme,
  SNAPSHOT_LINES_FORMAT,
  scoreBodies,
  snapshotIfConfirmed,
  Unreadable,
} from '@parindex/core';
import type { Language } from '@parindex/core/words/language';
import { texts } from '@parindex/core/words/texts';
import type { PlacedFault } from './fault-report.ts';
import { cannotRead, NOT_UTF8, parseDocument, SnapshotFiles, UTF8 } from './files.ts';
import { reasonOf } from './system-errors.ts';
import { type Terminal, WrongUse } from './terminal.ts';

const TEXTS = texts({
  missing: { vi: (where: string) => `Không tìm thấy tệp: ${where}`, en: (where: string) => `No such file: ${where}` },
  standardInput: { vi: 'đầu vào chuẩn', en: 'standard input' },
});

/** A snapshot's text, line by line, from a file or ("-") from standard input. Throws `WrongUse` where it is not UTF-8. */
export async function* linesOf(where: string, terminal: Terminal): AsyncGenerator<string> {
  const { language } = terminal;
  if (where !== '-' && (!existsSync(where) || statSync(where).isDirectory())) throw new WrongUse(TEXTS[language].missing(where));
  const source: NodeJS.ReadableStream = where === '-' ? terminal.input : createReadStream(where, { highWaterMark: 1 << 20 });
  const decoder = new TextDecoder('utf-8', UTF8);
  let rest = '';
  try {
    for await (const chunk of source) {
      const lines = (rest + decoder.decode(chunk as Uint8Array, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
    yield rest + decoder.decode();
  } catch (error) {
    const why = error instanceof TypeError ? NOT_UTF8[language] : reasonOf(error, language);
    throw why === undefined ? error : cannotRead(nameOf(where, language), why, language);
  }
}

/** The whole text again, of its first line and those that are left. */
export async function wholeText(first: string, rest: AsyncIterable<string>): Promise<string> {
  const lines = [first];
  for await (const line of rest) lines.push(line);
  return lines.join('\n');
}

/** What a file is called in messages. */
export const nameOf = (where: string, language: Language): string => (where === '-' ? TEXTS[language].standardInput : where);

/** Where `schemeFile` is looked for. */
export const folderOf = (where: string): string => (where === '-' ? process.cwd() : path.dirname(where));

/** Whether the first line is the head of a round in lines. */
export function isLinesHead(line: string): boolean {
  if (!line.includes(SNAPSHOT_LINES_FORMAT)) return false;
  try {
    const { value } = readJson(line);
    return isObject(value) && value['format'] === SNAPSHOT_LINES_FORMAT;
  } catch (error) {
    if (error instanceof Unreadable) return false;
    throw error;
  }
}

/** Index and rank of each body as if every claim that nothing arose were confirmed; null where nobody claims anything. */
export type SecondReading = ReadonlyMap<string, Pick<BodyResult, 'index' | 'rank'>> | null;

export type Computed =
  | { readonly result: Result; readonly scheme: Scheme; readonly secondReading: () => SecondReading }
  | { readonly faults: readonly PlacedFault[] };

/** Computes a snapshot of one document. */
export function computeDocument(text: string, where: string, language: Language): Computed {
  const file = nameOf(where, language);
  const document = parseDocument(text, file, language);
  const files = new SnapshotFiles(file, folderOf(where), language);
  const computed = computeIndex(document.value, files.readScheme, faultsOfReading(document));
  if (computed.result) return { ...computed, secondReading: () => secondReading(document.value, files) };
  return { faults: computed.faults.list.map((fault) => files.place(fault, document)) };
}

function secondReading(raw: Raw, files: SnapshotFiles): SecondReading {
  const { snapshot } = readSnapshot(raw, new Faults(), files.readScheme);
  const confirmed = snapshot ? snapshotIfConfirmed(snapshot) : null;
  if (!confirmed) return null;
  const prepared = prepareScheme(confirmed.scheme);
  const { bodies } = rankBodies(prepared, scoreBodies(prepared, confirmed, new Faults()));
  return new Map(bodies.map(({ id, index, rank }) => [id, { index, rank }]));
}
