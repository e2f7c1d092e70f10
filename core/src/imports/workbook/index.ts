// A sheet as a workbook: making it, and reading it back.
export {
  type CellFormat,
  type CellKind,
  columnName,
  type ReadWorkbook,
  type WorkbookCell,
  type WorkbookSheet,
} from './cells.ts';
export { type ComparedSheet, compareWorkbook, type WorkbookChange, type WorkbookComparison, type WorkbookConflict } from './compare.ts';
export { identifyWorkbook, type WorkbookPlace } from './identify.ts';
export { type LayoutCell, type LayoutRow, type LayoutSheet, WORKBOOK_FORMAT, type WorkbookContent, workbookLayout } from './layout.ts';
export { type Why, type WorkbookRefusal, type WorkbookRefusalCode, why as workbookWhy } from './refusals.ts';
export { type FormRows, formRows } from './rows.ts';
export { valueText } from './written.ts';
