import { ANY_FILE, CSV, XLSX } from '@parindex/core/contracts/media-types';
import * as survey from '@parindex/core/contracts/survey';
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { call, callForFile } from '../../../client/call.ts';
import type { Answer, Sent } from '../../../client/request.ts';

export type Survey = Answer<'surveyAnswer'>;
export type SurveyBody = Survey['bodies'][number];
export type RespondentList = Answer<'respondentList'>;
export type RespondentListed = RespondentList['items'][number];
export type RespondentsRead = Answer<'respondentsRead'>;

export const surveyQuery = (round: string) =>
  queryOptions({ queryKey: ['survey', round], queryFn: () => call(survey.readSurvey, { params: { round } }), staleTime: 0 });

/** Whom a body has listed: looking at it is recorded, so that it is asked for only where somebody wants to see it. */
export const respondentsQuery = (round: string, body: string) =>
  queryOptions({ queryKey: ['survey', round, 'respondents', body], queryFn: () => call(survey.listRespondents, { params: { round, body } }) });

export const openSurvey = (round: string, threshold: number) => call(survey.openSurvey, { params: { round }, body: { threshold } });

export const fetchRespondentForm = (round: string): Promise<Blob> => callForFile(survey.downloadRespondentForm, { params: { round } });

/** The letter that asks a body, or all, for their lists. */
export const fetchListLetter = (
  round: string,
  query: { readonly body: string | undefined; readonly until: string | undefined; readonly format: 'pdf' | 'docx' },
): Promise<Blob> => callForFile(survey.readListLetter, { params: { round }, query });

/** Sends a list; `preview`: only to be read. */
export const sendRespondents = (round: string, body: string, file: File, group: string | undefined, preview: boolean): Promise<RespondentsRead> =>
  call(survey.bringRespondents, {
    params: { round, body },
    query: { group, preview: preview ? 'true' : 'false' },
    file: { content: file, type: /\.xlsx$/i.test(file.name) ? XLSX : CSV },
  });

/** The document by which a body stands for its list as it is, to be signed. */
export const fetchListConfirmation = (round: string, body: string, format: 'pdf' | 'docx'): Promise<Blob> =>
  callForFile(survey.readListConfirmation, { params: { round, body }, query: { format } });

/** A body stands for its list by a document; its scanned copy goes with it. */
export const confirmRespondents = (round: string, body: string, file: File, document: Omit<Sent<'listConfirmation'>, 'name'>) =>
  call(survey.confirmRespondents, { params: { round, body }, query: { ...document, name: file.name }, file: { content: file, type: ANY_FILE } });

export const replaceRespondent = (round: string, body: string, respondent: string, next: Sent<'newReplacement'>) =>
  call(survey.replaceRespondent, { params: { round, body, respondent }, body: next });

/** As what links are told, and for whom. */
export interface LinksWanted {
  readonly body: string | undefined;
  readonly group: string | undefined;
  readonly as: 'xlsx' | 'docx' | 'pdf';
  readonly only: 'missing' | 'unanswered';
}

export const makeLinks = (round: string, { body, group, as, only }: LinksWanted): Promise<Blob> =>
  callForFile(survey.makeSurveyLinks, {
    params: { round },
    query: { only, ...(as === 'xlsx' ? { as: 'list', format: undefined } : { as: 'letters', format: as }) },
    body: { ...(body === undefined ? {} : { body }), ...(group === undefined ? {} : { group }) },
  });

/** After whatever changed a list or its links: how the survey goes, and the lists that are looked at. */
export const surveyChanged = (client: QueryClient, round: string): Promise<void> => client.invalidateQueries({ queryKey: ['survey', round] });
