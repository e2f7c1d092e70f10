import * as contracts from '@parindex/core/contracts/editions-questionnaires';
import type { Questionnaire } from '@parindex/core/survey/questionnaire/types';
import type { Language } from '@parindex/core/words/language';
import { queryOptions } from '@tanstack/react-query';
import { addressOf, call, callForFile } from '../../../client/call.ts';
import type { Answer } from '../../../client/request.ts';

export type QuestionnaireRow = Answer<'questionnaireList'>['items'][number];
export type QuestionnaireTie = QuestionnaireRow['ties'][number];

/** The forms beside an edition; it answers in the language of who asks. */
export const questionnairesQuery = (edition: string, language: Language) =>
  queryOptions({
    queryKey: ['editions', edition, 'questionnaires', language],
    queryFn: async () => (await call(contracts.listQuestionnaires, { params: { edition } })).items,
  });

/** A form as it is by its hash, read once. */
export const questionnaireQuery = (edition: string, group: string, hash: string) =>
  queryOptions({
    queryKey: ['editions', edition, 'questionnaire', group, hash],
    queryFn: async () => (await call(contracts.readQuestionnaire, { params: { edition, group } })) as unknown as Questionnaire,
    staleTime: Number.POSITIVE_INFINITY,
  });

/** A form on paper, in the language in which it is shown. */
export const takeQuestionnaire = (edition: string, group: string, language: Language, as: 'docx' | 'pdf') =>
  callForFile(contracts.printQuestionnaire, { params: { edition, group }, query: { as, language } });

/** The same as a page to be printed by the browser. */
export const questionnairePageAddress = (edition: string, group: string, language: Language): string =>
  addressOf(contracts.printQuestionnaire, { params: { edition, group }, query: { as: 'html', language } });
