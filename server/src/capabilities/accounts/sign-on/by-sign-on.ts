import type { Context } from '../../../context.ts';

/** For routes that read what proves who somebody is, or make sessions: under the role that may, which sees nothing of the work. */
export const bySignOn = (context: Context): Context => ({ ...context, pool: context.signOn });
