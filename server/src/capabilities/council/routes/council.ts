import { at, type Language, ROOT } from '@parindex/core';
import * as contracts from '@parindex/core/contracts/council';
import { may } from '@parindex/core/rights/index';
import type { FastifyInstance } from 'fastify';
import type { Effect } from '../../../audit/acting.ts';
import type { Context } from '../../../context.ts';
import type { Reading, Writing } from '../../../db/transaction.ts';
import type { Caller } from '../../../http/admission.ts';
import { bytesAnswer, documentAnswer } from '../../../http/document-answer.ts';
import { etag } from '../../../http/etag.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute } from '../../../http/route.ts';
import { reportKey } from '../../../storage/keys.ts';
import { type FoundBoard, findBoard } from '../../progress/poll.ts';
import { findRoundFiles } from '../../rounds/queries/round-documents.ts';
import { holdRound } from '../../rounds/queries/rounds.ts';
import { changeSession, draftSession, judgeChange } from '../acts/change-session.ts';
import { concludeItem } from '../acts/conclude-item.ts';
import { keepPapers } from '../acts/keep-papers.ts';
import { moveAgendaItem, moveSession } from '../acts/move-session.ts';
import { vote } from '../acts/vote.ts';
import { SESSION_DOCUMENTS } from '../council-documents.ts';
import { holdSession, readSession } from '../open-session.ts';
import { presentCouncil, presentSession, readSheetsOf } from '../present-session.ts';
import { readMaterial } from '../session-material.ts';

interface Asked {
  readonly caller: Caller | null;
  readonly found: FoundBoard;
  readonly language: Language;
}

/** The session as it stands now, for whoever asks. */
async function shown(db: Reading, id: string, { caller, found: { of, plan }, language }: Asked) {
  const open = await readSession(db, plan.round, id);
  if (!open) throw new Problem('notFound');
  const leads = may(caller?.memberships ?? [], 'council.write', of);
  const sheets = await readSheetsOf(db, plan.round, open.agenda);
  const body = await presentSession(db, plan, open, { account: caller?.account ?? '', leads, language }, sheets);
  return { body, headers: etag(body.version) };
}

/** Sessions of a round's council: prepared and led by its secretariat, voted in by its members, concluded as they voted. */
export function serveCouncil(app: FastifyInstance, context: Context): void {
  const illustrative = context.kind === 'sandbox';

  defineRoute(app, context, contracts.readCouncil, {
    find: findBoard,
    handle: async ({ db, caller, found: { plan }, receivedAt }) => ({ body: await presentCouncil(db, plan, caller?.account ?? '', receivedAt) }),
  });

  defineRoute(app, context, contracts.readSession, {
    find: findBoard,
    handle: (request) => shown(request.db, request.params.session, request),
  });

  defineRoute(app, context, contracts.draftSession, {
    find: findBoard,
    handle: async (request) => {
      const { acting, params, body } = request;
      // Read again once nobody else can close it.
      const round = await holdRound(acting.db, params.round);
      if (round?.state !== 'open') throw new Problem('notNow', { detail: CLOSED });
      const effect = await draftSession(acting, params.round, body);
      return { status: 201, effect, ...(await shown(acting.db, body.id, request)) };
    },
  });

  defineRoute(app, context, contracts.changeSession, {
    find: findBoard,
    judge: async (request, faults) => {
      const { db, draft } = request;
      const open = await held(db, request, draft.version);
      await judgeChange(db, open, draft, faults);
      return open;
    },
    handle: async (request) => {
      const { acting, params, body, judged } = request;
      return after(request, await changeSession(acting, judged, body), params.session);
    },
  });

  defineRoute(app, context, contracts.moveSession, {
    find: findBoard,
    judge: async ({ draft: { move, ending }, receivedAt }, faults) => {
      if (ending !== undefined && move !== 'conclude') faults.add('notAllowedHere', at(ROOT, 'ending'), { key: 'ending' });
      const [began, ended] = [ending?.began, ending?.ended].map((at) => (at ? Date.parse(at) : receivedAt.getTime())) as [number, number];
      if (began > ended || ended > receivedAt.getTime())
        faults.add('unknownValue', at(ROOT, 'ending', 'ended'), { found: String(ending?.ended), expected: NOT_AFTER });
      return {};
    },
    handle: async (request) => {
      const { acting, params, body, found } = request;
      const open = await held(acting.db, request, body.version);
      const keep = async () => {
        const of = { account: acting.account as string, leads: true, language: 'vi', moment: acting.receivedAt, illustrative } as const;
        return keepPapers(acting, context.evidence.storage, await readMaterial(acting.db, found.plan, open, of));
      };
      return after(request, await moveSession(acting, open, body.move, keep, body.ending), params.session);
    },
  });

  defineRoute(app, context, contracts.moveAgendaItem, {
    find: findBoard,
    handle: async (request) => {
      const { acting, params, body } = request;
      const open = await held(acting.db, request, body.version);
      return after(request, await moveAgendaItem(acting, open, params.item, body.move), params.session);
    },
  });

  defineRoute(app, context, contracts.voteOnItem, {
    find: findBoard,
    handle: async (request) => {
      const { acting, params, body } = request;
      const open = await held(acting.db, request);
      const effect = await vote(acting, open, params.item, { account: acting.account as string, way: 'self', file: null }, body);
      return after(request, effect, params.session);
    },
  });

  defineRoute(app, context, contracts.enterBallot, {
    find: findBoard,
    judge: async ({ db, params, draft: { file } }, faults) => {
      const [known] = file === undefined ? [] : await findRoundFiles(db, [file]);
      if (file !== undefined && (known?.round !== params.round || known.urged !== null)) faults.add('unknownId', at(ROOT, 'file'), { found: file });
      return {};
    },
    handle: async (request) => {
      const { acting, params, body } = request;
      const open = await held(acting.db, request);
      const effect = await vote(acting, open, params.item, { account: params.member, way: 'ballot', file: body.file }, body);
      return after(request, effect, params.session);
    },
  });

  defineRoute(app, context, contracts.concludeItem, {
    find: findBoard,
    handle: async (request) => {
      const { acting, params, body, language } = request;
      const open = await held(acting.db, request);
      const effect = await concludeItem(acting, open, params.item, body, language);
      return { status: 201, ...(await after(request, effect, params.session)) };
    },
  });

  defineRoute(app, context, contracts.councilDocument, {
    find: findBoard,
    handle: async ({ db, caller, found: { of, plan }, params, query: { format }, language, receivedAt: moment }) => {
      const open = await readSession(db, plan.round, params.session);
      if (!open) throw new Problem('notFound');
      const leads = may(caller?.memberships ?? [], 'council.write', of);
      const { make, file } = SESSION_DOCUMENTS[params.document];
      const material = await readMaterial(db, plan, open, { account: caller?.account ?? '', leads, language, moment, illustrative });
      const name = `${file}-${plan.round}-${open.session.number}`;
      const { papers } = material.session;
      // What the members got, byte for byte, as long as it still holds.
      const kept = params.document === 'papers' && papers?.changes.length === 0 ? papers.files.find(({ kind }) => kind === format) : undefined;
      if (kept && format !== 'html') return { after: async () => bytesAnswer(await context.evidence.storage.read(reportKey(kept.sha256)), format, name) };
      return documentAnswer(make(material), format, name);
    },
  });
}

const NOT_AFTER = 'began ≤ ended ≤ now';

const CLOSED = { vi: 'Kỳ đánh giá đã đóng.', en: 'The round is closed.' };

function refuseClosed({ plan }: FoundBoard): void {
  if (plan.closedAt !== null) throw new Problem('notNow', { detail: CLOSED });
}

/** A session of an open round, held against whoever else acts in it. */
function held(db: Writing, { found, params }: { readonly found: FoundBoard; readonly params: { readonly session: string } }, version?: number) {
  refuseClosed(found);
  return holdSession(db, found.plan.round, params.session, version);
}

const after = async (request: Asked & { readonly acting: { readonly db: Reading } }, effect: Effect, session: string) => ({
  effect,
  ...(await shown(request.acting.db, session, request)),
});
