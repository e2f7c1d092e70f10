import type { RefusalCode } from '../../evidence/file-codes.ts';
import type { DateRefusal } from '../../quantity/typed-date.ts';
import type { NumberRefusal } from '../../quantity/typed-number.ts';
import type { Fault } from '../../reading/faults.ts';

/** Why a workbook, or a cell of it, is refused; faults found by the rules themselves are passed on. */
export const WORKBOOK_REFUSALS = [
  'notThisWorkbook',
  'otherFormat',
  'otherRound',
  'otherBody',
  'otherItem',
  'otherEdition',
  'editionChanged',
  'unknownVersion',
  'hiddenSheet',
  'mergedCells',
  'sheetTwice',
  'sheetMissing',
  'columnMissing',
  'tooManyRows',
  'tooManyColumns',
  'tooMuchText',
  'rowUnnamed',
  'rowUnknown',
  'bodyUnknown',
  'rowTwice',
  'notAsked',
  'formula',
  'errorValue',
  'wrongKind',
  'dateForNumber',
  'percentForNumber',
  'numberForDate',
  'dateForText',
  'notExact',
  'twoReadings',
  'unknownChoice',
  'conclusionMissing',
  'conclusionElse',
  'nothingChanged',
  'noOfficialFigure',
] as const;
export type WorkbookRefusalCode = (typeof WORKBOOK_REFUSALS)[number];

export type Why =
  | { readonly code: WorkbookRefusalCode; readonly details: Readonly<Record<string, string>> }
  /** A text that is no number, no date. */
  | { readonly code: 'typedNumber'; readonly reason: NumberRefusal }
  | { readonly code: 'typedDate'; readonly reason: DateRefusal }
  /** The rules do not take the value. */
  | { readonly code: 'rule'; readonly fault: Fault }
  /** The file itself did not come in. */
  | { readonly code: 'file'; readonly reason: RefusalCode };

export interface WorkbookRefusal {
  /** "Bảng tự chấm điểm!F12"; null where the whole workbook is meant. */
  readonly cell: string | null;
  readonly why: Why;
}

export const why = (code: WorkbookRefusalCode, details: Readonly<Record<string, string>> = {}): Why => ({ code, details });
