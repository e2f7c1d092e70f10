import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { FileRefused } from '../refused.ts';

/** A folder for the files of one test file. */
export class TestFolder {
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'parindex-intake-'));
  #number = 0;

  /** Writes a file under a name that tells nothing, and gives its path. */
  keep(content: string | Uint8Array): string {
    this.#number += 1;
    const file = path.join(this.#folder, String(this.#number));
    writeFileSync(file, content);
    return file;
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** The refusal that a file meets; any other error, or none, is the test's failure. */
export async function refusal(inspected: Promise<unknown>): Promise<FileRefused> {
  const error = await inspected.then(
    (found) => new Error(`It was let in: ${JSON.stringify(found).slice(0, 300)}`),
    (thrown: unknown) => thrown,
  );
  if (error instanceof FileRefused) return error;
  throw error;
}
