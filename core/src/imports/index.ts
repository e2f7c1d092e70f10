// Figures from elsewhere: official statistics, means of surveys.
export { COLUMN_TITLES, DELIVERY_COLUMNS, type DeliveryColumn } from './columns.ts';
export { CHOSEN, type JudgedRow, type JudgedRows, judgeRows, ROW_OUTCOMES, type RowOutcome, type StandingFigure } from './judge.ts';
export { changesOf, type DeliveryDefaults, type DeliveryReader, type ReadRows, readRows, type Told } from './read-rows.ts';
export { type DeliveryRefusalCode, type DeliveryWhy, whyNot } from './refusals.ts';
export { sumOfFigures } from './roll-up.ts';
export {
  type DeliveredCell,
  type DeliveredTable,
  type DeliveryForm,
  type FileRefusal,
  placeIn,
  type ReadTable,
  type TableLine,
  type TableRefusal,
  tableOf,
  tableOfWorkbook,
} from './table.ts';
export { type Deliverable, type DeliveryTarget, deliverables, deliveryKey } from './targets.ts';
