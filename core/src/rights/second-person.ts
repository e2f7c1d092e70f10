/** What a second person makes of what somebody asked for. */
export const SECOND_PERSON_DECISIONS = ['carriedOut', 'refused'] as const;
export type SecondPersonDecision = (typeof SECOND_PERSON_DECISIONS)[number];

/** Days for which a request waits for its second person; the policies of account_request and round_request say the same. */
export const SECOND_PERSON_DAYS = 7;
