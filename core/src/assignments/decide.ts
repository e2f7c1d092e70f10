import type { Standing } from '../ledger/entry.ts';
import { counts, type Part } from '../ledger/part.ts';

/** Who approves a part besides its department's leader. */
export interface ApprovalChain {
  /** The head of a division passes it before the leader approves. */
  readonly division: boolean;
  /** The body itself reviews what the leader has approved. */
  readonly review: boolean;
}

/**
 * In which capacity somebody decides on a part: as leader of the department it is assigned to, as head of a division
 * below, or for the body itself.
 */
export const DECIDERS = ['leader', 'division', 'body'] as const;
export type Decider = (typeof DECIDERS)[number];

export interface PartDecision {
  readonly act: 'accept' | 'return';
  readonly by: Decider;
  /** The leader's approval is in a document, which is recorded by whoever decides. */
  readonly byDocument: boolean;
}

/** Why a decision cannot be taken now. */
export const DECISION_REFUSALS = ['nothingEntered', 'notPassed', 'noDivision', 'approvedAlready', 'documentNeeded', 'notApproved'] as const;
export type DecisionRefusal = (typeof DECISION_REFUSALS)[number];

/** The effect of a decision on a part: the standing of its entry, and whether the proposal becomes part of the sheet or what counted is taken out. */
export type DecisionOutcome = { readonly standing: Standing; readonly changes: 'proposed' | 'takenOut' | 'none' } | { readonly refused: DecisionRefusal };

const refused = (code: DecisionRefusal): DecisionOutcome => ({ refused: code });

/** Whether a part has something that nobody has decided on. */
const awaits = (part: Pick<Part, 'standing'> | undefined): boolean =>
  part !== undefined && (part.standing === 'entered' || part.standing === 'submitted' || part.standing === 'passed');

/** Whether nobody has passed or decided on what a part holds. */
const isBeforeDivision = (part: Pick<Part, 'standing'> | undefined): boolean => part?.standing === 'entered' || part?.standing === 'submitted';

/** What a department does with its own part besides entering: brings it before its leader, and takes that back. */
export const SUBMISSION_ACTS = ['submit', 'recall'] as const;
export type SubmissionAct = (typeof SUBMISSION_ACTS)[number];

/** Why it cannot be done now. */
export const SUBMISSION_REFUSALS = ['nothingEntered', 'submittedAlready', 'approvedAlready', 'notSubmitted', 'passedAlready'] as const;
export type SubmissionRefusal = (typeof SUBMISSION_REFUSALS)[number];

/**
 * Why a department cannot submit or recall a part in its present state; null if it can. What was returned is submitted
 * again; what the leader has approved is not, nor what says nothing (`isEmptyPart`). It can be recalled until somebody has decided on it.
 */
export function refusalOfSubmission(act: SubmissionAct, part: Pick<Part, 'standing'> | undefined, isEmpty = false): SubmissionRefusal | null {
  if (counts(part)) return 'approvedAlready';
  if (act === 'submit') {
    if (part?.standing === 'submitted' || part?.standing === 'passed') return 'submittedAlready';
    return isEmpty ? 'nothingEntered' : null;
  }
  if (part?.standing === 'passed') return 'passedAlready';
  return part?.standing === 'submitted' ? null : 'notSubmitted';
}

/**
 * The effect of a decision on a part in its present state. A leader approves what was entered, or the present values if
 * nothing new was; with a division in the chain, after its head. The body records the leader's document in the leader's
 * place, and reviews what the leader has approved. Any of them returns what is before them; what counted already is taken
 * out of the sheet. A part that says nothing is approved by such a document alone, which says for itself what there is to declare.
 */
export function outcomeOf(
  { act, by, byDocument }: PartDecision,
  part: Pick<Part, 'standing'> | undefined,
  chain: ApprovalChain,
  isEmpty = false,
): DecisionOutcome {
  if (act === 'return') {
    if (counts(part)) return by === 'division' ? refused('approvedAlready') : { standing: 'effective', changes: 'takenOut' };
    return awaits(part) ? { standing: 'proposed', changes: 'none' } : refused('nothingEntered');
  }
  if (isEmpty && by !== 'body' && !counts(part)) return refused('nothingEntered');
  if (by === 'division') {
    if (!chain.division) return refused('noDivision');
    if (counts(part)) return refused('approvedAlready');
    return isBeforeDivision(part) ? { standing: 'proposed', changes: 'none' } : refused('nothingEntered');
  }
  if (by === 'body' && !byDocument) return counts(part) ? { standing: 'effective', changes: 'none' } : refused('documentNeeded');
  if (counts(part)) return refused('approvedAlready');
  if (part?.standing === 'returned') return refused('nothingEntered');
  // A document signed by the leader has passed the divisions on paper.
  if (by === 'leader' && chain.division && isBeforeDivision(part)) return refused('notPassed');
  return { standing: 'effective', changes: 'proposed' };
}
