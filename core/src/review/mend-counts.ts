import type { Finding, FindingCode } from './finding.ts';

/** What must be mended by lacking something: an answer, or the word of a leader. All else is an error in figures or their grounds. */
const LACKING: readonly FindingCode[] = ['unanswered', 'incomplete'];
const WAITING: readonly FindingCode[] = ['notApproved'];

/** Whether a kind of finding is an error (lỗi số liệu, căn cứ) once it must be mended: what boards count. */
export const isError = (code: FindingCode): boolean => !LACKING.includes(code) && !WAITING.includes(code);

/** A finding as counts need it. */
export interface CountedFinding extends Pick<Finding, 'code' | 'severity'> {
  /** Code of the item where it leads; null where it is of none. */
  readonly item: string | null;
}

/** A finding of the check, to be counted. */
export const countedFinding = ({ code, severity, where }: Finding): CountedFinding => ({ code, severity, item: where.item });

/** Items with what must be mended (phải sửa), each once: those with an error, of the others those not scored, and the rest, which wait for approval. */
export interface MendCounts {
  readonly all: number;
  readonly errors: number;
  readonly unanswered: number;
  /** Of those not scored, the ones that a department has in hand. */
  readonly unansweredInHand: number;
  readonly notApproved: number;
}

/** Counts the items of a sheet in which something must be mended. */
export function mendCounts(findings: readonly CountedFinding[]): MendCounts {
  const must = findings.filter(({ severity }) => severity === 'mustMend');
  const items = [...Map.groupBy(must, (finding) => finding.item ?? finding).values()].map((at) => at.map(({ code }) => code));
  const right = items.filter((codes) => !codes.some(isError));
  const unanswered = right.filter((codes) => codes.some((code) => LACKING.includes(code)));
  return {
    all: items.length,
    errors: items.length - right.length,
    unanswered: unanswered.length,
    unansweredInHand: unanswered.filter((codes) => codes.some((code) => WAITING.includes(code))).length,
    notApproved: right.length - unanswered.length,
  };
}
