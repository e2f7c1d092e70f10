import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longest of all, so that nothing else waits for one of them in the end; kept from the times that a run tells. */
const LONGEST = [
  'tests/workspace/every-page',
  'tests/workspace/documents',
  'tests/workspace/citations',
  'tests/start',
  'cli/tests/installation',
  'server/src/storage/storage',
  'server/src/capabilities/evidence/faults',
  'server/src/capabilities/evidence/evidence',
  'tests/workspace/killed',
  'tests/workspace/line-cut',
  'tests/crash',
  'server/src/http/rights-matrix',
  'server/src/http/walls',
  'server/src/capabilities/sheets/races',
];

function rank({ moduleId }: TestSpecification): number {
  const place = LONGEST.findIndex((file) => moduleId.endsWith(`/${file}.test.ts`));
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
