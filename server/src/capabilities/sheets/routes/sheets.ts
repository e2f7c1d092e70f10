import { at, ROOT } from '@parindex/core';
import * as contracts from '@parindex/core/contracts/sheets';
import { may } from '@parindex/core/rights/index';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../../context.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute } from '../../../http/route.ts';
import { ownItemsOf } from '../../editions/checks.ts';
import { declare, judgeEntries, storedAmong } from '../acts/declare.ts';
import { answerSaved } from '../answers.ts';
import { asEntered, enteringOf, enteringOrReading } from '../entering.ts';
import { findPlace, findRights, findSheet } from '../found.ts';
import { presentEntry, readProposalsSeen } from '../history.ts';
import { judgeCitations } from '../judge-citations.ts';
import { holdSheet } from '../open-sheet.ts';
import { presentSheet } from '../present.ts';
import { presentParts } from '../present-parts.ts';
import { readSheetMark } from '../queries/sheet-mark.ts';
import { readHistory } from '../queries/sheets.ts';
import { scoreStage, stagesOf } from '../sheet.ts';
import { readSheetTakeovers } from '../sheet-takeovers.ts';
import { KeptTimelines, readTimeline } from '../timeline.ts';

/** Sheets: read, declared in, listed; and their histories. */
export function serveSheets(app: FastifyInstance, context: Context): void {
  const timelines = new KeptTimelines();

  defineRoute(app, context, contracts.readSheet, {
    find: findSheet,
    handle: async ({ db, caller, found: { of, ...open }, language, receivedAt }) => {
      const { place, edition, beside } = open;
      const entering = await enteringOf(db, open, of, caller?.memberships ?? []);
      const sheet = asEntered(open.sheet, entering);
      // A department sees what was decided on its own items alone, so nothing is added up of it: the explanation tells it item by item.
      const stages = may(caller?.memberships ?? [], 'sheet.readWhole', of) ? stagesOf(sheet) : stagesOf(sheet).slice(0, 1);
      const scores = new Map(stages.map((stage) => [stage, scoreStage(edition, place, sheet, stage, beside)]));
      const parts = entering ? presentParts(entering.assigned, open, entering.memberships) : [];
      return {
        body: {
          ...presentSheet(edition, ownItemsOf(context.checks, edition), place, sheet, scores, beside, language, receivedAt),
          enters: entering?.act ?? null,
          parts,
        },
      };
    },
  });

  defineRoute(app, context, contracts.readSheetMark, {
    find: findRights,
    handle: async ({ db, params }) => ({ body: { mark: await readSheetMark(db, params) } }),
  });

  defineRoute(app, context, contracts.readHistory, {
    find: findRights,
    handle: async ({ db, params, caller, query }) => {
      const { item, figure, limit, after } = query;
      const kind = item !== undefined ? 'item' : figure !== undefined ? 'figure' : undefined;
      const proposals = await readProposalsSeen(db, params, caller?.memberships ?? []);
      const rows = await readHistory(db, params.round, params.body, { kind, target: item ?? figure, before: after, limit: limit + 1, proposals });
      const page = rows.slice(0, limit);
      return { body: { items: page.map(presentEntry), next: rows.length > limit ? String(page.at(-1)?.seq) : null } };
    },
  });

  defineRoute(app, context, contracts.readTimeline, {
    find: findSheet,
    handle: async ({ db, found }) => ({ body: await readTimeline(db, found, context.checks, timelines) }),
  });

  defineRoute(app, context, contracts.readSheetTakeovers, {
    find: findPlace,
    handle: async ({ db, found: { place }, language }) => ({ body: { takeovers: await readSheetTakeovers(db, place, language) } }),
  });

  defineRoute(app, context, contracts.declareEntries, {
    find: findRights,
    judge: async ({ db, params, caller, found: { of }, raw }, faults) => {
      const open = await holdSheet(db, params);
      const entering = await enteringOrReading(db, open, of, caller?.memberships ?? []);
      const stored = await storedAmong(db, raw);
      const changes = judgeEntries(open, entering, raw, stored, faults);
      await judgeCitations(
        db,
        open.place,
        changes.map((change, index) => ({ changes: change, path: at(ROOT, 'entries', index) })),
        faults,
      );
      return { open, entering, stored, changes };
    },
    handle: async ({ acting, judged: { open, entering, stored, changes }, body, language }) => {
      if (body.by !== undefined && body.by !== acting.account) throw new Problem('otherPerson');
      return answerSaved(await declare(acting, open, entering, body.entries, changes, stored, body.origin, language));
    },
  });
}
