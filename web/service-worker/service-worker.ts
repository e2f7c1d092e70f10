/**
 * Keeps the program, so that its pages stand without a line and come at once with a slow one: the page itself from the server where it
 * answers, else as it last came; files, which never change under their names, as they were kept. It holds no data: whatever is asked of
 * the API goes by it untouched.
 */
declare const self: ServiceWorkerGlobalScope;

const KEPT = 'workspace';
const PAGE = '/lam-viec';
const FILES = '/lam-viec/assets/';

/** Longer than this nobody waits for a page that is kept already, in milliseconds. */
const LONGEST_WAIT = 4_000;

self.addEventListener('install', () => void self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate') event.respondWith(page(request));
  else if (pathname.startsWith(FILES) && !request.headers.has('range')) event.respondWith(file(request));
});

/** The names of the files that the page came with; of a new release, they take the place of all others. */
self.addEventListener('message', ({ data }) => {
  if (Array.isArray(data)) void keep(data.filter((name) => typeof name === 'string'));
});

async function page(request: Request): Promise<Response> {
  const cache = await caches.open(KEPT);
  const kept = await cache.match(PAGE);
  const asked = fetch(request).then((answer) => {
    if (answer.ok && !answer.redirected) void cache.put(PAGE, answer.clone());
    return answer;
  });
  if (!kept) return asked;
  const late = new Promise<Response>((resolve) => setTimeout(() => resolve(kept), LONGEST_WAIT));
  return Promise.race([asked, late]).catch(() => kept);
}

async function file(request: Request): Promise<Response> {
  const cache = await caches.open(KEPT);
  const kept = await cache.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) void cache.put(request, answer.clone());
  return answer;
}

async function keep(names: readonly string[]): Promise<void> {
  const cache = await caches.open(KEPT);
  const kept = new Set((await cache.keys()).map(({ url }) => url));
  // The program's own script, said first, has another name in each release.
  const [entry] = names;
  if (entry !== undefined && !kept.has(entry)) for (const url of kept) if (new URL(url).pathname !== PAGE) await cache.delete(url);
  await Promise.allSettled([...names, new URL(PAGE, location.origin).href].map(async (name) => ((await cache.match(name)) ? undefined : cache.add(name))));
}
