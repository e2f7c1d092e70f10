import { type RawDocument, searchKey } from '@parindex/core';
import * as contracts from '@parindex/core/contracts/bodies';
import { dayOf } from '@parindex/core/round/index';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { effectOf } from '../../../audit/acting.ts';
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

const bodyPlace = z.tuple([z.number().int().min(0).max(2), z.boolean(), z.string().max(1_000), z.string().max(100)]);

interface FoundBody {
  readonly of: object;
  readonly stored: StoredBody;
}

async function findBody(db: Reading, id: string): Promise<FoundBody | undefined> {
  const [stored] = await readStoredBodies(db, [id]);
  return stored && { of: {}, stored };
}

const anywhere = async () => ({ of: {} });

/** Orders children after their parents, otherwise as given. */
function inTreeOrder(rows: readonly BelowRow[], top: string): BelowRow[] {
  const children = Map.groupBy(rows, ({ parent }) => parent);
  const under = (id: string): BelowRow[] => (children.get(id) ?? []).flatMap((row) => [row, ...under(row.id)]);
  return under(top);
}

/** Bodies: searched, read on any day, imported, changed, merged and split. */
export function serveBodies(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.listBodies, {
    handle: async ({ db, query: { search, kind, parent, on, limit, after } }) => {
      const key = search === undefined ? undefined : searchKey(search);
      // A search for punctuation alone matches nothing.
      if (key === '') return { body: { items: [], next: null } };
      const rows = await findBodies(db, { key, kind, parent, on, limit: limit + 1, after: readCursor(after, bodyPlace) });
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      const next = rows.length > limit && last ? cursorOf([last.grade, last.ended, last.sort, last.id]) : null;
      return { body: { items: await presentBodyRows(db, shown), next } };
    },
  });

  defineRoute(app, context, contracts.readBody, {
    find: ({ db, params }) => findBody(db, params.id),
    handle: async ({ db, found: { stored }, query, receivedAt }) => ({
      body: await presentBody(db, stored, query.on ?? dayOf(receivedAt.getTime())),
      headers: etag(stored.version),
    }),
  });

  defineRoute(app, context, contracts.readBodyTree, {
    find: ({ db, params }) => findBody(db, params.id),
    handle: async ({ db, params, query: { on, depth }, receivedAt }) => {
      const day = on ?? dayOf(receivedAt.getTime());
      return { body: { day, items: inTreeOrder(await findBodiesBelow(db, params.id, day, depth), params.id) } };
    },
  });

  serveChanges(app, context);
}

function serveChanges(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.importBodies, {
    find: anywhere,
    judge: ({ db, request }, faults) => judgeImport(db, request.body as RawDocument, faults),
    handle: async ({ acting, judged, body, query: { dryRun } }) => ({
      effect: effectOf(dryRun === 'true'),
      body: await importBodies(acting, judged, body, dryRun === 'true'),
    }),
  });

  defineRoute(app, context, contracts.recordSuccession, {
    find: anywhere,
    judge: async ({ db, raw }, faults) => judgeSuccession(await holdBodies(db), raw, faults),
    handle: async ({ acting, judged, body }) => ({ body: await keepSuccession(acting, body, judged) }),
  });

  defineRoute(app, context, contracts.changeBody, {
    find: ({ db, params }) => findBody(db, params.id),
    judge: async ({ db, raw, draft, params, receivedAt }, faults) => {
      const all = await holdBodies(db);
      const held = all.find(({ id }) => id === params.id) as StoredBody;
      await refuseStale(draft.version, held.version, () => presentBody(db, held, dayOf(receivedAt.getTime())));
      return judgeBodyChange(all, params.id, raw, faults);
    },
    handle: async ({ acting, db, judged, params, receivedAt }) => {
      await keepBodyChange(acting, params.id, judged);
      const [stored] = await readStoredBodies(db, [params.id]);
      return { body: await presentBody(db, stored as StoredBody, dayOf(receivedAt.getTime())), headers: etag((stored as StoredBody).version) };
    },
  });
}
