import * as contracts from '@parindex/core/contracts/editions';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../../context.ts';
import type { Reading } from '../../../db/transaction.ts';
import { comparisonFile } from '../../../documents/comparison-document.ts';
import { madeAnswer } from '../../../http/document-answer.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute } from '../../../http/route.ts';
import { compareRows, printedBeside } from '../compare.ts';
import { findKnownEdition } from '../found.ts';
import { type EditionWithSchemeRow, findEdition } from '../queries/editions.ts';

async function findEarlier(db: Reading, id: string): Promise<EditionWithSchemeRow> {
  const row = await findEdition(db, id);
  if (!row) throw new Problem('notFound');
  return row;
}

/** An edition compared with an earlier one; both must be known to who asks. */
export function serveComparison(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.compareEditions, {
    find: ({ db, params }) => findKnownEdition(db, params.edition),
    handle: async ({ db, found: { row }, query, language }) => {
      const earlier = await findEarlier(db, query.with);
      return { body: await compareRows(earlier, row, language) };
    },
  });

  defineRoute(app, context, contracts.downloadComparison, {
    find: ({ db, params }) => findKnownEdition(db, params.edition),
    handle: async ({ db, found: { row }, query: { with: earlier, format } }) => {
      const compared = await printedBeside(await findEarlier(db, earlier), row);
      return madeAnswer(() => comparisonFile(compared, format), format, `so-sanh-${row.id}-voi-${earlier}`);
    },
  });
}
