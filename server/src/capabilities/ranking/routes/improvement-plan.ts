import * as contracts from '@parindex/core/contracts/ranking';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../../context.ts';
import { fileAnswer } from '../../../http/document-answer.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute } from '../../../http/route.ts';
import { findBoard } from '../../progress/poll.ts';
import { findRights } from '../../sheets/found.ts';
import { improvementPlan } from '../improvement-plan.ts';
import { readImprovementPlan } from '../read-improvement-plan.ts';

/** The draft plan by which a body mends what cost it points in a closed round. */
export function serveImprovementPlan(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.downloadImprovementPlan, {
    find: async (request) => {
      const sheet = await findRights(request);
      const board = sheet && (await findBoard(request));
      return sheet && board && { of: sheet.of, board };
    },
    handle: async ({ db, caller, found: { board }, params: { body }, query: { format }, receivedAt: moment }) => {
      if (!caller) throw new Problem('notSignedIn');
      const data = await readImprovementPlan(db, board, caller, { body, moment, illustrative: context.kind === 'sandbox' });
      return fileAnswer(improvementPlan(data), format, `ke-hoach-khac-phuc-${body}`);
    },
  });
}
