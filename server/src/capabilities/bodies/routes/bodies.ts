import { type RawDocument, searchKey } from '@parindex/core';
import {
  bodyChange,
  bodyDetail,
  bodyImport,
  bodyImportAnswer,
  bodyImportQuery,
  bodyList,
  bodyListQuery,
  bodyParams,
  bodyQuery,
  bodySuccession,
  bodySuccessionAnswer,
  bodyTree,
  bodyTreeQuery,
} from '@parindex/core/contracts/index';
import type { Subject } from '@parindex/core/rights/index';
import { dayOf } from '@parindex/core/round/index';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Context } from '../../../context.ts';
import type { Reading } from '../../../db/transaction.ts';
import { cursorOf, readCursor } from '../../../http/cursor.ts';
import { etag } from '../../../http/etag.ts';
import { defineRoute } from '../../../http/route.ts';
import { refuseStale } from '../../../http/seen-version.ts';
import { holdBodies, judgeBodyChange, keepBodyChange } from '../acts/change-body.ts';
import { importBodies, judgeImport } from '../acts/import-bodies.ts';
import { judgeSuccession, keepSuccession } from '../acts/record-succession.ts';
import { presentBody, presentBodyRows } from '../present.ts';
import { type BelowRow, findBodies, findBodiesBelow, readStoredBodies, type StoredBody } from '../queries/bodies.ts';

/** A registry of all communes with their past fits several times. */
const IMPORT_LIMIT = 20 * 1024 * 1024;

const bodyPlace = z.tuple([z.number().int().min(0).max(2), z.boolean(), z.string().max(1_000), z.string().max(100)]);

interface FoundBody {
  readonly of: Subject;
  readonly stored: StoredBody;
}

async function findBody(db: Reading, id: string): Promise<FoundBody | undefined> {
  const [stored] = await readStoredBodies(db, [id]);
  return stored && { of: { body: id }, stored };
}

const anywhere = async (): Promise<{ readonly of: Subject }> => ({ of: {} });

/** Children right under their parents, in the order in which they came. */
function inTreeOrder(rows: readonly BelowRow[], top: string): BelowRow[] {
  const children = Map.groupBy(rows, ({ parent }) => parent);
  const under = (id: string): BelowRow[] => (children.get(id) ?? []).flatMap((row) => [row, ...under(row.id)]);
  return under(top);
}

/** Bodies: searched, read on any day, imported, changed, merged and split. */
export function serveBodies(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, {
    method: 'GET',
    url: '/api/bodies',
    summary: {
      vi: 'Danh sách cơ quan, đơn vị; tìm theo mọi tên đã từng có, không cần dấu',
      en: 'Bodies; searched by any name that they have ever had, with or without marks',
    },
    tag: 'bodies',
    access: 'body.read',
    query: bodyListQuery,
    answers: { 200: bodyList },
    handle: async ({ db, query: { search, kind, parent, on, limit, after } }) => {
      const key = search === undefined ? undefined : searchKey(search);
      // Nothing but signs begins no word.
      if (key === '') return { body: { items: [], next: null } };
      const rows = await findBodies(db, { key, kind, parent, on, limit: limit + 1, after: readCursor(after, bodyPlace) });
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      const next = rows.length > limit && last ? cursorOf([last.grade, last.ended, last.sort, last.id]) : null;
      return { body: { items: await presentBodyRows(db, shown), next } };
    },
  });

  defineRoute(app, context, {
    method: 'GET',
    url: '/api/bodies/{id}',
    summary: {
      vi: 'Một cơ quan, đơn vị: tên, mã, vùng, khối, cấp trên theo thời gian; tiền thân và kế thừa',
      en: 'A body with all that is dated of it, and whom it came out of and passed into',
    },
    tag: 'bodies',
    access: 'body.read',
    params: bodyParams,
    query: bodyQuery,
    answers: { 200: bodyDetail },
    find: ({ db, params }) => findBody(db, params.id),
    handle: async ({ db, found: { stored }, query, receivedAt }) => ({
      body: await presentBody(db, stored, query.on ?? dayOf(receivedAt.getTime())),
      headers: etag(stored.version),
    }),
  });

  defineRoute(app, context, {
    method: 'GET',
    url: '/api/bodies/{id}/tree',
    summary: { vi: 'Các cơ quan, đơn vị trực thuộc vào một ngày', en: 'The bodies below one on a day' },
    tag: 'bodies',
    access: 'body.read',
    params: bodyParams,
    query: bodyTreeQuery,
    answers: { 200: bodyTree },
    find: ({ db, params }) => findBody(db, params.id),
    handle: async ({ db, params, query: { on, depth }, receivedAt }) => {
      const day = on ?? dayOf(receivedAt.getTime());
      return { body: { day, items: inTreeOrder(await findBodiesBelow(db, params.id, day, depth), params.id) } };
    },
  });

  serveChanges(app, context);
}

function serveChanges(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, {
    method: 'POST',
    url: '/api/bodies/import',
    summary: { vi: 'Nhập danh mục cơ quan, đơn vị (JSON hoặc CSV); không xóa gì', en: 'Import bodies as JSON or CSV; nothing is deleted' },
    tag: 'bodies',
    access: 'body.write',
    query: bodyImportQuery,
    body: bodyImport,
    bodyLimit: IMPORT_LIMIT,
    answers: { 200: bodyImportAnswer },
    find: anywhere,
    judge: ({ db, request }, faults) => judgeImport(db, request.body as RawDocument, faults),
    handle: async ({ acting, judged, body, query }) => ({ body: await importBodies(acting, judged, body, query.dryRun === 'true') }),
  });

  defineRoute(app, context, {
    method: 'POST',
    url: '/api/bodies/successions',
    summary: { vi: 'Ghi nhận sáp nhập, chia tách, chuyển giao nhiệm vụ theo quyết định', en: 'Record that bodies passed on their work, by a decision' },
    tag: 'bodies',
    access: 'body.write',
    body: bodySuccession,
    answers: { 200: bodySuccessionAnswer },
    find: anywhere,
    judge: async ({ db, raw }, faults) => judgeSuccession(await holdBodies(db), raw, faults),
    handle: async ({ acting, judged, body }) => ({ body: await keepSuccession(acting, body, judged) }),
  });

  defineRoute(app, context, {
    method: 'PATCH',
    url: '/api/bodies/{id}',
    summary: {
      vi: 'Đổi tên, đổi cấp trên, mã, vùng, khối từ một ngày; kết thúc hoạt động theo quyết định',
      en: 'From a day on, another name, parent, code, region or block; the end by a decision',
    },
    tag: 'bodies',
    access: 'body.write',
    params: bodyParams,
    body: bodyChange,
    answers: { 200: bodyDetail },
    find: ({ db, params }) => findBody(db, params.id),
    judge: async ({ db, raw, params, receivedAt }, faults) => {
      const all = await holdBodies(db);
      const held = all.find(({ id }) => id === params.id) as StoredBody;
      await refuseStale(raw, held.version, () => presentBody(db, held, dayOf(receivedAt.getTime())));
      return judgeBodyChange(all, params.id, raw, faults);
    },
    handle: async ({ acting, db, judged, params, receivedAt }) => {
      await keepBodyChange(acting, params.id, judged);
      const [stored] = await readStoredBodies(db, [params.id]);
      return { body: await presentBody(db, stored as StoredBody, dayOf(receivedAt.getTime())), headers: etag((stored as StoredBody).version) };
    },
  });
}
