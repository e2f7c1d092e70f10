import type { ReadWorkbook } from '@parindex/core/imports/workbook/index';
import type { DrawDesign } from '@parindex/core/survey/draw/design';
import type { FrameLine } from '@parindex/core/survey/frame/cells';
import { isZip } from '../../../file-inspection/is-zip.ts';
import { Limiter } from '../../../file-inspection/limiter.ts';
import { readWorkbookApart } from '../../../file-inspection/read-workbook-apart.ts';
import { Problem } from '../../../http/problems.ts';
import { askSpare, spareThread, TookTooMuch } from '../../../threads/spare-thread.ts';
import { type DrawAnswer, type DrawWord, type FrameAnswer, type FrameWord, refusedFor, type TableWord } from './sampling.ts';

/** One at a time, as a frame of a million lines takes a gigabyte; and how many may wait. */
const AT_ONCE = 1;
const WAITING = 8;
/** A million lines take some ten seconds; what takes longer was made to. */
const MOST_MS = 120_000;
const MOST_MEGABYTES = 3_072;

const limiter = new Limiter(AT_ONCE, WAITING);
const threads = spareThread(new URL('sampling-worker.ts', import.meta.url), { maxOldGenerationSizeMb: MOST_MEGABYTES });

const TOO_HEAVY = refusedFor({ code: 'file', reason: 'tooHeavy' });

async function inTurn<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  const answered = await limiter.take(work);
  if (answered === undefined) throw new Problem('notReady');
  return answered;
}

/** The lines of the first sheet that is seen and has something in it. A formula is no value: it is told as one. */
function linesOfWorkbook({ sheets }: ReadWorkbook): FrameLine[] {
  const cells = sheets.find((sheet) => !sheet.hidden && sheet.cells.length > 0)?.cells ?? [];
  return [...Map.groupBy(cells, ({ row }) => row)].map(([line, inRow]): FrameLine => {
    const texts = new Map(inRow.map(({ column, kind, text }) => [column - 1, kind === 'formula' && !text.startsWith('=') ? `=${text}` : text]));
    return { line, cells: Array.from({ length: Math.max(...texts.keys()) + 1 }, (_, place) => texts.get(place) ?? '') };
  });
}

/** What old spreadsheets write, and those with a password. */
const isCompound = (bytes: Uint8Array): boolean => bytes[0] === 0xd0 && bytes[1] === 0xcf;

async function wordOf(bytes: Uint8Array, design: DrawDesign): Promise<FrameWord | FrameAnswer> {
  if (!isZip(bytes) && !isCompound(bytes)) return { csv: bytes, design };
  const read = await readWorkbookApart(bytes, 'long');
  return 'refused' in read ? refusedFor(read.refused.why) : { lines: linesOfWorkbook(read.workbook), design };
}

/** Reads a frame that was brought, CSV or XLSX by its bytes, beside the server, which does not wait for it. A workbook is opened in a locked-down process. */
export async function readFrameApart(bytes: Uint8Array, design: DrawDesign): Promise<FrameAnswer> {
  if (bytes.length === 0) return refusedFor({ code: 'file', reason: 'empty' });
  return inTurn(async () => {
    const word = await wordOf(bytes, design);
    if (!('design' in word)) return word;
    try {
      return await askSpare<FrameAnswer>(threads, word, 'the reader of frames', MOST_MS);
    } catch (error) {
      if (!(error instanceof TookTooMuch)) throw error;
      return TOO_HEAVY;
    }
  });
}

/** Holds a draw beside the server. */
export const drawApart = (word: DrawWord): Promise<DrawAnswer> => inTurn(() => askSpare<DrawAnswer>(threads, word, 'the draw', MOST_MS));

/** The units of a record as a table, made beside the server. */
export const tableApart = (word: TableWord): Promise<Uint8Array> => inTurn(() => askSpare<Uint8Array>(threads, word, 'the table of a sample', MOST_MS));
