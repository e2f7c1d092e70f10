import * as submissions from '@parindex/core/contracts/submissions';
import { call } from '../../../client/call.ts';

/** The head of a body freezes its sheet in the version they have seen. */
export const freezeSheet = (round: string, body: string, base: number) =>
  call(submissions.freezeSheet, { params: { round, body }, body: { id: crypto.randomUUID(), base } });
