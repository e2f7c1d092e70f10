import * as accounts from '@parindex/core/contracts/accounts';
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { addressOf, call } from '../../../client/call.ts';
import type { Answer, Sent } from '../../../client/request.ts';

export type KeptItem = Answer<'keptData'>['items'][number];
export type OwnSession = Answer<'sessionList'>['items'][number];
export type EndedSession = Answer<'sessionList'>['ended'][number];
export type OwnToken = Answer<'tokenList'>['items'][number];

export const keptDataQuery = queryOptions({ queryKey: ['me', 'data'], queryFn: () => call(accounts.readKeptData) });
/** A file of everything stored about the user. */
export const EXPORT_ADDRESS = addressOf(accounts.exportKeptData);

/** Reloads everything stored about the user. */
export const accountChanged = (client: QueryClient): Promise<void> => client.invalidateQueries({ queryKey: ['me'] });

export const askCorrection = (body: Sent<'correctionBody'>) => call(accounts.requestCorrection, { body });
export const changePassword = (body: Sent<'passwordChange'>) => call(accounts.changePassword, { body });

export const recoveryCodesQuery = queryOptions({ queryKey: ['me', 'recovery-codes'], queryFn: () => call(accounts.readRecoveryCodes) });
export const makeRecoveryCodes = () => call(accounts.makeRecoveryCodes);

export const sessionsQuery = queryOptions({ queryKey: ['me', 'sessions'], queryFn: () => call(accounts.listSessions) });
export const endOtherSessions = () => call(accounts.endAllSessions, { query: { others: 'true' } });
export const endSession = (id: string) => call(accounts.endSession, { params: { id } });

export const tokensQuery = queryOptions({ queryKey: ['me', 'tokens'], queryFn: () => call(accounts.listTokens) });
export const makeToken = (body: Sent<'tokenBody'>) => call(accounts.createToken, { body });
export const revokeToken = (id: string) => call(accounts.revokeToken, { params: { id } });
