import * as contracts from '@parindex/core/contracts/ranking';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../../context.ts';
import { KINDS } from '../../../file-inspection/kinds.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute } from '../../../http/route.ts';
import { sandboxed } from '../../../http/sandboxed.ts';
import { findBoard } from '../../progress/poll.ts';
import { rankingMaking } from '../making.ts';
import { printRanking } from '../print-ranking.ts';
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
}
