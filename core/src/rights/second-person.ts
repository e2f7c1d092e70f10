/** What a second person makes of what somebody asked for. */
export const SECOND_PERSON_DECISIONS = ['carriedOut', 'refused'] as const;
export type SecondPersonDecision = (typeof SECOND_PERSON_DECISIONS)[number];
