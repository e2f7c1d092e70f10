import type { Context } from '../context.ts';
import type { Packed } from '../zip/zip-entry.ts';
import { zipStream } from '../zip/zip-stream.ts';
import { sandboxed } from './sandboxed.ts';

interface Package {
  /** Of the file. */
  readonly name: string;
  readonly files: AsyncIterable<Packed>;
}

/** A package of files as a ZIP; `what` names it in the log. If it fails, the connection ends before the ZIP does, so that the receiver notices. */
export const packageAnswer = ({ evidence, log }: Pick<Context, 'evidence' | 'log'>, { name, files }: Package, what: string, at: Date) => ({
  body: zipStream(files, { storage: evidence.storage, at, failed: (error) => log(`${what} broke off`, error) }),
  headers: sandboxed('application/zip', name),
});

/** What is laid out for a package, each when its turn comes, after the transaction. */
export async function* laidOut<T>(of: readonly T[], file: (one: T) => Promise<Packed>): AsyncGenerator<Packed> {
  for (const one of of) yield await file(one);
}
