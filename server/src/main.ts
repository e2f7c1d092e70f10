import { readConfig, WrongSetting } from './config.ts';
import { FaultyData } from './data-files.ts';
import { EmbeddedRefused } from './postgres/open.ts';
import { serve } from './serve.ts';

/** Ends the process cleanly at a signal, once. */
function stopAtSignal(stop: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      void stop().then(() => process.exit(0));
    });
  }
}

try {
  const running = await serve(readConfig(process.env), 'sandbox', (text) => console.log(text));
  stopAtSignal(running.stop);
  const what = running.kind === 'sandbox' ? 'ParIndex đang chạy với dữ liệu minh họa (running the sandbox)' : 'ParIndex đang chạy (running)';
  console.log(`${what}. Nhấn Ctrl-C để dừng (to stop).\n${running.address.replace('127.0.0.1', 'localhost')}`);
} catch (error) {
  if (!(error instanceof FaultyData || error instanceof WrongSetting || error instanceof EmbeddedRefused)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
