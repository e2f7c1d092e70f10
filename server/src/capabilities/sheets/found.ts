import type { Subject } from '@parindex/core/rights/index';
import type { Reading } from '../../db/transaction.ts';
import { type OpenSheet, readSheet } from './open-sheet.ts';
import { findSheetPlaces, findSheetRights, type RightsOfSheet, type SheetPlace } from './queries/sheets.ts';

/** A sheet with what rights depend on. */
export type SheetSubject = Pick<Subject, 'body' | 'roundOwner' | 'domainOwners' | 'departments' | 'calendar'>;

/** A request for a sheet: who, when. */
export interface SheetRequest {
  readonly db: Reading;
  readonly params: { readonly round: string; readonly body: string };
  readonly receivedAt: Date;
}

/** A sheet with what rights depend on at a moment. */
export const subjectOfSheet = ({ body, roundOwner, domainOwners, departments, steps }: RightsOfSheet, moment: Date): SheetSubject => ({
  body,
  roundOwner,
  domainOwners: domainOwners.map((owner) => owner.body),
  departments,
  calendar: { steps, moment },
});

/** The rights on a sheet, without reading it; undefined if there is none. */
export async function findRights({ db, params: { round, body }, receivedAt }: SheetRequest): Promise<{ readonly of: SheetSubject } | undefined> {
  const rights = await findSheetRights(db, round, body);
  return rights && { of: subjectOfSheet(rights, receivedAt) };
}

/** A sheet's round, body and calendar, with what rights on it depend on. */
export interface FoundPlace {
  readonly of: SheetSubject;
  readonly place: SheetPlace;
}

/** A sheet's round, body and calendar, without its contents. */
export async function findPlace({ db, params: { round, body }, receivedAt }: SheetRequest): Promise<FoundPlace | undefined> {
  const [place] = await findSheetPlaces(db, round, body);
  return place && { place, of: subjectOfSheet(place, receivedAt) };
}

/** A body's sheet in a round, with its contents. */
export async function findSheet({ db, params: { round, body }, receivedAt }: SheetRequest): Promise<(OpenSheet & { readonly of: SheetSubject }) | undefined> {
  const found = await readSheet(db, round, body);
  return found && { ...found, of: subjectOfSheet(found.place, receivedAt) };
}
