import { readConfig } from './config.ts';
import { FaultyData } from './data-files.ts';
import { EmbeddedRefused } from './postgres/open.ts';
import { serve } from './serve.ts';
import { WrongSetting } from './wrong-setting.ts';

const ending = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => ending.abort());

try {
  const running = await serve(readConfig(process.env), 'sandbox', (text) => console.log(text), ending.signal);
  const stop = () => void running.stop().then(() => process.exit(0));
  if (ending.signal.aborted) stop();
  else ending.signal.addEventListener('abort', stop, { once: true });
  const what = running.kind === 'sandbox' ? 'ParIndex đang chạy với dữ liệu minh họa (running the sandbox)' : 'ParIndex đang chạy (running)';
  console.log(`${what}. Nhấn Ctrl-C để dừng (to stop).\n${running.address.replace('127.0.0.1', 'localhost')}`);
} catch (error) {
  // Ended while it started: whatever broke off was meant to.
  if (ending.signal.aborted) process.exit(0);
  if (!(error instanceof FaultyData || error instanceof WrongSetting || error instanceof EmbeddedRefused)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
