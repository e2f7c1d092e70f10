export {
  type ApprovalChain,
  DECIDERS,
  DECISION_REFUSALS,
  type Decider,
  type DecisionOutcome,
  type DecisionRefusal,
  outcomeOf,
  type PartDecision,
} from './decide.ts';
export { type Given, type InHand, inHand } from './in-hand.ts';
