import type { Scheme } from '@parindex/core';
import { askThread, spareThread } from '../../threads/spare-thread.ts';
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

const threads = spareThread(new URL('compute-result-worker.ts', import.meta.url));

/**
 * Computes a round as `computationOf` does, in a thread of its own: a round of thousands of bodies takes half a minute, in which others
 * are to be served. Rejects where the thread breaks, as for want of memory.
 */
export function computeAside(round: string): AsideComputation {
  const thread = threads.take();
  // Whether it owes an answer, or is broken: then nobody else gets it.
  let busy = false;
  const ask = async (word: ComputingWord) => {
    busy = true;
    const computed = await askThread<Computation | undefined>(thread, word, 'the thread that computes a result');
    busy = false;
    return computed;
  };
  return {
    async begin(scheme) {
      await ask({ round, scheme });
    },
    async add(rows) {
      await ask({ rows });
    },
    finish: async () => (await ask({ finish: true })) as Computation,
    end: () => (busy ? void thread.terminate() : threads.leave(thread)),
  };
}
