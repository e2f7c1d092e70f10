import { at, ROOT } from '@parindex/core';
import * as contracts from '@parindex/core/contracts/improvement';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../../context.ts';
import { fileAnswer } from '../../../http/document-answer.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute } from '../../../http/route.ts';
import { findBoard } from '../../progress/poll.ts';
import { NOT_CLOSED } from '../../ranking/closed.ts';
import { readLostItems } from '../../ranking/read-final-items.ts';
import type { RoundRequest } from '../../rounds/found.ts';
import { findRights, type SheetRequest } from '../../sheets/found.ts';
import { setTasks } from '../acts/set-tasks.ts';
import { improvementPlan } from '../plan-document.ts';
import { readTasks } from '../queries/tasks.ts';
import { readImprovementPlan } from '../read-plan.ts';
import { readImprovementTasks } from '../read-tasks.ts';

/** What a body does about the points that it lost in a closed round, and the plan of it as a document. */
export function serveImprovement(app: FastifyInstance, context: Context): void {
  const find = async (request: SheetRequest & RoundRequest) => {
    const sheet = await findRights(request);
    const board = sheet && (await findBoard(request));
    return sheet && board && { of: sheet.of, plan: board.plan, board };
  };

  defineRoute(app, context, contracts.readImprovementTasks, {
    find,
    handle: async ({ db, caller, found, params: { body }, language, receivedAt: moment }) => {
      if (!caller) throw new Problem('notSignedIn');
      return { body: await readImprovementTasks(db, found, caller, { body, moment, language }) };
    },
  });

  defineRoute(app, context, contracts.setImprovementTasks, {
    find,
    judge: async ({ db, draft: { tasks }, found: { plan }, params: { body } }, faults) => {
      // A closing that was undone, or came out otherwise, leaves tasks of items that have lost nothing since: these are still ended.
      const there = new Set((await readTasks(db, plan.round, body)).map(({ item }) => item));
      const lost = plan.closedAt === null ? undefined : await readLostItems(db, plan, body);
      const seen = new Set<string>();
      tasks?.forEach(({ item, state, note } = {}, index) => {
        const path = at(ROOT, 'tasks', index);
        const known = item === undefined || lost === undefined || lost.has(item) || there.has(item);
        if (item !== undefined && (!known || seen.has(item))) faults.add('unknownId', at(path, 'item'), { found: item });
        if (item !== undefined) seen.add(item);
        // What came of it, or why it is given up; nothing while it is open.
        if (state !== undefined && state !== 'open' && note === null) faults.add('missingKey', at(path, 'note'), { key: 'note' });
      });
      return { there };
    },
    handle: async ({ acting, caller, found, judged: { there }, params: { body }, body: { tasks }, language, receivedAt: moment }) => {
      if (!caller) throw new Problem('notSignedIn');
      const { plan } = found;
      if (plan.closedAt === null && !tasks.every(({ item, state }) => there.has(item) && state !== 'open')) throw new Problem('notNow', { detail: NOT_CLOSED });
      const effect = await setTasks(
        acting,
        { round: plan.round, body },
        tasks.map((task) => (task.state === 'open' ? { ...task, note: null, document: null } : task)),
      );
      return { effect, body: await readImprovementTasks(acting.db, found, caller, { body, moment, language }) };
    },
  });

  defineRoute(app, context, contracts.downloadImprovementPlan, {
    find,
    handle: async ({ db, caller, found, params: { body }, query: { format }, receivedAt: moment }) => {
      if (!caller) throw new Problem('notSignedIn');
      const data = await readImprovementPlan(db, found.board, caller, { body, moment, illustrative: context.kind === 'sandbox' });
      return fileAnswer(improvementPlan(data), format, `ke-hoach-khac-phuc-${body}`);
    },
  });
}
