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

/** Whether a part has entries that nobody has decided on. */
const awaits = (part: Part | undefined): boolean => part !== undefined && (part.standing === 'entered' || part.standing === 'passed');

/**
 * The effect of a decision on a part in its present state. A leader approves what was entered, or the present values if
 * nothing was; with a division in the chain, after its head. The body records the leader's document in the leader's
 * place, and reviews what the leader has approved. Any of them returns what is before them; what counted already is taken
 * out of the sheet.
 */
export function outcomeOf({ act, by, byDocument }: PartDecision, part: Part | undefined, chain: ApprovalChain): DecisionOutcome {
  if (act === 'return') {
    if (counts(part)) return by === 'division' ? refused('approvedAlready') : { standing: 'effective', changes: 'takenOut' };
    return awaits(part) ? { standing: 'proposed', changes: 'none' } : refused('nothingEntered');
  }
  if (by === 'division') {
    if (!chain.division) return refused('noDivision');
    if (counts(part)) return refused('approvedAlready');
    return part?.standing === 'entered' ? { standing: 'proposed', changes: 'none' } : refused('nothingEntered');
  }
  if (by === 'body' && !byDocument) return counts(part) ? { standing: 'effective', changes: 'none' } : refused('documentNeeded');
  if (counts(part)) return refused('approvedAlready');
  if (part?.standing === 'returned') return refused('nothingEntered');
  // A document signed by the leader has passed the divisions on paper.
  if (by === 'leader' && chain.division && part?.standing === 'entered') return refused('notPassed');
  return { standing: 'effective', changes: 'proposed' };
}
