import { queryOptions } from '@tanstack/react-query';
import { type Answer, ask, askFile, inPath, type Sent } from '../../../client/request.ts';

export type Reminder = Answer<'reminderList'>['items'][number];
export type WaitingMail = Answer<'outboxAnswer'>['items'][number];
export type Urging = Answer<'urgingAnswer'>;

/** What I was reminded of lately. */
export const remindersQuery = queryOptions({ queryKey: ['me', 'reminders'], queryFn: () => ask<Answer<'reminderList'>>('GET', '/api/me/reminders') });
export const markRemindersRead = (ids: readonly string[]) => ask<void>('POST', '/api/me/reminders/read', { body: { ids } });

/** Whether my calendar has an address. */
export const calendarQuery = queryOptions({ queryKey: ['me', 'calendar'], queryFn: () => ask<Answer<'calendarState'>>('GET', '/api/me/calendar') });
/** Makes the address, told this once. */
export const makeCalendar = () => ask<Answer<'madeCalendar'>>('POST', '/api/me/calendar');
export const revokeCalendar = () => ask<void>('DELETE', '/api/me/calendar');

/** Mails that have not gone; for administrators of the whole installation. */
export const outboxQuery = queryOptions({ queryKey: ['operation', 'mails'], queryFn: () => ask<Answer<'outboxAnswer'>>('GET', '/api/operation/mails') });
export const decideMails = (mails: readonly string[], decision: Sent<'mailDecision'>['decision']) =>
  ask<void>('POST', '/api/operation/mails', { body: { mails, decision } });

const urgingAddress = (round: string) => `/api/rounds/${inPath(round)}/urging`;
/** Who has not ended the self-assessment; for owners of the round. */
export const urgingQuery = (round: string) => queryOptions({ queryKey: ['rounds', round, 'urging'], queryFn: () => ask<Urging>('GET', urgingAddress(round)) });
/** The letter of urging to these bodies, as DOCX. */
export const fetchLetter = (round: string, bodies: readonly string[]): Promise<Blob> => askFile(urgingAddress(round), { bodies });
