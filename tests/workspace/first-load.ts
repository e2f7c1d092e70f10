import type { BrowserContext } from 'playwright-core';

/** What one load brought over the wire, in bytes, by kind of resource. */
export type Load = Readonly<Record<string, number>>;

export const bytesOf = (load: Load): number => Object.values(load).reduce((sum, bytes) => sum + bytes, 0);

/** Loads a page until nothing more comes; a browser that has been nowhere before tells the first load. */
export async function loadPage(context: BrowserContext, address: string, ready: string): Promise<Load> {
  const page = await context.newPage();
  const network = await context.newCDPSession(page);
  await network.send('Network.enable');
  const kinds = new Map<string, string>();
  const load: Record<string, number> = {};
  network.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type.toLowerCase()));
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId) ?? 'other';
    load[kind] = (load[kind] ?? 0) + encodedDataLength;
  });
  await page.goto(address);
  await page.locator(ready).first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.close();
  return load;
}
