import { counts } from '@parindex/core/ledger/part';
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { type Answer, ask, type Sent } from '../../../client/request.ts';
import { type LibraryKey, sheetAddress } from '../../evidence/queries/documents.ts';
import { type SheetPart, sheetQuery } from '../../sheets/queries/sheets.ts';
import { workQuery } from './work.ts';

export type Assignments = Answer<'assignmentList'>;
export type Assignment = Assignments['assignments'][number];
export type Department = Assignments['departments'][number];
export type Chain = Assignments['chain'];
export type PartDecision = Sent<'newPartDecision'>;
export type LoadItem = Answer<'loadAnswer'>['items'][number];

/** Whether a part counts: it was approved, and not returned since. */
export const isApproved = (standing: SheetPart['standing']): boolean => counts(standing === null ? undefined : { standing });

const address = (sheet: LibraryKey) => `${sheetAddress(sheet)}/assignments`;

/** What of a sheet is given to whom, and the body's chain of approval. */
export const assignmentsQuery = (sheet: LibraryKey) =>
  queryOptions({ queryKey: ['assignments', sheet.round, sheet.body], queryFn: () => ask<Assignments>('GET', address(sheet)), refetchOnWindowFocus: true });

/** What departments of mine have in hand, over all open rounds. */
export const loadQuery = queryOptions({ queryKey: ['load'], queryFn: () => ask<Answer<'loadAnswer'>>('GET', '/api/me/parts'), refetchOnWindowFocus: true });

export const giveParts = (sheet: LibraryKey, body: Sent<'newAssignments'>) => ask<undefined>('POST', address(sheet), { body });
export const takePartsBack = (sheet: LibraryKey, ids: readonly string[]) =>
  ask<undefined>('POST', `${address(sheet)}/withdrawal`, { body: { ids: [...ids] } satisfies Sent<'endedAssignments'> });
export const setChain = (sheet: LibraryKey, body: Sent<'approvalChain'>) => ask<undefined>('PUT', `${address(sheet)}/chain`, { body });
export const decideParts = (sheet: LibraryKey, decisions: readonly PartDecision[]) =>
  ask<Answer<'savedAnswer'>>('POST', `${sheetAddress(sheet)}/decisions`, { body: { decisions: [...decisions] } });

/** Reads anew what hangs on whose hands the parts of a sheet are in, and on how far they have come. */
export const partsChanged = (client: QueryClient, { round, body }: LibraryKey): Promise<unknown> =>
  Promise.all(
    [sheetQuery(round, body).queryKey, ['assignments', round, body], ['review', round, body], loadQuery.queryKey, workQuery.queryKey].map((queryKey) =>
      client.invalidateQueries({ queryKey }),
    ),
  );
