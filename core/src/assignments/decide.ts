import type { Standing } from '../ledger/entry.ts';
import { counts, type Part } from '../ledger/part.ts';

/** Who approves a part besides its department's leader. */
export interface ApprovalChain {
  /** The head of a division passes it before the leader approves. */
  readonly division: boolean;
  /** The body itself reviews what the leader has approved. */
  readonly review: boolean;
}

/** As whom somebody decides on a part: the leader of the department that has it in hand, the head of a division below, or for the body itself. */
export const DECIDERS = ['leader', 'division', 'body'] as const;
export type Decider = (typeof DECIDERS)[number];

export interface PartDecision {
  readonly act: 'accept' | 'return';
  readonly by: Decider;
  /** The leader's approval stands in a document, and whoever decides records it. */
  readonly byDocument: boolean;
}

/** Why a decision cannot be taken now. */
export const DECISION_REFUSALS = ['nothingEntered', 'notPassed', 'noDivision', 'approvedAlready', 'documentNeeded', 'notApproved'] as const;
export type DecisionRefusal = (typeof DECISION_REFUSALS)[number];

/** What a decision does to a part: with which standing its entry is written, and whether what is proposed becomes part of the sheet or what counted goes back. */
export type DecisionOutcome = { readonly standing: Standing; readonly changes: 'proposed' | 'takenOut' | 'none' } | { readonly refused: DecisionRefusal };

const refused = (code: DecisionRefusal): DecisionOutcome => ({ refused: code });

/** What stands in a part that nobody has decided on since. */
const awaits = (part: Part | undefined): boolean => part !== undefined && (part.standing === 'entered' || part.standing === 'passed');

/**
 * What a decision does to a part as it stands. A leader approves what was entered, or what stands already where nothing was;
 * with a division in the chain, after its head. The body records the leader's document in the leader's place, and reviews
 * what the leader has approved. Any of them returns what is before them; what counted already is taken out of the sheet.
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
  // A document that the leader has signed has gone through the divisions on paper.
  if (by === 'leader' && chain.division && part?.standing === 'entered') return refused('notPassed');
  return { standing: 'effective', changes: 'proposed' };
}
