import * as ranking from '@parindex/core/contracts/ranking';
import type { TextsShown } from '@parindex/core/round/texts-to-publish';
import { infiniteQueryOptions, type QueryClient } from '@tanstack/react-query';
import { call, callForFile } from '../../../client/call.ts';
import type { Answer, Sent } from '../../../client/request.ts';

export type TextToPublish = Answer<'textToPublish'>;

const keyOf = (round: string) => ['ranking', round, 'texts'] as const;

/** Reasons and explanations of a closed round, page by page. */
export const textsToPublishQuery = (round: string, show: TextsShown) =>
  infiniteQueryOptions({
    queryKey: [...keyOf(round), show],
    queryFn: ({ pageParam, signal }) => call(ranking.listTextsToPublish, { params: { round }, query: { show, after: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export const maskText = (round: string, { id, body }: TextToPublish, mask: Sent<'maskOfText'>) =>
  call(ranking.maskText, { params: { round, body: body.id, text: id }, body: mask });

export const textMasked = (client: QueryClient, round: string) => client.invalidateQueries({ queryKey: keyOf(round) });

/** All of them as they are given out, as XLSX. */
export const fetchTextsToPublish = (round: string): Promise<Blob> => callForFile(ranking.downloadTextsToPublish, { params: { round } });
