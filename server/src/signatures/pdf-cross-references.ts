import type { PdfBytes } from './pdf-bytes.ts';
import { streamData } from './pdf-streams.ts';
import { asArray, asName, type PdfDictionary, PdfReader, type PdfStream, PdfUnreadable, type PdfValue } from './pdf-values.ts';

/** Where an object stands: at an offset, within an object stream, or nowhere. */
export type Place =
  | { readonly in: 'file'; readonly offset: number; readonly generation: number }
  | { readonly in: 'stream'; readonly stream: number; readonly index: number }
  | { readonly in: 'nowhere' };

export interface CrossReferences {
  readonly places: ReadonlyMap<number, Place>;
  /** The newest trailer. */
  readonly trailer: PdfDictionary;
  /** Offsets of all sections, the newest first. */
  readonly sections: readonly number[];
  /** Where the newest section was named: "startxref". */
  readonly end: number;
}

const MAX_SECTIONS = 1_000;
const MAX_OBJECTS = 2_000_000;
/** Readers look for the end of a file within its last kilobyte. */
const TAIL = 1_024;

/** The cross references of a file from its end on, sections, streams and hybrids (ISO 32000-1, 7.5.4 to 7.5.8); throws PdfUnreadable. */
export function readCrossReferences(bytes: PdfBytes): CrossReferences {
  const start = Math.max(0, bytes.size - TAIL);
  const tail = bytes.slice(start, bytes.size).toString('latin1');
  const found = tail.lastIndexOf('startxref');
  if (found < 0) throw new PdfUnreadable('no startxref at the end');
  const reader = new PdfReader(bytes, start + found + 'startxref'.length);
  const places = new Map<number, Place>();
  const sections: number[] = [];
  let trailer: PdfDictionary | undefined;
  for (let next: number | undefined = reader.integer(); next !== undefined; ) {
    if (sections.includes(next) || sections.length >= MAX_SECTIONS) throw new PdfUnreadable('cross references in a circle');
    sections.push(next);
    const section = readSection(bytes, next, places);
    trailer ??= section;
    next = offsetAt(section, 'Prev');
  }
  if (!trailer) throw new PdfUnreadable('no trailer');
  return { places, trailer, sections, end: start + found };
}

function offsetAt(dictionary: PdfDictionary, key: string): number | undefined {
  const value = dictionary.entries.get(key);
  if (value === undefined) return undefined;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) throw new PdfUnreadable(`a strange ${key}`);
  return value;
}

/** The newer of two places stands: sections are read from the newest on. */
function keep(places: Map<number, Place>, number: number, place: Place): void {
  if (places.has(number)) return;
  if (places.size >= MAX_OBJECTS) throw new PdfUnreadable('too many objects');
  places.set(number, place);
}

function readSection(bytes: PdfBytes, offset: number, places: Map<number, Place>): PdfDictionary {
  const reader = new PdfReader(bytes, offset);
  if (reader.peek() !== 'xref') return readCrossReferenceStream(bytes, offset, places);
  reader.keyword('xref');
  while (reader.peek() !== 'trailer') readTable(reader, places);
  reader.keyword('trailer');
  const trailer = reader.value();
  if (trailer === null || typeof trailer !== 'object' || trailer.is !== 'dictionary') throw new PdfUnreadable('a trailer that is no dictionary');
  const hybrid = offsetAt(trailer, 'XRefStm');
  if (hybrid !== undefined) readCrossReferenceStream(bytes, hybrid, places);
  return trailer;
}

function readTable(reader: PdfReader, places: Map<number, Place>): void {
  const [first, count] = [reader.integer(), reader.integer()];
  for (let i = 0; i < count; i++) {
    const [offset, generation] = [reader.integer(), reader.integer()];
    const used = reader.peek() === 'n';
    reader.keyword(used ? 'n' : 'f');
    keep(places, first + i, used ? { in: 'file', offset, generation } : { in: 'nowhere' });
  }
}

function readCrossReferenceStream(bytes: PdfBytes, offset: number, places: Map<number, Place>): PdfDictionary {
  const { value } = new PdfReader(bytes, offset).indirect();
  if (value === null || typeof value !== 'object' || value.is !== 'stream' || asName(value.dictionary.entries.get('Type')) !== 'XRef')
    throw new PdfUnreadable(`no cross references at ${offset}`);
  const { entries } = value.dictionary;
  const widths = numbers(entries.get('W'));
  if (widths.length < 3 || widths.some((width) => width > 8)) throw new PdfUnreadable('strange widths');
  const size = entries.get('Size');
  const index = entries.has('Index') ? numbers(entries.get('Index')) : [0, typeof size === 'number' ? size : 0];
  readEntries(directData(bytes, value), widths, index, places);
  return value.dictionary;
}

/** Cross references may name nothing indirectly: they are what finds it. */
const directData = (bytes: PdfBytes, stream: PdfStream): Buffer => streamData(bytes, stream, (value) => value ?? null);

function readEntries(data: Buffer, widths: readonly number[], index: readonly number[], places: Map<number, Place>): void {
  const [typeWidth = 0, secondWidth = 0, thirdWidth = 0] = widths;
  let at = 0;
  const field = (width: number, otherwise: number): number => {
    if (width === 0) return otherwise;
    if (at + width > data.length) throw new PdfUnreadable('cross references cut short');
    let value = 0;
    for (let i = 0; i < width; i++) value = value * 256 + (data[at++] ?? 0);
    return value;
  };
  for (let i = 0; i + 1 < index.length; i += 2) {
    const [first = 0, count = 0] = index.slice(i, i + 2);
    if (typeWidth + secondWidth + thirdWidth === 0) throw new PdfUnreadable('strange widths');
    for (let n = first; n < first + count; n++) {
      const [type, second, third] = [field(typeWidth, 1), field(secondWidth, 0), field(thirdWidth, 0)];
      if (type === 0) keep(places, n, { in: 'nowhere' });
      if (type === 1) keep(places, n, { in: 'file', offset: second, generation: third });
      if (type === 2) keep(places, n, { in: 'stream', stream: second, index: third });
    }
  }
}

const numbers = (value: PdfValue | undefined): number[] =>
  (asArray(value) ?? []).map((item) => {
    if (typeof item !== 'number' || !Number.isInteger(item) || item < 0) throw new PdfUnreadable('a number was expected');
    return item;
  });
