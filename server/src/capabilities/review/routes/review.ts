import type { Language } from '@parindex/core';
import * as contracts from '@parindex/core/contracts/review';
import type { Review } from '@parindex/core/review/index';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../../context.ts';
import type { Reading } from '../../../db/transaction.ts';
import type { Caller } from '../../../http/admission.ts';
import { documentAnswer } from '../../../http/document-answer.ts';
import { defineRoute } from '../../../http/route.ts';
import { readCitedHints, readCitedNames } from '../../evidence/cited-hints.ts';
import { viewLibrary } from '../../evidence/library.ts';
import { readSheetAssignments } from '../../sheets/assigned.ts';
import { enteringOf } from '../../sheets/entering.ts';
import { findSheet } from '../../sheets/found.ts';
import type { OpenSheet } from '../../sheets/open-sheet.ts';
import { presentParts } from '../../sheets/present-parts.ts';
import { readReportPlace } from '../../sheets/queries/report-place.ts';
import { partsSeen } from '../../sheets/within-the-body.ts';
import { briefDocument } from '../brief-document.ts';
import { presentReview, reviewOf, reviewOfProposals } from '../review.ts';

/** The check of a sheet before it is sent, and the brief for its leader. */
export function serveReview(app: FastifyInstance, context: Context): void {
  /** The check of a sheet, with the hints in cited documents that the caller may see. */
  async function review(db: Reading, open: OpenSheet, caller: Caller | null, receivedAt: Date, language: Language): Promise<Review> {
    const library = await viewLibrary(db, open.place, { caller, receivedAt, language }, context.evidence.scanner !== undefined);
    const hints = await readCitedHints(db, open.place, library);
    const assigned = await readSheetAssignments(db, open.place, open.edition, caller?.memberships ?? []);
    return reviewOf(open, context.checks, hints, assigned, await readCitedNames(db, open.place, library));
  }

  defineRoute(app, context, contracts.reviewSheet, {
    find: findSheet,
    handle: async ({ db, caller, found: open, language, receivedAt }) => ({
      body: presentReview(open, await review(db, open, caller, receivedAt, language), language),
    }),
  });

  defineRoute(app, context, contracts.reviewProposals, {
    find: findSheet,
    handle: async ({ db, caller, found: open, language }) => {
      const memberships = caller?.memberships ?? [];
      const assigned = await readSheetAssignments(db, open.place, open.edition, memberships);
      return { body: presentReview(open, reviewOfProposals(open, context.checks, assigned, partsSeen(assigned, open.place, memberships)), language) };
    },
  });

  defineRoute(app, context, contracts.downloadBrief, {
    find: findSheet,
    handle: async ({ db, caller, query: { format }, found: { of, ...open }, language, receivedAt }) => {
      const entering = await enteringOf(db, open, of, caller?.memberships ?? []);
      const brief = briefDocument({
        open,
        review: await review(db, open, caller, receivedAt, language),
        checks: context.checks,
        at: await readReportPlace(db, open.place.round, open.place.body),
        parts: entering ? presentParts(entering.assigned, open, entering.memberships) : [],
        moment: receivedAt,
        illustrative: context.kind === 'sandbox',
      });
      return documentAnswer(brief, format, `phieu-trinh-${open.place.body}-${open.place.year}`);
    },
  });
}
