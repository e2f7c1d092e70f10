import * as contracts from '@parindex/core/contracts/progress';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../../context.ts';
import { KINDS } from '../../../file-inspection/kinds.ts';
import { type Caller, credentialsOf } from '../../../http/admission.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute } from '../../../http/route.ts';
import { sandboxed } from '../../../http/sandboxed.ts';
import { ownItemsOf } from '../../editions/checks.ts';
import { readyEdition } from '../../editions/ready.ts';
import { findRights } from '../../sheets/found.ts';
import { streamHeaders } from '../event-text.ts';
import { boardMaking } from '../making.ts';
import { boardPolls, type FoundBoard, findBoard } from '../poll.ts';
import { printBoard } from '../print-board.ts';
import { readBesideBoard } from '../queries/board.ts';
import { readBoard, readBoardBody } from '../read-board.ts';
import { BoardStreams } from '../streams.ts';
import { boardView } from '../view.ts';

const LAST_EVENT = /^[A-Za-z0-9_]{1,20}-\d{1,9}$/;

const TAKES_GZIP = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:\s*(?:,|$)))/i;

/** Somebody who is already known to have the right to part of a board. */
const signedIn = (caller: Caller | null): Caller => {
  if (!caller) throw new Problem('notSignedIn');
  return caller;
};

/** The progress board of a round: as a list, as XLSX, down to the items of a body, and as a stream of changes. */
export function serveBoard(app: FastifyInstance, context: Context): void {
  const making = boardMaking(context);
  const streams = new BoardStreams(boardPolls(context, making));
  app.addHook('preClose', async () => streams.end());

  const viewOf = (caller: Caller | null, { of }: FoundBoard) => boardView(signedIn(caller), of);

  defineRoute(app, context, contracts.readBoard, {
    find: findBoard,
    handle: async ({ db, caller, found, language, receivedAt }) => ({
      body: await readBoard(db, found.plan, viewOf(caller, found), making, receivedAt, language),
    }),
  });

  defineRoute(app, context, contracts.downloadBoard, {
    find: findBoard,
    handle: async ({ db, caller, found, language, receivedAt }) => {
      const { plan } = found;
      const view = viewOf(caller, found);
      const edition = await readyEdition(db, plan.edition, plan.editionHash);
      const printed = await printBoard({
        board: await readBoard(db, plan, view, making, receivedAt, language),
        prepared: edition.prepared,
        own: ownItemsOf(context.checks, edition),
        beside: await readBesideBoard(db, plan.round, view.bodies),
        status: edition.scheme.status,
        invented: context.kind === 'sandbox',
        language,
      });
      return {
        body: Buffer.from(printed),
        headers: sandboxed(KINDS.xlsx.mediaType, `tien-do-${plan.round}.xlsx`),
      };
    },
  });

  defineRoute(app, context, contracts.followBoard, {
    find: findBoard,
    handle: async ({ caller, found, query, request }) => {
      const view = viewOf(caller, found);
      const { account, session } = signedIn(caller);
      const last = String(request.headers['last-event-id'] ?? '');
      const after = last === '' ? undefined : (LAST_EVENT.exec(last)?.[0] ?? 'unknown');
      const packed = TAKES_GZIP.test(String(request.headers['accept-encoding'] ?? ''));
      const listening = { credentials: credentialsOf(request), account, session, after, seconds: query.seconds, packed };
      return { body: streams.listen(found.plan.round, view, listening), headers: streamHeaders(packed) };
    },
  });

  defineRoute(app, context, contracts.readBoardBody, {
    find: findRights,
    handle: async ({ db, params: { round, body }, language, receivedAt }) => {
      const answer = await readBoardBody(db, round, body, making, receivedAt, language);
      if (!answer) throw new Problem('notFound');
      return { body: answer };
    },
  });
}
