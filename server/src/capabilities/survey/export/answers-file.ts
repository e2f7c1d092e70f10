import type { AnsweredBody } from '@parindex/core/survey/export/index';
import type pg from 'pg';
import type { Clock } from '../../../clock.ts';
import { inTransaction, type Writing } from '../../../db/transaction.ts';
import { Limiter } from '../../../file-inspection/limiter.ts';
import { Problem } from '../../../http/problems.ts';
import { askThread, spareThread } from '../../../threads/spare-thread.ts';
import type { AnswersWanted, AnswersWord, EndedAnswers } from './answers-thread.ts';

/** Files made at the same time, as each has a thread and a connection of its own; and how many may be asked for. */
const AT_ONCE = 2;
const MOST_ASKED = 20;
/** What a part takes; where it takes longer, the thread is stuck. */
const MOST_MS = 60_000;

/**
 * Answers are read and lines made of them in a thread with little memory, so that what they leave behind is cleared away at once and given back at the end, and
 * nobody else's request waits for it.
 */
const threads = spareThread(new URL('answers-thread.ts', import.meta.url), { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 8 });
const turns = new Limiter(AT_ONCE, MOST_ASKED);
let asked = 0;

/** Rights ended while it was sent: the file breaks off rather than end as if it were whole. */
class AnswersIncomplete extends Error {
  constructor({ round, group }: AnswersRequest, found: number, expected: number) {
    super(`answers of ${group} in ${round}: ${found} of ${expected}`);
  }
}

export interface AnswersRequest extends Omit<AnswersWanted, 'names' | 'url'> {
  readonly pool: pg.Pool;
  readonly clock: Clock;
  readonly bodies: readonly AnsweredBody[];
  /** Tells that the file is whole, before its end is sent. */
  readonly made: (db: Writing, at: Date, file: { readonly rows: number; readonly bytes: number; readonly sha256: string }) => Promise<void>;
}

/** Refuses where too many files wait to be made. */
export function refuseTooMany(): void {
  if (asked >= MOST_ASKED) throw new Problem('notReady', { detail: BUSY });
}

const BUSY = {
  vi: 'Máy chủ đang lập các tệp dữ liệu trả lời khác; đề nghị tải lại sau ít phút.',
  en: 'Other files of answers are being made; please try again in some minutes.',
};

/**
 * A group's answers as a file, one line a response, in the order of bodies and of ids that were made by chance: the same request gives the same bytes, a part at
 * a time as they are taken. Only with its end are its count and hash known: they are told to the trail before the end is sent.
 */
export async function* answersFile(request: AnswersRequest): AsyncGenerator<Uint8Array> {
  asked += 1;
  const [begun, ended] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  void turns.take(() => {
    begun.resolve();
    return ended.promise;
  });
  try {
    await begun.promise;
    yield* inTurn(request);
  } finally {
    asked -= 1;
    ended.resolve();
  }
}

async function* inTurn(request: AnswersRequest): AsyncGenerator<Uint8Array> {
  const { pool, clock, made, bodies, ...wanted } = request;
  const { account, credentials } = wanted;
  const expected = bodies.reduce((sum, { responses }) => sum + responses, 0);
  const thread = threads.take();
  const ask = <Answer>(word: AnswersWord) => askThread<Answer>(thread, word, 'the writer of answers', MOST_MS);
  let whole = false;
  try {
    const names = new Map(bodies.map(({ id, name }) => [id, name]));
    yield await ask<Uint8Array>({ begin: { ...wanted, names, url: pool.options.connectionString as string } });
    for (;;) {
      const part = await ask<Uint8Array | EndedAnswers>({ next: clock.now() });
      if ('last' in part) {
        const { last, rows, bytes, sha256 } = part;
        if (rows !== expected) throw new AnswersIncomplete(request, rows, expected);
        const at = clock.now();
        await inTransaction(pool, credentials, at, true, async (db, who) => {
          if (who?.account !== account) throw new AnswersIncomplete(request, rows, expected);
          await made(db, at, { rows, bytes, sha256 });
        });
        whole = true;
        yield last;
        return;
      }
      if (part.length > 0) yield part;
    }
  } finally {
    if (whole) threads.leave(thread);
    else void thread.terminate();
  }
}
