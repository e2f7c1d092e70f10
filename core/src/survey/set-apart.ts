/**
 * Why a form that came is kept apart until the owner of the round decides: after the end; of a household that had an interview; from somebody to whom the address
 * belongs no more; above a quota, as a paper form may be too.
 */
export const SET_APART_REASONS = ['late', 'second', 'former', 'quota'] as const;
export type SetApartReason = (typeof SET_APART_REASONS)[number];

/** What a device is told of an interview that does not count: why it waits for a decision, or that it counts for nobody. */
export const APART_TOLD = [...SET_APART_REASONS, 'leftOut'] as const;
export type ApartTold = (typeof APART_TOLD)[number];
