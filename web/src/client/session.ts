import * as accounts from '@parindex/core/contracts/accounts';
import { queryOptions } from '@tanstack/react-query';
import { call } from './call.ts';
import { type Answer, isRefusal, type Sent } from './request.ts';

export type Session = Answer<'sessionAnswer'>;
/** After an enrolment: recovery codes too, told this once. */
export type Enrolled = Answer<'enrolledAnswer'>;
export type OwnMembership = Session['memberships'][number];

/** Who is signed in; null where nobody is. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async (): Promise<Session | null> => {
    try {
      return await call(accounts.readSession);
    } catch (error) {
      if (isRefusal(error, 'notSignedIn')) return null;
      throw error;
    }
  },
  staleTime: 60_000,
});

export const signIn = (body: Sent<'signInBody'>) => call(accounts.signIn, { body });
export const signOut = () => call(accounts.signOut);
/** A code, or what a security key signed in its place. */
export const giveSecondFactor = (body: Sent<'secondFactorBody'>) => call(accounts.giveSecondFactor, { body });

/** Proves again who is signed in, before a binding act. */
export const confirmSession = (body: Sent<'confirmationBody'>) => call(accounts.confirmSession, { body });

export const readLink = (token: string) => call(accounts.readLink, { body: { token } });
export const setPassword = (token: string, password: string) => call(accounts.useLink, { body: { token, password } });

/** Offers a new second factor; one offered before is withdrawn. */
export const offerSecondFactor = () => call(accounts.offerSecondFactor);
export const confirmSecondFactor = (body: Sent<'confirmSecondFactorBody'>) => call(accounts.confirmSecondFactor, { body });
