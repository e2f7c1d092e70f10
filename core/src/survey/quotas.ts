/** Of whom a quota is, within a group about a body: of all, of those with something in a column of their list, of the addresses of a village. */
export const QUOTA_STRATA = ['whole', 'position', 'unit', 'cluster'] as const;
export type QuotaStratum = (typeof QUOTA_STRATA)[number];
