const WORKER = '/lam-viec/service-worker.js';
/** What a device keeps of interviews; see `interviews/store.ts`. */
export const INTERVIEWS = 'parindex-interviews';
const FILES = '/lam-viec/assets/';

/** How long a page is left alone before its program is kept, in milliseconds: what is asked for comes first. */
const AFTER = 3_000;

/**
 * Has the browser keep the program, so that it comes without a line too. Where a browser cannot, nothing is lost but that.
 * @param loadInterviews loads the page of interviewers: a release that is kept has it too where a device keeps interviews, whatever page was opened
 */
export function keepProgram(loadInterviews: () => Promise<unknown>): void {
  if (!('serviceWorker' in navigator) || !isSecureContext) return;
  setTimeout(() => void keep(loadInterviews).catch(() => undefined), AFTER);
}

async function keep(loadInterviews: () => Promise<unknown>): Promise<void> {
  await navigator.serviceWorker.register(WORKER, { scope: '/lam-viec' });
  const registration = await navigator.serviceWorker.ready;
  // The last one bears the program itself, and so another name in each release.
  const entry = [...document.querySelectorAll<HTMLScriptElement>('script[type="module"]')].at(-1)?.src;
  if (entry === undefined) return;
  const release = new URL(entry).pathname;
  if ((await indexedDB.databases()).some(({ name }) => name === INTERVIEWS)) await loadInterviews();
  const tell = (loaded: readonly PerformanceEntry[]) => {
    const files = new Set(loaded.map(({ name }) => new URL(name).pathname).filter((path) => path.startsWith(FILES) && path !== release));
    registration.active?.postMessage([release, ...files]);
  };
  // What has come so far, then what pages ask for as they are opened.
  new PerformanceObserver((list) => tell(list.getEntries())).observe({ type: 'resource', buffered: true });
}
