import type { ApprovalChain, Decider } from '../assignments/decide.ts';
import type { ReplyPartAct } from '../ledger/entry.ts';
import type { PartStanding } from '../ledger/part.ts';

/**
 * Where a department's part of an explanation stands, under the names of its part of the sheet: reviewed once the body has answered by
 * it, changed where the body has answered otherwise.
 */
export type ReplyPartState = PartStanding | 'none';

/** What is done about a part, by whom. A body's answer is one of it: as it was brought (`take`), or otherwise (`reply`). */
export type ReplyMove = ReplyPartAct | 'take' | 'reply';

/** In which capacity: as the department that has it in hand, or as one of those who decide on a part of the sheet. */
export type ReplyDoer = 'department' | Decider;

interface ReplyMoveLine {
  readonly act: ReplyMove;
  readonly by: ReplyDoer;
  readonly from: readonly ReplyPartState[];
  readonly to: ReplyPartState;
}

/**
 * What may be done about a department's part of an explanation, while that is open. Nothing counts before the body answers by it; what was
 * answered the body may send back to be mended, and its answer stands until it gives another.
 */
export const REPLY_MOVES: readonly ReplyMoveLine[] = [
  { act: 'proposeReply', by: 'department', from: ['none', 'entered', 'submitted', 'passed', 'returned', 'changed'], to: 'entered' },
  { act: 'submitReply', by: 'department', from: ['entered', 'returned'], to: 'submitted' },
  { act: 'recallReply', by: 'department', from: ['submitted'], to: 'entered' },
  { act: 'passReply', by: 'division', from: ['entered', 'submitted'], to: 'passed' },
  { act: 'acceptReply', by: 'leader', from: ['entered', 'submitted', 'passed'], to: 'approved' },
  { act: 'returnReply', by: 'division', from: ['entered', 'submitted', 'passed'], to: 'returned' },
  { act: 'returnReply', by: 'leader', from: ['entered', 'submitted', 'passed', 'approved'], to: 'returned' },
  { act: 'returnReply', by: 'body', from: ['submitted', 'passed', 'approved', 'reviewed', 'changed'], to: 'returned' },
  { act: 'take', by: 'body', from: ['approved'], to: 'reviewed' },
  { act: 'reply', by: 'body', from: ['none', 'entered', 'submitted', 'passed', 'returned', 'approved', 'reviewed', 'changed'], to: 'changed' },
];

/** Whether the body's chain lets it be done: the head of a division passes a part where the chain says so, and its leader approves no other there. */
const inChain = ({ act }: ReplyMoveLine, state: ReplyPartState, { division }: Pick<ApprovalChain, 'division'>): boolean =>
  act === 'passReply' ? division : act !== 'acceptReply' || !division || state === 'passed';

/** What somebody may do about a part as it stands, in these capacities. */
export const replyMoves = (state: ReplyPartState, by: readonly ReplyDoer[], chain: Pick<ApprovalChain, 'division'>): ReplyMove[] => [
  ...new Set(REPLY_MOVES.flatMap((line) => (by.includes(line.by) && line.from.includes(state) && inChain(line, state, chain) ? [line.act] : []))),
];

/** Where a part stands after what was done about it. */
export const replyPartAfter = (act: ReplyMove): ReplyPartState => (REPLY_MOVES.find((line) => line.act === act) as ReplyMoveLine).to;
