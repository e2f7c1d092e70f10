export { type AssignedTargets, assignedTargets, type Given } from './assigned-targets.ts';
export {
  type ApprovalChain,
  type Decider,
  type DecisionOutcome,
  type DecisionRefusal,
  outcomeOf,
  type PartDecision,
  refusalOfSubmission,
  type SubmissionAct,
  type SubmissionRefusal,
} from './decide.ts';
export { isEmptyPart } from './empty-part.ts';
export { standingOfAll } from './standing-of-all.ts';
