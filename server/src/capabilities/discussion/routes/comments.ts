import { at, type Faults, ROOT } from '@parindex/core';
import * as contracts from '@parindex/core/contracts/discussion';
import type { ThreadKind } from '@parindex/core/contracts/schemas/index';
import { actingMembership, may } from '@parindex/core/rights/index';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../../context.ts';
import type { Reading, Writing } from '../../../db/transaction.ts';
import type { Caller } from '../../../http/admission.ts';
import type { BodyOf } from '../../../http/answer.ts';
import { pageById } from '../../../http/cursor.ts';
import { etag } from '../../../http/etag.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute } from '../../../http/route.ts';
import { refuseStale } from '../../../http/seen-version.ts';
import { findMyself } from '../../../http/signed-in.ts';
import { readyEdition } from '../../editions/ready.ts';
import { type FoundPlace, findPlace, type SheetSubject } from '../../sheets/found.ts';
import { itemNow } from '../../sheets/item-now.ts';
import type { SheetPlace } from '../../sheets/queries/sheets.ts';
import { readTakeovers, type TakeoverRow } from '../../sheets/queries/takeovers.ts';
import { setThreadState } from '../acts/set-thread-state.ts';
import { withdrawComment } from '../acts/withdraw-comment.ts';
import { beginThread, replyInThread } from '../acts/write-comment.ts';
import { findComment, lockThread, readComments, readMentions, readThreadPeople, readThreads, type ThreadHead } from '../queries/comments.ts';
import { presentThread, readableKinds, rightToWrite } from '../threads.ts';

const MOST_MENTIONS_SHOWN = 50;

interface FoundSheet extends FoundPlace {
  /** What the caller reads there. */
  readonly kinds: readonly ThreadKind[];
  readonly takeovers: readonly TakeoverRow[];
}

interface FoundThread extends FoundSheet {
  readonly thread: ThreadHead;
  readonly item: string;
}

interface DiscussionRequest<P> {
  readonly db: Reading;
  readonly caller: Caller | null;
  readonly params: P;
  readonly receivedAt: Date;
}

/** A sheet with what is needed for its threads. */
async function findSheet(request: DiscussionRequest<{ round: string; body: string }>): Promise<FoundSheet | undefined> {
  const found = await findPlace(request);
  if (!found) return undefined;
  return { ...found, kinds: readableKinds(request.caller?.memberships ?? [], found.of), takeovers: await readTakeovers(request.db, found.place.round) };
}

/** A thread that the caller may read; others look as if they did not exist. */
async function findThread(request: DiscussionRequest<{ round: string; body: string; thread: string }>): Promise<FoundThread | undefined> {
  const sheet = await findSheet(request);
  if (!sheet) return undefined;
  const [thread] = await readThreads(request.db, request.params, sheet.kinds, request.params.thread);
  return thread && { ...sheet, thread, item: itemNow(thread, sheet.takeovers) ?? thread.item };
}

/** The membership by which somebody writes in threads of a kind at a sheet. */
function membershipIn(caller: Caller | null, kind: ThreadKind, of: SheetSubject): string {
  const membership = actingMembership(caller?.memberships ?? [], rightToWrite(kind), of);
  if (!membership) throw new Problem('refused');
  return membership.id;
}

/** Adds a fault for every mentioned person who takes no part in such threads. */
async function judgeMentions(
  db: Reading,
  place: SheetPlace,
  kind: ThreadKind,
  mentions: readonly (string | undefined)[],
  path: ReturnType<typeof at>,
  faults: Faults,
): Promise<void> {
  if (mentions.length === 0) return;
  const people = new Set((await readThreadPeople(db, place, kind)).map(({ id }) => id));
  mentions.forEach((id, index) => {
    if (id !== undefined && !people.has(id)) faults.add('unknownId', at(path, 'mentions', index), { found: id });
  });
}

interface WholeThread {
  readonly body: BodyOf<typeof contracts.beginThread>;
  readonly headers: Readonly<Record<string, string>>;
}

async function answerThread(db: Reading, { place, kinds, takeovers }: FoundSheet, id: string): Promise<WholeThread> {
  const [thread] = await readThreads(db, place, kinds, id);
  if (!thread) throw new Problem('notFound');
  const body = presentThread(thread, itemNow(thread, takeovers) ?? thread.item, await readComments(db, [id]));
  return { body, headers: etag(thread.version) };
}

/** A thread, read again once nobody else can write in it. */
async function hold(db: Writing, { place, kinds, thread: { id } }: FoundThread): Promise<ThreadHead> {
  if (!(await lockThread(db, id))) throw new Problem('refused');
  const [thread] = await readThreads(db, place, kinds, id);
  if (!thread) throw new Problem('notFound');
  return thread;
}

/** Threads of comments at the items of a sheet, and mentions. */
export function serveComments(app: FastifyInstance, context: Context): void {
  serveReading(app, context);
  serveWriting(app, context);
}

function serveReading(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.listThreads, {
    find: findSheet,
    handle: async ({ db, params, query, found: { kinds, takeovers } }) => {
      const here = (await readThreads(db, params, kinds)).filter((thread) => itemNow(thread, takeovers) === query.item);
      const ordered = [...here.filter(({ resolved }) => !resolved), ...here.filter(({ resolved }) => resolved)];
      const { page, next } = pageById(ordered, query);
      const comments = await readComments(
        db,
        page.map(({ id }) => id),
      );
      return { body: { items: page.map((thread) => presentThread(thread, query.item, comments)), next } };
    },
  });

  defineRoute(app, context, contracts.countThreads, {
    find: findSheet,
    handle: async ({ db, params, found: { kinds, takeovers } }) => {
      const threads = await readThreads(db, params, kinds);
      const items = Map.groupBy(threads, (thread) => itemNow(thread, takeovers));
      const count = (here: readonly ThreadHead[], kind: ThreadKind) => {
        const all = here.filter((thread) => thread.kind === kind);
        return { open: all.filter(({ resolved }) => !resolved).length, all: all.length };
      };
      return {
        body: {
          items: [...items].flatMap(([item, here]) => (item === undefined ? [] : [{ item, internal: count(here, 'internal'), shared: count(here, 'shared') }])),
        },
      };
    },
  });

  defineRoute(app, context, contracts.listThreadPeople, {
    find: findSheet,
    handle: async ({ db, params, query, found }) => {
      if (!found.kinds.includes(query.kind)) throw new Problem('refused');
      return { body: { items: await readThreadPeople(db, params, query.kind) } };
    },
  });

  defineRoute(app, context, contracts.listMentions, {
    find: findMyself,
    handle: async ({ db, found }) => {
      const rows = await readMentions(db, found.me.account, MOST_MENTIONS_SHOWN);
      const takeovers = new Map<string, readonly TakeoverRow[]>();
      for (const { round } of rows) if (!takeovers.has(round.id)) takeovers.set(round.id, await readTakeovers(db, round.id));
      return {
        body: {
          items: rows.map(({ edition, item, at: when, ...row }) => ({
            ...row,
            item: itemNow({ item, edition }, takeovers.get(row.round.id) ?? []) ?? null,
            at: when.toISOString(),
          })),
        },
      };
    },
  });
}

function serveWriting(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.beginThread, {
    find: findSheet,
    judge: async ({ db, caller, found: { of, place, kinds }, draft: { kind, id, item, comment } }, faults) => {
      if (kind !== undefined && !may(caller?.memberships ?? [], rightToWrite(kind), of)) throw new Problem('refused');
      const [stored] = id === undefined ? [] : await readThreads(db, place, kinds, id);
      if (stored) return { stored };
      const { prepared } = await readyEdition(db, place.edition, place.editionHash);
      if (item !== undefined && !prepared.items.some((known) => known.item.code === item)) faults.add('unknownId', at(ROOT, 'item'), { found: item });
      if (kind) await judgeMentions(db, place, kind, comment?.mentions ?? [], at(ROOT, 'comment'), faults);
      return { stored: undefined };
    },
    handle: async ({ acting, caller, found, body: { id, item, kind, comment }, judged }) => {
      const effect = await beginThread(
        acting,
        { sheet: found.place, thread: id, item, kind, membership: membershipIn(caller, kind, found.of) },
        comment,
        judged.stored,
      );
      return { ...(await answerThread(acting.db, found, id)), status: 201, effect };
    },
  });

  defineRoute(app, context, contracts.replyInThread, {
    find: findThread,
    judge: async ({ db, found: { place, thread }, draft: { id, mentions } }, faults) => {
      const stored = id === undefined ? undefined : await findComment(db, id);
      if (!stored) await judgeMentions(db, place, thread.kind, mentions ?? [], ROOT, faults);
      return {};
    },
    handle: async ({ acting, caller, found, body }) => {
      const { place: sheet, thread, item, of } = found;
      const effect = await replyInThread(
        acting,
        { sheet, thread: thread.id, item, kind: thread.kind, membership: membershipIn(caller, thread.kind, of) },
        body,
      );
      return { ...(await answerThread(acting.db, found, thread.id)), status: 201, effect };
    },
  });

  defineRoute(app, context, contracts.setThreadState, {
    find: findThread,
    judge: async ({ db, found, draft }) => {
      const held = await hold(db, found);
      await refuseStale(draft.version, held.version, async () => (await answerThread(db, found, held.id)).body);
      return { held };
    },
    handle: async ({ acting, found, body, judged: { held } }) => {
      await setThreadState(acting, found.place, held, body.state);
      return answerThread(acting.db, found, held.id);
    },
  });

  defineRoute(app, context, contracts.withdrawComment, {
    find: findThread,
    handle: async ({ acting, params, found }) => {
      const held = await hold(acting.db, found);
      const comment = (await readComments(acting.db, [held.id])).find(({ id }) => id === params.comment);
      if (!comment) throw new Problem('notFound');
      const effect = await withdrawComment(acting, found.place, held, comment);
      return { ...(await answerThread(acting.db, found, held.id)), effect };
    },
  });
}
