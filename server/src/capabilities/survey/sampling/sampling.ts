import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { createGzip, gunzipSync } from 'node:zlib';
import { whyNot } from '@parindex/core/imports/index';
import { type DrawDesign, frameColumns } from '@parindex/core/survey/draw/design';
import { drawSample } from '@parindex/core/survey/draw/draw';
import type { DrawFault } from '@parindex/core/survey/draw/faults';
import type { DrawnStratum, DrawRecord } from '@parindex/core/survey/draw/record';
import type { FrameLine } from '@parindex/core/survey/frame/cells';
import type { FrameFaults } from '@parindex/core/survey/frame/faults';
import { readFrame } from '@parindex/core/survey/frame/read';
import type { Frame } from '@parindex/core/survey/frame/types';
import { batchWhyText } from '@parindex/core/words/import-words';
import type { Language } from '@parindex/core/words/language';
import type { InBoth } from '@parindex/core/words/texts';
import { CsvError } from 'csv-parse/sync';
import { sampleCsv, sampleXlsx } from '../sample-table.ts';
import { csvOfFrame, fromHead, lineInOldFont, linesOfCsv, textOfFile } from './frame-table.ts';

/** A frame as it was brought: the bytes of a CSV file, or the lines of a workbook, with the design by which it is read. */
export type FrameWord = { readonly design: DrawDesign } & ({ readonly csv: Uint8Array } | { readonly lines: readonly FrameLine[] });

/** What is kept of a frame, and told of it. */
export interface KeptFrame {
  /** Compressed. */
  readonly csv: Uint8Array;
  readonly hash: string;
  readonly clusters: number;
  readonly households: number;
  readonly strata: readonly DrawnStratum[];
  readonly sample: number;
}

/** A frame, or why there is none: the file is no table, lines have faults, or the design cannot be drawn from it. */
export type FrameAnswer =
  | { readonly frame: KeptFrame }
  | { readonly refused: InBoth }
  | { readonly faults: FrameFaults }
  | { readonly misfits: readonly DrawFault[] };

type Why = Parameters<typeof batchWhyText>[0];
export const refusedFor = (why: Why): { readonly refused: InBoth } => ({ refused: { vi: batchWhyText(why, 'vi'), en: batchWhyText(why, 'en') } });

const oldFont = (line: number) => ({
  refused: {
    vi: `Từ dòng ${line} tệp có chữ viết bằng bảng mã cũ (TCVN3, VNI) hoặc chữ bị hỏng. Hãy chuyển tệp sang Unicode rồi nạp lại.`,
    en: `From line ${line} on the file has letters of an old code (TCVN3, VNI), or broken ones. Convert it to Unicode and bring it again.`,
  },
});

/** Any seed will do to find out whether a design can be drawn from a frame, and how many units it takes. */
const ANY_SEED = 'trial';

async function kept(frame: Frame, { strata, units }: DrawRecord): Promise<KeptFrame> {
  return {
    csv: await buffer(Readable.from(csvOfFrame(frame)).pipe(createGzip())),
    hash: frame.hash,
    clusters: frame.clusters.length,
    households: frame.clusters.reduce((sum, { households }) => sum + households, 0),
    strata,
    sample: units.filter(({ sample }) => sample).length,
  };
}

const readCsvLines = (bytes: Uint8Array): readonly FrameLine[] | { readonly refused: InBoth } => {
  const text = textOfFile(bytes);
  if (text === undefined) return refusedFor(whyNot('notUtf8'));
  try {
    return linesOfCsv(text);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return refusedFor(whyNot('notCsv', { line: String(error['lines'] ?? 1) }));
  }
};

/** Reads a frame that was brought, and tries whether its design can be drawn from it. */
export async function frameOf(word: FrameWord): Promise<FrameAnswer> {
  const rows = 'csv' in word ? readCsvLines(word.csv) : word.lines;
  if ('refused' in rows) return rows;
  const table = fromHead(rows);
  if (!table) return refusedFor({ code: 'file', reason: 'empty' });
  const line = lineInOldFont(rows);
  if (line !== undefined) return oldFont(line);
  const read = readFrame(table.head, table.lines, frameColumns(word.design));
  if (!('frame' in read)) return { faults: read };
  const tried = drawSample(read.frame, word.design, ANY_SEED);
  return 'faults' in tried ? { misfits: tried.faults } : { frame: await kept(read.frame, tried.record) };
}

/** What a draw is held with: the frame as it is kept, its hash, its design, and the seed. */
export interface DrawWord {
  readonly frame: Uint8Array;
  readonly hash: string;
  readonly design: DrawDesign;
  readonly seed: string;
}

/** A record to the letter, as the command line writes it. */
export type DrawAnswer = { readonly record: string; readonly hash: string } | { readonly misfits: readonly DrawFault[] };

/** Holds a draw from a frame that is kept. Throws where the frame is not the one that was declared. */
export function drawOf({ frame: csv, hash, design, seed }: DrawWord): DrawAnswer {
  const table = fromHead(linesOfCsv(textOfFile(gunzipSync(csv)) ?? ''));
  const read = table && readFrame(table.head, table.lines, frameColumns(design));
  if (!read || !('frame' in read) || read.frame.hash !== hash) throw new Error('a frame is not as it was kept');
  const drawn = drawSample(read.frame, design, seed);
  return 'faults' in drawn ? { misfits: drawn.faults } : { record: `${JSON.stringify(drawn.record, null, 2)}\n`, hash: drawn.record.hash };
}

/** The units of a record as a table. */
export interface TableWord {
  readonly record: string;
  readonly as: 'csv' | 'xlsx';
  readonly language: Language;
}

export async function tableOf({ record, as, language }: TableWord): Promise<Uint8Array> {
  const read = JSON.parse(record) as DrawRecord;
  return as === 'csv' ? Buffer.from(sampleCsv(read, language)) : sampleXlsx(read, language);
}
