import compress from '@fastify/compress';
import helmet from '@fastify/helmet';
import fastify, { type FastifyInstance } from 'fastify';
import { serveDownloads } from './http/downloads.ts';
import { serveSite } from './http/site.ts';
import type { Library } from './library/library.ts';

/** The whole product behind one server; nothing is loaded from elsewhere. */
export async function createApp(root: string, library: Library): Promise<FastifyInstance> {
  const app = fastify({ forceCloseConnections: true });
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'self'"], imgSrc: ["'self'", 'data:'], styleSrc: ["'self'"], scriptSrc: ["'self'"], objectSrc: ["'none'"], baseUri: ["'none'"], formAction: ["'self'"], frameAncestors: ["'none'"] },
    },
    // Served on a plain local address; behind a proxy with TLS the proxy says so.
    strictTransportSecurity: false,
  });
  await app.register(compress, { encodings: ['br', 'gzip'] });
  app.get('/api/health', () => ({ status: 'ok' }));
  serveDownloads(app, library);
  await serveSite(app, root, library.data);
  return app;
}
