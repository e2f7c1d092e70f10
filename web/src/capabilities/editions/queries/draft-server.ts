import * as editions from '@parindex/core/contracts/editions';
import { layOntoText } from '@parindex/core/studio/operations/document-text';
import { call } from '../../../client/call.ts';
import type { DraftServer } from '../editor/draft-writing.ts';
import { changeDraft, type EditionTexts } from './editions.ts';

/** Keeps a draft by its whole text: what was done is laid onto it, all else stays as it is written. */
export function draftByText(edition: string, { document, cases }: EditionTexts): DraftServer {
  let text = document;
  return {
    async send({ version, changes }) {
      const next = layOntoText(text, changes);
      const kept = await changeDraft(edition, { document: next, cases, version });
      text = next;
      return { version: kept.version, others: '[]' };
    },
    // Who writes at the same time is told when it is saved.
    look: async () => ({ version: 0, others: '[]' }),
  };
}

export const readDraft = (edition: string) => call(editions.readEdition, { params: { edition } });
