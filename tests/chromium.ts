import { existsSync } from 'node:fs';
import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/** A Chromium that the machine has, else the one that came with the packages. */
const INSTALLED = ['/usr/bin/chromium', '/usr/bin/google-chrome'];

/** Starts a real Chromium. Flags keep it from looking for hosts outside. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = INSTALLED.find(existsSync) ?? (await sparticuz.executablePath());
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-sync',
      '--disable-component-update',
      '--disable-background-networking',
    ],
  });
}
