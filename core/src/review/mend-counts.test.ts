import { expect, it } from 'vitest';
import { FINDING_CODES } from './finding.ts';
import { type CountedFinding, isError, mendCounts } from './mend-counts.ts';

it('[F47] what must be mended is what is not scored, what is not approved, and errors: no item twice, none left out', () => {
  const findings = FINDING_CODES.flatMap((code): CountedFinding[] => [
    { code, severity: 'mustMend', item: code },
    { code, severity: 'told', item: `told ${code}` },
  ]);
  const { all, unanswered, notApproved, errors } = mendCounts(findings);
  expect([all, unanswered, notApproved]).toEqual([FINDING_CODES.length, 2, 1]);
  expect(unanswered + notApproved + errors).toBe(all);
  expect(errors).toBe(FINDING_CODES.filter(isError).length);
});

it('[F47] an item that is not scored and in the hands of a department, or with two errors, is one item', () => {
  const at = (item: string, ...codes: CountedFinding['code'][]) => codes.map((code): CountedFinding => ({ code, severity: 'mustMend', item }));
  expect(
    mendCounts([...at('1.1', 'unanswered', 'notApproved'), ...at('1.2', 'partOverWhole', 'percentOutOfRange', 'notApproved'), ...at('1.3', 'incomplete')]),
  ).toEqual({
    ...{ all: 3, errors: 1, unanswered: 2, unansweredInHand: 1, notApproved: 0 },
  });
});
