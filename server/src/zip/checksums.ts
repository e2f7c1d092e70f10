import { createHash } from 'node:crypto';
import type { Packed } from './zip-entry.ts';

/** The name of the file of hashes. */
const SUMS = 'SHA256SUMS';

/** The files of a package, and after them their hashes as `sha256sum -c` takes them. Paths hold neither a line end nor a backslash. */
export async function* withSums(files: AsyncIterable<Packed>): AsyncGenerator<Packed> {
  const lines: string[] = [];
  for await (const file of files) {
    yield file;
    const hash = 'content' in file ? createHash('sha256').update(file.content).digest('hex') : file.sha256;
    lines.push(`${hash}  ${file.path}\n`);
  }
  yield { path: SUMS, content: Buffer.from(lines.join('')) };
}
