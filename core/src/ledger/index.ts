export { type Cell, changeCell } from './cell.ts';
export { checkChanges, type EntryRules } from './check-changes.ts';
export { checkMapping } from './check-mapping.ts';
export { checkCitations } from './citations.ts';
export { type Conflict, conflictsOf, conflictsOfTarget } from './conflict.ts';
export { droppedBy, heldTargets } from './dropped.ts';
export {
  type Act,
  type Changes,
  type FieldValue,
  type FoldedEntry,
  isRemark,
  type Origin,
  STAGES,
  type Stage,
  type Standing,
  type Target,
  type TargetKind,
  targetKey,
  targetOfKey,
} from './entry.ts';
export { CITATIONS, citationsIn, fieldsOfEntry, isText, SITE_CHECK, sheetData } from './fields.ts';
export { fieldsAt, foldEntries, foldSheet, foldTakeover, type Sheet } from './fold.ts';
export { foundAbsent } from './nothing-found.ts';
export { COUNTING, counts, PART_STANDINGS, type Part, type PartStanding, proposedChanges, takenOut, withProposals } from './part.ts';
export { bodyDataAt, sheetDataAt } from './sheet-data.ts';
export { type DroppedFields, movedTarget, type Takeover, type TakeoverMapping } from './takeover.ts';
