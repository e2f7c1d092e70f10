import { readSync } from 'node:fs';

/** Bytes that can be read anywhere; outside of them there is nothing, never an error. */
export interface PdfBytes {
  readonly size: number;
  /** The byte there, -1 outside. */
  at(position: number): number;
  /** A copy of the bytes from start to before end, as far as there are any. */
  slice(start: number, end: number): Buffer;
}

const PAGE = 65_536;
/** Pages kept: 16 MB, whatever the size of the file. */
const KEPT = 256;

/** An open file of the size it had, read page by page. */
export class FileBytes implements PdfBytes {
  readonly #descriptor: number;
  readonly size: number;
  readonly #pages = new Map<number, Buffer>();
  #last: { readonly number: number; readonly page: Buffer } = { number: -1, page: Buffer.alloc(0) };

  constructor(descriptor: number, size: number) {
    this.#descriptor = descriptor;
    this.size = size;
  }

  at(position: number): number {
    if (!(position >= 0 && position < this.size)) return -1;
    const number = Math.floor(position / PAGE);
    if (number !== this.#last.number) this.#last = { number, page: this.#page(number) };
    return this.#last.page[position - number * PAGE] ?? -1;
  }

  slice(start: number, end: number): Buffer {
    const from = Math.max(0, start);
    return readFully(this.#descriptor, from, Math.max(0, Math.min(end, this.size) - from));
  }

  #page(number: number): Buffer {
    const kept = this.#pages.get(number);
    if (kept) return kept;
    const [oldest] = this.#pages.keys();
    if (oldest !== undefined && this.#pages.size >= KEPT) this.#pages.delete(oldest);
    const page = readFully(this.#descriptor, number * PAGE, Math.min(PAGE, this.size - number * PAGE));
    this.#pages.set(number, page);
    return page;
  }
}

function readFully(descriptor: number, start: number, length: number): Buffer {
  const buffer = Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    const read = readSync(descriptor, buffer, filled, length - filled, start + filled);
    if (read === 0) break;
    filled += read;
  }
  return buffer.subarray(0, filled);
}

/** Bytes in memory: what an object stream unpacks to. */
export class BufferBytes implements PdfBytes {
  readonly #buffer: Buffer;
  readonly size: number;

  constructor(buffer: Buffer) {
    this.#buffer = buffer;
    this.size = buffer.length;
  }

  at(position: number): number {
    return this.#buffer[position] ?? -1;
  }

  slice(start: number, end: number): Buffer {
    return Buffer.from(this.#buffer.subarray(Math.max(0, start), Math.max(0, end)));
  }
}

/** The first bytes of others: a file as it stood when it was shorter. */
export class FirstBytes implements PdfBytes {
  readonly #bytes: PdfBytes;
  readonly size: number;

  constructor(bytes: PdfBytes, size: number) {
    this.#bytes = bytes;
    this.size = Math.min(size, bytes.size);
  }

  at(position: number): number {
    return position < this.size ? this.#bytes.at(position) : -1;
  }

  slice(start: number, end: number): Buffer {
    return this.#bytes.slice(start, Math.min(end, this.size));
  }
}
