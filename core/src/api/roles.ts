/** What a person can be in a body. */
export const ROLES = ['administrator', 'owner', 'clerk', 'head', 'appraiser', 'council', 'auditor'] as const;
export type Role = (typeof ROLES)[number];

/** Roles that may reach over the whole installation, without a body. */
export const WITHOUT_BODY: readonly Role[] = ['administrator', 'auditor'];
