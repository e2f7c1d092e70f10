import * as contracts from '@parindex/core/contracts/survey-answers';
import type { Language } from '@parindex/core/words/language';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { addressOf, call } from '../../../client/call.ts';
import type { Answer } from '../../../client/request.ts';

export type AnswersGroup = Answer<'surveyAnswersFiles'>['groups'][number];
export type AnswersFile = AnswersGroup['files'][number];

/** The files of a closed survey in a language. */
export const answersFilesQuery = (round: string, language: Language) =>
  queryOptions({
    queryKey: ['survey', round, 'answers', language],
    queryFn: () => call(contracts.listAnswersFiles, { params: { round }, query: { language } }),
    staleTime: 0,
    placeholderData: keepPreviousData,
  });

/** The address of what a group has written freely. */
export const freeTextsAddress = (round: string, group: string, language: Language): string =>
  addressOf(contracts.downloadFreeTexts, { params: { round, group }, query: { language } });

/** The address of a file of a group. */
export function answersFileAddress(round: string, group: string, file: AnswersFile['file'], language: Language): string {
  const params = { round, group };
  switch (file) {
    case 'codebook':
      return addressOf(contracts.downloadCodebook, { params });
    case 'syntax':
      return addressOf(contracts.downloadSyntax, { params, query: { language } });
    case 'csv':
    case 'labelled':
    case 'xlsx':
      return addressOf(contracts.exportAnswers, { params, query: { as: file, language } });
  }
}
