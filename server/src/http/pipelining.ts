import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** Requests that a connection may have unanswered. Browsers and proxies send one after the other's answer; HTTP/1.1 allows more, and keeps all their answers in memory until they are read. */
const MOST_UNANSWERED = 4;

/** Ends a connection on which request follows request without waiting for answers. */
export function refusePipelining(app: FastifyInstance): void {
  const access = app.log.child({}, { level: 'info' });
  const unanswered = new WeakMap<Socket, number>();
  app.addHook('onRequest', async (request, reply) => {
    const { socket } = request.raw;
    const count = (unanswered.get(socket) ?? 0) + 1;
    unanswered.set(socket, count);
    reply.raw.once('close', () => unanswered.set(socket, (unanswered.get(socket) ?? 1) - 1));
    if (count <= MOST_UNANSWERED && !socket.destroyed) return;
    // One line, however many requests lie behind each other.
    if (!socket.destroyed) access.warn({ cause: `over ${MOST_UNANSWERED} requests at a time on one connection`, address: request.ip });
    socket.destroy();
    reply.hijack();
  });
}
