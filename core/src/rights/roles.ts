/** What a person can be in a body. */
export const ROLES = ['administrator', 'owner', 'clerk', 'head', 'appraiser', 'council', 'auditor', 'interviewer'] as const;
export type Role = (typeof ROLES)[number];

/** Roles that may reach over the whole installation, without a body. */
export const WITHOUT_BODY: readonly Role[] = ['administrator', 'auditor'];

/**
 * Roles that decide, read all or give rights: each may by the table (table.ts) what no clerk may. Two persons give them, and
 * their holders sign in with a second factor from the start. The database holds the same list (app.roles_with_second_factor).
 */
export const DECIDING_ROLES = ['administrator', 'owner', 'head', 'appraiser', 'council', 'auditor'] as const satisfies readonly Role[];

/** Whether it takes two persons to give a role. */
export const isDeciding = (role: Role): boolean => DECIDING_ROLES.some((deciding) => deciding === role);
