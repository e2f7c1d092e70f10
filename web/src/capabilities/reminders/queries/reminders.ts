import * as progress from '@parindex/core/contracts/progress';
import * as reminders from '@parindex/core/contracts/reminders';
import { queryOptions } from '@tanstack/react-query';
import { call, callForFile } from '../../../client/call.ts';
import type { Answer, Sent } from '../../../client/request.ts';

export type Reminder = Answer<'reminderList'>['items'][number];
export type WaitingMail = Answer<'mailQueueAnswer'>['items'][number];
export type OverdueLetter = Answer<'overdueLettersAnswer'>;

/** The user's recent reminders. */
export const remindersQuery = queryOptions({ queryKey: ['me', 'reminders'], queryFn: () => call(reminders.listReminders) });
export const markRemindersRead = (ids: readonly string[]) => call(reminders.markRemindersRead, { body: { ids } });

/** Whether the user's calendar has an address. */
export const calendarQuery = queryOptions({ queryKey: ['me', 'calendar'], queryFn: () => call(reminders.readCalendarFeed) });
/** Creates the address, which is shown only once. */
export const makeCalendar = () => call(reminders.createCalendarFeed);
export const revokeCalendar = () => call(reminders.revokeCalendarFeed);

/** Mails that have not gone; for administrators of the whole installation. */
export const mailQueueQuery = queryOptions({ queryKey: ['operation', 'mails'], queryFn: () => call(reminders.listMails) });
export const decideMails = (mails: readonly string[], decision: Sent<'mailDecision'>['decision']) => call(reminders.decideMails, { body: { mails, decision } });

/** Who has not ended the self-assessment; for owners of the round. */
export const overdueLettersQuery = (round: string) =>
  queryOptions({ queryKey: ['rounds', round, 'urging'], queryFn: () => call(progress.listOverdue, { params: { round } }) });
/** The overdue letter to these bodies, signed and distributed as chosen. */
export const fetchLetter = (round: string, body: Sent<'newOverdueLetter'>): Promise<Blob> =>
  callForFile(progress.makeOverdueLetter, { params: { round }, body });
