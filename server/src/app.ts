import { randomUUID } from 'node:crypto';
import compress from '@fastify/compress';
import helmet from '@fastify/helmet';
import fastify, { type FastifyError, type FastifyInstance, type FastifyReply } from 'fastify';
import { serveApi } from './api.ts';
import { serveMetrics } from './capabilities/operation/routes/metrics.ts';
import type { Library } from './capabilities/results/library.ts';
import { serveDownloads } from './capabilities/results/routes/downloads.ts';
import { serveSite } from './capabilities/results/routes/site.ts';
import { serveAnswering } from './capabilities/survey/routes/answering.ts';
import type { Context } from './context.ts';
import { type AccessLog, logAccess, loggerTo, logMalformed } from './http/access-log.ts';
import { sendProblem } from './http/answer-problem.ts';
import { packAnswers } from './http/compression.ts';
import { isToOwnName } from './http/own-names.ts';
import { refusePipelining } from './http/pipelining.ts';
import { Problem } from './http/problems.ts';
import { languageOf } from './http/route.ts';
import { SIGN_IN, serveWorkspace } from './http/workspace.ts';

const BAD_ADDRESS_DETAIL = { vi: 'Địa chỉ không hợp lệ.', en: 'The address is not well written.' };
const BAD_ADDRESS = `${BAD_ADDRESS_DETAIL.vi} (${BAD_ADDRESS_DETAIL.en})`;

/** Milliseconds for the headers of a request, and for the whole of it: a piece of an upload on a slow line. */
const HEADERS_TIME = 20_000;
const REQUEST_TIME = 300_000;

export interface ServerOptions {
  /** Proxies whose X-Forwarded-For is trusted. */
  readonly trustedProxies?: readonly string[];
  readonly accessLog?: AccessLog | undefined;
  /** Whoever has it reads /metrics; without one, this machine alone. */
  readonly metricsToken?: string | undefined;
}

async function bareServer({ trustedProxies = [], accessLog }: ServerOptions): Promise<FastifyInstance> {
  const app: FastifyInstance = fastify({
    logger: loggerTo(accessLog),
    genReqId: () => randomUUID(),
    forceCloseConnections: true,
    requestTimeout: REQUEST_TIME,
    http: { headersTimeout: HEADERS_TIME, connectionsCheckingInterval: 5_000 },
    // An over-long id is rejected by its schema, not by the router.
    routerOptions: { maxParamLength: 1_000 },
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    // A malformed address never reaches a route.
    frameworkErrors: (_error, request, reply: FastifyReply) => {
      logMalformed(app, request, reply);
      if (request.url.startsWith('/api/')) void sendProblem(reply, new Problem('unreadable', { detail: BAD_ADDRESS_DETAIL }), languageOf(request));
      else void reply.code(400).type('text/plain; charset=utf-8').send(BAD_ADDRESS);
    },
  });
  refusePipelining(app);
  logAccess(app);
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
    // Served over plain HTTP on a local address; behind a TLS proxy, the proxy reports the protocol.
    strictTransportSecurity: false,
    // What browsers of today do not read.
    xDownloadOptions: false,
    xXssProtection: false,
    xDnsPrefetchControl: false,
  });
  packAnswers(app);
  await app.register(compress, { encodings: ['br', 'gzip'] });
  return app;
}

/** The sandbox only answers to this machine's own host names, or any web page could point its own name here (DNS rebinding). */
function refuseOtherNames(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    if (!isToOwnName(request.headers.host)) return reply.code(421).type('text/plain; charset=utf-8').send(BAD_ADDRESS);
  });
}

/** The API alone. */
export async function createApiServer(context: Context, options: ServerOptions = {}): Promise<FastifyInstance> {
  const app = await bareServer(options);
  if (context.kind === 'sandbox') refuseOtherNames(app);
  // Pages that show a deadline use the same clock that enforces it.
  app.addHook('onSend', async (_request, reply) => void reply.header('date', context.clock.now().toUTCString()));
  serveMetrics(app, context, options.metricsToken);
  serveAnswering(app, context);
  await app.register((api) => serveApi(api, context), { prefix: '' });
  return app;
}

/** The whole product behind one server: API and pages. Nothing is loaded from other hosts. */
export async function createApp(root: string, library: Library, context?: Context, options: ServerOptions = {}): Promise<FastifyInstance> {
  const app = context ? await createApiServer(context, options) : await bareServer(options);
  serveDownloads(app, library);
  await serveSite(app, root, library.data, context && SIGN_IN);
  if (context) await serveWorkspace(app, root);
  return app;
}
