import * as contracts from '@parindex/core/contracts/ranking';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../../context.ts';
import { KINDS } from '../../../file-inspection/kinds.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute } from '../../../http/route.ts';
import { sandboxed } from '../../../http/sandboxed.ts';
import { readyEdition } from '../../editions/ready.ts';
import { boardMaking } from '../../progress/making.ts';
import { findBoard } from '../../progress/poll.ts';
import { KeptPlaces } from '../kept-places.ts';
import { printRanking } from '../print-ranking.ts';
import { readRanking } from '../read-ranking.ts';

/** The ranking of a round while it runs: as a list and as XLSX, to each as far as they may see it. */
export function serveRanking(app: FastifyInstance, context: Context): void {
  const making = { ...boardMaking(context), places: new KeptPlaces() };

  defineRoute(app, context, contracts.readRunningRanking, {
    find: findBoard,
    handle: async ({ db, caller, found, query, language, receivedAt }) => {
      if (!caller) throw new Problem('notSignedIn');
      return { body: await readRanking(db, found, caller, making, query, receivedAt, language) };
    },
  });

  defineRoute(app, context, contracts.downloadRunningRanking, {
    find: findBoard,
    handle: async ({ db, caller, found, query, language, receivedAt }) => {
      if (!caller) throw new Problem('notSignedIn');
      const { plan } = found;
      const { scheme } = await readyEdition(db, plan.edition, plan.editionHash);
      const ranking = await readRanking(db, found, caller, making, query, receivedAt, language);
      const printed = await printRanking({ ranking, status: scheme.status, invented: context.kind === 'sandbox', language });
      return { body: Buffer.from(printed), headers: sandboxed(KINDS.xlsx.mediaType, `xep-hang-tam-tinh-${plan.round}.xlsx`) };
    },
  });
}
