/**
 * Keeps the program, so that its pages stand without a line and come at once with a slow one: the page itself from the server where it
 * answers, else as it last came; files, which never change under their names, as they were kept. It holds no data: whatever is asked of
 * the API goes by it untouched. Each release is kept by itself, under the name of its program's script, and whole: its page and the files
 * that the page came with.
 */
declare const self: ServiceWorkerGlobalScope;

const PAGE = '/lam-viec';
const FILES = '/lam-viec/assets/';
const WORKER = '/lam-viec/service-worker.js';

/** Longer than this nobody waits for a page that is kept already, in milliseconds. */
const LONGEST_WAIT = 4_000;

self.addEventListener('install', () => void self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin || pathname === WORKER) return;
  if (pathname.startsWith(FILES)) {
    if (request.mode !== 'navigate' && !request.headers.has('range')) event.respondWith(file(request));
  } else if (request.mode === 'navigate') event.respondWith(page(request, (work) => event.waitUntil(work)));
});

/** One after the other, so that two pages of a new release do not both begin it. */
let keeping: Promise<unknown> = Promise.resolve();

/** The name of the program's script, then those of files that its page came with. */
self.addEventListener('message', (event) => {
  const [release, ...files] = Array.isArray(event.data) ? event.data.filter((name): name is string => typeof name === 'string') : [];
  if (release === undefined) return;
  keeping = keeping.then(() => keep(release, files)).catch(() => undefined);
  event.waitUntil(keeping);
});

async function page(request: Request, finish: (work: Promise<unknown>) => void): Promise<Response> {
  const kept = await caches.match(PAGE);
  const asked = fetch(request).then((answer) => {
    if (isPage(answer)) finish(renew(answer.clone()));
    return kept && answer.status >= 500 ? kept : answer;
  });
  if (!kept) return asked;
  const late = new Promise<Response>((resolve) => setTimeout(() => resolve(kept), LONGEST_WAIT));
  return Promise.race([asked, late]).catch(() => kept);
}

const file = async (request: Request): Promise<Response> => (await caches.match(request)) ?? fetch(request);

const isPage = ({ ok, redirected, headers }: Response): boolean => ok && !redirected && (headers.get('content-type')?.startsWith('text/html') ?? false);

/** A page takes the place of the one before where its release is kept; one of a new release waits until its files are. */
async function renew(answer: Response): Promise<void> {
  const text = await answer.clone().text();
  for (const release of await caches.keys()) if (text.includes(`"${release}"`)) await (await caches.open(release)).put(PAGE, answer.clone());
}

async function keep(release: string, files: readonly string[]): Promise<void> {
  const isNew = !(await caches.has(release));
  // A tab that is older than what the server gives now begins no release anew.
  const answer = isNew ? await fetch(PAGE) : undefined;
  if (answer && !(isPage(answer) && (await answer.clone().text()).includes(`"${release}"`))) return;
  const cache = await caches.open(release);
  const kept = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
  try {
    await cache.addAll([release, ...files].filter((name) => !kept.has(name)));
    if (answer) await cache.put(PAGE, answer);
  } catch (error) {
    if (isNew) await caches.delete(release);
    throw error;
  }
  if (isNew) for (const other of await caches.keys()) if (other !== release) await caches.delete(other);
}
