import type { Why } from './workbook/refusals.ts';

/** Why a delivery, or a row of it, is not taken, besides what is wrong with the cell itself. */
export const BATCH_REFUSALS = [
  'notCsv',
  'notUtf8',
  'empty',
  'columnUnknown',
  'columnTwice',
  'columnMissing',
  'cellBeyond',
  'tooManyRows',
  'valueMissing',
  'bodyMissing',
  'bodyUnknown',
  'bodyAmbiguous',
  'figureMissing',
  'figureUnknown',
  'figureAmbiguous',
  'itemTakesNone',
  'groupMissing',
  'groupUnknown',
  'groupNotHere',
  'answersMissing',
  'answersNotHere',
  'sourceMissing',
  'dateMissing',
  'dateAhead',
  'rowTwice',
  'notAShare',
  'roundNotOpen',
  'sheetFrozen',
  'sheetSent',
  'stepClosed',
] as const;
export type BatchRefusalCode = (typeof BATCH_REFUSALS)[number];

interface OwnWhy {
  readonly code: 'delivery';
  readonly reason: BatchRefusalCode;
  readonly details: Readonly<Record<string, string>>;
}
export type BatchWhy = Why | OwnWhy;

export const whyNot = (reason: BatchRefusalCode, details: Readonly<Record<string, string>> = {}): OwnWhy => ({ code: 'delivery', reason, details });
