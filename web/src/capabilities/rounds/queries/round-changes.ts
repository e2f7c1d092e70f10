import { queryOptions } from '@tanstack/react-query';
import { allPages } from '../../../client/all-pages.ts';
import { type Answer, ask, inPath, type Sent } from '../../../client/request.ts';

export type Extension = Answer<'extension'>;
export type Takeover = Answer<'takeover'>;

const addressOf = (round: string) => `/api/rounds/${inPath(round)}`;

/** The register of extensions, whole. */
export const extensionsQuery = (round: string) =>
  queryOptions({ queryKey: ['rounds', round, 'extensions'], queryFn: () => allPages<Extension>(`${addressOf(round)}/extensions`) });
export const grantExtension = (round: string, body: Sent<'newExtension'>) => ask<Extension>('POST', `${addressOf(round)}/extensions`, { body });

export const takeoversQuery = (round: string) =>
  queryOptions({
    queryKey: ['rounds', round, 'takeovers'],
    queryFn: async () => (await ask<Answer<'takeoverList'>>('GET', `${addressOf(round)}/takeovers`)).takeovers,
  });
export const takeOver = (round: string, body: Sent<'newTakeover'>) => ask<Takeover>('POST', `${addressOf(round)}/takeovers`, { body });
