import { type Answer, ask } from '../../../client/request.ts';
import { sheetPath } from '../../sheets/queries/sheets.ts';

/** The head of a body freezes its sheet as they have seen it. */
export const freezeSheet = (round: string, body: string, base: number) =>
  ask<Answer<'sheetStanding'>>('POST', `${sheetPath(round, body)}/freeze`, { body: { id: crypto.randomUUID(), base } });
