import type { Raw } from '@parindex/core';
import {
  deliveryAgreement,
  deliveryAnswer,
  deliveryBrought,
  deliveryFileQuery,
  deliveryFormQuery,
  deliveryList,
  deliveryParams,
  deliveryRefusal,
  estimateList,
  newDelivery,
  pageQuery,
  roundParams,
  sheetParams,
} from '@parindex/core/contracts/index';
import type { FileRefusal, ReadTable } from '@parindex/core/imports/index';
import { may } from '@parindex/core/rights/index';
import { deliveryWhyText } from '@parindex/core/words/import-words';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Context } from '../../../context.ts';
import type { Reading } from '../../../db/transaction.ts';
import { KINDS } from '../../../file-inspection/kinds.ts';
import { Turns } from '../../../file-inspection/limiter.ts';
import { cursorOf, readCursor } from '../../../http/cursor.ts';
import { Problem } from '../../../http/problems.ts';
import { asCaller, defineRoute, type FindAsked } from '../../../http/route.ts';
import { bytesAnswer, sandboxed } from '../../../http/sandboxed.ts';
import { readyEdition } from '../../editions/ready.ts';
import { type FoundRound, findKnownRound } from '../../rounds/found.ts';
import { findRoundRights, findSheetPlaces, findSheetRights } from '../../sheets/queries/sheets.ts';
import { bringDelivery } from '../acts/upload-batch.ts';
import { refuseDelivery, writeDelivery } from '../acts/write-batch.ts';
import { deliveryForm } from '../form.ts';
import { judgeDelivery } from '../judge.ts';
import { presentDelivery, presentDeliveryRow, tableOf } from '../present.ts';
import { findDelivery, listDeliveries, readEstimateHistory, readWritings } from '../queries/batches.ts';
import { readDeliveryFile } from '../read-file.ts';
import { sentTable } from '../read-sent.ts';

const TAG = 'deliveries';
const CSV = 'text/csv';

/** Most bytes of a delivery: 20,000 rows with their sources. */
export const DELIVERY_BYTES = 8 * 1024 * 1024;
/** Files that are read at once, and that wait for it. */
const AT_ONCE = 2;
const WAITING = 8;

const order = z.tuple([z.iso.datetime({ offset: true }), z.uuid()]);

/** A round that is there for whoever works in it; a draft takes no figures. */
async function findOpened({ db, params, caller }: Pick<FindAsked<{ round: string }, unknown>, 'db' | 'params' | 'caller'>): Promise<FoundRound | undefined> {
  return findKnownRound(db, params.round, caller);
}

/** What a delivery would write now, and what was written of it. */
async function shown(db: Reading, round: string, id: string, receivedAt: Date, language: 'vi' | 'en') {
  const delivery = await findDelivery(db, round, id);
  const judged = delivery && (await judgeDelivery(db, round, tableOf(delivery), delivery, receivedAt, language));
  if (!delivery || !judged) throw new Problem('notFound');
  return presentDelivery(delivery, judged, await readWritings(db, id), language);
}

function refuseDraft({ round }: FoundRound): void {
  if (round.state !== 'open') throw new Problem('notNow', { more: { round: round.state } });
}

/** Figures from elsewhere for all bodies of a round: brought, seen, agreed to or refused. */
export function serveDeliveries(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, {
    method: 'GET',
    url: '/api/rounds/{round}/deliveries',
    summary: { vi: 'Các đợt số liệu từ nơi khác của kỳ, mới nhất trước', en: 'Figures from elsewhere that came for a round, newest first' },
    tag: TAG,
    access: 'delivery.read',
    params: roundParams,
    query: pageQuery,
    answers: { 200: deliveryList },
    find: findOpened,
    handle: async ({ db, params, query: { limit, after } }) => {
      const rows = await listDeliveries(db, params.round, limit + 1, readCursor(after, order));
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      return {
        body: { items: page.map(presentDeliveryRow), next: rows.length > limit && last ? cursorOf([last.broughtAt.toISOString(), last.id]) : null },
      };
    },
  });

  defineRoute(app, context, {
    method: 'POST',
    url: '/api/rounds/{round}/deliveries',
    summary: { vi: 'Nạp một đợt số liệu (JSON); chưa ghi gì vào bảng điểm', en: 'Brings figures from elsewhere as JSON; nothing is written in the sheets' },
    tag: TAG,
    access: 'delivery.write',
    params: roundParams,
    body: newDelivery,
    bodyLimit: DELIVERY_BYTES,
    answers: { 200: deliveryBrought, 201: deliveryBrought },
    find: findOpened,
    judge: async ({ found, raw }): Promise<{ raw: Raw }> => {
      refuseDraft(found);
      return { raw };
    },
    handle: async ({ acting, params, body: { source, date, vintage }, judged: { raw } }) => {
      const told = { source: source ?? null, date: date ?? null, vintage: vintage ?? null };
      const kept = await bringDelivery(acting, { round: params.round, cameBy: 'api', fileName: null, table: sentTable(raw), ...told });
      return { status: kept.known ? 200 : 201, body: kept };
    },
  });

  defineRoute(app, context, {
    method: 'GET',
    url: '/api/rounds/{round}/deliveries/form',
    summary: { vi: 'Tải mẫu số liệu của kỳ (XLSX hoặc CSV) để điền', en: 'The form for figures from elsewhere, as XLSX or CSV' },
    tag: TAG,
    access: 'delivery.write',
    params: roundParams,
    query: deliveryFormQuery,
    answers: bytesAnswer,
    withoutHead: true,
    find: findOpened,
    handle: async ({ db, params, query: { as }, language }) => {
      const places = await findSheetPlaces(db, params.round);
      const [first] = places;
      if (!first) throw new Problem('notFound');
      const body = await deliveryForm(as, await readyEdition(db, first.edition, first.editionHash), places, language);
      return { body, headers: sandboxed(as === 'csv' ? `${CSV}; charset=utf-8` : KINDS.xlsx.mediaType, `so-lieu-${params.round}.${as}`) };
    },
  });

  defineRoute(app, context, {
    method: 'GET',
    url: '/api/rounds/{round}/deliveries/{delivery}',
    summary: {
      vi: 'Một đợt số liệu: sẽ thay đổi gì, điểm nào dịch chuyển, đã ghi gì',
      en: 'A delivery: what it would change, the points that move, what was written',
    },
    tag: TAG,
    access: 'delivery.read',
    params: deliveryParams,
    answers: { 200: deliveryAnswer },
    find: findOpened,
    handle: async ({ db, params, receivedAt, language }) => ({ body: await shown(db, params.round, params.delivery, receivedAt, language) }),
  });

  defineRoute(app, context, {
    method: 'POST',
    url: '/api/rounds/{round}/deliveries/{delivery}/agreement',
    summary: { vi: 'Đồng ý ghi một đợt số liệu đúng như đã xem', en: 'Agrees to a delivery as it was seen: it is written' },
    tag: TAG,
    access: 'delivery.write',
    params: deliveryParams,
    body: deliveryAgreement,
    answers: { 201: deliveryAnswer },
    find: findOpened,
    handle: async ({ acting, params, body, receivedAt, language }) => {
      const delivery = await findDelivery(acting.db, params.round, params.delivery, true);
      if (!delivery) throw new Problem('notFound');
      await writeDelivery(acting, delivery, body, language);
      return { status: 201, body: await shown(acting.db, params.round, params.delivery, receivedAt, language) };
    },
  });

  defineRoute(app, context, {
    method: 'POST',
    url: '/api/rounds/{round}/deliveries/{delivery}/refusal',
    summary: { vi: 'Không nhận một đợt số liệu, có lý do', en: 'Refuses a delivery, with a reason' },
    tag: TAG,
    access: 'delivery.write',
    params: deliveryParams,
    body: deliveryRefusal,
    answers: { 201: deliveryAnswer },
    find: findOpened,
    handle: async ({ acting, params, body, receivedAt, language }) => {
      const delivery = await findDelivery(acting.db, params.round, params.delivery, true);
      if (!delivery) throw new Problem('notFound');
      await refuseDelivery(acting, delivery, body.reason);
      return { status: 201, body: await shown(acting.db, params.round, params.delivery, receivedAt, language) };
    },
  });

  defineRoute(app, context, {
    method: 'GET',
    url: '/api/rounds/{round}/sheets/{body}/estimates',
    summary: {
      vi: 'Kết quả điều tra, mức độ hài lòng của một cơ quan: nguồn, ngày, kỳ và các bản trước',
      en: 'Means of surveys of a body, with their sources and those before them',
    },
    tag: TAG,
    access: 'sheet.read',
    params: sheetParams,
    answers: { 200: estimateList },
    find: async ({ db, params }) => {
      const rights = await findSheetRights(db, params.round, params.body);
      return rights && { of: { body: params.body, roundOwner: rights.owner, domainOwners: rights.domainOwners } };
    },
    handle: async ({ db, params }) => {
      const rows = await readEstimateHistory(db, params.round, params.body);
      return { body: { items: rows.map(({ body, writtenAt, ...row }) => ({ ...row, writtenAt: writtenAt.toISOString() })) } };
    },
  });
}

/** What was read of a request's file, before the transaction that keeps it. */
const read = new WeakMap<FastifyRequest, ReadTable>();

function unreadable(refused: readonly FileRefusal[]): Problem {
  const told = (language: 'vi' | 'en') => refused.map(({ place, why }) => ({ place, message: deliveryWhyText(why, language) }));
  const detail = (language: 'vi' | 'en') =>
    told(language)
      .map(({ place, message }) => (place === null ? message : `${place}: ${message}`))
      .join(' ');
  return new Problem('unreadable', { detail: { vi: detail('vi').slice(0, 2_000), en: detail('en').slice(0, 2_000) }, more: { refused: told('vi') } });
}

/** Figures from elsewhere as a file. In a scope of its own: no other route takes such bytes. */
export async function serveDeliveryFiles(app: FastifyInstance, context: Context): Promise<void> {
  const turns = new Turns(AT_ONCE, WAITING);
  app.addContentTypeParser([KINDS.xlsx.mediaType, CSV], { parseAs: 'buffer', bodyLimit: DELIVERY_BYTES }, (_request, body, done) => done(null, body));

  // Read before a transaction begins, as workbooks are; who may not has no process started.
  app.addHook('preHandler', async (request) => {
    const params = roundParams.safeParse(request.params);
    const bytes: unknown = request.body;
    if (request.method !== 'POST' || !params.success || !Buffer.isBuffer(bytes)) return;
    const allowed = await asCaller(context, request, 'delivery.write', true, async (db, caller) => {
      const rights = await findRoundRights(db, params.data.round);
      return rights !== undefined && may(caller.memberships, 'delivery.write', { roundOwner: rights.owner });
    });
    if (!allowed) return;
    const table = await turns.take(() => readDeliveryFile(bytes));
    if (!table) throw new Problem('notReady');
    read.set(request, table);
  });

  defineRoute(app, context, {
    method: 'POST',
    url: '/api/rounds/{round}/deliveries/files',
    summary: {
      vi: 'Nạp một đợt số liệu bằng tệp CSV hoặc XLSX; chưa ghi gì vào bảng điểm',
      en: 'Brings figures from elsewhere as CSV or XLSX; nothing is written in the sheets',
    },
    tag: TAG,
    access: 'delivery.write',
    params: roundParams,
    query: deliveryFileQuery,
    answers: { 200: deliveryBrought, 201: deliveryBrought },
    find: findOpened,
    handle: async ({ acting, params, query: { source, date, vintage, name, by }, found, request }) => {
      refuseDraft(found);
      const table = read.get(request);
      if (!table)
        throw new Problem('wrongMediaType', {
          detail: { vi: `Tệp gửi lên phải là CSV (${CSV}) hoặc XLSX (${KINDS.xlsx.mediaType}).`, en: `The file is sent as ${CSV} or ${KINDS.xlsx.mediaType}.` },
        });
      if ('refused' in table) throw unreadable(table.refused);
      const told = { source: source ?? null, date: date ?? null, vintage: vintage ?? null };
      const kept = await bringDelivery(acting, { round: params.round, cameBy: by, fileName: name ?? null, table: table.table, ...told });
      return { status: kept.known ? 200 : 201, body: kept };
    },
  });
}
