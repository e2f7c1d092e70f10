import * as contracts from '@parindex/core/contracts/appraisal';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../../context.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute } from '../../../http/route.ts';
import { boardMaking } from '../../progress/making.ts';
import { findBoard } from '../../progress/poll.ts';
import { type AppraisalReader, readBodyAppraisal, readItemAppraisal, readQueue } from '../read-appraisal.ts';

export interface Asked extends Pick<AppraisalReader, 'language'> {
  readonly caller: { readonly account: string; readonly memberships: AppraisalReader['memberships'] } | null;
  readonly receivedAt: Date;
}

/** Who reads an appraisal, when, in which language. */
export const readerOf = ({ caller, receivedAt, language }: Asked, making: AppraisalReader['making']): AppraisalReader => ({
  account: caller?.account ?? null,
  memberships: caller?.memberships ?? [],
  making,
  moment: receivedAt,
  language,
});

/** What is to be appraised in a round: all of it, one item over all bodies, one body over all its items. */
export function serveAppraisalQueue(app: FastifyInstance, context: Context): void {
  const making = boardMaking(context);
  const orNotFound = <T>(body: T | undefined): { readonly body: T } => {
    if (body === undefined) throw new Problem('notFound');
    return { body };
  };

  defineRoute(app, context, contracts.readAppraisalQueue, {
    find: findBoard,
    handle: async (request) => ({ body: await readQueue(request.db, request.found.plan, readerOf(request, making), request.query.share) }),
  });

  defineRoute(app, context, contracts.readAppraisalItem, {
    find: findBoard,
    handle: async (request) => orNotFound(await readItemAppraisal(request.db, request.found.plan, request.params.item, readerOf(request, making))),
  });

  defineRoute(app, context, contracts.readAppraisalBody, {
    find: findBoard,
    handle: async (request) => orNotFound(await readBodyAppraisal(request.db, request.found.plan, request.params.body, readerOf(request, making))),
  });
}
