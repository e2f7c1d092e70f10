import * as contracts from '@parindex/core/contracts/retention';
import type { documentParams, ErasureKind } from '@parindex/core/contracts/schemas/index';
import type { Subject } from '@parindex/core/rights/index';
import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import { effectOf } from '../../../audit/acting.ts';
import type { Context } from '../../../context.ts';
import type { Reading } from '../../../db/transaction.ts';
import type { Caller } from '../../../http/admission.ts';
import type { Answer } from '../../../http/answer.ts';
import { documentAnswer } from '../../../http/document-answer.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute } from '../../../http/route.ts';
import { signedInByBrowser } from '../../../http/signed-in.ts';
import { readyEdition } from '../../editions/ready.ts';
import { findRound } from '../../rounds/queries/rounds.ts';
import { type FoundPlace, findPlace, type SheetRequest } from '../../sheets/found.ts';
import { readIssuer } from '../../sheets/queries/report-place.ts';
import { askPurge, askRemoval } from '../acts/ask-erasure.ts';
import { decideErasure } from '../acts/decide-erasure.ts';
import { presentErasures, type ShownErasure } from '../present-erasure.ts';
import { erasureDocument, type FigureTitle } from '../printed-erasure.ts';
import { purgeList } from '../purge-list.ts';
import {
  copiesOfRemoved,
  documentsOfPurge,
  type ErasureRow,
  findErasure,
  findRemovable,
  listErasures,
  mayAskRemoval,
  type Removable,
} from '../queries/erasures.ts';

const BROUGHT_BY_APPRAISER = {
  vi: 'Tài liệu do người thẩm định đưa vào kho: cơ quan được thẩm định không đề nghị gỡ bỏ. Đề nghị cơ quan chủ trì kỳ đánh giá xem xét.',
  en: 'An appraiser brought this document, and the appraised body does not ask for its removal. Ask the body that runs the round.',
};

/** Most erasures in one list. */
const MOST_LISTED = 200;

/** What the figures are called by which the documents of a record were cited, each by the edition of its round. */
async function figureTitles(db: Reading, { record }: ShownErasure): Promise<FigureTitle> {
  const titles = new Map<string, ReadonlyMap<string, string>>();
  for (const id of new Set(record?.documents.map(({ round }) => round))) {
    const round = await findRound(db, id);
    if (!round || round.edition === null || round.editionHash === null || round.editionState !== 'adopted') continue;
    const { scheme } = await readyEdition(db, round.edition, round.editionHash);
    titles.set(id, new Map(scheme.figures.flatMap((figure) => (figure.title ? [[figure.id, figure.title.vi] as const] : []))));
  }
  return (round, figure) => titles.get(round)?.get(figure);
}

async function answer(db: Reading, kind: ErasureKind, id: string, caller: Caller | null, replayed: boolean): Promise<Answer<typeof contracts.requestRemoval>> {
  const row = (await findErasure(db, kind, id)) as ErasureRow;
  const [body] = await presentErasures(db, [row], caller?.memberships ?? []);
  if (!body) throw new Problem('notFound');
  return { status: replayed ? 200 : 201, effect: effectOf(replayed), body };
}

async function findByDocument(
  request: SheetRequest & { readonly params: z.output<typeof documentParams> },
): Promise<(FoundPlace & { readonly removable: Removable }) | undefined> {
  const { db, params } = request;
  const found = await findPlace(request);
  const removable = found && (await findRemovable(db, params.document));
  return found && removable && removable.round === params.round && removable.body === params.body ? { ...found, removable } : undefined;
}

async function findKnown(
  db: Reading,
  kind: ErasureKind,
  id: string,
): Promise<{ readonly of: Pick<Subject, 'roundOwner'>; readonly erasure: ErasureRow } | undefined> {
  const erasure = await findErasure(db, kind, id);
  return erasure && { of: { roundOwner: erasure.roundOwner }, erasure };
}

/** Erasures: emergency removals of a document, and purges after the term. One person requests, another decides. */
export function serveErasures(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.requestRemoval, {
    find: (request) => {
      signedInByBrowser(request.caller);
      return findByDocument(request);
    },
    handle: async ({ acting, params, body, found: { removable }, caller }) => {
      const there = await findErasure(acting.db, 'removal', body.id);
      if (!there && removable.open !== null) throw new Problem('alreadyThere', { more: { removal: removable.open } });
      if (!there && (removable.goneFor === 'removed' || removable.form === 'secretMail'))
        throw new Problem('notNow', { more: { form: removable.form, gone: removable.goneFor } });
      // The right to ask is known; what is left is that an appraiser brought it, or the same bytes elsewhere in the body's libraries.
      if (!there && !(await mayAskRemoval(acting.db, removable, params.document, acting.membership as string)))
        throw new Problem('refused', { detail: BROUGHT_BY_APPRAISER });
      const { replayed } = await askRemoval(acting, { ...params, ...body });
      return answer(acting.db, 'removal', body.id, caller, replayed);
    },
  });

  defineRoute(app, context, contracts.requestPurge, {
    find: async ({ db, params, caller }) => {
      signedInByBrowser(caller);
      const round = await findRound(db, params.round);
      return round && { of: { roundOwner: round.ownerBody }, round };
    },
    handle: async ({ acting, params, body, found: { round }, caller }) => {
      if (round.state !== 'closed') throw new Problem('notNow', { more: { round: round.state } });
      const { replayed } = await askPurge(acting, { ...params, ...body });
      return answer(acting.db, 'purge', body.id, caller, replayed);
    },
  });

  defineRoute(app, context, contracts.printPurgeDocuments, {
    find: ({ db, params, caller }) => {
      signedInByBrowser(caller);
      return findKnown(db, 'purge', params.id);
    },
    handle: async ({ db, found: { erasure }, query: { format } }) => {
      if (erasure.decided) throw new Problem('notNow');
      const list = purgeList(erasure, await documentsOfPurge(db, erasure.id), context.kind === 'sandbox');
      return documentAnswer(list, format, 'danh-muc-tai-lieu-de-nghi-huy');
    },
  });

  defineRoute(app, context, contracts.listRemovalCopies, {
    find: async ({ caller }) => ({ of: {}, caller: signedInByBrowser(caller) }),
    handle: async ({ db }) => ({ body: { items: await copiesOfRemoved(db) } }),
  });

  serveKind(app, context, 'removal', { list: contracts.listRemovals, decide: contracts.decideRemoval, print: contracts.printRemoval });
  serveKind(app, context, 'purge', { list: contracts.listPurges, decide: contracts.decidePurge, print: contracts.printPurge });
}

/** What both kinds share: the list, the decision, the record. */
function serveKind(
  app: FastifyInstance,
  context: Context,
  kind: ErasureKind,
  {
    list,
    decide,
    print,
  }: {
    readonly list: typeof contracts.listRemovals | typeof contracts.listPurges;
    readonly decide: typeof contracts.decideRemoval | typeof contracts.decidePurge;
    readonly print: typeof contracts.printRemoval | typeof contracts.printPurge;
  },
): void {
  defineRoute(app, context, list, {
    find: async ({ caller }) => ({ of: {}, caller: signedInByBrowser(caller) }),
    handle: async ({ db, query, found }) => ({
      body: { items: await presentErasures(db, await listErasures(db, kind, query.state === 'decided', MOST_LISTED), found.caller.memberships) },
    }),
  });

  defineRoute(app, context, decide, {
    find: ({ db, params, caller }) => {
      signedInByBrowser(caller);
      return findKnown(db, kind, params.id);
    },
    handle: async ({ acting, body, found: { erasure }, caller }) => {
      const offices = (caller?.memberships ?? []).map(({ id }) => id);
      const { replayed } = await decideErasure(acting, erasure, offices, body);
      return answer(acting.db, kind, erasure.id, caller, replayed);
    },
  });

  defineRoute(app, context, print, {
    find: ({ db, params, caller }) => {
      signedInByBrowser(caller);
      return findKnown(db, kind, params.id);
    },
    handle: async ({ db, found: { erasure }, caller, query: { format } }) => {
      const [shown] = await presentErasures(db, [erasure], caller?.memberships ?? []);
      if (!shown?.decided) throw new Problem('notNow');
      const name = kind === 'purge' ? 'bien-ban-huy-tai-lieu' : 'bien-ban-go-bo-tai-lieu';
      const issuer = await readIssuer(db, shown.decided.body ?? shown.asked.body ?? shown.body);
      const titles = await figureTitles(db, shown);
      return documentAnswer(erasureDocument({ ...shown, decided: shown.decided }, issuer, context.kind === 'sandbox', titles), format, name);
    },
  });
}
