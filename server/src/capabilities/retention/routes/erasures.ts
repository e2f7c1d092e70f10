import type { Language } from '@parindex/core';
import {
  documentParams,
  type ErasureKind,
  erasureAnswer,
  erasureDecision,
  erasureList,
  erasureListQuery,
  erasureParams,
  newErasure,
  roundParams,
} from '@parindex/core/contracts/index';
import type { Subject } from '@parindex/core/rights/index';
import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import type { Context } from '../../../context.ts';
import type { Reading } from '../../../db/transaction.ts';
import { page, pageAnswer } from '../../../http/document-answer.ts';
import { Problem } from '../../../http/problems.ts';
import { type Answer, type Caller, defineRoute } from '../../../http/route.ts';
import { atAScreen } from '../../accounts/routes/people.ts';
import { type FoundLibrary, findLibrary } from '../../evidence/library.ts';
import { EVIDENCE } from '../../evidence/routes/documents.ts';
import { findRound } from '../../rounds/queries/rounds.ts';
import { askPurge, askRemoval } from '../acts/ask-erasure.ts';
import { decideErasure } from '../acts/decide-erasure.ts';
import { presentErasures } from '../present-erasure.ts';
import { erasureDocument } from '../printed-erasure.ts';
import { purgeList } from '../purge-list.ts';
import { documentsOfPurge, type ErasureRow, findErasure, findRemovable, listErasures, type Removable } from '../queries/erasures.ts';

/** Most erasures of one list. */
const MOST_LISTED = 200;

type Texts = Readonly<Record<Language, string>>;

const SUMMARIES: Readonly<Record<ErasureKind, { readonly list: Texts; readonly decide: Texts; readonly record: Texts }>> = {
  removal: {
    list: { vi: 'Các đề nghị gỡ bỏ khẩn cấp liên quan đến tôi', en: 'Emergency removals that concern me' },
    decide: { vi: 'Người thứ hai quyết định và thực hiện gỡ bỏ', en: 'A second person decides a removal, and carries it out' },
    record: { vi: 'Biên bản gỡ bỏ khẩn cấp để in và ký', en: 'The record of a removal, to print and sign' },
  },
  purge: {
    list: { vi: 'Các đề nghị hủy tài liệu hết thời hạn liên quan đến tôi', en: 'Proposed purges that concern me' },
    decide: { vi: 'Người thứ hai quyết định và thực hiện hủy tài liệu', en: 'A second person decides a purge, and carries it out' },
    record: { vi: 'Biên bản hủy tài liệu để in và ký', en: 'The record of a purge, to print and sign' },
  },
};

async function answer(db: Reading, kind: ErasureKind, id: string, caller: Caller | null, replayed: boolean): Promise<Answer> {
  const row = (await findErasure(db, kind, id)) as ErasureRow;
  const [body] = await presentErasures(db, [row], caller?.memberships ?? []);
  return { status: replayed ? 200 : 201, body };
}

async function findByDocument(db: Reading, params: z.output<typeof documentParams>): Promise<(FoundLibrary & { readonly removable: Removable }) | undefined> {
  const library = await findLibrary(db, params);
  const removable = library && (await findRemovable(db, params.document));
  return library && removable && removable.round === params.round && removable.body === params.body ? { ...library, removable } : undefined;
}

async function findKnown(db: Reading, kind: ErasureKind, id: string): Promise<{ readonly of: Subject; readonly erasure: ErasureRow } | undefined> {
  const erasure = await findErasure(db, kind, id);
  return erasure && { of: { roundOwner: erasure.roundOwner }, erasure };
}

/** Erasures: emergency removals of a document, purges after the term. One person asks, another decides. */
export function serveErasures(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, {
    method: 'POST',
    url: '/api/rounds/{round}/sheets/{body}/documents/{document}/removals',
    summary: {
      vi: 'Đề nghị gỡ bỏ khẩn cấp một tài liệu; từ lúc đó không ai đọc được',
      en: 'Ask for the emergency removal of a document; from then on nobody reads it',
    },
    tag: EVIDENCE,
    access: 'removal.ask',
    params: documentParams,
    body: newErasure,
    answers: { 201: erasureAnswer, 200: erasureAnswer },
    find: ({ db, params, caller }) => {
      atAScreen(caller);
      return findByDocument(db, params);
    },
    handle: async ({ acting, params, body, found: { removable }, caller }) => {
      const there = await findErasure(acting.db, 'removal', body.id);
      if (!there && removable.open !== null) throw new Problem('alreadyThere', { more: { removal: removable.open } });
      if (!there && (removable.goneFor === 'removed' || removable.form === 'secretMail'))
        throw new Problem('notNow', { more: { form: removable.form, gone: removable.goneFor } });
      const { replayed } = await askRemoval(acting, { ...params, ...body });
      return answer(acting.db, 'removal', body.id, caller, replayed);
    },
  });

  defineRoute(app, context, {
    method: 'POST',
    url: '/api/rounds/{round}/purges',
    summary: {
      vi: 'Đề nghị hủy các tài liệu của kỳ đã đóng đã hết thời hạn bảo quản',
      en: 'Propose to purge documents of a closed round whose term is over',
    },
    tag: EVIDENCE,
    access: 'purge.ask',
    params: roundParams,
    body: newErasure,
    answers: { 201: erasureAnswer, 200: erasureAnswer },
    find: async ({ db, params, caller }) => {
      atAScreen(caller);
      const round = await findRound(db, params.round);
      return round && { of: { roundOwner: round.ownerBody }, round };
    },
    handle: async ({ acting, params, body, found: { round }, caller }) => {
      if (round.state !== 'closed') throw new Problem('notNow', { more: { round: round.state } });
      const { replayed } = await askPurge(acting, { ...params, ...body });
      return answer(acting.db, 'purge', body.id, caller, replayed);
    },
  });

  defineRoute(app, context, {
    method: 'GET',
    url: '/api/purges/{id}/documents',
    summary: { vi: 'Danh mục tài liệu đề nghị hủy, để xem trước khi quyết định', en: 'The documents that a purge would take, to be read before it is decided' },
    tag: EVIDENCE,
    access: 'self',
    params: erasureParams,
    answers: page,
    find: ({ db, params, caller }) => {
      atAScreen(caller);
      return findKnown(db, 'purge', params.id);
    },
    handle: async ({ db, found: { erasure } }) => {
      if (erasure.decided) throw new Problem('notNow');
      return pageAnswer(purgeList(erasure, await documentsOfPurge(db, erasure.id), context.kind === 'sandbox'));
    },
  });

  serveKind(app, context, 'removal', '/api/removals');
  serveKind(app, context, 'purge', '/api/purges');
}

/** What both kinds have alike: the list, the decision, the record. */
function serveKind(app: FastifyInstance, context: Context, kind: ErasureKind, url: string): void {
  defineRoute(app, context, {
    method: 'GET',
    url,
    summary: SUMMARIES[kind].list,
    tag: EVIDENCE,
    access: 'self',
    query: erasureListQuery,
    answers: { 200: erasureList },
    find: async ({ caller }) => ({ of: {}, caller: atAScreen(caller) }),
    handle: async ({ db, query, found }) => ({
      body: { items: await presentErasures(db, await listErasures(db, kind, query.state === 'decided', MOST_LISTED), found.caller.memberships) },
    }),
  });

  defineRoute(app, context, {
    method: 'POST',
    url: `${url}/{id}/decision`,
    summary: SUMMARIES[kind].decide,
    tag: EVIDENCE,
    access: `${kind}.decide`,
    params: erasureParams,
    body: erasureDecision,
    answers: { 201: erasureAnswer, 200: erasureAnswer },
    find: ({ db, params, caller }) => {
      atAScreen(caller);
      return findKnown(db, kind, params.id);
    },
    handle: async ({ acting, body, found: { erasure }, caller }) => {
      const offices = (caller?.memberships ?? []).map(({ id }) => id);
      const { replayed } = await decideErasure(acting, erasure, offices, body);
      return answer(acting.db, kind, erasure.id, caller, replayed);
    },
  });

  defineRoute(app, context, {
    method: 'GET',
    url: `${url}/{id}/record`,
    summary: SUMMARIES[kind].record,
    tag: EVIDENCE,
    access: 'self',
    params: erasureParams,
    answers: page,
    find: ({ db, params, caller }) => {
      atAScreen(caller);
      return findKnown(db, kind, params.id);
    },
    handle: async ({ db, found: { erasure }, caller }) => {
      const [shown] = await presentErasures(db, [erasure], caller?.memberships ?? []);
      if (!shown?.decided) throw new Problem('notNow');
      return pageAnswer(erasureDocument({ ...shown, decided: shown.decided }, context.kind === 'sandbox'));
    },
  });
}
