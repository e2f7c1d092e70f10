import { chromiumFile } from './chromium.ts';

/** Has the Chromium that came with the packages unpacked once, before several processes want it at the same time. */
export async function setup(): Promise<void> {
  await chromiumFile();
}
