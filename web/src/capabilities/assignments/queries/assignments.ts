import * as assignments from '@parindex/core/contracts/assignments';
import { reviewProposals } from '@parindex/core/contracts/review';
import { counts } from '@parindex/core/ledger/part';
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { call } from '../../../client/call.ts';
import type { Answer, Sent } from '../../../client/request.ts';
import type { SheetKey } from '../../../client/sheet.ts';
import { type SheetPart, sheetQuery } from '../../../client/sheet.ts';
import { workQuery } from '../../work/queries/work.ts';

export type Assignments = Answer<'assignmentList'>;
export type Assignment = Assignments['assignments'][number];
export type Department = Assignments['departments'][number];
export type Chain = Assignments['chain'];
export type PartDecision = Sent<'newPartDecision'>;
export type PartSubmission = Sent<'newPartSubmissions'>['submissions'][number];
export type LoadItem = Answer<'loadAnswer'>['items'][number];

/** Whether a part counts: approved, and not returned since. */
export const isApproved = (standing: SheetPart['standing']): boolean => counts(standing === null ? undefined : { standing });

/** The assignments of a sheet, and the body's chain of approval. */
export const assignmentsQuery = (sheet: SheetKey) =>
  queryOptions({
    queryKey: ['assignments', sheet.round, sheet.body],
    queryFn: () => call(assignments.listAssignments, { params: sheet }),
    refetchOnWindowFocus: true,
  });

/** Everything assigned to the user's departments in open rounds. */
export const loadQuery = queryOptions({ queryKey: ['load'], queryFn: () => call(assignments.readLoad), refetchOnWindowFocus: true });

export const giveParts = (sheet: SheetKey, body: Sent<'newAssignments'>) => call(assignments.assign, { params: sheet, body });
export const takePartsBack = (sheet: SheetKey, ids: readonly string[]) => call(assignments.withdrawAssignments, { params: sheet, body: { ids } });
export const setChain = (sheet: SheetKey, body: Sent<'approvalChain'>) => call(assignments.setApprovalChain, { params: sheet, body });
export const decideParts = (sheet: SheetKey, decisions: readonly PartDecision[]) => call(assignments.decideProposals, { params: sheet, body: { decisions } });

export const submitParts = (sheet: SheetKey, submissions: readonly PartSubmission[]) =>
  call(assignments.submitParts, { params: sheet, body: { submissions: [...submissions] } });

/** What the check says of what departments propose, as if it were approved. */
export const proposalsReviewQuery = (sheet: SheetKey, seq: number) =>
  queryOptions({
    queryKey: ['review', sheet.round, sheet.body, 'proposals', seq],
    queryFn: () => call(reviewProposals, { params: sheet }),
  });

/** Reloads what depends on assignments and on the state of parts. */
export const partsChanged = (client: QueryClient, { round, body }: SheetKey): Promise<unknown> =>
  Promise.all(
    [sheetQuery(round, body).queryKey, ['assignments', round, body], ['review', round, body], loadQuery.queryKey, workQuery.queryKey].map((queryKey) =>
      client.invalidateQueries({ queryKey }),
    ),
  );
