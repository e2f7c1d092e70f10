import type { Context } from '../../../context.ts';
import { SESSION_COOKIE } from '../../../http/admission.ts';
import { termsOf } from './open-session.ts';

/** What a known device keeps. */
export const DEVICE_COOKIE = 'parindex_device';
/** The browser keeps the cookie of a session that has reached its longest time, so that the server can say so; it opens nothing. */
const KEPT_AFTER_S = 24 * 3_600;
/** How long a device is known after its last complete sign-in. */
export const LONGEST_DEVICE_MS = 180 * 24 * 3_600_000;

const attributes = ({ origin }: Pick<Context, 'origin'>, path = '/') => `Path=${path}; HttpOnly; SameSite=Lax${origin?.startsWith('https:') ? '; Secure' : ''}`;

/** The header that sets a session cookie, and what a device has to keep if it is newly known; `Secure` when the site is served over HTTPS. */
export function sessionCookie(context: Pick<Context, 'origin' | 'sessions'>, token: string, device?: string) {
  const session = `${SESSION_COOKIE}=${token}; Max-Age=${termsOf(context).longestHours * 3_600 + KEPT_AFTER_S}; ${attributes(context)}`;
  if (device === undefined) return { 'set-cookie': session };
  return { 'set-cookie': [session, `${DEVICE_COOKIE}=${device}; Max-Age=${LONGEST_DEVICE_MS / 1000}; ${attributes(context, '/api')}`] };
}

/** The header that removes it. */
export const noSessionCookie = (context: Pick<Context, 'origin'>) => ({ 'set-cookie': `${SESSION_COOKIE}=; Max-Age=0; ${attributes(context)}` });
