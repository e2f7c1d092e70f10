import * as calendar from '@parindex/core/contracts/calendar';
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { call } from '../../../client/call.ts';
import type { Answer, Sent } from '../../../client/request.ts';

export type DaysOff = Answer<'daysOffAnswer'>;
export type DayOff = DaysOff['days'][number];

/** The days off of a year, with the version of the list. */
export const daysOffQuery = (year: number) => queryOptions({ queryKey: ['days-off', year], queryFn: () => call(calendar.readDaysOff, { query: { year } }) });
export const setDaysOff = (body: Sent<'daysOffList'>) => call(calendar.replaceDaysOff, { body });

/** Keeps what a write answered; calendars are judged by it. */
export function daysOffAnswered(client: QueryClient, answer: DaysOff): void {
  client.setQueryData(daysOffQuery(answer.year).queryKey, answer);
  void client.invalidateQueries({ queryKey: ['rounds'] });
}
