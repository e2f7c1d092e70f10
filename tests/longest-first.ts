import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longest of all, so that nothing else waits for one of them in the end; kept from the times that a run tells. */
const LONGEST = [
  'tests/workspace/every-page',
  'tests/workspace/scoring',
  'tests/workspace/documents',
  'tests/workspace/citations',
  'server/src/http/walls',
  'tests/workspace/removal',
  'tests/workspace/province-at-work',
  'tests/crash',
  'server/src/http/rights-matrix',
  'tests/workspace/appraisal',
  'server/src/http/sealed-estimates',
  'server/src/db/identity',
  'server/src/capabilities/council/routes/council',
  'cli/tests/installation',
  'tests/start',
  'tests/workspace/killed',
  'tests/workspace/keyboard',
  'tests/bucket',
  'server/src/storage/storage',
  'tests/workspace/delegation',
  'tests/workspace/invitation',
  'tests/workspace/left-behind',
  'tests/workspace/round-run',
  'tests/workspace/sending',
  'tests/workspace/search',
  'tests/workspace/two-persons',
  'tests/workspace/owner',
  'tests/browser',
  'tests/documents-read-back',
  'server/src/file-inspection/bombs',
  'server/src/capabilities/evidence/processes',
  'server/src/capabilities/evidence/routes/packages',
  'server/src/capabilities/sheets/routes/workbooks',
  'server/src/capabilities/submissions/routes/sendings',
  'server/src/capabilities/audit-trail/verify-audited-tables',
  'server/src/backup/backup',
  'agree/broken',
];

function rank({ moduleId }: TestSpecification): number {
  const place = LONGEST.findIndex((file) => moduleId.replace(/\.(?:test|story)\.ts$/, '').endsWith(`/${file}`));
  if (place >= 0) return place;
  // Short ones, which fill what is left.
  return moduleId.includes('/core/src/') ? LONGEST.length + 1 : LONGEST.length;
}

/** The order in which test files start: the longest, then vitest's own (by the last run's time, else by size), then those of the core. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((one, other) => rank(one) - rank(other));
  }
}
