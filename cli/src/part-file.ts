import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

interface Extent {
  readonly offset: number;
  readonly length: number;
}

/** Texts kept in a file while a large round is read, so that memory does not grow with it. Whoever opens it closes it. */
export class PartFile {
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'parindex-'));
  readonly #file = openSync(path.join(this.#folder, 'parts'), 'w+');
  readonly #pending: Buffer[] = [];
  #pendingBytes = 0;
  #written = 0;

  append(text: string): Extent {
    const bytes = Buffer.from(text);
    const extent = { offset: this.#written + this.#pendingBytes, length: bytes.length };
    this.#pending.push(bytes);
    this.#pendingBytes += bytes.length;
    if (this.#pendingBytes > 1 << 20) this.#flush();
    return extent;
  }

  read({ offset, length }: Extent): string {
    this.#flush();
    const bytes = Buffer.allocUnsafe(length);
    readSync(this.#file, bytes, 0, length, offset);
    return bytes.toString();
  }

  #flush(): void {
    if (this.#pendingBytes === 0) return;
    const bytes = Buffer.concat(this.#pending);
    writeSync(this.#file, bytes, 0, bytes.length, this.#written);
    this.#written += bytes.length;
    this.#pending.length = 0;
    this.#pendingBytes = 0;
  }

  close(): void {
    closeSync(this.#file);
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

export type { Extent };
