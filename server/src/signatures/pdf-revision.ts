import { BufferBytes, FirstBytes, type PdfBytes } from './pdf-bytes.ts';
import { type CrossReferences, type Place, readCrossReferences } from './pdf-cross-references.ts';
import { streamData } from './pdf-streams.ts';
import { asDictionary, asName, asRef, type PdfDictionary, PdfReader, type PdfStream, PdfUnreadable, type PdfValue } from './pdf-values.ts';

interface Unpacked {
  readonly bytes: BufferBytes;
  /** Object numbers with their places in the bytes, in order. */
  readonly objects: readonly { readonly number: number; readonly at: number }[];
}

const MAX_PACKED_OBJECTS = 100_000;
const KEPT_OBJECT_STREAMS = 16;
const MAX_LINKS = 32;

/** A PDF as its last startxref shows it; opening and reading throw PdfUnreadable. */
export class PdfRevision {
  readonly #bytes: PdfBytes;
  readonly references: CrossReferences;
  readonly #unpacked = new Map<number, Unpacked>();

  /** The file, or the file as it stood when it ended before `end`. */
  constructor(bytes: PdfBytes, end = bytes.size) {
    this.#bytes = end < bytes.size ? new FirstBytes(bytes, end) : bytes;
    this.references = readCrossReferences(this.#bytes);
  }

  get encrypted(): boolean {
    return this.references.trailer.entries.has('Encrypt');
  }

  get catalog(): PdfDictionary {
    const catalog = asDictionary(this.resolve(this.references.trailer.entries.get('Root')));
    if (!catalog) throw new PdfUnreadable('no catalog');
    return catalog;
  }

  place(number: number): Place {
    return this.references.places.get(number) ?? { in: 'nowhere' };
  }

  /** What a value stands for: references followed; null where they lead nowhere. */
  resolve(value: PdfValue | undefined): PdfValue {
    let found: PdfValue = value ?? null;
    for (let links = 0; ; links++) {
      const ref = asRef(found);
      if (!ref) return found;
      if (links > MAX_LINKS) throw new PdfUnreadable('references in a circle');
      found = this.object(ref.number);
    }
  }

  /** The object of a number, null where there is none. */
  object(number: number): PdfValue {
    const place = this.place(number);
    if (place.in === 'nowhere') return null;
    if (place.in === 'stream') return this.#packed(place.stream, place.index, number);
    const found = new PdfReader(this.#bytes, place.offset).indirect();
    if (found.number !== number || found.generation !== place.generation) throw new PdfUnreadable(`object ${number} is not where it should be`);
    return found.value;
  }

  data(stream: PdfStream): Buffer {
    return streamData(this.#bytes, stream, (value) => this.resolve(value));
  }

  #packed(streamNumber: number, index: number, number: number): PdfValue {
    const { bytes, objects } = this.#unpacked.get(streamNumber) ?? this.#unpack(streamNumber);
    const object = objects[index];
    if (object?.number !== number) throw new PdfUnreadable(`object ${number} is not in its stream`);
    return new PdfReader(bytes, object.at).value();
  }

  #unpack(streamNumber: number): Unpacked {
    // An object stream within another would be followed without end.
    const stream = this.place(streamNumber).in === 'file' ? this.object(streamNumber) : null;
    if (stream === null || typeof stream !== 'object' || stream.is !== 'stream' || asName(stream.dictionary.entries.get('Type')) !== 'ObjStm')
      throw new PdfUnreadable(`no object stream ${streamNumber}`);
    const [count, first] = ['N', 'First'].map((key) => this.resolve(stream.dictionary.entries.get(key)));
    if (typeof count !== 'number' || typeof first !== 'number' || count > MAX_PACKED_OBJECTS) throw new PdfUnreadable('a strange object stream');
    const bytes = new BufferBytes(this.data(stream));
    const header = new PdfReader(bytes, 0);
    const objects = Array.from({ length: count }, () => ({ number: header.integer(), at: first + header.integer() }));
    const [oldest] = this.#unpacked.keys();
    if (oldest !== undefined && this.#unpacked.size >= KEPT_OBJECT_STREAMS) this.#unpacked.delete(oldest);
    const unpacked = { bytes, objects };
    this.#unpacked.set(streamNumber, unpacked);
    return unpacked;
  }
}

/** Whether an object stands at the same place in both: what is appended leaves the bytes before as they were. */
export function samePlace(before: PdfRevision, after: PdfRevision, number: number): boolean {
  const [a, b] = [before.place(number), after.place(number)];
  if (a.in === 'stream' && b.in === 'stream')
    return a.stream === b.stream && a.index === b.index && sameFilePlace(before.place(a.stream), after.place(a.stream));
  return (a.in === 'nowhere' && b.in === 'nowhere') || sameFilePlace(a, b);
}

const sameFilePlace = (a: Place, b: Place): boolean => a.in === 'file' && b.in === 'file' && a.offset === b.offset && a.generation === b.generation;
