import * as contracts from '@parindex/core/contracts/submissions';
import { readReceiptCode } from '@parindex/core/submissions/receipt-code';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../../context.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute } from '../../../http/route.ts';
import { presentReceipt } from '../present.ts';
import { findReceipt } from '../queries/sendings.ts';

const HASH = /^[0-9a-f]{64}$/i;

/** Receipts, for the holder of a code, or of a report with its sheet's hash: neither can be guessed. */
export function serveReceipts(app: FastifyInstance, context: Context): void {
  defineRoute(app, context, contracts.readReceipt, {
    handle: async ({ db, params }) => {
      const hash = HASH.test(params.code) ? params.code.toLowerCase() : undefined;
      const code = hash === undefined ? readReceiptCode(params.code) : undefined;
      const found = hash === undefined && code === undefined ? undefined : await findReceipt(db, { code, hash });
      if (!found) throw new Problem('notFound');
      return { body: presentReceipt(found, context.kind === 'sandbox') };
    },
  });
}
