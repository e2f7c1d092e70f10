import { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { Server } from '@tus/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Context } from '../../../context.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { asCaller, credentialsOf } from '../../../http/admission.ts';
import { problemOf } from '../../../http/answer-problem.ts';
import { Problem } from '../../../http/problems.ts';
import { takeBuffer } from '../../../storage/buffer-pool.ts';
import { ArrivalHashes } from '../arrival-hashes.ts';
import { findUpload, moveUpload, type UploadRow } from '../queries/uploads.ts';
import { type AsSender, uploadLocker } from '../upload-lock.ts';

const PATH = '/api/uploads';
const VERSION = '1.0.0';

/** The media type of an upload's piece. */
const PIECE_TYPE = 'application/offset+octet-stream';

/** Bytes collected before passing them on: every further step has a cost per piece. */
const LARGE = 1024 ** 2;

const GONE = 404;

const isUuid = (text: string) => z.uuid().safeParse(text).success;

/** The caller's own upload; for others it does not exist. */
async function findOwn(context: Context, request: FastifyRequest, unsafe: boolean): Promise<UploadRow> {
  const { upload: id } = request.params as { upload: string };
  if (!isUuid(id)) throw new Problem('notFound');
  const upload = await asCaller(context, request, 'evidence.upload', unsafe, async (db, caller) => {
    const found = await findUpload(db, id.toLowerCase());
    return found?.account === caller.account ? found : undefined;
  });
  if (!upload || upload.state === 'cancelled' || upload.state === 'refused') throw new Problem('notFound');
  return upload;
}

/** The upload is complete: a client asking where to continue learns that nothing is left, though the bytes have moved. */
const answerWhole = (reply: FastifyReply, { bytes }: UploadRow) =>
  reply
    .code(200)
    .headers({ 'tus-resumable': VERSION, 'upload-offset': String(bytes), 'upload-length': String(bytes), 'cache-control': 'no-store' })
    .send();

/**
 * The bytes of uploads, by the tus protocol: HEAD tells how many have arrived, PATCH sends more. Beginning and
 * cancelling, with rights, names and quotas, are separate routes.
 */
export function serveTus(app: FastifyInstance, context: Context): void {
  const { storage } = context.evidence;
  const hashes = new ArrivalHashes();
  /** Who sends, for the time that tus works on it: it knows no requests of ours. */
  const sending = new AsyncLocalStorage<AsSender>();
  const sender = () => {
    const asSender = sending.getStore();
    if (!asSender) throw new Error('tus works on an upload that nobody sends');
    return asSender;
  };
  /** What has a meaning of its own, as a full disk has, is answered as everywhere. */
  const failures = new WeakMap<Request, unknown>();
  const tus = new Server({
    path: PATH,
    datastore: hashes.over(storage.arrivals),
    locker: uploadLocker(sender),
    relativeLocation: true,
    onUploadFinish: async (_request, upload) => {
      const sha256 = hashes.take(upload.id, upload.offset);
      // From here on it is checked. Not said, because the process died or the session ended, a sweep finds it.
      await sender()((db) => moveUpload(db, upload.id, 'receiving', 'received', context.clock.now(), sha256));
      context.evidence.received.emit('work');
      return {};
    },
    onResponseError: (request, error) => {
      if (problemOf(error)) failures.set(request, error);
      else if (error instanceof Error) context.log('upload', error);
      return undefined;
    },
  });
  app.addContentTypeParser(PIECE_TYPE, (_request, _payload, done) => done(null));
  app.route({
    method: ['HEAD', 'PATCH'],
    url: `${PATH}/:upload`,
    schema: { hide: true },
    handler: async (request, reply) => {
      const upload = await findOwn(context, request, request.method === 'PATCH');
      if (upload.state !== 'receiving') return answerWhole(reply, upload);
      if (request.method === 'PATCH' && context.clock.now() > upload.until) throw new Problem('stepClosed', { more: { until: upload.until.toISOString() } });
      const credentials = credentialsOf(request);
      const asSender: AsSender = (work) => inTransaction(context.pool, credentials, context.clock.now(), true, work);
      const asked = asWebRequest(request, upload.id);
      const answer = await sending.run(asSender, () => tus.handleWeb(asked));
      if (failures.has(asked)) throw failures.get(asked);
      if (answer.status === GONE) {
        // Another request has brought the last bytes meanwhile, and they have moved.
        const now = await findOwn(context, request, request.method === 'PATCH');
        if (now.state !== 'receiving') return answerWhole(reply, now);
      }
      return reply
        .code(answer.status)
        .headers(Object.fromEntries(answer.headers))
        .send(answer.body && Buffer.from(await answer.arrayBuffer()));
    },
  });
}

/** The request in the form that the tus server reads. Its address is rebuilt from the upload that was judged, as tus takes whatever follows the last slash. */
const asWebRequest = (request: FastifyRequest, upload: string): Request =>
  new Request(new URL(`${PATH}/${upload}`, 'http://localhost'), {
    method: request.method,
    headers: Object.entries(request.headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as [string, string]] : [])),
    ...(request.method === 'PATCH'
      ? { body: Readable.toWeb(Readable.from(gathered(request.raw), { highWaterMark: 1 })) as ReadableStream, duplex: 'half' as const }
      : {}),
  });

/** The bytes of a request in large pieces. If the connection breaks they end: what arrived is kept, and the client asks how much that was. */
async function* gathered(request: IncomingMessage): AsyncGenerator<Uint8Array> {
  const idle: Uint8Array[] = [];
  let large = takeBuffer(idle, LARGE);
  let filled = 0;
  try {
    for await (const piece of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      if (filled + piece.length > LARGE) {
        yield large.subarray(0, filled);
        large = takeBuffer(idle, LARGE);
        filled = 0;
      }
      large.set(piece, filled);
      filled += piece.length;
      // Left to the garbage collector, these buffers would cost more than the work on them.
      if (piece.buffer instanceof ArrayBuffer && piece.buffer.byteLength === piece.length) piece.buffer.transfer(0);
    }
  } catch (error) {
    if (!request.errored && !request.aborted) throw error;
  }
  if (filled > 0) yield large.subarray(0, filled);
}
