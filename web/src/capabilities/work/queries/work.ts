import { readWork } from '@parindex/core/contracts/work';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../../client/call.ts';
import type { Answer } from '../../../client/request.ts';

type WorkAnswer = Answer<'workAnswer'>;
export type Work = WorkAnswer['items'][number];
export type Task = WorkAnswer['tasks'][number];

/** What waits for the user, and their rounds. */
export const workQuery = queryOptions({ queryKey: ['work'], queryFn: () => call(readWork) });
