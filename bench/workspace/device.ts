import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';

const MEGABIT = 1_000_000 / 8;

/** How a device is slowed down; null: as fast as this machine is. */
interface Slowness {
  readonly cpu: number;
  readonly latency: number;
  readonly down: number;
  readonly up: number;
}

export interface Device {
  readonly name: string;
  readonly size: { readonly width: number; readonly height: number };
  readonly slow: Slowness | null;
}

/** Lighthouse's slow 4G on a middling phone of some years ago. */
const SLOW: Slowness = { cpu: 4, latency: 150, down: 1.6 * MEGABIT, up: 0.75 * MEGABIT };
const [PHONE_SIZE, DESK_SIZE] = [
  { width: 390, height: 844 },
  { width: 1360, height: 860 },
];

export const SLOW_PHONE: Device = { name: 'slow phone', size: PHONE_SIZE, slow: SLOW };
/** The same pages without brakes: what others are told as a multiple of. */
export const FAST_PHONE: Device = { name: 'unbraked', size: PHONE_SIZE, slow: null };
export const SLOW_DESK: Device = { name: 'slow desk', size: DESK_SIZE, slow: SLOW };
export const FAST_DESK: Device = { name: 'unbraked', size: DESK_SIZE, slow: null };

/** A device of somebody's own, with nothing kept from before. */
export async function takeDevice(browser: Browser, device: Device, cookies: Parameters<BrowserContext['addCookies']>[0] = []): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: device.size, locale: 'vi-VN' });
  await context.addCookies(cookies);
  return context;
}

/** A page on the device, as slow as the device is. */
export async function newPage(context: BrowserContext, { slow }: Device): Promise<{ page: Page; session: CDPSession }> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  if (slow) {
    await session.send('Emulation.setCPUThrottlingRate', { rate: slow.cpu });
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: slow.latency,
      downloadThroughput: slow.down,
      uploadThroughput: slow.up,
    });
  }
  return { page, session };
}
