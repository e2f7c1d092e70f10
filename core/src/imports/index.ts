// Figures from elsewhere: official statistics, means of surveys.
export { bodyFinder } from './bodies.ts';
export { BATCH_COLUMNS, type BatchColumn, COLUMN_TITLES } from './columns.ts';
export { CHOSEN, type CurrentFigure, type JudgedRow, type JudgedRows, judgeRows, ROW_OUTCOMES, type RowOutcome } from './judge.ts';
export { type BatchDefaults, type BatchReader, changesOf, type ImportedValue, type ReadRows, readRows } from './read-rows.ts';
export { type BatchRefusalCode, type BatchWhy, whyNot } from './refusals.ts';
export { sumOfFigures } from './roll-up.ts';
export {
  type BatchForm,
  type FileRefusal,
  type ImportedCell,
  type ImportedTable,
  placeIn,
  type ReadTable,
  type TableLine,
  type TableRefusal,
  tableOf,
  tableOfWorkbook,
} from './table.ts';
export { type BatchTarget, batchKey, type Importable, importableFinder, importables, importableTitle } from './targets.ts';
