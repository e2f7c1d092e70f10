export { type Passing, predecessorsOf, successorsOf } from './lineage.ts';
export { bodiesOn, codeOn, lastName, nameOn, regionOn, typeOn } from './on-date.ts';
export { readBodies } from './read.ts';
export { type FoundBody, searchBodies } from './search.ts';
export type { BodyDecision, BodyKind, BodyName, BodyRegistry, BodyType, RegisteredBody } from './types.ts';
