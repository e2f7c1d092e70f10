import { createApp } from '../server/src/app.ts';
import { loadLibrary } from '../server/src/capabilities/results/library.ts';
import { launchChromium } from '../tests/chromium.ts';

/** What a browser receives for the front page, in bytes on the wire. */
export async function firstPageBytes(): Promise<number> {
  const root = new URL('..', import.meta.url).pathname;
  const app = await createApp(
    root,
    loadLibrary(root, () => {}),
  );
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    const network = await page.context().newCDPSession(page);
    await network.send('Network.enable');
    let bytes = 0;
    network.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await page.goto(address, { waitUntil: 'networkidle' });
    return bytes;
  } finally {
    await browser.close();
    await app.close();
  }
}
