import * as improvement from '@parindex/core/contracts/improvement';
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { call, callForFile } from '../../../client/call.ts';
import type { Answer, Sent } from '../../../client/request.ts';
import type { SheetKey } from '../../../client/sheet.ts';

export type ImprovementTasks = Answer<'improvementTasks'>;
export type ImprovementTask = ImprovementTasks['tasks'][number];
export type SentTask = Sent<'setTasks'>['tasks'][number];

const keyOf = ({ round, body }: SheetKey) => ['improvement', round, body] as const;

/** What a body does about the points that it lost: of a round, and of the one before. */
export const improvementQuery = (sheet: SheetKey) =>
  queryOptions({ queryKey: keyOf(sheet), queryFn: () => call(improvement.readImprovementTasks, { params: { round: sheet.round, body: sheet.body } }) });

export const setTasks = ({ round, body }: SheetKey, tasks: readonly SentTask[]) =>
  call(improvement.setImprovementTasks, { params: { round, body }, body: { tasks: [...tasks] } });

/** What stands is shown at once; what waits is read anew. */
export async function tasksSet(client: QueryClient, sheet: SheetKey): Promise<void> {
  await Promise.all([client.invalidateQueries({ queryKey: keyOf(sheet) }), client.invalidateQueries({ queryKey: ['work'] })]);
}

/** The draft plan by which a body mends what cost it points. */
export const fetchImprovementPlan = ({ round, body }: SheetKey, format: 'pdf' | 'docx'): Promise<Blob> =>
  callForFile(improvement.downloadImprovementPlan, { params: { round, body }, query: { format } });
