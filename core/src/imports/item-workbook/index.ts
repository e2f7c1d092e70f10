// One item over all bodies as a workbook: making it, and reading it back.
export { ITEM_WORKBOOK_FORMAT, type ItemForm, itemForm, officialColumn } from './form.ts';
export { type ItemLine, itemWorkbookLayout } from './layout.ts';
export { cellOfFault, type ReadLine, readItemWorkbook } from './read.ts';
