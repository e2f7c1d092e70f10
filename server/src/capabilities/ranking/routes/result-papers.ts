import * as contracts from '@parindex/core/contracts/ranking';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../../context.ts';
import { fileAnswer } from '../../../http/document-answer.ts';
import { defineRoute } from '../../../http/route.ts';
import { findBoard } from '../../progress/poll.ts';
import { readResultMaterial } from '../read-result-papers.ts';
import { RESULT_PAPER_DOCUMENTS } from '../result-papers.ts';

/** The submission and the draft decision of a closed round. */
export function serveResultPapers(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.downloadResultPaper, {
    find: findBoard,
    handle: async ({ db, params: { paper }, query: { format }, found: { plan } }) => {
      const { make, file } = RESULT_PAPER_DOCUMENTS[paper];
      return fileAnswer(
        make(await readResultMaterial(db, plan, { illustrative: context.kind === 'sandbox', checks: context.checks })),
        format,
        `${file}-${plan.round}`,
      );
    },
  });
}
