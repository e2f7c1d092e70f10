import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { type Answer, ask, inPath, type Sent } from '../../../client/request.ts';

export type KeptItem = Answer<'keptData'>['items'][number];
export type OwnSession = Answer<'sessionList'>['items'][number];
export type OwnToken = Answer<'tokenList'>['items'][number];

export const keptDataQuery = queryOptions({ queryKey: ['me', 'data'], queryFn: () => ask<Answer<'keptData'>>('GET', '/api/me') });
/** A file of all that is kept on whoever asks. */
export const EXPORT_ADDRESS = '/api/me/export';

/** Reads anew whatever is kept on whoever is signed in. */
export const accountChanged = (client: QueryClient): Promise<void> => client.invalidateQueries({ queryKey: ['me'] });

export const askCorrection = (body: Sent<'correctionBody'>) => ask<void>('POST', '/api/me/corrections', { body });
export const changePassword = (body: Sent<'passwordChange'>) => ask<void>('PUT', '/api/me/password', { body });

export const sessionsQuery = queryOptions({ queryKey: ['me', 'sessions'], queryFn: () => ask<Answer<'sessionList'>>('GET', '/api/me/sessions') });
export const endSession = (id: string) => ask<void>('DELETE', `/api/me/sessions/${inPath(id)}`);

export const tokensQuery = queryOptions({ queryKey: ['me', 'tokens'], queryFn: () => ask<Answer<'tokenList'>>('GET', '/api/me/tokens') });
export const makeToken = (body: Sent<'tokenBody'>) => ask<Answer<'madeToken'>>('POST', '/api/me/tokens', { body });
export const revokeToken = (id: string) => ask<void>('DELETE', `/api/me/tokens/${inPath(id)}`);
