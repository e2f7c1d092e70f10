export {
  RESPONDENT_FAULTS,
  RESPONDENT_NOTICES,
  type RespondentFault,
  type RespondentFaultCode,
  type RespondentNotice,
  type RespondentNoticeCode,
} from './faults.ts';
export { type RespondentKeys, respondentKeys } from './keys.ts';
export { readMailAddress } from './mail-address.ts';
export { readPhone } from './phone.ts';
export { MOST_LINES, type ReadRespondents, type RespondentListRules, readRespondents } from './read.ts';
export {
  REPLACEMENT_FAULTS,
  REPLACEMENT_REASONS,
  type Replaceable,
  type Replacement,
  type ReplacementFault,
  type ReplacementFaultCode,
  type ReplacementReason,
  type ReplacementRule,
  replacementFaults,
} from './replacement.ts';
export { RESPONDENT_COLUMNS, type Respondent, type RespondentColumn, type RespondentGroup, type RespondentRow } from './types.ts';
