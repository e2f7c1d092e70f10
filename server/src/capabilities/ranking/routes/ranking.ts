import * as contracts from '@parindex/core/contracts/ranking';
import { may } from '@parindex/core/rights/index';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../../context.ts';
import { KINDS } from '../../../file-inspection/kinds.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute } from '../../../http/route.ts';
import { sandboxed } from '../../../http/sandboxed.ts';
import { readyEdition } from '../../editions/ready.ts';
import { findBoard } from '../../progress/poll.ts';
import { keepFinalResult } from '../../rounds/acts/decide-round-request.ts';
import { holdRound, type RoundRow } from '../../rounds/queries/rounds.ts';
import { tellingOf } from '../../rounds/tell-progress.ts';
import { findRights } from '../../sheets/found.ts';
import { rankingMaking } from '../making.ts';
import { printFinal } from '../print-final.ts';
import { printRanking } from '../print-ranking.ts';
import { readFinalBody, readFinalRanking } from '../read-final.ts';
import { readFinalLosses } from '../read-final-items.ts';
import { makeRanking, readRankedSheets, writeRanking } from '../read-ranking.ts';

/** The ranking of a round while it runs: as a list and as XLSX, to each as far as they may see it. */
export function serveRanking(app: FastifyInstance, context: Context): void {
  const making = rankingMaking(context);

  defineRoute(app, context, contracts.readRunningRanking, {
    find: findBoard,
    handle: async ({ db, caller, found, query, language, receivedAt }) => {
      if (!caller) throw new Problem('notSignedIn');
      const sheets = await readRankedSheets(db, found, caller, making);
      return { after: async () => ({ body: await writeRanking(sheets, making, { ...query, moment: receivedAt, language }) }) };
    },
  });

  defineRoute(app, context, contracts.downloadRunningRanking, {
    find: findBoard,
    handle: async ({ db, caller, found, query, language, receivedAt }) => {
      if (!caller) throw new Problem('notSignedIn');
      const sheets = await readRankedSheets(db, found, caller, making);
      return {
        after: async () => {
          const ranking = await makeRanking(sheets, making, { ...query, moment: receivedAt, language });
          const printed = await printRanking({ ranking, status: sheets.edition.scheme.status, invented: context.kind === 'sandbox', language });
          return { body: Buffer.from(printed), headers: sandboxed(KINDS.xlsx.mediaType, `xep-hang-tam-tinh-${ranking.round}.xlsx`) };
        },
      };
    },
  });

  defineRoute(app, context, contracts.readFinalRanking, {
    find: findBoard,
    handle: async ({ db, caller, found, language, receivedAt: moment }) => {
      if (!caller) throw new Problem('notSignedIn');
      return { body: await readFinalRanking(db, found, caller, { moment, language }) };
    },
  });

  defineRoute(app, context, contracts.downloadFinalRanking, {
    find: findBoard,
    handle: async ({ db, caller, found, language, receivedAt: moment }) => {
      if (!caller) throw new Problem('notSignedIn');
      const final = await readFinalRanking(db, found, caller, { moment, language });
      const losses = may(caller.memberships, 'sheet.list', found.of) ? await readFinalLosses(db, found.plan, { moment, language }) : null;
      const edition = await readyEdition(db, found.plan.edition, found.plan.editionHash);
      // It is written after the transaction, so that no connection waits for it.
      return {
        after: async () => ({
          body: Buffer.from(await printFinal({ final, losses, edition, invented: context.kind === 'sandbox', language })),
          headers: sandboxed(KINDS.xlsx.mediaType, `ket-qua-cuoi-cung-${final.round}.xlsx`),
        }),
      };
    },
  });

  defineRoute(app, context, contracts.readFinalLosses, {
    find: findBoard,
    handle: async ({ db, found: { plan }, language, receivedAt: moment }) => ({ body: await readFinalLosses(db, plan, { moment, language }) }),
  });

  defineRoute(app, context, contracts.keepFinalResult, {
    find: findBoard,
    handle: async ({ acting, caller, found, params, language, receivedAt: moment }) => {
      if (!caller) throw new Problem('notSignedIn');
      const effect = await keepFinalResult(acting, (await holdRound(acting.db, params.round)) as RoundRow, tellingOf(context, caller.account, params.round));
      return { status: 201, effect, body: await readFinalRanking(acting.db, found, caller, { moment, language }) };
    },
  });

  defineRoute(app, context, contracts.readFinalBody, {
    find: async (request) => {
      const sheet = await findRights(request);
      const board = sheet && (await findBoard(request));
      return sheet && board && { of: sheet.of, board };
    },
    handle: async ({ db, caller, found: { board }, params, language, receivedAt: moment }) => {
      if (!caller) throw new Problem('notSignedIn');
      return { body: await readFinalBody(db, board, caller, params.body, { moment, language }) };
    },
  });
}
