import * as contracts from '@parindex/core/contracts/survey-mail';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../client/call.ts';
import type { Answer, Sent } from '../../../client/request.ts';

export type SurveyMails = Answer<'surveyMails'>;
export type Mailing = SurveyMails['mailings'][number];
export type Unreached = Answer<'unreachedPeople'>['items'][number];

/** While mails are going, how far they have come is asked for again. */
const GOING_MS = 3_000;

export const mailsQuery = (round: string) =>
  queryOptions({
    queryKey: ['survey', round, 'mails'],
    queryFn: () => call(contracts.readSurveyMails, { params: { round } }),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.mailings.some((mailing) => mailing.state === 'going') ? GOING_MS : false),
  });

export const sendMails = (round: string, body: Sent<'newMailing'>) => call(contracts.sendSurveyMails, { params: { round }, body });

/** Whom mails do not reach: looking at it is recorded, so that it is asked for only where somebody wants to see it. */
export const unreachedQuery = (round: string) =>
  queryOptions({ queryKey: ['survey', round, 'mails', 'unreached'], queryFn: () => call(contracts.listUnreached, { params: { round } }), staleTime: 0 });
