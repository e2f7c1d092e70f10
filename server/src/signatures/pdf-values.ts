import type { PdfBytes } from './pdf-bytes.ts';

export interface PdfName {
  readonly is: 'name';
  readonly name: string;
}
/** A string with the place of its brackets in the bytes that it was read from. */
export interface PdfString {
  readonly is: 'string';
  readonly bytes: Buffer;
  readonly hex: boolean;
  readonly start: number;
  readonly end: number;
}
export interface PdfRef {
  readonly is: 'ref';
  readonly number: number;
  readonly generation: number;
}
export interface PdfArray {
  readonly is: 'array';
  readonly items: readonly PdfValue[];
}
export interface PdfDictionary {
  readonly is: 'dictionary';
  readonly entries: ReadonlyMap<string, PdfValue>;
  readonly end: number;
}
/** A stream's data begins at `data`; its length stands in its dictionary. */
export interface PdfStream {
  readonly is: 'stream';
  readonly dictionary: PdfDictionary;
  readonly data: number;
}
export type PdfValue = null | boolean | number | PdfName | PdfString | PdfRef | PdfArray | PdfDictionary | PdfStream;

/** What is there is no PDF that this reader follows. */
export class PdfUnreadable extends Error {}

const MAX_DEPTH = 100;
/** Values in one object; page trees and form fields stay far below. */
const MAX_VALUES = 500_000;
/** Contents with embedded revocation lists are some megabytes at most. */
const MAX_HEX = 32 * 1_048_576;
const MAX_LITERAL = 1_048_576;
const MAX_WORD = 4_096;

const WHITE = new Set([0, 9, 10, 12, 13, 32]);
const DELIMITERS = new Set([...'()<>[]{}/%'].map((character) => character.charCodeAt(0)));
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)$/;
const [LF, CR, PERCENT, OPEN, CLOSE, LESS, GREATER, SLASH, LEFT, RIGHT, BACKSLASH] = [10, 13, 37, 40, 41, 60, 62, 47, 91, 93, 92];

/** Reads PDF objects (ISO 32000-1, 7.3) one after the other from a place on; throws PdfUnreadable. */
export class PdfReader {
  readonly #bytes: PdfBytes;
  position: number;
  #values = 0;

  constructor(bytes: PdfBytes, position: number) {
    this.#bytes = bytes;
    this.position = position;
  }

  /** An object with its number in front: "12 0 obj …"; a stream's data is not read. */
  indirect(): { readonly number: number; readonly generation: number; readonly value: PdfValue } {
    const [number, generation] = [this.integer(), this.integer()];
    this.keyword('obj');
    const value = this.value();
    if (value === null || typeof value !== 'object' || value.is !== 'dictionary') return { number, generation, value };
    const after = this.position;
    if (this.#word() !== 'stream') {
      this.position = after;
      return { number, generation, value };
    }
    if (this.#bytes.at(this.position) === CR) this.position++;
    if (this.#bytes.at(this.position) === LF) this.position++;
    return { number, generation, value: { is: 'stream', dictionary: value, data: this.position } };
  }

  integer(): number {
    const word = this.#word();
    if (!/^\d{1,12}$/.test(word)) throw new PdfUnreadable(`no integer at ${this.position}`);
    return Number(word);
  }

  keyword(expected: string): void {
    if (this.#word() !== expected) throw new PdfUnreadable(`no "${expected}" at ${this.position}`);
  }

  /** The next word without moving on. */
  peek(): string {
    const { position } = this;
    const word = this.#word();
    this.position = position;
    return word;
  }

  value(depth = 0): PdfValue {
    if (depth > MAX_DEPTH || ++this.#values > MAX_VALUES) throw new PdfUnreadable('nested too deep or too long');
    this.#skipWhite();
    switch (this.#bytes.at(this.position)) {
      case SLASH:
        return { is: 'name', name: this.#name() };
      case OPEN:
        return this.#literal();
      case LEFT:
        return this.#array(depth);
      case LESS:
        return this.#bytes.at(this.position + 1) === LESS ? this.#dictionary(depth) : this.#hex();
      default:
        return this.#plain();
    }
  }

  #skipWhite(): void {
    for (;;) {
      const byte = this.#bytes.at(this.position);
      if (byte === PERCENT) while (![LF, CR, -1].includes(this.#bytes.at(this.position))) this.position++;
      else if (WHITE.has(byte)) this.position++;
      else return;
    }
  }

  #word(): string {
    this.#skipWhite();
    let word = '';
    for (let byte = this.#bytes.at(this.position); byte !== -1 && !WHITE.has(byte) && !DELIMITERS.has(byte); byte = this.#bytes.at(++this.position)) {
      if (word.length >= MAX_WORD) throw new PdfUnreadable('a word without end');
      word += String.fromCharCode(byte);
    }
    return word;
  }

  #name(): string {
    this.position++;
    const first = this.#bytes.at(this.position);
    // "/" alone is a name too, and the white space that #word would skip ends it.
    if (first === -1 || WHITE.has(first) || DELIMITERS.has(first)) return '';
    return this.#word().replace(/#([0-9a-fA-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  }

  #plain(): PdfValue {
    const word = this.#word();
    if (word === 'true') return true;
    if (word === 'false') return false;
    if (word === 'null') return null;
    if (!NUMBER.test(word)) throw new PdfUnreadable(`"${word.slice(0, 20)}" is no value`);
    return this.#reference(word) ?? Number(word);
  }

  #reference(number: string): PdfRef | undefined {
    const { position } = this;
    if (/^\d{1,10}$/.test(number)) {
      const generation = this.#word();
      if (/^\d{1,5}$/.test(generation) && this.#word() === 'R') return { is: 'ref', number: Number(number), generation: Number(generation) };
    }
    this.position = position;
    return undefined;
  }

  #array(depth: number): PdfArray {
    this.position++;
    const items: PdfValue[] = [];
    for (;;) {
      this.#skipWhite();
      if (this.#bytes.at(this.position) === RIGHT) break;
      items.push(this.value(depth + 1));
    }
    this.position++;
    return { is: 'array', items };
  }

  #dictionary(depth: number): PdfDictionary {
    this.position += 2;
    const entries = new Map<string, PdfValue>();
    for (;;) {
      this.#skipWhite();
      if (this.#bytes.at(this.position) === GREATER && this.#bytes.at(this.position + 1) === GREATER) break;
      if (this.#bytes.at(this.position) !== SLASH) throw new PdfUnreadable('a key that is no name');
      const key = this.#name();
      // Readers differ in which of two they take; a document that plays on this is not followed.
      if (entries.has(key)) throw new PdfUnreadable(`two entries "${key}"`);
      entries.set(key, this.value(depth + 1));
    }
    this.position += 2;
    return { is: 'dictionary', entries, end: this.position };
  }

  #hex(): PdfString {
    const start = this.position++;
    let end = this.position;
    while (this.#bytes.at(end) !== GREATER) {
      if (this.#bytes.at(end) === -1 || end - start > MAX_HEX) throw new PdfUnreadable('a string without end');
      end++;
    }
    const digits = this.#bytes
      .slice(this.position, end)
      .toString('latin1')
      .replace(/[\0\t\n\f\r ]/g, '');
    if (/[^0-9a-fA-F]/.test(digits)) throw new PdfUnreadable('a string that is not hexadecimal');
    this.position = end + 1;
    return { is: 'string', bytes: Buffer.from(digits.length % 2 ? `${digits}0` : digits, 'hex'), hex: true, start, end: this.position };
  }

  #literal(): PdfString {
    const start = this.position++;
    const bytes: number[] = [];
    for (let open = 1; ; ) {
      const byte = this.#bytes.at(this.position++);
      if (byte === -1 || bytes.length > MAX_LITERAL) throw new PdfUnreadable('a string without end');
      if (byte === BACKSLASH) {
        bytes.push(...this.#escaped());
        continue;
      }
      if (byte === OPEN) open++;
      if (byte === CLOSE && --open === 0) break;
      bytes.push(byte);
    }
    return { is: 'string', bytes: Buffer.from(bytes), hex: false, start, end: this.position };
  }

  #escaped(): number[] {
    const byte = this.#bytes.at(this.position++);
    const plain: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };
    const character = String.fromCharCode(byte);
    if (Object.hasOwn(plain, character)) return [plain[character] as number];
    if (byte === CR && this.#bytes.at(this.position) === LF) this.position++;
    if (byte === CR || byte === LF) return [];
    if (!/[0-7]/.test(character)) return byte === -1 ? [] : [byte];
    let octal = character;
    while (octal.length < 3 && /[0-7]/.test(String.fromCharCode(this.#bytes.at(this.position)))) octal += String.fromCharCode(this.#bytes.at(this.position++));
    return [Number.parseInt(octal, 8) & 0xff];
  }
}

/** The value as a dictionary: a stream's own too. */
export function asDictionary(value: PdfValue | undefined): PdfDictionary | undefined {
  if (value === null || typeof value !== 'object') return undefined;
  return value.is === 'dictionary' ? value : value.is === 'stream' ? value.dictionary : undefined;
}

export const asArray = (value: PdfValue | undefined): readonly PdfValue[] | undefined =>
  value !== null && typeof value === 'object' && value.is === 'array' ? value.items : undefined;

export const asName = (value: PdfValue | undefined): string | undefined =>
  value !== null && typeof value === 'object' && value.is === 'name' ? value.name : undefined;

export const asString = (value: PdfValue | undefined): PdfString | undefined =>
  value !== null && typeof value === 'object' && value.is === 'string' ? value : undefined;

export const asRef = (value: PdfValue | undefined): PdfRef | undefined =>
  value !== null && typeof value === 'object' && value.is === 'ref' ? value : undefined;
