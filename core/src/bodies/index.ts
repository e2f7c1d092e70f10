export { changeBody } from './change.ts';
export { type BodyChanges, type BodyField, compareBodies } from './compare.ts';
export { predecessorsOf, successorsOf, type WorkTransfer } from './lineage.ts';
export { blockOn, bodiesOn, codeOn, existsOn, lastName, nameOn, regionOn, typeOn } from './on-date.ts';
export { readBodies } from './read.ts';
export { type FoundBody, searchBodies } from './search.ts';
export { ABBREVIATED, NAME_EDGE, nameSearchText } from './search-key.ts';
export { settledBodies } from './settled.ts';
export { recordSuccession } from './succession.ts';
export { readBodyTable } from './table.ts';
export type {
  BodyDecision,
  BodyKind,
  BodyName,
  BodyRegistry,
  BodyType,
  Dated,
  RegisteredBody,
} from './types.ts';
