import type { Raw } from '@parindex/core';
import * as contracts from '@parindex/core/contracts/imports';
import type { FileRefusal } from '@parindex/core/imports/index';
import { may } from '@parindex/core/rights/index';
import { batchWhyText } from '@parindex/core/words/import-words';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { effectOf } from '../../../audit/acting.ts';
import type { Context } from '../../../context.ts';
import type { Reading } from '../../../db/transaction.ts';
import { KINDS } from '../../../file-inspection/kinds.ts';
import { Limiter } from '../../../file-inspection/limiter.ts';
import { cursorOf, readCursor } from '../../../http/cursor.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute } from '../../../http/route.ts';
import { sandboxed } from '../../../http/sandboxed.ts';
import { type CheckFiles, ownItemsOf } from '../../editions/checks.ts';
import { readyEdition } from '../../editions/ready.ts';
import { type FoundRound, findKnownRound, findRoundSubject } from '../../rounds/found.ts';
import { findRights } from '../../sheets/found.ts';
import { findSheetPlaces } from '../../sheets/queries/sheets.ts';
import { uploadBatch } from '../acts/upload-batch.ts';
import { refuseBatch, writeBatch } from '../acts/write-batch.ts';
import { batchForm } from '../form.ts';
import { judgeBatch } from '../judge.ts';
import { presentBatch, presentBatchRow, tableOf } from '../present.ts';
import { findBatch, listBatches, readEstimateHistory, readWritings } from '../queries/batches.ts';
import { readBatchFile } from '../read-file.ts';
import { sentTable } from '../read-sent.ts';

const CSV = 'text/csv';

/** Files read at the same time, and how many may wait. */
const AT_ONCE = 2;
const WAITING = 8;

const order = z.tuple([z.iso.datetime({ offset: true }), z.uuid()]);

/** What a batch would write now, and what was written of it. */
async function shown(db: Reading, round: string, id: string, checks: CheckFiles, receivedAt: Date, language: 'vi' | 'en') {
  const delivery = await findBatch(db, round, id);
  const judged = delivery && (await judgeBatch(db, round, tableOf(delivery), delivery, receivedAt, language));
  if (!delivery || !judged) throw new Problem('notFound');
  return presentBatch(delivery, judged, await readWritings(db, id), ownItemsOf(checks, judged.edition), language);
}

function refuseDraft({ round }: FoundRound): void {
  if (round.state !== 'open') throw new Problem('notNow', { more: { round: round.state } });
}

/** Figures from elsewhere for all bodies of a round: uploaded, previewed, agreed to or refused. */
export function serveBatches(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.listImportBatches, {
    find: findKnownRound,
    handle: async ({ db, params, query: { limit, after } }) => {
      const rows = await listBatches(db, params.round, limit + 1, readCursor(after, order));
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      return {
        body: { items: page.map(presentBatchRow), next: rows.length > limit && last ? cursorOf([last.broughtAt.toISOString(), last.id]) : null },
      };
    },
  });

  defineRoute(app, context, contracts.importRows, {
    find: findKnownRound,
    judge: async ({ found, raw }): Promise<{ raw: Raw }> => {
      refuseDraft(found);
      return { raw };
    },
    handle: async ({ acting, params, body: { source, date, vintage }, judged: { raw } }) => {
      const told = { source: source ?? null, date: date ?? null, vintage: vintage ?? null };
      const kept = await uploadBatch(acting, { round: params.round, cameBy: 'api', fileName: null, table: sentTable(raw), ...told });
      return { status: kept.known ? 200 : 201, effect: effectOf(kept.known), body: kept };
    },
  });

  defineRoute(app, context, contracts.downloadImportForm, {
    find: findKnownRound,
    handle: async ({ db, params, query: { as }, language }) => {
      const places = await findSheetPlaces(db, params.round);
      const [first] = places;
      if (!first) throw new Problem('notFound');
      const body = await batchForm(as, await readyEdition(db, first.edition, first.editionHash), places, language);
      return { body, headers: sandboxed(as === 'csv' ? `${CSV}; charset=utf-8` : KINDS.xlsx.mediaType, `so-lieu-${params.round}.${as}`) };
    },
  });

  defineRoute(app, context, contracts.readImportBatch, {
    find: findKnownRound,
    handle: async ({ db, params, receivedAt, language }) => ({ body: await shown(db, params.round, params.delivery, context.checks, receivedAt, language) }),
  });

  defineRoute(app, context, contracts.agreeToImportBatch, {
    find: findKnownRound,
    handle: async ({ acting, params, body, receivedAt, language }) => {
      const delivery = await findBatch(acting.db, params.round, params.delivery, true);
      if (!delivery) throw new Problem('notFound');
      const effect = await writeBatch(acting, delivery, body, context.checks, language);
      return { status: 201, effect, body: await shown(acting.db, params.round, params.delivery, context.checks, receivedAt, language) };
    },
  });

  defineRoute(app, context, contracts.refuseImportBatch, {
    find: findKnownRound,
    handle: async ({ acting, params, body, receivedAt, language }) => {
      const delivery = await findBatch(acting.db, params.round, params.delivery, true);
      if (!delivery) throw new Problem('notFound');
      await refuseBatch(acting, delivery, body.reason);
      return { status: 201, body: await shown(acting.db, params.round, params.delivery, context.checks, receivedAt, language) };
    },
  });

  defineRoute(app, context, contracts.listEstimates, {
    find: findRights,
    handle: async ({ db, params }) => {
      const rows = await readEstimateHistory(db, params.round, params.body);
      return { body: { items: rows.map(({ body, writtenAt, ...row }) => ({ ...row, writtenAt: writtenAt.toISOString() })) } };
    },
  });
  serveBatchFiles(app, context);
}

function unreadable(refused: readonly FileRefusal[]): Problem {
  const told = (language: 'vi' | 'en') => refused.map(({ place, why }) => ({ place, message: batchWhyText(why, language) }));
  const detail = (language: 'vi' | 'en') =>
    told(language)
      .map(({ place, message }) => (place === null ? message : `${place}: ${message}`))
      .join(' ');
  return new Problem('unreadable', { detail: { vi: detail('vi').slice(0, 2_000), en: detail('en').slice(0, 2_000) }, more: { refused: told('vi') } });
}

/** Figures from elsewhere as a file. */
function serveBatchFiles(app: FastifyInstance, context: Context): void {
  const limiter = new Limiter(AT_ONCE, WAITING);

  defineRoute(app, context, contracts.importFile, {
    // No process is started for somebody without the right.
    prepare: async ({ params, bytes, receivedAt, asCaller }) => {
      const allowed = await asCaller(async (db, { memberships }) => {
        const found = await findRoundSubject({ db, params, receivedAt });
        return found !== undefined && may(memberships, 'delivery.write', found.of);
      });
      if (!allowed) return undefined;
      const table = await limiter.take(() => readBatchFile(bytes));
      if (!table) throw new Problem('notReady');
      return table;
    },
    find: findKnownRound,
    handle: async ({ acting, params, query: { source, date, vintage, name, by }, found, prepared: table }) => {
      refuseDraft(found);
      if (!table)
        throw new Problem('wrongMediaType', {
          detail: { vi: `Tệp gửi lên phải là CSV (${CSV}) hoặc XLSX (${KINDS.xlsx.mediaType}).`, en: `The file is sent as ${CSV} or ${KINDS.xlsx.mediaType}.` },
        });
      if ('refused' in table) throw unreadable(table.refused);
      const told = { source: source ?? null, date: date ?? null, vintage: vintage ?? null };
      const kept = await uploadBatch(acting, { round: params.round, cameBy: by, fileName: name ?? null, table: table.table, ...told });
      return { status: kept.known ? 200 : 201, effect: effectOf(kept.known), body: kept };
    },
  });
}
