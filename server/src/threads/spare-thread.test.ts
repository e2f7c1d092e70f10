import { once } from 'node:events';
import { expect, it } from 'vitest';
import { askSpare, askThread, spareThread, TookTooMuch } from './spare-thread.ts';

/** Breaks a moment after it was asked, as one does whose memory comes to an end. */
const BREAKS = `import { parentPort } from 'node:worker_threads';
parentPort.on('message', () => setTimeout(() => { throw new Error('out of memory'); }, 20));`;

it('a thread that breaks after whoever asked has given up ends itself alone, not the server', async () => {
  const threads = spareThread(new URL(`data:text/javascript,${encodeURIComponent(BREAKS)}`));
  const thread = threads.take();
  await once(thread, 'online');
  const ended = new Promise((resolve) => thread.once('exit', resolve));
  await expect(askThread(thread, {}, 'the check', 1)).rejects.toBeInstanceOf(TookTooMuch);
  expect(await ended).toBe(1);
});

/** Gives back what it was told. */
const ECHOES = `import { parentPort } from 'node:worker_threads';
parentPort.on('message', (word) => parentPort.postMessage(word));`;

it('a thread is not taken while it is ended for having been idle', async () => {
  const threads = spareThread(new URL(`data:text/javascript,${encodeURIComponent(ECHOES)}`), undefined, 5);
  // Asked again at every moment about when its idle time runs out.
  for (let wait = 0; wait < 10; wait += 0.25) {
    expect(await askSpare<number>(threads, wait, 'the echo')).toBe(wait);
    const until = performance.now() + wait;
    while (performance.now() < until) await new Promise(setImmediate);
  }
});
