import { once } from 'node:events';
import { texts } from '@parindex/core/words/texts';
import { serve } from '@parindex/server/serve';
import { withConfig } from '../installation.ts';
import { DONE, type ExitCode, type Terminal } from '../terminal.ts';

const SAYS = texts({
  running: {
    vi: (address: string) => `ParIndex đang chạy. Nhấn Ctrl-C để dừng.\n${address}`,
    en: (address: string) => `ParIndex is running. Press Ctrl-C to stop.\n${address}`,
  },
});

/** Serves from the real database until it is told to stop. */
export async function run(_args: readonly string[], _options: Readonly<Record<string, string | undefined>>, terminal: Terminal): Promise<ExitCode> {
  const ending = new AbortController();
  const ended = once(ending.signal, 'abort');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => ending.abort());
  try {
    const running = await withConfig(terminal, (config) => serve(config, 'real', (text) => terminal.say(`${text}\n`), ending.signal));
    await terminal.write(`${SAYS[terminal.language].running(running.address.replace('127.0.0.1', 'localhost'))}\n`);
    if (!ending.signal.aborted) await ended;
    await running.stop();
  } catch (error) {
    // Ended while it started: whatever broke off was meant to.
    if (!ending.signal.aborted) throw error;
  }
  return DONE;
}
