export { type BodyProgress, bodyProgress, declaringStep, lastClosing } from './body-progress.ts';
export { answererOf, countSheet, type DomainCount, type SheetCounts } from './count-sheet.ts';
export type { BodyCalendar, CountedBody } from './counted-body.ts';
export { LEAST_ANSWERED, LEAST_DAYS_WORKED } from './pace.ts';
export { isPartLate, type PartOfSheet } from './parts.ts';
