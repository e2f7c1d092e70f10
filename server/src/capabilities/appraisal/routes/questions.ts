import * as contracts from '@parindex/core/contracts/appraisal';
import type { FastifyInstance } from 'fastify';
import { effectOf } from '../../../audit/acting.ts';
import type { Context } from '../../../context.ts';
import { defineRoute } from '../../../http/route.ts';
import { addRemark } from '../../explanation/acts/remark.ts';
import { findItem } from '../../explanation/found-item.ts';
import { holdSheet } from '../../sheets/open-sheet.ts';
import { refuseOtherDeciders } from '../given-work.ts';

/** Whoever decides on an item asks its body for an explanation. */
export function serveQuestionsOfAppraisal(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.askExplanation, {
    find: findItem,
    handle: async ({ acting, params: { item, ...place }, body }) => {
      const open = await holdSheet(acting.db, place);
      await refuseOtherDeciders(acting, open, { kind: 'item', id: item }, 'appraise');
      const { entries: _, ...said } = await addRemark(acting, open, { ...body, item, act: 'ask' });
      return { status: 201, effect: effectOf(said.replayed), body: said };
    },
  });
}
