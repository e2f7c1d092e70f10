import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/** A Chromium that the machine has, else the one that came with the packages. */
const INSTALLED = ['/usr/bin/chromium', '/usr/bin/google-chrome'];

/** Flags that keep it from looking for hosts outside. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-sync',
  '--disable-component-update',
  '--disable-background-networking',
];

/** Where it lies; unpacked where that has not been done. */
export const chromiumFile = async (): Promise<string> => INSTALLED.find(existsSync) ?? (await sparticuz.executablePath());

/** Starts a real Chromium. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: await chromiumFile(), args: FLAGS });
}

let shared: Promise<Browser> | undefined;

/** The one that all stories of a process use, each in contexts of its own; it ends with the process. */
export async function sharedChromium(): Promise<Browser> {
  if (!(await shared)?.isConnected()) shared = launchChromium();
  return shared as Promise<Browser>;
}

export interface KillableChromium {
  readonly browser: Browser;
  /** Ends the browser and all its processes at once, as when the power of a desk goes. */
  kill(): Promise<void>;
}

/** Starts a Chromium on a profile that outlives it. */
export async function launchOnProfile(profile: string): Promise<KillableChromium> {
  const told = path.join(profile, 'DevToolsActivePort');
  await rm(told, { force: true });
  // A group of its own, so that no part of it survives.
  const started = spawn(await chromiumFile(), [...FLAGS, '--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'], {
    detached: true,
    stdio: 'ignore',
  });
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${await portIn(told, started)}`);
  return {
    browser,
    async kill() {
      if (started.exitCode !== null || started.signalCode !== null) return;
      const gone = new Promise((resolve) => started.once('exit', resolve));
      process.kill(-(started.pid as number), 'SIGKILL');
      await gone;
      await browser.close().catch(() => undefined);
    },
  };
}

async function portIn(file: string, started: ChildProcess): Promise<string> {
  for (let waited = 0; waited < 15_000; waited += 50) {
    const [port] = (await readFile(file, 'utf8').catch(() => '')).split('\n');
    if (port) return port;
    if (started.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('Chromium did not tell its port');
}
