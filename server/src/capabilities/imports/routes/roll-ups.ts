import * as contracts from '@parindex/core/contracts/imports';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../../context.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute } from '../../../http/route.ts';
import { answerSaved } from '../../sheets/answers.ts';
import { enteringOrReading } from '../../sheets/entering.ts';
import { findRights } from '../../sheets/found.ts';
import { holdSheet, readSheet } from '../../sheets/open-sheet.ts';
import { previewRollUp, rollUp } from '../acts/roll-up.ts';
import { readRollUps } from '../queries/roll-ups.ts';

/** Figures of the bodies below, added up into a figure of a body's own sheet. */
export function serveRollUps(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.listRollUps, {
    find: findRights,
    handle: async ({ db, params, query: { figure } }) => {
      const rows = await readRollUps(db, params.round, params.body, figure);
      return { body: { items: rows.map(({ madeAt, ...row }) => ({ ...row, madeAt: madeAt.toISOString() })) } };
    },
  });

  defineRoute(app, context, contracts.previewRollUp, {
    find: findRights,
    handle: async ({ db, params, body }) => {
      const open = await readSheet(db, params.round, params.body);
      if (!open) throw new Problem('notFound');
      // It only previews, like a GET, and writes nothing.
      return { effect: 'unchanged', body: await previewRollUp(db, open, body) };
    },
  });

  defineRoute(app, context, contracts.rollUp, {
    find: findRights,
    handle: async ({ acting, caller, found: { of }, params, body, language }) => {
      const open = await holdSheet(acting.db, params);
      const entering = await enteringOrReading(acting.db, open, of, caller?.memberships ?? []);
      return answerSaved(await rollUp(acting, open, entering, body, language));
    },
  });
}
