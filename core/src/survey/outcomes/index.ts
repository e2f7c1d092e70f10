export { type Completion, type CompletionLimits, completionOf, DEFAULT_COMPLETION, outcomeOfResponse, readCompletion } from './completion.ts';
export { OUTCOME_CODES, OUTCOME_GROUPS, OUTCOMES, type Outcome, type OutcomeGroup } from './outcomes.ts';
export {
  NO_RATE_BECAUSE,
  type NoRateBecause,
  type OutcomeCounts,
  RATES,
  type Rate,
  type Rates,
  type RateValue,
  ratesByStratum,
  ratesOf,
  type StratumRates,
} from './rates.ts';
