import * as editions from '@parindex/core/contracts/editions';
import * as changes from '@parindex/core/contracts/editions-changes';
import { call } from '../../../client/call.ts';
import type { DraftServer } from '../editor/draft-writing.ts';

/** Where what is done to a draft is kept, and what others do is told. */
export const draftServer = (edition: string): DraftServer => ({
  send: ({ id, version, steps }) => call(changes.changeDraft, { params: { edition }, body: { id, version, steps } }),
  look: (since) => call(changes.readDraftChanges, { params: { edition }, query: { since } }),
});

export const readDraft = (edition: string) => call(editions.readEdition, { params: { edition } });
