import * as rounds from '@parindex/core/contracts/rounds';
import * as sheets from '@parindex/core/contracts/sheets';
import { queryOptions } from '@tanstack/react-query';
import { allPages } from '../../../client/all-pages.ts';
import { call } from '../../../client/call.ts';
import type { Answer, Sent } from '../../../client/request.ts';

export type Extension = Answer<'extension'>;
export type Takeover = Answer<'takeover'>;
export type SheetTakeover = Answer<'sheetTakeovers'>['takeovers'][number];

/** The register of extensions, whole. */
export const extensionsQuery = (round: string) =>
  queryOptions({
    queryKey: ['rounds', round, 'extensions'],
    queryFn: () => allPages((page) => call(rounds.listExtensions, { params: { round }, query: page })),
  });
export const grantExtension = (round: string, body: Sent<'newExtension'>) => call(rounds.extendStep, { params: { round }, body });

export const takeoversQuery = (round: string) =>
  queryOptions({
    queryKey: ['rounds', round, 'takeovers'],
    queryFn: async () => (await call(rounds.listTakeovers, { params: { round } })).takeovers,
  });
/** What later editions changed for one sheet. */
export const sheetTakeoversQuery = (round: string, body: string) =>
  queryOptions({
    queryKey: ['rounds', round, 'takeovers', body],
    queryFn: async () => (await call(sheets.readSheetTakeovers, { params: { round, body } })).takeovers,
  });
export const takeOver = (round: string, body: Sent<'newTakeover'>) => call(rounds.takeOver, { params: { round }, body });
