import { expect, it } from 'vitest';
import { FINDING_CODES, type Finding } from './finding.ts';
import { isError, mendCounts } from './mend-counts.ts';

it('[F47] what must be mended is what is not scored, what is not approved, and errors: nothing twice, nothing left out', () => {
  const findings = FINDING_CODES.flatMap(
    (code) =>
      [
        { code, severity: 'mustMend' },
        { code, severity: 'told' },
      ] as Pick<Finding, 'code' | 'severity'>[],
  );
  const { all, unanswered, notApproved, errors } = mendCounts(findings);
  expect([all, unanswered, notApproved]).toEqual([FINDING_CODES.length, 2, 1]);
  expect(unanswered + notApproved + errors).toBe(all);
  expect(errors).toBe(FINDING_CODES.filter(isError).length);
});
