import * as contracts from '@parindex/core/contracts/retention';
import { DOCUMENT_CLASSES } from '@parindex/core/evidence/document-classes';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../../context.ts';
import type { Reading } from '../../../db/transaction.ts';
import { etag } from '../../../http/etag.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute } from '../../../http/route.ts';
import { signedInByBrowser } from '../../../http/signed-in.ts';
import { setRetentionTerm } from '../acts/set-retention-term.ts';
import { becomingDue, readTerms } from '../queries/retention.ts';

/** How far ahead due documents are announced. */
const MONTHS_AHEAD = 12;

function monthsAfter(moment: Date, months: number): Date {
  const later = new Date(moment);
  later.setUTCMonth(later.getUTCMonth() + months);
  return later;
}

/** All classes with their terms; a class without a term is kept for ever. */
async function allTerms(db: Reading) {
  const set = await readTerms(db);
  return DOCUMENT_CLASSES.map((name) => set.find((term) => term.class === name) ?? { class: name, years: null, basis: null, version: 0 });
}

/** How long documents are kept, and what becomes due: announced before anything happens. */
export function serveRetention(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.readRetention, {
    handle: async ({ db, receivedAt }) => {
      const until = monthsAfter(receivedAt, MONTHS_AHEAD);
      const due = await becomingDue(db, until);
      return {
        body: { terms: await allTerms(db), until: until.toISOString(), due: due.map(({ from, ...row }) => ({ ...row, from: from.toISOString() })) },
      };
    },
  });

  defineRoute(app, context, contracts.setRetentionTerm, {
    find: async ({ caller }) => {
      signedInByBrowser(caller);
      return { of: {} };
    },
    handle: async ({ acting, db, params, body }) => {
      const before = (await readTerms(db)).find((term) => term.class === params.class);
      if ((before?.version ?? 0) !== body.version) throw new Problem('staleVersion', { more: { version: before?.version ?? 0, current: before ?? null } });
      await setRetentionTerm(acting, { ...body, class: params.class }, before);
      return { body: { ...body, class: params.class, version: body.version + 1 }, headers: etag(body.version + 1) };
    },
  });
}
