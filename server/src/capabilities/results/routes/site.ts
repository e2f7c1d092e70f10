import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { Assets, RenderedPage, SiteData } from '@parindex/site';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { keptAnswer } from '../../../http/compression.ts';

interface Manifest {
  [source: string]: { file: string; isEntry?: boolean; css?: string[]; assets?: string[] };
}

type Render = (path: string, query: string, data: SiteData, assets: Assets) => RenderedPage;

/** Bytes of pages that are kept as they were made. */
const MOST_KEPT = 32 * 1024 ** 2;

/** The fonts that every Vietnamese page loads first. */
const FIRST_FONTS = /be-vietnam-pro-(?:vietnamese|latin)-400.*\.woff2$/;

function readAssets(folder: string, signIn: string | undefined): Assets {
  const manifest = JSON.parse(readFileSync(path.join(folder, '.vite', 'manifest.json'), 'utf8')) as Manifest;
  const entry = Object.values(manifest).find(({ isEntry }) => isEntry);
  if (!entry) throw new Error('the site is not built');
  const address = (file: string) => `/${file}`;
  return {
    signIn,
    script: address(entry.file),
    styles: (entry.css ?? []).map(address),
    fonts: (entry.assets ?? []).filter((file) => FIRST_FONTS.test(file)).map(address),
  };
}

const MARK = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#12386b"/><rect x="6" y="18" width="5" height="8" fill="#fff"/><rect x="13.5" y="12" width="5" height="14" fill="#fff"/><rect x="21" y="6" width="5" height="20" fill="#f2c14e"/></svg>`;

/** The built files, and every page from the renderer. */
export async function serveSite(app: FastifyInstance, root: string, data: SiteData, signIn?: string): Promise<void> {
  const built = path.join(root, '.build', 'site');
  const renderer = path.join(built, 'server', 'entry.js');
  if (!existsSync(renderer)) throw new Error('Trang web chưa được dựng; hãy chạy "npm start". (The site is not built; run "npm start".)');
  const { render } = (await import(pathToFileURL(renderer).href)) as { render: Render };
  const assets = readAssets(path.join(built, 'client'), signIn);

  await app.register(fastifyStatic, { root: path.join(built, 'client', 'assets'), prefix: '/assets/', immutable: true, maxAge: '365d', index: false });
  app.get('/favicon.svg', (_request, reply) => reply.type('image/svg+xml').header('cache-control', 'public, max-age=86400').send(MARK));

  app.get('/*', (request, reply) => {
    const [address = '/', query = ''] = request.url.split('?', 2);
    return send(reply, address, query);
  });
  app.setNotFoundHandler((request, reply) => send(reply, request.url, ''));

  // What they show stands since the start: a page that is there is made once, as long as they take no room to speak of.
  const made = new Map<string, Buffer>();
  let room = MOST_KEPT;
  function send(reply: FastifyReply, address: string, query: string) {
    const html = (status: number) => reply.code(status).type('text/html; charset=utf-8').header('cache-control', 'no-cache');
    const known = made.get(address);
    if (known) return html(200).send(known);
    const page = render(address, query, data, assets);
    if (!page.fixed || page.html.length > room) return html(page.status).send(page.html);
    const kept = keptAnswer(page.html);
    room -= kept.length;
    made.set(address, kept);
    return html(200).send(kept);
  }
}
