import * as accounts from '@parindex/core/contracts/accounts';
import { queryOptions } from '@tanstack/react-query';
import { call } from './call.ts';
import { type Answer, isRefusal, type Sent } from './request.ts';

export type Session = Answer<'sessionAnswer'>;
/** After an enrolment: recovery codes too, told this once. */
export type Enrolled = Answer<'enrolledAnswer'>;
export type OwnMembership = Session['memberships'][number];

/** Who is signed in; null where nobody is. */
export async function readSession(): Promise<Session | null> {
  try {
    return await call(accounts.readSession);
  } catch (error) {
    if (isRefusal(error, 'notSignedIn')) return null;
    throw error;
  }
}

export const sessionQuery = queryOptions({ queryKey: ['session'], queryFn: readSession, staleTime: 60_000 });

/** Why the session that this browser held has ended; asked anew each time, as it is of the last one. */
export const sessionEndQuery = queryOptions({ queryKey: ['session', 'end'], queryFn: () => call(accounts.readSessionEnd), gcTime: 0 });

export const signIn = (body: Sent<'signInBody'>) => call(accounts.signIn, { body });
export const signOut = () => call(accounts.signOut);
