/** For whom there is a guide. */
export const GUIDES = ['clerk', 'department', 'head', 'owner', 'appraiser', 'council', 'auditor', 'administrator'] as const;
export type Guide = (typeof GUIDES)[number];

/** The day on which these texts were last gone through: each guide carries it. */
export const GUIDES_OF = '2026-12-01';
