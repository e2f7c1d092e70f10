export {
  type ApprovalChain,
  type Decider,
  type DecisionOutcome,
  type DecisionRefusal,
  outcomeOf,
  type PartDecision,
} from './decide.ts';
export { type Given, type InHand, inHand } from './in-hand.ts';
export { standingOfAll } from './standing-of-all.ts';
