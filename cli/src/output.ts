import { once } from 'node:events';
import { createWriteStream, realpathSync, renameSync, rmSync, type Stats, statSync, type WriteStream } from 'node:fs';
import path from 'node:path';
import { texts } from '@parindex/core/words/texts';
import { reasonOf } from './system-errors.ts';
import { type Terminal, WrongUse } from './terminal.ts';

const TEXTS = texts({
  cannotWrite: {
    vi: (file: string, reason: string) => `Không ghi được ${file}: ${reason}`,
    en: (file: string, reason: string) => `Cannot write ${file}: ${reason}`,
  },
});

/** Where a verb writes what it makes. */
export interface Output {
  write(data: string | Uint8Array): Promise<void>;
  /** What was written takes its place. */
  keep(): Promise<void>;
  /** What was not kept goes away; what stood in its place before is untouched. */
  drop(): void;
}

/**
 * Opens a file, or standard output where none is named. A file is written beside its place under another name
 * and moved there when it is complete: its own input may be overwritten, and faults leave an older file alone.
 * Throws `WrongUse` where it cannot be written.
 */
export async function openOutput(file: string | undefined, terminal: Terminal): Promise<Output> {
  if (file === undefined)
    return { write: (data) => (typeof data === 'string' ? terminal.write(data) : terminal.writeBytes(data)), keep: async () => {}, drop: () => {} };
  const before = statSync(file, { throwIfNoEntry: false });
  if (before?.isDirectory()) throw cannotWrite(file, Object.assign(new Error(), { code: 'EISDIR', syscall: 'open' }), terminal);
  const place = before ? realpathSync(file) : file;
  // A device or a pipe has no older content, and another file must not take its name.
  const written = before && !before.isFile() ? place : path.join(path.dirname(place), `.${path.basename(place)}.${process.pid}.tmp`);
  const stream = await openStream(file, written, before, terminal);
  let open = true;
  return {
    write: (data) => new Promise((resolve, reject) => stream.write(data, (error) => (error ? reject(cannotWrite(file, error, terminal)) : resolve()))),
    async keep() {
      try {
        await new Promise<void>((resolve, reject) => stream.end((error?: Error | null) => (error ? reject(error) : resolve())));
        if (written !== place) renameSync(written, place);
        open = false;
      } catch (error) {
        throw cannotWrite(file, error, terminal);
      }
    },
    drop() {
      if (!open) return;
      stream.destroy();
      if (written !== place) rmSync(written, { force: true });
    },
  };
}

async function openStream(file: string, written: string, before: Stats | undefined, terminal: Terminal): Promise<WriteStream> {
  const stream = createWriteStream(written, before ? { mode: before.mode & 0o777 } : {});
  try {
    await once(stream, 'open');
  } catch (error) {
    throw cannotWrite(file, error, terminal);
  }
  // Each write hears of its own failure; unheard here it would end the process.
  stream.on('error', () => {});
  return stream;
}

function cannotWrite(file: string, error: unknown, { language }: Terminal): unknown {
  const reason = reasonOf(error, language);
  if (reason === undefined) return error;
  return new WrongUse(TEXTS[language].cannotWrite(file, reason));
}
