export { defaultChecks, type SheetChecks } from './checks.ts';
export type { Finding, FindingCode, Severity } from './finding.ts';
export { readChecks } from './read-checks.ts';
export { contradictionsOf, type Review, type ReviewCounts, reviewCounts, reviewSheet } from './review-sheet.ts';
export type { AwaitingApproval, CitedHint, ReviewInput } from './reviewed-sheet.ts';
export { type Uncomputed, uncomputedItems } from './uncomputed.ts';
