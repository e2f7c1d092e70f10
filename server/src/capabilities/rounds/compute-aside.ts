import { Worker } from 'node:worker_threads';
import type { Scheme } from '@parindex/core';
import type { SheetRow } from '../sheets/queries/sheets.ts';
import type { Computation } from './compute-result.ts';
import type { ComputingWord } from './compute-result-worker.ts';

/** A computation that goes on beside everything else that the process does. */
export interface AsideComputation {
  begin(scheme: Scheme): Promise<void>;
  add(rows: readonly SheetRow[]): Promise<void>;
  finish(): Promise<Computation>;
  /** Ends it, finished or not. */
  end(): void;
}

/** An idle thread is ended after this long, to free its memory; starting one takes most of a second. */
const IDLE_MS = 60_000;

let spare: Worker | undefined;
let idle: NodeJS.Timeout | undefined;

function takeThread(): Worker {
  clearTimeout(idle);
  const thread = spare ?? new Worker(new URL('compute-result-worker.ts', import.meta.url));
  spare = undefined;
  thread.ref();
  return thread;
}

function leaveThread(thread: Worker): void {
  if (spare) return void thread.terminate();
  spare = thread;
  // It must not keep an otherwise finished process running.
  thread.unref();
  thread.once('exit', () => {
    if (spare === thread) spare = undefined;
  });
  idle = setTimeout(() => void thread.terminate(), IDLE_MS).unref();
}

/**
 * Computes a round as `computationOf` does, in a thread of its own: a round of thousands of bodies takes half a minute, in which others
 * are to be served. Rejects where the thread breaks, as for want of memory.
 */
export function computeAside(round: string): AsideComputation {
  const thread = takeThread();
  // Whether it owes an answer, or is broken: then nobody else gets it.
  let busy = false;
  const ask = (word: ComputingWord) =>
    new Promise<Computation | undefined>((resolve, reject) => {
      busy = true;
      const broke = (error?: unknown) => {
        leave();
        reject(error instanceof Error ? error : new Error('the thread that computes a result has ended'));
      };
      const answered = (computed: Computation | undefined) => {
        leave();
        busy = false;
        resolve(computed);
      };
      const leave = () => thread.off('message', answered).off('error', broke).off('exit', broke);
      thread.on('message', answered).on('error', broke).on('exit', broke);
      thread.postMessage(word);
    });
  return {
    async begin(scheme) {
      await ask({ round, scheme });
    },
    async add(rows) {
      await ask({ rows });
    },
    finish: async () => (await ask({ finish: true })) as Computation,
    end: () => (busy ? void thread.terminate() : leaveThread(thread)),
  };
}
