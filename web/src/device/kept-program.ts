const WORKER = '/lam-viec/service-worker.js';
const FILES = '/lam-viec/assets/';

/** How long a page is left alone before its program is kept, in milliseconds: what is asked for comes first. */
const AFTER = 3_000;

/** Has the browser keep the program, so that it comes without a line too. Where a browser cannot, nothing is lost but that. */
export function keepProgram(): void {
  if (!('serviceWorker' in navigator) || !isSecureContext) return;
  setTimeout(() => void keep().catch(() => undefined), AFTER);
}

async function keep(): Promise<void> {
  await navigator.serviceWorker.register(WORKER, { scope: '/lam-viec' });
  const { active } = await navigator.serviceWorker.ready;
  // The last one bears the program itself, and so another name in each release.
  const entry = [...document.querySelectorAll<HTMLScriptElement>('script[type="module"]')].at(-1)?.src;
  const loaded = performance.getEntriesByType('resource').flatMap(({ name }) => (new URL(name).pathname.startsWith(FILES) ? [name] : []));
  if (entry !== undefined) active?.postMessage([entry, ...loaded.filter((name) => name !== entry)]);
}
