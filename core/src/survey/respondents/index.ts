export type {
  RespondentFault,
  RespondentFaultCode,
  RespondentNotice,
  RespondentNoticeCode,
} from './faults.ts';
export { type RespondentKeys, respondentKeys } from './keys.ts';
export { type ReadRespondents, type RespondentListRules, readRespondents } from './read.ts';
export {
  type Replaceable,
  type Replacement,
  type ReplacementFault,
  type ReplacementFaultCode,
  type ReplacementReason,
  type ReplacementRule,
  replacementFaults,
} from './replacement.ts';
export { RESPONDENT_COLUMNS, type Respondent, type RespondentColumn, type RespondentGroup, type RespondentRow } from './types.ts';
