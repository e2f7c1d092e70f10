import type { Acting } from '../../../audit/acting.ts';

/** The same request in the name of an account that has just proven its identity; what is recorded still counts for the request. */
export const actAs = (acting: Acting, account: string): Acting => ({ ...acting, account, membership: null });
