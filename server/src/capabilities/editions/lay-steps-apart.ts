import { Limiter } from '../../file-inspection/limiter.ts';
import { Problem } from '../../http/problems.ts';
import { askSpare, spareThread, TookTooMuch } from '../../threads/spare-thread.ts';
import type { LaidSteps, StepsWord } from './lay-steps.ts';

/** Saves laid at the same time, and how many may wait. */
const AT_ONCE = 2;
const WAITING = 16;
/** The largest edition takes 1.5 s; what takes longer has too many steps. */
const MOST_MS = 10_000;
const MOST_MEGABYTES = 768;

const limiter = new Limiter(AT_ONCE, WAITING);
const threads = spareThread(new URL('lay-steps-worker.ts', import.meta.url), { maxOldGenerationSizeMb: MOST_MEGABYTES });

const tooMuch = () =>
  new Problem('tooLarge', {
    detail: {
      vi: 'Lần lưu này có quá nhiều thay đổi; đề nghị lưu thành nhiều lần. Chưa có gì được lưu.',
      en: 'This save has too many changes; save them in several parts. Nothing was kept.',
    },
  });

async function askAside(word: StepsWord, within: number): Promise<LaidSteps> {
  try {
    return await askSpare<LaidSteps>(threads, word, 'the writer of drafts', within);
  } catch (error) {
    throw error instanceof TookTooMuch ? tooMuch() : error;
  }
}

/** Lays steps beside the server, which does not wait for it. */
export async function layStepsApart(word: StepsWord, within = MOST_MS): Promise<LaidSteps> {
  const laid = await limiter.take(() => askAside(word, within));
  if (laid === undefined) throw new Problem('notReady');
  return laid;
}
