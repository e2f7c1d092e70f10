import { type MessagePort, parentPort } from 'node:worker_threads';
import type { Scheme } from '@parindex/core';
import type { SheetRow } from '../sheets/queries/sheets.ts';
import { type Computation, computationOf } from './compute-result.ts';

// Run by compute-aside.ts as a worker: takes a round's scheme, then its sheets some at a time, and answers each of them; asked to finish, it answers with what was computed.

/** What it is told, in this order. */
export type ComputingWord = { readonly round: string; readonly scheme: Scheme } | { readonly rows: readonly SheetRow[] } | { readonly finish: true };

const port = parentPort as MessagePort;
let computation: ReturnType<typeof computationOf> | undefined;

port.on('message', (word: ComputingWord) => {
  let computed: Computation | undefined;
  if ('scheme' in word) computation = computationOf(word.round, word.scheme);
  else if ('rows' in word) computation?.add(word.rows);
  else {
    computed = computation?.finish();
    computation = undefined;
  }
  port.postMessage(computed);
});
