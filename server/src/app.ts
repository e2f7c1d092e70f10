import compress from '@fastify/compress';
import helmet from '@fastify/helmet';
import fastify, { type FastifyError, type FastifyInstance, type FastifyReply } from 'fastify';
import { serveDownloads } from './http/downloads.ts';
import { serveSite } from './http/site.ts';
import type { Library } from './library/library.ts';

const BAD_ADDRESS = 'Địa chỉ không hợp lệ. (The address is not well written.)';

/** The whole product behind one server; nothing is loaded from elsewhere. */
export async function createApp(root: string, library: Library): Promise<FastifyInstance> {
  const app = fastify({
    forceCloseConnections: true,
    // An address that is not well written never reaches a route.
    frameworkErrors: (_error, _request, reply: FastifyReply) => {
      void reply.code(400).type('text/plain; charset=utf-8').send(BAD_ADDRESS);
    },
  });
  app.setErrorHandler((error: FastifyError, _request, reply) => {
    if (error.statusCode !== undefined && error.statusCode < 500) return reply.code(error.statusCode).type('text/plain; charset=utf-8').send(BAD_ADDRESS);
    console.error(error);
    return reply.code(500).type('text/plain; charset=utf-8').send('Máy chủ gặp lỗi. (The server failed.)');
  });
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        styleSrc: ["'self'"],
        scriptSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
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
