import { Server } from '@tus/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { findUpload, moveUpload, type UploadRow } from '../db/queries/uploads.ts';
import { inTransactionAs } from '../db/transaction.ts';
import { ArrivalHashes } from '../evidence/arrival-hashes.ts';
import { uploadLocker } from '../evidence/upload-lock.ts';
import { Problem } from '../problems.ts';
import { asCaller } from './route.ts';

const PATH = '/api/uploads';
const VERSION = '1.0.0';

/** What a piece of an upload is sent as. */
const PIECE_TYPE = 'application/offset+octet-stream';

const isUuid = (text: string) => z.uuid().safeParse(text).success;

/** The asker's own upload; to others it is not there. */
async function findOwn(context: Context, request: FastifyRequest, unsafe: boolean): Promise<UploadRow> {
  const { upload: id } = request.params as { upload: string };
  if (!isUuid(id)) throw new Problem('notFound');
  const upload = await asCaller(context, request, 'evidence.write', unsafe, async (db, caller) => {
    const found = await findUpload(db, id.toLowerCase());
    return found?.account === caller.account ? found : undefined;
  });
  if (!upload || upload.state === 'cancelled' || upload.state === 'refused') throw new Problem('notFound');
  return upload;
}

/** It has come whole: whoever asks where to go on hears that there is nothing left, though the bytes lie elsewhere by now. */
const answerWhole = (reply: FastifyReply, { bytes }: UploadRow) =>
  reply
    .code(200)
    .headers({ 'tus-resumable': VERSION, 'upload-offset': String(bytes), 'upload-length': String(bytes), 'cache-control': 'no-store' })
    .send();

/**
 * The bytes of uploads, by the tus protocol: HEAD says how many have come, PATCH brings more. An upload is begun and
 * given up by the routes of http/uploads.ts, where rights, names and quotas are judged.
 */
export function serveTus(app: FastifyInstance, context: Context): void {
  const { storage } = context.evidence;
  const hashes = new ArrivalHashes();
  const tus = new Server({
    path: PATH,
    datastore: hashes.over(storage.arrivals),
    locker: uploadLocker(context.pool),
    relativeLocation: true,
    onUploadFinish: async (_request, upload) => {
      await markReceived(context, upload.id, hashes.take(upload.id, upload.offset));
      return {};
    },
    onResponseError: (_request, error) => {
      if (error instanceof Error) context.log('upload', error);
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
      reply.hijack();
      await tus.handle(request.raw, reply.raw);
    },
  });
}

/** Says that an upload has come whole: from here on it is checked. Not said, because the process died, a sweep finds it. */
async function markReceived(context: Pick<Context, 'pool' | 'clock'>, id: string, sha256: Buffer | undefined): Promise<void> {
  const account = await context.pool.query<{ account: string | null }>('SELECT app.account_of_upload($1) AS account', [id]);
  const owner = account.rows[0]?.account;
  if (!owner) return;
  await inTransactionAs(
    context.pool,
    owner,
    context.clock.now(),
    async (db) => void (await moveUpload(db, id, 'receiving', 'received', context.clock.now(), sha256)),
  );
}
