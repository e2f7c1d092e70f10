/** Of whom a quota is, within a group about a body: of all, of those with something in a column of their list, of the addresses of a village. */
export const QUOTA_STRATA = ['whole', 'position', 'unit', 'cluster'] as const;
export type QuotaStratum = (typeof QUOTA_STRATA)[number];

/** Why an interview or a paper form is kept apart: it came after the end, its household had another, its quota was full. */
export const SET_APART_REASONS = ['late', 'second', 'quota'] as const;
export type SetApartReason = (typeof SET_APART_REASONS)[number];
