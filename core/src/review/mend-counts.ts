import type { Finding, FindingCode } from './finding.ts';

/** What must be mended by lacking something: an answer, or the word of a leader. All else is an error in figures or their grounds. */
const LACKING: readonly FindingCode[] = ['unanswered', 'incomplete'];
const WAITING: readonly FindingCode[] = ['notApproved'];

/** Whether a kind of finding is an error (lỗi số liệu, căn cứ) once it must be mended: what boards count. */
export const isError = (code: FindingCode): boolean => !LACKING.includes(code) && !WAITING.includes(code);

/** What must be mended (phải sửa), taken apart: the three are all of it. */
export interface MendCounts {
  readonly all: number;
  /** Items or figures without their answer. */
  readonly unanswered: number;
  readonly notApproved: number;
  readonly errors: number;
}

/** Counts what must be mended in a sheet. */
export function mendCounts(findings: readonly Pick<Finding, 'code' | 'severity'>[]): MendCounts {
  const must = findings.filter(({ severity }) => severity === 'mustMend');
  const count = (of: (code: FindingCode) => boolean) => must.filter(({ code }) => of(code)).length;
  return {
    all: must.length,
    unanswered: count((code) => LACKING.includes(code)),
    notApproved: count((code) => WAITING.includes(code)),
    errors: count(isError),
  };
}
