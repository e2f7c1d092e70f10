/** For whom there is a guide. */
export const GUIDES = ['clerk', 'department', 'head', 'owner', 'administrator'] as const;
export type Guide = (typeof GUIDES)[number];
