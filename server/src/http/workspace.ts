import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const NONCE_PLACE = '%STYLE_NONCE%';

export const SIGN_IN = '/dang-nhap';

/** Where people sign in and work; every address below it serves the one page, which routes by itself. */
const ADDRESSES = [SIGN_IN, '/dat-mat-khau', '/bien-nhan', '/he-thong-thiet-ke', '/lam-viec', '/lam-viec/*'];

/** The page's policy: styles that components generate at runtime need a nonce known only to this answer. */
const policyWith = (nonce: string): string =>
  [
    "default-src 'self'",
    "img-src 'self' data:",
    `style-src 'self' 'nonce-${nonce}'`,
    "script-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

/** Headers that only matter for a page; on twenty small files they would weigh as much as a file. */
const OF_PAGES = [
  'content-security-policy',
  'cross-origin-opener-policy',
  'origin-agent-cluster',
  'referrer-policy',
  'x-dns-prefetch-control',
  'x-download-options',
  'x-frame-options',
  'x-permitted-cross-domain-policies',
  'x-xss-protection',
];

/** The PDF worker reads files of strangers: it may load its own decoders and nothing else. */
const PDF_WORKER = /[\\/]pdf\.worker\.min\.mjs(?:\.br)?$/;
const PDF_WORKER_POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

/** The workspace: its built files, and its page at every address below. */
export async function serveWorkspace(app: FastifyInstance, root: string): Promise<void> {
  const built = path.join(root, '.build', 'web');
  const index = path.join(built, 'index.html');
  if (!existsSync(index)) throw new Error('Trang làm việc chưa được dựng; hãy chạy "npm start". (The workspace is not built; run "npm start".)');
  const page = readFileSync(index, 'utf8');
  await app.register(fastifyStatic, {
    root: path.join(built, 'assets'),
    prefix: '/lam-viec/assets/',
    immutable: true,
    maxAge: '365d',
    index: false,
    // Under one name a file never changes: there is nothing to ask again about, and on many small files these would weigh as much as one.
    etag: false,
    lastModified: false,
    acceptRanges: false,
    preCompressed: true,
    decorateReply: false,
    setHeaders: (response, file) => {
      for (const name of OF_PAGES) response.removeHeader(name);
      if (PDF_WORKER.test(file)) response.header('content-security-policy', PDF_WORKER_POLICY);
    },
  });
  const answer = (_request: FastifyRequest, reply: FastifyReply) => {
    const nonce = randomBytes(18).toString('base64url');
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .header('content-security-policy', policyWith(nonce))
      .send(page.replaceAll(NONCE_PLACE, nonce));
  };
  const worker = readFileSync(path.join(built, 'service-worker.js'), 'utf8');
  // Its name is always the same, and it keeps the whole workspace: the page's own address lies beside the folder of the script.
  app.get('/lam-viec/service-worker.js', (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').header('cache-control', 'no-cache').header('service-worker-allowed', '/lam-viec').send(worker),
  );
  for (const address of ADDRESSES) app.get(address, answer);
}
