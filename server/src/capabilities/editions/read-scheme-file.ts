import { createHash } from 'node:crypto';
import type { Language } from '@parindex/core';
import type { WorkbookRefusal } from '@parindex/core/imports/workbook/refusals';
import { whyText } from '@parindex/core/words/workbook-words';
import { Limiter } from '../../file-inspection/limiter.ts';
import { readWorkbookApart } from '../../file-inspection/read-workbook-apart.ts';
import { Problem } from '../../http/problems.ts';
import { askSpare, spareThread, TookTooMuch } from '../../threads/spare-thread.ts';
import type { draftOfTables, previewTables } from './scheme-file.ts';
import type { SchemeFileWord } from './scheme-file-worker.ts';

/** Files read at the same time, and how many may wait. */
const AT_ONCE = 2;
const WAITING = 8;
/** A table of five thousand rows takes two seconds; what takes longer was made to. */
const MOST_MS = 10_000;

const limiter = new Limiter(AT_ONCE, WAITING);
const threads = spareThread(new URL('scheme-file-worker.ts', import.meta.url));

function unreadable({ cell, why }: WorkbookRefusal): Problem {
  const told = (language: Language) => (cell === null ? whyText(why, language) : `${cell}: ${whyText(why, language)}`);
  return new Problem('unreadable', {
    detail: { vi: told('vi'), en: told('en') },
    more: { refused: [{ place: cell, message: whyText(why, 'vi') }] },
  });
}

/** The file's cells come from a process that is locked down; what they mean is read beside the server, which does not wait for it. */
async function readAside<Answer>(bytes: Buffer, word: (workbook: SchemeFileWord['workbook']) => SchemeFileWord): Promise<Answer | Problem> {
  const read = await readWorkbookApart(bytes, 'tables');
  if ('refused' in read) return unreadable(read.refused);
  try {
    return await askSpare<Answer>(threads, word(read.workbook), 'the reader of schemes', MOST_MS);
  } catch (error) {
    if (!(error instanceof TookTooMuch)) throw error;
    return unreadable({ cell: null, why: { code: 'file', reason: 'tooHeavy' } });
  }
}

export interface ReadSchemeFile<Answer> {
  /** Hex. */
  readonly sha256: string;
  readonly read: Answer | Problem;
}

async function inTurn<Answer>(bytes: Buffer, word: (workbook: SchemeFileWord['workbook']) => SchemeFileWord): Promise<ReadSchemeFile<Answer>> {
  const read = await limiter.take(() => readAside<Answer>(bytes, word));
  if (read === undefined) throw new Problem('notReady');
  return { sha256: createHash('sha256').update(bytes).digest('hex'), read };
}

/** A file of tables as it is read, or why it is not. */
export const previewSchemeFile = (bytes: Buffer, language: Language) => inTurn<ReturnType<typeof previewTables>>(bytes, (workbook) => ({ workbook, language }));

/** A draft of a file of tables; undefined where it is not read as it was seen. */
export const draftSchemeFile = (bytes: Buffer, draft: Parameters<typeof draftOfTables>[1]) =>
  inTurn<{ readonly draft: ReturnType<typeof draftOfTables> }>(bytes, (workbook) => ({ workbook, draft }));
