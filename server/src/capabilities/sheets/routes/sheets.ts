import { at, type Language, ROOT } from '@parindex/core';
import * as contracts from '@parindex/core/contracts/sheets';
import type { Review } from '@parindex/core/review/index';
import { may } from '@parindex/core/rights/index';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../../context.ts';
import type { Reading } from '../../../db/transaction.ts';
import type { Caller } from '../../../http/admission.ts';
import { fileAnswer } from '../../../http/document-answer.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute } from '../../../http/route.ts';
import { presentParts, readSheetAssignments } from '../../assignments/assigned.ts';
import { readCitedHints } from '../../evidence/cited-hints.ts';
import { judgeCitations } from '../../evidence/judge-citations.ts';
import { viewLibrary } from '../../evidence/library.ts';
import { declare, judgeEntries, storedAmong } from '../acts/declare.ts';
import { answerSaved } from '../answers.ts';
import { briefDocument } from '../brief-document.ts';
import { asEntered, enteringOf, enteringOrReading } from '../entering.ts';
import { findRights, findSheet } from '../found.ts';
import { presentEntry } from '../history.ts';
import { holdSheet, type OpenSheet } from '../open-sheet.ts';
import { presentSheet } from '../present.ts';
import { readHistory } from '../queries/sheets.ts';
import { presentReview, reviewOf } from '../review.ts';
import { scoreStage, stagesOf } from '../sheet.ts';

/** Sheets: read, declared in, listed; and their histories. */
export function serveSheets(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.readSheet, {
    find: findSheet,
    handle: async ({ db, caller, found: { of, ...open }, language, receivedAt }) => {
      const { place, edition, beside } = open;
      const entering = await enteringOf(db, open, of, caller?.memberships ?? []);
      const sheet = asEntered(open.sheet, entering);
      const scores = new Map(stagesOf(sheet).map((stage) => [stage, scoreStage(edition, place, sheet, stage, beside)]));
      const parts = entering ? presentParts(entering.assigned, open, entering.memberships, entering.act) : [];
      return { body: { ...presentSheet(edition, place, sheet, scores, beside, language, receivedAt), enters: entering?.act ?? null, parts } };
    },
  });

  /** The check of a sheet, with what its cited documents hint at as far as whoever asks may see them. */
  async function review(db: Reading, open: OpenSheet, caller: Caller | null, receivedAt: Date, language: Language): Promise<Review> {
    const library = await viewLibrary(db, open.place, { caller, receivedAt, language }, context.evidence.scanner !== undefined);
    const hints = await readCitedHints(db, open.place, library);
    const assigned = await readSheetAssignments(db, open.place, open.edition, caller?.memberships ?? []);
    return reviewOf(open, context.checks, hints, assigned);
  }

  defineRoute(app, context, contracts.reviewSheet, {
    find: findSheet,
    handle: async ({ db, caller, found: open, language, receivedAt }) => ({
      body: presentReview(open, await review(db, open, caller, receivedAt, language), language),
    }),
  });

  defineRoute(app, context, contracts.downloadBrief, {
    find: findSheet,
    handle: async ({ db, caller, query: { format }, found: open, language, receivedAt }) => {
      const brief = briefDocument(open, await review(db, open, caller, receivedAt, language), receivedAt, context.kind === 'sandbox');
      return fileAnswer(brief, format, `phieu-trinh-${open.place.body}-${open.place.year}`);
    },
  });

  defineRoute(app, context, contracts.readHistory, {
    find: findRights,
    handle: async ({ db, params, caller, found: { of }, query }) => {
      const { item, figure, limit, after } = query;
      const kind = item !== undefined ? 'item' : figure !== undefined ? 'figure' : undefined;
      const inside = may(caller?.memberships ?? [], 'sheet.enter', of);
      const rows = await readHistory(db, params.round, params.body, { kind, target: item ?? figure, before: after, limit: limit + 1, inside });
      const page = rows.slice(0, limit);
      return { body: { items: page.map(presentEntry), next: rows.length > limit ? String(page.at(-1)?.seq) : null } };
    },
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
