import type { Context } from '../../../context.ts';
import { SESSION_COOKIE } from '../../../http/admission.ts';
import { LONGEST_SESSION_MS } from './open-session.ts';

const attributes = ({ origin }: Pick<Context, 'origin'>) => `Path=/; HttpOnly; SameSite=Lax${origin?.startsWith('https:') ? '; Secure' : ''}`;

/** The header that sets a session cookie; `Secure` when the site is served over HTTPS. */
export const sessionCookie = (context: Pick<Context, 'origin'>, token: string) => ({
  'set-cookie': `${SESSION_COOKIE}=${token}; Max-Age=${LONGEST_SESSION_MS / 1000}; ${attributes(context)}`,
});

/** The header that removes it. */
export const noSessionCookie = (context: Pick<Context, 'origin'>) => ({ 'set-cookie': `${SESSION_COOKIE}=; Max-Age=0; ${attributes(context)}` });
