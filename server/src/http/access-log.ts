import { hash } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import type { FastifyInstance, FastifyReply, FastifyRequest, FastifyServerOptions } from 'fastify';
import { credentialsOf } from './admission.ts';
import type { ProblemCode } from './problems.ts';

/** Where the lines of the access log go. */
export interface AccessLog {
  write(line: string): void;
  close?(): void;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks, as the database found them, for the access log alone. */
    account: string | null;
    /** Why a request was refused; `cause` where it is none of the asker's making. */
    refusal: { readonly problem?: ProblemCode; readonly cause?: string } | null;
  }
}

/** Fastify's own logger, silent but for the lines below: what it says by itself contains addresses with tokens and ids of persons. */
export const loggerTo = (log: AccessLog | undefined): NonNullable<FastifyServerOptions['logger']> =>
  log === undefined
    ? false
    : {
        level: 'silent',
        stream: log,
        timestamp: () => `,"time":"${new Date().toISOString()}"`,
        formatters: { level: (level: string) => ({ level }) },
      };

/** A session or token as something to be recognized by, which nobody can use. */
function sessionOf(request: FastifyRequest): string | undefined {
  // Pages know no cookies, and what is refused before they are read has none yet.
  if (!request.cookies) return undefined;
  const { session, token } = credentialsOf(request);
  const key = token ?? session;
  return key === undefined ? undefined : hash('sha256', `access log ${key}`).slice(0, 16);
}

/** Names of what can be told of a request without telling what it says: neither its address nor who the person is. */
const lineOf = (request: FastifyRequest, status: number | undefined, milliseconds: number) => ({
  requestId: request.id,
  method: request.method,
  route: request.routeOptions.url,
  // Without one, the line broke off before there was an answer.
  status,
  problem: request.refusal?.problem,
  ms: Math.round(milliseconds),
  account: request.account ?? undefined,
  session: sessionOf(request),
  address: request.ip,
  cause: request.refusal?.cause,
});

const levelOf = (status: number | undefined): 'info' | 'warn' | 'error' => {
  if (status !== undefined && status < 400) return 'info';
  return status !== undefined && status >= 500 ? 'error' : 'warn';
};

/** Writes one line about every request, however it ends; of the API its id is answered as a header too: of the files of a page it would only weigh. */
export function logAccess(app: FastifyInstance): void {
  const access = app.log.child({}, { level: 'info' });
  app.decorateRequest('account', null);
  app.decorateRequest('refusal', null);
  app.addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith('/api/')) reply.header('x-request-id', request.id);
    reply.raw.once('close', () => {
      const status = reply.raw.headersSent ? reply.raw.statusCode : undefined;
      access[levelOf(status)](lineOf(request, status, reply.elapsedTime));
    });
  });
  // What is no HTTP, or whose headers are too long or too slow, never becomes a request.
  app.server.prependListener('clientError', (error: Error & { code?: string }, socket) => {
    if (error.code !== 'ECONNRESET') access.warn({ cause: error.code ?? error.message, address: (socket as { remoteAddress?: string }).remoteAddress });
  });
}

/** Of a request whose address is so malformed that no hook sees it. */
export function logMalformed(app: FastifyInstance, request: FastifyRequest, reply: FastifyReply): void {
  reply.header('x-request-id', request.id);
  app.log.child({}, { level: 'info' }).warn({ requestId: request.id, method: request.method, status: 400, problem: 'unreadable', address: request.ip });
}

const MODE = 0o600;

/** Appends to a file, so that it may be rotated by copying and truncating. A full disk stops no request: the line is lost, and `say` told once. */
export function logToFile(path: string, say: (text: string, error: unknown) => void): AccessLog {
  const file = openSync(path, 'a', MODE);
  let failing = false;
  return {
    write(line) {
      try {
        writeSync(file, line);
        failing = false;
      } catch (error) {
        if (!failing) say('access log', error);
        failing = true;
      }
    },
    close: () => closeSync(file),
  };
}
