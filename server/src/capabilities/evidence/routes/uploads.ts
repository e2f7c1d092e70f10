import { at, ROOT } from '@parindex/core';
import * as contracts from '@parindex/core/contracts/evidence';
import { REFUSED_IN_NAMES, readFileName, safeFileName } from '@parindex/core/evidence/index';
import { Upload } from '@tus/server';
import type { FastifyInstance } from 'fastify';
import { effectOf } from '../../../audit/acting.ts';
import type { Context } from '../../../context.ts';
import type { Reading } from '../../../db/transaction.ts';
import { type Caller, requireRight } from '../../../http/admission.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute } from '../../../http/route.ts';
import { findPlace, findRights } from '../../sheets/found.ts';
import { refuseOwnCause } from '../../sheets/own-cause.ts';
import { bringersOf } from '../../sheets/within-the-body.ts';
import { beginUpload } from '../acts/begin-upload.ts';
import { cancelUpload } from '../acts/cancel-upload.ts';
import { presentUpload } from '../present-upload.ts';
import { findDocument } from '../queries/documents.ts';
import { findUpload, isBroughtByOthers, listUploads, type UploadRow } from '../queries/uploads.ts';
import { refuseOverQuota } from '../quota.ts';
import { bringingOf, mustUpload } from '../upload-window.ts';
import { refuseOfAppraiser } from './documents.ts';

/** Refused uploads are listed for this long. */
const REFUSED_LISTED_MS = 7 * 24 * 3_600_000;

/** Uploads: begin, list, cancel. Their bytes go by tus. */
export function serveUploads(app: FastifyInstance, context: Context): void {
  const { storage, mostFileBytes, mostBodyBytes } = context.evidence;

  /** How many bytes of an upload have arrived. */
  async function receivedOf({ id, state, bytes }: UploadRow): Promise<number> {
    if (state !== 'receiving') return state === 'cancelled' || state === 'refused' ? 0 : bytes;
    return storage.arrivals.getUpload(id).then(
      ({ offset }) => offset,
      () => 0,
    );
  }

  /** Makes room in the store for an upload that was begun; where that failed before, whoever begins it again has it made. */
  async function makeArrival({ id, state, bytes }: UploadRow): Promise<void> {
    if (state !== 'receiving') return;
    const there = await storage.arrivals.getUpload(id).then(
      () => true,
      (error: { status_code?: number }) => {
        if (error.status_code === undefined) throw error;
        return false;
      },
    );
    if (!there) await storage.arrivals.create(new Upload({ id, size: bytes, offset: 0 }));
  }

  defineRoute(app, context, contracts.beginUpload, {
    find: findPlace,
    judge: async ({ db, draft: { id, name, document }, caller, found: { of, place } }, faults) => {
      // Names that only some systems reject are corrected; deceptive names or paths are refused.
      if (name !== undefined && readFileName(name).faults.some((fault) => REFUSED_IN_NAMES.includes(fault))) faults.add('badCharacter', at(ROOT, 'name'));
      const there = document === undefined ? undefined : await findDocument(db, place.round, place.body, document);
      if (there && (there.withdrawn || there.held || there.gone || there.form === 'secretMail'))
        faults.add('notAllowedHere', at(ROOT, 'document'), { found: there.id });
      const stored = id === undefined ? undefined : await findUpload(db, id);
      // A version of a document that is there, or that others have on its way.
      if (there && !stored) refuseOfAppraiser(there);
      if (document !== undefined && !stored && (there || (await isBroughtByOthers(db, place, document, caller?.account as string))))
        requireRight(caller?.memberships ?? [], 'evidence.change', { ...of, bringers: there ? await bringersOf(db, place, there.id) : [] });
      return { stored };
    },
    handle: async ({ acting, caller, body, found, judged: { stored }, language, receivedAt }) => {
      const { place } = found;
      const by = await bringingOf(acting.db, caller?.memberships ?? [], found);
      if (!by) await refuseOwnCause(acting.db, found);
      if (!stored && body.bytes > mostFileBytes) throw new Problem('overQuota', { more: { bytes: body.bytes, mostFileBytes } });
      const bringing = stored ? { until: stored.until, lateBy: stored.lateBy } : await mustUpload(acting.db, place, receivedAt, by);
      // Counted with the sheet locked, so that simultaneous uploads are counted one after the other.
      if (!stored) await refuseOverQuota(acting.db, place, body.bytes, mostBodyBytes);
      const upload = await beginUpload(acting, place, bringing, { ...body, name: safeFileName(body.name) }, stored);
      return {
        effect: effectOf(stored !== undefined),
        after: async () => {
          await makeArrival(upload);
          return { status: 201, body: presentUpload(upload, await receivedOf(upload), language), headers: { location: `/api/uploads/${upload.id}` } };
        },
      };
    },
  });

  defineRoute(app, context, contracts.listUploads, {
    find: findPlace,
    handle: async ({ db, params, language, receivedAt }) => {
      const rows = await listUploads(db, params.round, params.body, new Date(receivedAt.getTime() - REFUSED_LISTED_MS));
      return { after: async () => ({ body: { items: await Promise.all(rows.map(async (row) => presentUpload(row, await receivedOf(row), language))) } }) };
    },
  });

  const findOwn = async ({ db, params, caller, receivedAt }: { db: Reading; params: { upload: string }; caller: Caller | null; receivedAt: Date }) => {
    const upload = await findUpload(db, params.upload.toLowerCase());
    const found = upload && upload.account === caller?.account ? await findRights({ db, params: upload, receivedAt }) : undefined;
    return found && upload && { ...found, upload };
  };

  defineRoute(app, context, contracts.readUpload, {
    find: findOwn,
    handle: async ({ found: { upload }, language }) => ({ after: async () => ({ body: presentUpload(upload, await receivedOf(upload), language) }) }),
  });

  defineRoute(app, context, contracts.cancelUpload, {
    find: findOwn,
    handle: async ({ acting, found: { upload } }) => {
      const effect = await cancelUpload(acting, upload);
      return {
        effect,
        after: async () => {
          await storage.dropArrival(upload.id).catch(() => {});
          return { status: 204, headers: { 'tus-resumable': '1.0.0' } };
        },
      };
    },
  });
}
