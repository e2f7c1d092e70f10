/** What a person can be in a body. */
export const ROLES = ['administrator', 'owner', 'clerk', 'head', 'appraiser', 'council', 'auditor'] as const;
export type Role = (typeof ROLES)[number];

/** Roles that may reach over the whole installation, without a body. */
export const WITHOUT_BODY: readonly Role[] = ['administrator', 'auditor'];

/** Roles whose holders sign in with a second factor from the start: all that decide, or read what is not their own. The database says the same (`app.roles_with_second_factor`). */
export const WITH_SECOND_FACTOR: readonly Role[] = ['administrator', 'owner', 'head', 'appraiser', 'council', 'auditor'];
