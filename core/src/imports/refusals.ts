import type { Why } from './workbook/refusals.ts';

/** Why a delivery, or a row of it, is not taken, besides what is wrong with the cell itself. */
export const DELIVERY_REFUSALS = [
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
export type DeliveryRefusalCode = (typeof DELIVERY_REFUSALS)[number];

interface OwnWhy {
  readonly code: 'delivery';
  readonly reason: DeliveryRefusalCode;
  readonly details: Readonly<Record<string, string>>;
}
export type DeliveryWhy = Why | OwnWhy;

export const whyNot = (reason: DeliveryRefusalCode, details: Readonly<Record<string, string>> = {}): OwnWhy => ({ code: 'delivery', reason, details });
