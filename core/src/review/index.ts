export { defaultChecks, type SheetChecks } from './checks.ts';
export type { Finding, FindingCode, Severity } from './finding.ts';
export { readChecks } from './read-checks.ts';
export { type Review, reviewSheet } from './review-sheet.ts';
export type { AwaitingApproval, CitedHint } from './reviewed-sheet.ts';
