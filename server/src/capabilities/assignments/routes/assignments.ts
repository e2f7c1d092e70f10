import { randomUUID } from 'node:crypto';
import { at, type Faults, ROOT } from '@parindex/core';
import * as contracts from '@parindex/core/contracts/assignments';
import type { Body } from '@parindex/core/contracts/contract';
import { targetKey } from '@parindex/core/ledger/index';
import { may } from '@parindex/core/rights/index';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../../context.ts';
import type { Reading } from '../../../db/transaction.ts';
import { type Draft, isUnsound } from '../../../http/draft.ts';
import { defineRoute } from '../../../http/route.ts';
import { answerSaved } from '../../sheets/answers.ts';
import { readSheetAssignments } from '../../sheets/assigned.ts';
import { enteringOrReading } from '../../sheets/entering.ts';
import { findRights, findSheet } from '../../sheets/found.ts';
import { holdSheet, type OpenSheet } from '../../sheets/open-sheet.ts';
import { targetNamed } from '../../sheets/sent-entry.ts';
import { partsSeen } from '../../sheets/within-the-body.ts';
import { assign, setChain, takeAssignmentsBack } from '../acts/assign.ts';
import { decideParts, judgeDecisions } from '../acts/decide-parts.ts';
import { judgeSubmissions, submitParts } from '../acts/submit-parts.ts';
import { presentAssignment, readDepartmentsLoad } from '../departments-load.ts';
import { readDepartments } from '../queries/assignments.ts';

/** Adds a fault for each target that the edition does not have or that is named twice, and for departments or persons that cannot be assigned to. */
async function judgeAssignments(
  db: Reading,
  { place, edition }: OpenSheet,
  { matter, targets, to, person }: Draft<Body<typeof contracts.assign>>,
  faults: Faults,
): Promise<void> {
  const seen = new Set<string>();
  (targets ?? []).forEach((entry, index) => {
    if (!entry || isUnsound(entry, 'item') || isUnsound(entry, 'figure')) return;
    const path = at(ROOT, 'targets', index);
    const target = targetNamed(entry, path, faults);
    if (!target) return;
    const known = target.kind === 'item' ? edition.entryRules.known.items : edition.entryRules.known.figures;
    if (matter === 'explanation' && target.kind === 'figure') faults.add('notAllowedHere', at(path, 'figure'), { key: 'figure' });
    if (!known.has(target.id)) faults.add('unknownId', at(path, target.kind), { found: target.id });
    if (seen.has(targetKey(target))) faults.add('duplicateId', at(path, target.kind), { found: target.id });
    seen.add(targetKey(target));
  });
  if (to === undefined) return;
  const department = (await readDepartments(db, place.body)).find(({ id }) => id === to);
  if (!department) faults.add('unknownId', at(ROOT, 'to'), { found: to });
  else if (person !== undefined && !department.people.some(({ id }) => id === person)) faults.add('unknownId', at(ROOT, 'person'), { found: person });
}

/** Delegation: parts of a sheet assigned to departments, decisions on them, and all work of one's own department. */
export function serveAssignments(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.listAssignments, {
    find: findSheet,
    handle: async ({ db, caller, found: { of, place, edition, sheet }, receivedAt }) => {
      const memberships = caller?.memberships ?? [];
      const assigned = await readSheetAssignments(db, place, edition, memberships, 'all');
      const { chain, assignments } = assigned;
      const seen = partsSeen(assigned, place, memberships);
      const { division, review, version } = chain;
      return {
        body: {
          chain: { division, review, version },
          assignments: assignments.map((assignment) =>
            presentAssignment(assignment, sheet.parts.get(targetKey(assignment.now))?.standing ?? null, seen, receivedAt),
          ),
          departments: may(memberships, 'assignment.write', of) ? await readDepartments(db, place.body) : [],
        },
      };
    },
  });

  defineRoute(app, context, contracts.assign, {
    find: findRights,
    judge: async ({ db, params, draft }, faults) => {
      const open = await holdSheet(db, params);
      await judgeAssignments(db, open, draft, faults);
      return open;
    },
    handle: async ({ acting, caller, judged: { place, edition }, body }) => {
      const { assignments } = await readSheetAssignments(acting.db, place, edition, caller?.memberships ?? [], 'all', body.matter);
      return { status: 204, effect: await assign(acting, place, assignments, body) };
    },
  });

  defineRoute(app, context, contracts.withdrawAssignments, {
    find: findRights,
    handle: async ({ acting, caller, params, body }) => {
      const { place, edition } = await holdSheet(acting.db, params);
      const { assignments } = await readSheetAssignments(acting.db, place, edition, caller?.memberships ?? [], 'all');
      return { status: 204, effect: await takeAssignmentsBack(acting, place, assignments, body.ids) };
    },
  });

  defineRoute(app, context, contracts.setApprovalChain, {
    find: findRights,
    handle: async ({ acting, caller, params, body }) => {
      const { place, edition } = await holdSheet(acting.db, params);
      await setChain(acting, place, await readSheetAssignments(acting.db, place, edition, caller?.memberships ?? [], 'all'), randomUUID(), body);
      return { status: 204 };
    },
  });

  defineRoute(app, context, contracts.decideProposals, {
    find: findRights,
    judge: async ({ draft }, faults) => {
      judgeDecisions(draft, faults);
      return {};
    },
    handle: async ({ acting, caller, found: { of }, params, body, language }) => {
      const open = await holdSheet(acting.db, params);
      const entering = await enteringOrReading(acting.db, open, of, caller?.memberships ?? []);
      return answerSaved(await decideParts(acting, open, entering, body.decisions, language));
    },
  });

  defineRoute(app, context, contracts.submitParts, {
    find: findRights,
    judge: async ({ draft }, faults) => {
      judgeSubmissions(draft, faults);
      return {};
    },
    handle: async ({ acting, caller, found: { of }, params, body, language }) => {
      const open = await holdSheet(acting.db, params);
      const entering = await enteringOrReading(acting.db, open, of, caller?.memberships ?? []);
      return answerSaved(await submitParts(acting, open, entering, body.submissions, language));
    },
  });

  defineRoute(app, context, contracts.readLoad, {
    handle: async ({ db, caller, language, receivedAt }) => ({
      body: { items: (await readDepartmentsLoad(db, caller?.memberships ?? [], language, receivedAt)).items },
    }),
  });
}
