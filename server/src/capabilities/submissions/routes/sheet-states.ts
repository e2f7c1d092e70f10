import { at, ROOT } from '@parindex/core';
import * as contracts from '@parindex/core/contracts/submissions';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../../context.ts';
import { defineRoute } from '../../../http/route.ts';
import { refuseToSend } from '../../review/review.ts';
import { answerState } from '../../sheets/answers.ts';
import { readSheetAssignments } from '../../sheets/assigned.ts';
import { findRights } from '../../sheets/found.ts';
import { holdSheet } from '../../sheets/open-sheet.ts';
import { changeSheetState } from '../acts/change-sheet-state.ts';
import { keepFrozenReport } from '../acts/keep-frozen-report.ts';
import { reopenSheet } from '../acts/reopen-sheet.ts';
import { refuseAfterDeadline } from '../deadline.ts';

/** Changes of a sheet's state: freezing, taking back, reopening. */
export function serveSheetStates(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.freezeSheet, {
    find: findRights,
    handle: async ({ acting, caller, params, body, language }) => {
      const open = await holdSheet(acting.db, params);
      const assigned = await readSheetAssignments(acting.db, open.place, open.edition, caller?.memberships ?? []);
      const judge = () => {
        refuseAfterDeadline(open.place, 'freeze', acting.receivedAt);
        refuseToSend(open, context.checks, assigned, language);
      };
      const frozen = await changeSheetState(acting, open, 'freeze', body, judge);
      if (!frozen.replayed) await keepFrozenReport(acting, open, { entry: body.id, seq: frozen.seq }, context);
      return answerState(frozen);
    },
  });

  defineRoute(app, context, contracts.takeBackSheet, {
    find: findRights,
    handle: async ({ acting, params, body }) => {
      const open = await holdSheet(acting.db, params);
      return answerState(await changeSheetState(acting, open, 'takeBack', body, () => refuseAfterDeadline(open.place, 'takeBack', acting.receivedAt)));
    },
  });

  defineRoute(app, context, contracts.reopenSheet, {
    find: findRights,
    judge: async ({ db, params, draft: { items, until }, receivedAt }, faults) => {
      const open = await holdSheet(db, params);
      const known = new Set(open.edition.prepared.items.map(({ item }) => item.code));
      items?.forEach((item, index) => {
        if (item !== undefined && !known.has(item)) faults.add('unknownId', at(ROOT, 'items', index), { found: item });
      });
      if (until != null && Date.parse(until) <= receivedAt.getTime())
        faults.add('outOfRange', at(ROOT, 'until'), { found: until, expected: `> ${receivedAt.toISOString()}` });
      return { open };
    },
    handle: async ({ acting, judged: { open }, body }) => answerState(await reopenSheet(acting, open, body)),
  });
}
