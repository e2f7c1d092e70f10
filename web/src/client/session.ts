import { queryOptions } from '@tanstack/react-query';
import { type Answer, ask, inPath, isRefusal, type Sent } from './request.ts';

export type Session = Answer<'sessionAnswer'>;
export type Office = Session['memberships'][number];

/** Who is signed in; null where nobody is. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async (): Promise<Session | null> => {
    try {
      return await ask<Session>('GET', '/api/session');
    } catch (error) {
      if (isRefusal(error, 'notSignedIn')) return null;
      throw error;
    }
  },
  staleTime: 60_000,
});

export const signIn = (body: Sent<'signInBody'>) => ask<Session>('POST', '/api/session', { body });
export const signOut = () => ask<void>('DELETE', '/api/session');
export const giveCode = (code: string) => ask<Session>('POST', '/api/session/second-factor', { body: { code } });

export type LinkTold = Answer<'linkAnswer'>;
export const readLink = (token: string) => ask<LinkTold>('GET', `/api/links/${inPath(token)}`);
export const setPassword = (token: string, password: string) => ask<Answer<'linkUsed'>>('POST', `/api/links/${inPath(token)}`, { body: { password } });

/** Offers a new second factor; one offered before is withdrawn. */
export const offerSecondFactor = () => ask<Answer<'secondFactorOffer'>>('POST', '/api/me/second-factor', { body: {} });
export const confirmSecondFactor = (body: Sent<'confirmSecondFactorBody'>) => ask<Session>('PUT', '/api/me/second-factor', { body });
