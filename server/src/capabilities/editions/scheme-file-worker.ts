import { type MessagePort, parentPort } from 'node:worker_threads';
import type { Language } from '@parindex/core';
import type { ReadWorkbook } from '@parindex/core/imports/workbook/cells';
import { draftOfTables, previewTables } from './scheme-file.ts';

// Run by read-scheme-file.ts as a worker: takes the tables of a file, returns what was read of them, or a draft.

export type SchemeFileWord = { readonly workbook: ReadWorkbook } & ({ readonly language: Language } | { readonly draft: Parameters<typeof draftOfTables>[1] });

const port = parentPort as MessagePort;
port.on('message', (word: SchemeFileWord) => {
  port.postMessage('draft' in word ? { draft: draftOfTables(word.workbook, word.draft) } : previewTables(word.workbook, word.language));
});
