import type { ReplacementRule } from '@parindex/core/survey/respondents/index';

/**
 * Why somebody may be replaced, and how many in a group of a unit. Who refuses to answer is not: else those who like to answer would choose themselves.
 */
export const REPLACEMENT_RULE: ReplacementRule = { reasons: ['movedPost', 'retired', 'longSickLeave', 'studiesAway'], mostPerUnit: 10 };
